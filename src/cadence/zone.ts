import { type LocalDate, toDayNumber } from '../kernel/local-date.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const readers = new Map<string, Intl.DateTimeFormat>();

/** Throws a RangeError on a zone that is none. */
const readerOf = (timezone: string): Intl.DateTimeFormat => {
  const before = readers.get(timezone);
  if (before) return before;
  const two = '2-digit';
  const reader = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
  });
  readers.set(timezone, reader);
  return reader;
};

/**
 * Minutes by which the wall clock of a zone is ahead of UTC at an instant. Asked of Node itself: all that luxon would add
 * is five milliseconds to the start of every function.
 */
export const minutesAhead = (instantMs: number, timezone: string): number => {
  const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = readerOf(timezone)
    .format(instantMs)
    .split(/\D+/)
    .map(Number);
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS - Math.floor(instantMs / MINUTE_MS);
};

/** The first instant of a local date: midnight, or where a clock change skips midnight, the minute after. */
export const startOfDay = (date: LocalDate, timezone: string): number => {
  const midnight = toDayNumber(date) * DAY_MS;
  const [before, after] = [midnight - DAY_MS, midnight + DAY_MS].map(at => minutesAhead(at, timezone));
  const byOffset = (ahead = 0): number => midnight - ahead * MINUTE_MS;
  const found = [byOffset(before), byOffset(after)].filter(
    at => at + minutesAhead(at, timezone) * MINUTE_MS === midnight,
  );
  return found.length === 0 ? byOffset(before) : Math.min(...found);
};
