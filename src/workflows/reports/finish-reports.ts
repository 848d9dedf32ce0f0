import { isWorkingDay, MORNING_MINUTE } from '../../cadence/working-day.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { digestDate, summaryDate, type WallMoment } from '../../reports/period.ts';
import { loadBusinessContext } from '../business-context.ts';
import { wasChecked } from '../daily-check/day-record.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';
import { sendDigest, sendSummary, wallNow } from './due-reports.ts';
import { isFinished } from './run-report.ts';

const todays = lazy(() => import('./send-today.ts'));
const sendToday = async (deps: Dependencies, date: LocalDate) => (await todays()).sendToday(deps, date);

/** Later than this a report of a period is old news; the next one tells it. */
const STALE_DAYS = 2;
const SEEN_BEFORE_DAYS = 7;

/**
 * The sweep's part: a report whose schedule was lost or whose run was cut off is made after all. Not for a business that
 * only began after it was due: there is nothing to tell.
 */
export const finishReports = async (deps: Dependencies): Promise<number> => {
  const now = await wallNow(deps);
  let ran = 0;
  const digest = digestDate(now);
  if (await isOutstanding(deps, 'digest', digest, now.date))
    ran += Number((await sendDigest(deps, digest)).kind === 'ran');
  const summary = summaryDate(now);
  if (await isOutstanding(deps, 'summary', summary, now.date))
    ran += Number((await sendSummary(deps, summary)).kind === 'ran');
  if (await isTodayOutstanding(deps, now)) ran += Number((await sendToday(deps, now.date)).kind === 'ran');
  return ran;
};

/** A working day's mail goes out once its check has ended: there are drafts to show then. */
const isTodayOutstanding = async (deps: Dependencies, { date, minute }: WallMoment): Promise<boolean> => {
  if (minute < MORNING_MINUTE || (await isFinished(deps, { report: 'today', date }))) return false;
  if (!(await wasChecked(deps, date))) return false;
  const { policy } = await loadBusinessContext(deps);
  return isWorkingDay(date, policy);
};

const isOutstanding = async (
  deps: Dependencies,
  report: 'digest' | 'summary',
  date: LocalDate,
  today: LocalDate,
): Promise<boolean> => {
  if (daysBetween(date, today) >= STALE_DAYS || (await isFinished(deps, { report, date }))) return false;
  for (let back = 1; back <= SEEN_BEFORE_DAYS; back++) if (await wasChecked(deps, addDays(date, -back))) return true;
  return false;
};
