import type { QuoteView } from '../view-models/quote-view.ts';
import type { Notice } from './quote-notices.ts';

/** A cell of the sheet that should hold what a person decided, and does not. */
export interface UnwrittenCell {
  /** As a spreadsheet counts; null where the quote has no row. */
  readonly row: number | null;
  readonly value: string;
  /** Why it could not be written. */
  readonly problem: string;
}

/** The one cell, in the words of whoever looks for it in the sheet. */
export const cellWords = (quoteId: string, { row, value }: UnwrittenCell): string =>
  row === null
    ? `The sheet has no row for ${quoteId}. Where it stands, its status must say “${value}”`
    : `In row ${row} of the sheet (${quoteId}), change the status to “${value}”`;

/** Tells the owner which cell to change, since we could not. */
export const rowWriteNotice = (of: UnwrittenCell & { readonly quote: QuoteView }): Notice => ({
  subject: 'please change one cell of the sheet',
  lead: `“${of.value}” could not be written into the sheet`,
  blocks: [
    {
      kind: 'words',
      text: `What was decided stands: we go by it. But the sheet does not say so yet, for ${of.problem}. ${cellWords(of.quote.quoteId, of)}. We try again as well, less often each time.`,
    },
  ],
  action: 'Try again now',
  under: 'Or change the cell yourself; then there is nothing else to do.',
});
