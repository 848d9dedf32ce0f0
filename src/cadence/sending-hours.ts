import { addDays, fromDayNumber, type LocalDate } from '../kernel/local-date.ts';
import type { Policy, QuietHours, WallTime } from './policy.ts';
import { isWorkingDay } from './working-day.ts';
import { minutesAhead, startOfDay } from './zone.ts';

export type SendingHours = Pick<Policy, 'timezone' | 'quietHours' | 'skipWeekends' | 'holidays'>;

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Mail that could not leave on the day it was asked for waits for a decent hour. */
const MORNING = 8 * 60;
const SEARCH_DAYS = 400;

const minuteOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** `minute`: minutes since midnight on the wall clock. The start is quiet, the end no longer. */
export const inQuietHours = (minute: number, quiet: QuietHours): boolean => {
  if (quiet === null) return false;
  const start = minuteOf(quiet[0]);
  const end = minuteOf(quiet[1]);
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
};

export interface WallClock {
  readonly date: LocalDate;
  /** Since midnight. */
  readonly minute: number;
}

/** The newest reading: a check, and all that follows from it, ask for one and the same minute again and again. */
let newest = { minute: Number.NaN, timezone: '', clock: { date: '', minute: 0 } };

/** The wall clock of an instant in a zone. Zones are whole minutes apart, so that it stands for each of ours. */
export const wallClock = (instant: Date, timezone: string): WallClock => {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  if (newest.minute === minute && newest.timezone === timezone) return newest.clock;
  const local = minute + minutesAhead(minute * MINUTE_MS, timezone);
  const day = Math.floor(local / DAY_MINUTES);
  const clock = { date: fromDayNumber(day), minute: local - day * DAY_MINUTES };
  newest = { minute, timezone, clock };
  return clock;
};

/** May a mail leave at this very instant? */
export const mayLeaveAt = (instant: Date, hours: SendingHours): boolean => {
  const { date, minute } = wallClock(instant, hours.timezone);
  return isWorkingDay(date, hours) && !inQuietHours(minute, hours.quietHours);
};

/**
 * The first whole minute at or after `asked` that lies outside quiet hours on a working day; on a later local date
 * than the one asked for, not before 08:00. `onLaterDate` asks for a later date even if today still allows.
 * Where quiet hours leave nothing after 08:00, the morning rule gives way rather than hold mail for ever.
 * Null when no working day comes within 400 days.
 */
export const nextAllowedMinute = (asked: Date, hours: SendingHours, { onLaterDate = false } = {}): Date | null => {
  const start = new Date(Math.ceil(asked.getTime() / MINUTE_MS) * MINUTE_MS);
  const today = wallClock(asked, hours.timezone).date;
  const floor = leavesNothingAfter(MORNING, hours.quietHours) ? 0 : MORNING;
  for (let ahead = onLaterDate ? 1 : 0; ahead <= SEARCH_DAYS; ahead++) {
    const date = addDays(today, ahead);
    if (!isWorkingDay(date, hours)) continue;
    const found = firstMinuteOf(date, ahead === 0 ? start : null, ahead === 0 ? 0 : floor, hours);
    if (found) return found;
  }
  return null;
};

const leavesNothingAfter = (minute: number, quiet: QuietHours): boolean => {
  for (let m = minute; m < DAY_MINUTES; m++) if (!inQuietHours(m, quiet)) return false;
  return true;
};

/** Within one local date. Days of 24 hours are computed; a day with a clock change is walked minute by minute. */
const firstMinuteOf = (date: LocalDate, from: Date | null, floor: number, hours: SendingHours): Date | null => {
  const dayStart = startOfDay(date, hours.timezone);
  const dayEnd = startOfDay(addDays(date, 1), hours.timezone);
  const first = Math.max(dayStart, from?.getTime() ?? 0);
  if (dayEnd - dayStart === DAY_MINUTES * MINUTE_MS) {
    const asked = Math.max(floor, (first - dayStart) / MINUTE_MS);
    const minute = firstLoudMinute(asked, hours.quietHours);
    return minute < DAY_MINUTES ? new Date(dayStart + minute * MINUTE_MS) : null;
  }
  for (let at = first; at < dayEnd; at += MINUTE_MS) {
    const { minute } = wallClock(new Date(at), hours.timezone);
    if (minute >= floor && !inQuietHours(minute, hours.quietHours)) return new Date(at);
  }
  return null;
};

const firstLoudMinute = (from: number, quiet: QuietHours): number => {
  if (!inQuietHours(from, quiet) || quiet === null) return from;
  const end = minuteOf(quiet[1]);
  return from < end ? end : DAY_MINUTES;
};

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
