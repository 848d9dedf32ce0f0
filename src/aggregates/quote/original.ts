import { happened } from '../../events/define-event.ts';
import { OriginalKept, type QuoteEvent } from '../../events/quote-events.ts';
import { accept, alreadySo, type Decision } from '../decision.ts';
import type { QuoteState } from './state.ts';

/** What a proposal brought of the mail that the quote went out with. A later one, of a revision, takes its place. */
export const keepOriginal = (state: QuoteState, kept: NonNullable<QuoteState['original']>): Decision<QuoteEvent> => {
  const nothing = kept.messageId === null && kept.pdfKey === null;
  return !state.facts || nothing || state.original?.proposalId === kept.proposalId
    ? alreadySo
    : accept(happened(OriginalKept, kept, null));
};
