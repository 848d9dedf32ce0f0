import { minutesAhead } from '../cadence/zone.ts';
import { daysBetween, type LocalDate, weekday } from '../kernel/local-date.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const MINUTE_MS = 60_000;

const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));
const monthOf = (date: LocalDate): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
const weekdayOf = (date: LocalDate): string => DAYS[weekday(date) - 1] ?? '';

/** `Tue 3 March 2026`: no order of day and month to mistake. */
export const longDate = (date: LocalDate): string => `${weekdayOf(date)} ${plainDate(date)}`;

/** `3 March 2026`. */
export const plainDate = (date: LocalDate): string => `${dayOf(date)} ${monthOf(date)} ${date.slice(0, 4)}`;

/** `3 Mar 2026`, for tables. */
export const shortDate = (date: LocalDate): string => `${dayOf(date)} ${monthOf(date).slice(0, 3)} ${date.slice(0, 4)}`;

/** `Tue 3 Mar`, where the year is plain from what stands around it. */
export const dayAndMonth = (date: LocalDate): string =>
  `${weekdayOf(date)} ${dayOf(date)} ${monthOf(date).slice(0, 3)}`;

/** `March 2026`. */
export const monthAndYear = (date: LocalDate): string => `${monthOf(date)} ${date.slice(0, 4)}`;

/** A UTC instant (ISO) as the wall calendar and clock of an IANA zone show it: `2026-03-03T09:02`. */
const local = (instant: string, zone: string): string => {
  const at = Date.parse(instant);
  return new Date(at + minutesAhead(at, zone) * MINUTE_MS).toISOString().slice(0, 16);
};

export const localDateOf = (instant: string, zone: string): LocalDate => local(instant, zone).slice(0, 10);

/** `09:02`, 24 hours. */
export const clockTime = (instant: string, zone: string): string => local(instant, zone).slice(11);

/** `Tue 3 March 2026, 09:02`. */
export const longMoment = (instant: string, zone: string): string =>
  `${longDate(localDateOf(instant, zone))}, ${clockTime(instant, zone)}`;

/** `Tue 3 March 2026, 09:02 (Asia/Singapore)`: the form of every promise about when something leaves. */
export const exactMoment = (instant: string, zone: string): string => `${longMoment(instant, zone)} (${zone})`;

/** `3 Mar 2026, 09:02`, for tables and timelines. */
export const shortMoment = (instant: string, zone: string): string =>
  `${shortDate(localDateOf(instant, zone))}, ${clockTime(instant, zone)}`;

/** `today`, `yesterday`, `5 days ago`, `tomorrow`, `in 24 days`. */
export const relativeDay = (date: LocalDate, today: LocalDate): string => {
  const ahead = daysBetween(today, date);
  switch (ahead) {
    case 0:
      return 'today';
    case 1:
      return 'tomorrow';
    case -1:
      return 'yesterday';
    default:
      return ahead > 0 ? `in ${ahead} days` : `${-ahead} days ago`;
  }
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took: `40 seconds`, `12 minutes`, `3 hours`, `2 days`. Whole units, rounded down. */
export const duration = (seconds: number): string => {
  const [size, unit] =
    seconds < MINUTE
      ? [1, 'second']
      : seconds < HOUR
        ? [MINUTE, 'minute']
        : seconds < DAY
          ? [HOUR, 'hour']
          : [DAY, 'day'];
  const count = Math.max(0, Math.floor(seconds / size));
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};
