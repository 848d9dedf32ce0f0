import { plus, type Tally, times } from './tally.ts';

/** What a month of so many open quotes asked of the services, function by function. */
export interface Measured {
  readonly quotes: number;
  /** Days that were measured, after so many that only filled sheet and log; none: the counts are those of fewer quotes, scaled. */
  readonly days: number;
  readonly warmDays: number;
  /** Quotes that were open on a measured day; the counts are scaled from these to `quotes`. */
  readonly meanOpen: number;
  readonly mailsIn: number;
  readonly eventsAMonth: number;
  readonly functions: Readonly<Record<string, Tally>>;
}

/** Functions that are called by the clock, however many quotes there are. */
export const BY_THE_CLOCK = ['drive-sync', 'sweep', 'timer', 'digest', 'summary'];

/**
 * The counts of more quotes than were measured, on the line through two measured sizes: what is the same for every size
 * stays, what grows with the quotes grows.
 */
export const scaledTo = (quotes: number, small: Measured, large: Measured): Measured => {
  const along = (quotes - small.quotes) / (large.quotes - small.quotes);
  const line = (a: number, b: number): number => a + (b - a) * along;
  const tallies = Object.entries(large.functions).map(([name, tally]) => {
    const from = small.functions[name];
    const grown =
      from === undefined ? times(tally, quotes / large.quotes) : plus(from, times(plus(tally, times(from, -1)), along));
    return [name, BY_THE_CLOCK.includes(name) ? { ...grown, calls: tally.calls } : grown] as const;
  });
  return {
    quotes,
    days: 0,
    warmDays: 0,
    meanOpen: large.meanOpen,
    mailsIn: line(small.mailsIn, large.mailsIn),
    eventsAMonth: line(small.eventsAMonth, large.eventsAMonth),
    functions: Object.fromEntries(tallies),
  };
};
