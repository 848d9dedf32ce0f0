import { addDays, type LocalDate, weekday } from '../kernel/local-date.ts';

/** A moment on the business's wall clock. */
export interface WallMoment {
  readonly date: LocalDate;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** Monday 08:00: the digest tells of the week before. */
const DIGEST_MINUTE = 8 * 60;
/** First Monday of a month, 09:00: the summary tells of the month before. */
const SUMMARY_MINUTE = 9 * 60;

export interface Span {
  /** Both days belong to it. */
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export const within = ({ from, to }: Span, day: LocalDate): boolean => from <= day && day <= to;

/** The Monday whose digest was due last, at or before this moment. */
export const digestDate = (now: WallMoment): LocalDate => lastMonday(now, DIGEST_MINUTE);

/** The first Monday of a month whose summary was due last. */
export const summaryDate = (now: WallMoment): LocalDate => {
  let monday = lastMonday(now, SUMMARY_MINUTE);
  while (monday.slice(8) > '07') monday = addDays(monday, -7);
  return monday;
};

const lastMonday = ({ date, minute }: WallMoment, dueMinute: number): LocalDate => {
  const monday = addDays(date, 1 - weekday(date));
  return monday === date && minute < dueMinute ? addDays(monday, -7) : monday;
};

/** The seven days before a digest's Monday. */
export const weekBefore = (monday: LocalDate): Span => ({ from: addDays(monday, -7), to: addDays(monday, -1) });

/** The calendar month before the one that a summary's date is in. */
export const monthBefore = (date: LocalDate): Span => {
  const to = addDays(`${date.slice(0, 8)}01`, -1);
  return { from: `${to.slice(0, 8)}01`, to };
};

const CHART_WEEKS = 12;

/** The last days of the twelve weeks before a report's date, the oldest first. */
export const chartWeeks = (date: LocalDate): readonly LocalDate[] => {
  const sunday = addDays(date, -weekday(date));
  return Array.from({ length: CHART_WEEKS }, (_, week) => addDays(sunday, -7 * (CHART_WEEKS - 1 - week)));
};
