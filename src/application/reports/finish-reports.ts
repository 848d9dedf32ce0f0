import { isWorkingDay, MORNING_MINUTE } from '../../cadence/working-day.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { digestDate, summaryDate, type WallMoment } from '../../reports/period.ts';
import { readBusiness } from '../business.ts';
import { wasChecked } from '../day-record.ts';
import { loadedLater } from '../loaded-later.ts';
import type { World } from '../world.ts';
import { sendDigest, sendSummary, wallNow } from './due-reports.ts';
import { isFinished } from './run-report.ts';

const todays = loadedLater(() => import('./send-today.ts'));
const sendToday = async (world: World, date: LocalDate) => (await todays()).sendToday(world, date);

/** Later than this a report of a period is old news; the next one tells it. */
const STALE_DAYS = 2;
const SEEN_BEFORE_DAYS = 7;

/**
 * The sweep's part: a report whose schedule was lost or whose run was cut off is made after all. Not for a business that
 * only began after it was due: there is nothing to tell.
 */
export const finishReports = async (world: World): Promise<number> => {
  const now = await wallNow(world);
  let ran = 0;
  const digest = digestDate(now);
  if (await isOutstanding(world, 'digest', digest, now.date))
    ran += Number((await sendDigest(world, digest)).kind === 'ran');
  const summary = summaryDate(now);
  if (await isOutstanding(world, 'summary', summary, now.date))
    ran += Number((await sendSummary(world, summary)).kind === 'ran');
  if (await isTodayOutstanding(world, now)) ran += Number((await sendToday(world, now.date)).kind === 'ran');
  return ran;
};

/** A working day's mail goes out once its check has ended: there are drafts to show then. */
const isTodayOutstanding = async (world: World, { date, minute }: WallMoment): Promise<boolean> => {
  if (minute < MORNING_MINUTE || (await isFinished(world, { report: 'today', date }))) return false;
  if (!(await wasChecked(world, date))) return false;
  const { policy } = await readBusiness(world);
  return isWorkingDay(date, policy);
};

const isOutstanding = async (
  world: World,
  report: 'digest' | 'summary',
  date: LocalDate,
  today: LocalDate,
): Promise<boolean> => {
  if (daysBetween(date, today) >= STALE_DAYS || (await isFinished(world, { report, date }))) return false;
  for (let back = 1; back <= SEEN_BEFORE_DAYS; back++) if (await wasChecked(world, addDays(date, -back))) return true;
  return false;
};
