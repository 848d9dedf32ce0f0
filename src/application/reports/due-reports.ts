import { wallClock } from '../../cadence/next-allowed-minute.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { digestDate, summaryDate } from '../../reports/period.ts';
import { loadedLater } from '../loaded-later.ts';
import type { World } from '../world.ts';

const digests = loadedLater(() => import('./send-digest.ts'));
const summaries = loadedLater(() => import('./send-summary.ts'));

/** Each report is loaded when it is due: the sweep, which asks every quarter of an hour, mostly finds none. */
export const sendDigest = async (world: World, date: LocalDate) => (await digests()).sendDigest(world, date);
export const sendSummary = async (world: World, date: LocalDate) => (await summaries()).sendSummary(world, date);

/** The digest that is due by now; the handler of its schedule calls this, and whoever repeats it. */
export const digestDue = async (world: World) => sendDigest(world, digestDate(await wallNow(world)));
export const summaryDue = async (world: World) => sendSummary(world, summaryDate(await wallNow(world)));

export const wallNow = async (world: World) => {
  const { config } = await world.configSource.read();
  return wallClock(world.clock.now(), config.timezone);
};
