import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { isWorkingDay, type WorkingDays, workingDayBefore } from './working-day.ts';

/**
 * The day the last-call window opens: `lastCallDays` before expiry; if neither those days nor the expiry itself is a
 * working day, the last working day before them. The window closes with the expiry.
 */
export const lastCallOpens = (expires: LocalDate, lastCallDays: number, days: WorkingDays): LocalDate => {
  const opens = addDays(expires, -lastCallDays);
  for (let date = opens; date <= expires; date = addDays(date, 1)) if (isWorkingDay(date, days)) return opens;
  return workingDayBefore(opens, days) ?? opens;
};
