import type { HoldReason, PastQuoteEvent } from '../../events/quote-events.ts';
import type { QuoteState } from './state.ts';

type CarriedOver = Extract<PastQuoteEvent, { type: 'ChainCarriedOver' }>;

/** A number that comes back has been held as vanished all the while. */
const ended = ({ renumberedTo }: QuoteState, hold: HoldReason): boolean =>
  hold === 'renumbering' || hold === 'first-sync' || (hold === 'vanished' && renumberedTo !== null);

/**
 * The chain goes on where it stood under the earlier number. An answer given there rests it here too; the reply itself
 * stays where it came in.
 */
export const carriedOver = (
  state: QuoteState,
  { data: { chain, sent, rests, original } }: CarriedOver,
): QuoteState => ({
  ...state,
  ...chain,
  sentInChain: sent.sentInChain,
  lastNudge: sent.lastNudge,
  everSent: sent.everSent,
  nudges: sent.nudges.map(nudge => ({ ...nudge, textVersion: null })),
  answeredElsewhere: rests.answered,
  answered: rests.answered ? 'elsewhere' : null,
  resumedFrom: rests.deferUntil,
  deferUntil: rests.deferUntil,
  expired: rests.expiredOn !== null,
  expiredOn: rests.expiredOn,
  holds: [
    ...state.holds.filter(hold => !ended(state, hold)),
    ...(rests.byRep && !state.holds.includes('rep') ? (['rep'] satisfies HoldReason[]) : []),
    ...(rests.firstSync ? (['first-sync'] satisfies HoldReason[]) : []),
  ],
  holdUntil: rests.byRep ? rests.repUntil : state.holdUntil,
  original: original ?? state.original,
  renumberedTo: null,
});
