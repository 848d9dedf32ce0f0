import { evolve } from '../aggregates/quote/evolve.ts';
import { initialQuote, type QuoteState } from '../aggregates/quote/state.ts';
import type { RecordedQuoteEvent } from '../events/quote-events.ts';
import { addDays, type LocalDate, laterOf } from '../kernel/local-date.ts';
import { type Money, majorUnits } from '../kernel/money.ts';

/** From a day on a quote is worth so much, or nothing because it is no longer open. */
interface PlayPoint {
  readonly from: LocalDate;
  readonly amount: Money | null;
}

/** When a quote was in play and for how much, by day. */
export type OpenValueTimeline = readonly PlayPoint[];

/** Neither closed nor expired, nor listed under another number now: somebody may still say yes. */
export const isOpen = ({
  facts,
  closed,
  expired,
  renumberedTo,
}: Pick<QuoteState, 'facts' | 'closed' | 'expired' | 'renumberedTo'>): boolean =>
  facts !== null && closed === null && !expired && renumberedTo === null;

/**
 * A quote is in play from the day it was sent, also where the sheet listed it later, and until it was closed or its
 * expiry had passed. `dayOf`: the local date of an instant.
 */
export const playOf = (events: readonly RecordedQuoteEvent[], dayOf: (ts: string) => LocalDate): OpenValueTimeline => {
  const points: PlayPoint[] = [];
  let state = initialQuote;
  for (const event of events) {
    state = evolve(state, event);
    const amount = amountOf(state);
    if (state.facts === null || isSame(points.at(-1)?.amount, amount)) continue;
    points.push({ from: points.length === 0 ? state.facts.sent : changeDay(state, dayOf(event.ts)), amount });
  }
  return points.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
};

const amountOf = (state: QuoteState): Money | null =>
  state.facts !== null && isOpen(state) ? { minor: state.facts.minor, currency: state.facts.currency } : null;

const isSame = (a: Money | null | undefined, b: Money | null): boolean =>
  a?.minor === b?.minor && a?.currency === b?.currency && (a === undefined) === (b === undefined);

/** Found expired by a later check, it was so from the day after its expiry. A quote sent later plays from then. */
const changeDay = (state: QuoteState, day: LocalDate): LocalDate =>
  state.expired && state.expiredOn !== null
    ? addDays(state.expiredOn, 1)
    : state.facts !== null && isOpen(state)
      ? laterOf(day, state.facts.sent)
      : day;

/** What the quote was worth at the end of a day; null while it was not in play. */
export const amountOn = (play: OpenValueTimeline, day: LocalDate): Money | null =>
  play.findLast(({ from }) => from <= day)?.amount ?? null;

/** What was in play at the end of each day in one currency, in major units. */
export const inPlayOn = (
  plays: readonly OpenValueTimeline[],
  days: readonly LocalDate[],
  currency: string,
): readonly number[] =>
  days.map(day =>
    plays.reduce((sum, play) => {
      const amount = amountOn(play, day);
      return amount?.currency === currency ? sum + majorUnits(amount) : sum;
    }, 0),
  );

/** One sum for each currency, the largest number first. */
export const sumsOf = (amounts: readonly Money[]): readonly Money[] => {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums]
    .map(([currency, minor]) => ({ minor, currency }))
    .sort((a, b) => majorUnits(b) - majorUnits(a) || (a.currency < b.currency ? -1 : 1));
};
