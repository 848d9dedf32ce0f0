import { periodAggregate } from '../aggregates/period.ts';
import type { Draft } from '../aggregates/quote/state.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { isWorkingDay, MORNING_MINUTE } from '../cadence/working-day.ts';
import { periodStream } from '../events/stream-name.ts';
import type { Business } from './business.ts';
import { load } from './load.ts';
import type { World } from './world.ts';

/** The run of a report to everybody, in the name of its period. */
export const EVERYBODY = 'all';

/**
 * Which of these people are still to get a day's one mail that will carry this draft. What a rep asked for before the
 * morning, or on a day of rest, waits for none; past the day's mail everything has a letter of its own.
 */
export const awaitingDayMail = async (
  world: Pick<World, 'store' | 'log'>,
  { policy, now }: Pick<Business, 'policy' | 'now'>,
  draft: Draft | null,
  recipients: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (draft?.status !== 'written' && draft?.status !== 'mailed') return new Set();
  const { date, minute } = wallClock(now, policy.timezone);
  if (minute < MORNING_MINUTE || !isWorkingDay(date, policy)) return new Set(draft.checked === date ? [] : recipients);
  if (await isOut(world, date, EVERYBODY)) return new Set();
  const out = await Promise.all(recipients.map(recipient => isOut(world, date, recipient)));
  return new Set(recipients.filter((_, at) => out[at] === false));
};

const isOut = async (world: Pick<World, 'store' | 'log'>, date: string, recipient: string): Promise<boolean> => {
  const { state } = await load(world, periodStream('today', date, recipient), periodAggregate);
  return state.sent || state.finished;
};
