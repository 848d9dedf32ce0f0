import { button, form } from '../components/parts.ts';
import { cellWords, type UnwrittenCell } from '../emails/row-write-notice.ts';
import { html } from '../html.ts';
import { type QuestionOf, questionPage } from './question-page.ts';

export const rowWriteActs = ['write'] as const;

/** One cell of the sheet does not say yet what was decided: change it there, or have it tried again. */
export const rowWritePage = (of: QuestionOf & { readonly cell: UnwrittenCell | null }): string =>
  questionPage(of, {
    heading: 'One cell of the sheet is to be changed',
    asks:
      of.cell !== null &&
      html`<p>What was decided stands. The sheet does not say so yet, for ${of.cell.problem}. ${cellWords(of.quote.quoteId, of.cell)}.</p>`,
    acts: form(of.target, [html`<div class="actions">${button('write', 'Try again now', 'main-act')}</div>`]),
  });
