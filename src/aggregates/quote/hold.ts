import { newEvent } from '../../events/event-type.ts';
import { HoldEnded, type HoldReason, type QuoteEvent, QuoteHeld } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, emit, noChange, refuse } from '../decider.ts';
import type { QuoteState } from './state.ts';

export const holdByRep = (state: QuoteState, note: string | null): Decision<QuoteEvent> =>
  state.holds.includes('rep')
    ? noChange
    : emit(newEvent(QuoteHeld, { reason: 'rep', note, cause: null, until: null }, null));

export const holdQuote = (
  state: QuoteState,
  reason: HoldReason,
  note: string | null,
  cause: string | null,
): Decision<QuoteEvent> =>
  state.holds.includes(reason) ? noChange : emit(newEvent(QuoteHeld, { reason, note, cause, until: null }, null));

/** A rep's hold that ends by itself on a day. Said again with another day it moves; the row says hold meanwhile. */
export const holdUntil = (state: QuoteState, until: LocalDate): Decision<QuoteEvent> => {
  if (state.closed !== null) return refuse('Closed', 'this quote is closed; open it in the sheet first');
  return state.holds.includes('rep') && state.holdUntil === until
    ? noChange
    : emit(newEvent(QuoteHeld, { reason: 'rep', note: null, cause: null, until }, null));
};

export const endHold = (state: QuoteState, reason: HoldReason): Decision<QuoteEvent> =>
  state.holds.includes(reason) ? emit(newEvent(HoldEnded, { reason, automatic: false }, null)) : noChange;

/** The rep named this day, or one before it, as the end of their hold. */
export const holdIsOver = ({ holds, holdUntil: end }: QuoteState, today: LocalDate): boolean =>
  holds.includes('rep') && end !== null && end <= today;

export const endHoldOnItsDay = (state: QuoteState, today: LocalDate): Decision<QuoteEvent> =>
  holdIsOver(state, today) ? emit(newEvent(HoldEnded, { reason: 'rep', automatic: true }, null)) : noChange;
