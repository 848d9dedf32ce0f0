import { periodAggregate } from '../aggregates/period.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { endingsDue, remindersDue } from '../aggregates/quote/todo.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { isWorkingDay, MORNING_MINUTE } from '../cadence/working-day.ts';
import { periodStream } from '../events/stream-name.ts';
import type { Business } from './business.ts';
import { load } from './load.ts';
import type { World } from './world.ts';

/** The run of a report to everybody, in the name of its period. */
export const EVERYBODY = 'all';

/**
 * Which of these people are still to get a day's one mail, where it will carry this quote's draft, the reminder of its
 * reply, or that it ended without an answer. What a rep asked for before the morning, or on a day of rest, waits for
 * none; past the day's mail everything has a letter of its own.
 */
export const awaitingDayMail = async (
  world: Pick<World, 'store' | 'log'>,
  { policy, now }: Pick<Business, 'policy' | 'now'>,
  state: QuoteState,
  recipients: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { draft } = state;
  const { date, minute } = wallClock(now, policy.timezone);
  const waits = draft?.status === 'written' || draft?.status === 'mailed';
  if (!waits && [...remindersDue(state, policy, date), ...endingsDue(state)].length === 0) return new Set();
  if (minute < MORNING_MINUTE || !isWorkingDay(date, policy)) return new Set(draft?.checked === date ? [] : recipients);
  if (await isOut(world, date, EVERYBODY)) return new Set();
  const out = await Promise.all(recipients.map(recipient => isOut(world, date, recipient)));
  return new Set(recipients.filter((_, at) => out[at] === false));
};

const isOut = async (world: Pick<World, 'store' | 'log'>, date: string, recipient: string): Promise<boolean> => {
  const { state } = await load(world, periodStream('today', date, recipient), periodAggregate);
  return state.sent || state.finished;
};
