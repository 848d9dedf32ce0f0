/**
 * A day on the wall calendar, `YYYY-MM-DD`, without zone or time. Strings of this shape sort as dates do.
 * Counting days between local dates is integer arithmetic; a clock change cannot make a day shorter.
 */
export type LocalDate = string;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const MAX_KNOWN = 20_000;
const known = new Map<LocalDate, number>();

/** Days since 1970-01-01. Throws on a string that is not a date: a broken invariant, not a user's mistake. */
export const toDayNumber = (date: LocalDate): number => {
  const before = known.get(date);
  if (before !== undefined) return before;
  const day = parseDay(date);
  if (known.size < MAX_KNOWN) known.set(date, day);
  return day;
};

const parseDay = (date: LocalDate): number => {
  const parts = SHAPE.exec(date);
  const ms = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  if (Number.isNaN(ms)) throw new RangeError(`not a date: ${date}`);
  return ms / DAY_MS;
};

const dates = new Map<number, LocalDate>();

export const fromDayNumber = (day: number): LocalDate => {
  const before = dates.get(day);
  if (before !== undefined) return before;
  const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (dates.size < MAX_KNOWN) dates.set(day, date);
  return date;
};

/** True for a real calendar date between the years 1900 and 2199. */
export const isLocalDate = (text: string): text is LocalDate => {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const year = Number(parts[1]);
  return year >= 1900 && year < 2200 && fromDayNumber(toDayNumber(text)) === text;
};

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(toDayNumber(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toDayNumber(to) - toDayNumber(from);

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (date: LocalDate): number => ((((toDayNumber(date) + 3) % 7) + 7) % 7) + 1;

export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
