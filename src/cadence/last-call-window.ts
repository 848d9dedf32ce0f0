import { addDays, daysBetween, type LocalDate } from '../kernel/local-date.ts';
import { isWorkingDay, type WorkingDays, workingDayBefore } from './working-day.ts';

/**
 * Is the last-call window open on `today`? It is from `lastCallDays` before expiry to the expiry itself; and sooner
 * where no working day is left after today, for then today's is the last one, or it is past.
 */
export const isLastCallOpen = (
  today: LocalDate,
  expires: LocalDate,
  lastCallDays: number,
  days: WorkingDays,
): boolean => {
  const left = daysBetween(today, expires);
  if (left <= lastCallDays) return left >= 0;
  for (let date = addDays(today, 1); date <= expires; date = addDays(date, 1)) {
    if (isWorkingDay(date, days)) return false;
  }
  return true;
};

/**
 * The day the last-call window opens: `lastCallDays` before expiry; if neither those days nor the expiry itself is a
 * working day, the last working day before them. The window closes with the expiry.
 */
export const lastCallOpens = (expires: LocalDate, lastCallDays: number, days: WorkingDays): LocalDate => {
  const opens = addDays(expires, -lastCallDays);
  for (let date = opens; date <= expires; date = addDays(date, 1)) if (isWorkingDay(date, days)) return opens;
  return workingDayBefore(opens, days) ?? opens;
};
