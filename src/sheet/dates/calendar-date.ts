import type { LocalDate } from '../../kernel/local-date.ts';

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Quotes are of this century; a year outside it is a slip of the hand. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2099;

/** A year of two digits before this is more likely something else: no quote of our time is of 2009. */
export const FIRST_SHORT_YEAR = 15;

/** 2569 of the Thai calendar is 2026; no other year that could be meant lies there. */
const BUDDHIST = 543;
export const isBuddhist = (year: number): boolean => year >= FIRST_YEAR + BUDDHIST && year <= LAST_YEAR + BUDDHIST;
export const gregorianYear = (year: number): number => (isBuddhist(year) ? year - BUDDHIST : year);

/** `YYYY-MM-DD` of a real day between 2000 and 2099, or null. Plain arithmetic: a sheet has hundreds of thousands of dates. */
export const calendarDate = (year: number, month: number, day: number): LocalDate | null => {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return null;
  const longest = month === 2 && year % 4 === 0 ? 29 : (DAYS[month - 1] ?? 0);
  if (day > longest) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
};
