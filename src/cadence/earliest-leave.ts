import type { LocalDate } from '../kernel/local-date.ts';
import { nextAllowedMinute, type SendingHours, wallClock } from './next-allowed-minute.ts';

/** The local date on which a nudge approved at `asked` would leave; later if the contact's day is taken. Null for never. */
export const earliestLeaveDate = (
  asked: Date,
  hours: SendingHours,
  isDayTaken: (date: LocalDate) => boolean,
): LocalDate | null => {
  const first = nextAllowedMinute(asked, hours);
  if (!first) return null;
  const date = wallClock(first, hours.timezone).date;
  if (!isDayTaken(date)) return date;
  const second = nextAllowedMinute(first, hours, { onLaterDate: true });
  return second && wallClock(second, hours.timezone).date;
};
