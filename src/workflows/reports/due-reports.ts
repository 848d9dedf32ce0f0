import { wallClock } from '../../cadence/sending-hours.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { digestDate, summaryDate } from '../../reports/period.ts';
import type { Dependencies } from '../dependencies.ts';
import { lazy } from '../lazy.ts';

const digests = lazy(() => import('./digest.ts'));
const summaries = lazy(() => import('./summary.ts'));

/** Each report is loaded when it is due: the sweep, which asks every quarter of an hour, mostly finds none. */
export const sendDigest = async (deps: Dependencies, date: LocalDate) => (await digests()).sendDigest(deps, date);
export const sendSummary = async (deps: Dependencies, date: LocalDate) => (await summaries()).sendSummary(deps, date);

/** The digest that is due by now; the handler of its schedule calls this, and whoever repeats it. */
export const digestDue = async (deps: Dependencies) => sendDigest(deps, digestDate(await wallNow(deps)));
export const summaryDue = async (deps: Dependencies) => sendSummary(deps, summaryDate(await wallNow(deps)));

export const wallNow = async (deps: Dependencies) => {
  const { config } = await deps.configSource.read();
  return wallClock(deps.clock.now(), config.timezone);
};
