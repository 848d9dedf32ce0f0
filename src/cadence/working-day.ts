import { addDays, type LocalDate, weekday } from '../kernel/local-date.ts';
import type { Holiday, Policy } from './policy.ts';

/** The local minute of the daily check; repeats and reminders go out then, not at midnight. */
export const MORNING_MINUTE = 9 * 60;

export type WorkingDays = Pick<Policy, 'skipWeekends' | 'holidays'>;

/** `--MM-DD` names the day in every year. */
export const isHoliday = (date: LocalDate, holidays: readonly Holiday[]): boolean =>
  holidays.includes(date) || holidays.includes(`--${date.slice(5)}`);

/** Not a holiday, and not Saturday or Sunday while weekends are skipped. */
export const isWorkingDay = (date: LocalDate, { skipWeekends, holidays }: WorkingDays): boolean =>
  !(skipWeekends && weekday(date) >= 6) && !isHoliday(date, holidays);

/** A year and a day of holidays in a row is a mistake in the rules, not a calendar. */
const SEARCH_DAYS = 400;

/** The last working day strictly before `date`, or null if there is none within 400 days. */
export const workingDayBefore = (date: LocalDate, days: WorkingDays): LocalDate | null => {
  for (let back = 1; back <= SEARCH_DAYS; back++) {
    const candidate = addDays(date, -back);
    if (isWorkingDay(candidate, days)) return candidate;
  }
  return null;
};

/** The `count`-th working day after `date` (count ≥ 1); gives up after 400 days and takes the plain day. */
export const workingDaysAfter = (date: LocalDate, count: number, days: WorkingDays): LocalDate => {
  let left = count;
  for (let ahead = 1; ahead <= SEARCH_DAYS; ahead++) {
    const candidate = addDays(date, ahead);
    if (isWorkingDay(candidate, days) && --left === 0) return candidate;
  }
  return addDays(date, count);
};

/** Working days from `from` (exclusive) to `to` (inclusive). */
export const workingDaysBetween = (from: LocalDate, to: LocalDate, days: WorkingDays): number => {
  let count = 0;
  for (let date = addDays(from, 1); date <= to && count < SEARCH_DAYS; date = addDays(date, 1)) {
    if (isWorkingDay(date, days)) count++;
  }
  return count;
};
