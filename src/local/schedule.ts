import { DateTime } from 'luxon';

/** What recurs, as the schedules on AWS have it, in the configured zone. */
export type Recurring = 'daily-check' | 'sweep' | 'sync' | 'digest' | 'summary';

/** The next time after `after` that a recurring task is due. A wall time skipped by the spring change runs at the minute after. */
export const nextRun = (task: Recurring, after: Date, timezone: string): Date => {
  const local = DateTime.fromJSDate(after, { zone: timezone });
  switch (task) {
    case 'sweep':
    case 'sync':
      return nextQuarter(after);
    case 'daily-check':
      return firstAfter(
        local,
        day => day.set({ hour: 9, minute: 0, second: 0, millisecond: 0 }),
        () => true,
      );
    case 'digest':
      return firstAfter(
        local,
        day => day.set({ hour: 8, minute: 0, second: 0, millisecond: 0 }),
        day => day.weekday === 1,
      );
    case 'summary':
      return firstAfter(
        local,
        day => day.set({ hour: 9, minute: 0, second: 0, millisecond: 0 }),
        day => day.weekday === 1 && day.day <= 7,
      );
  }
};

const QUARTER_MS = 15 * 60_000;
const nextQuarter = (after: Date): Date => new Date((Math.floor(after.getTime() / QUARTER_MS) + 1) * QUARTER_MS);

const firstAfter = (local: DateTime, at: (day: DateTime) => DateTime, fits: (day: DateTime) => boolean): Date => {
  for (let ahead = 0; ahead < 62; ahead++) {
    const day = local.plus({ days: ahead });
    const moment = at(day);
    if (fits(day) && moment > local) return moment.toJSDate();
  }
  throw new Error('no such day within two months');
};
