import { newEvent } from '../../events/event-type.ts';
import { CapReached, QuoteClosed, type QuoteEvent, QuoteExpired, QuoteReopened } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, emit, noChange, refuse } from '../decider.ts';
import type { QuoteState } from './state.ts';

export const closeQuote = (
  state: QuoteState,
  { outcome, note }: { readonly outcome: 'won' | 'lost' | 'withdrawn'; readonly note: string | null },
): Decision<QuoteEvent> =>
  state.closed === outcome ? noChange : emit(newEvent(QuoteClosed, { outcome, source: 'rep', day: null, note }, null));

/** What a person closed here by mistake is opened here. What the sheet closed is the sheet's to open. */
export const reopenQuote = (state: QuoteState): Decision<QuoteEvent> => {
  if (state.closed === null) return noChange;
  return state.closedBy === 'rep'
    ? emit(newEvent(QuoteReopened, { source: 'rep' }, null))
    : refuse('ClosedInSheet', 'the sheet closed this quote; open it in the sheet');
};

/** Once per expiry date; told to the owner. */
export const expireQuote = (state: QuoteState, { checked }: { readonly checked: LocalDate }): Decision<QuoteEvent> => {
  const expires = state.facts?.expires ?? null;
  if (expires === null || checked <= expires || state.expired || state.closed !== null) return noChange;
  return emit(newEvent(QuoteExpired, { expires, checked }, null));
};

/** Told once in a chain, by a later check than the one that offered the last nudge: a second run on a day adds nothing. */
export const reachCap = (state: QuoteState, { checked }: { readonly checked: LocalDate }): Decision<QuoteEvent> =>
  state.capTold || state.lastOffered === checked
    ? noChange
    : emit(newEvent(CapReached, { chain: state.chain, nudges: state.sentInChain, checked }, null));
