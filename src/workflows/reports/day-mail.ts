import { endingsDue, remindersDue } from '../../aggregates/quote/pending-tasks.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { reportRunAggregate } from '../../aggregates/report-run.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { isWorkingDay, MORNING_MINUTE } from '../../cadence/working-day.ts';
import { load } from '../../event-store/load.ts';
import { periodStream } from '../../events/stream-id.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';

/** The run of a report to everybody, in the name of its period. */
export const EVERYBODY = 'all';

/**
 * Which of these people are still to get a day's one mail, where it will carry this quote's draft, the reminder of its
 * reply, or that it ended without an answer. What a rep asked for before the morning, or on a day of rest, waits for
 * none; past the day's mail everything has a letter of its own.
 */
export const awaitingDayMail = async (
  deps: Pick<Dependencies, 'store' | 'log'>,
  { policy, now }: Pick<BusinessContext, 'policy' | 'now'>,
  state: QuoteState,
  recipients: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { draft } = state;
  const { date, minute } = wallClock(now, policy.timezone);
  const waits = draft?.status === 'written' || draft?.status === 'mailed';
  if (!waits && [...remindersDue(state, policy, date), ...endingsDue(state)].length === 0) return new Set();
  if (minute < MORNING_MINUTE || !isWorkingDay(date, policy)) return new Set(draft?.checked === date ? [] : recipients);
  if (await isOut(deps, date, EVERYBODY)) return new Set();
  const out = await Promise.all(recipients.map(recipient => isOut(deps, date, recipient)));
  return new Set(recipients.filter((_, at) => out[at] === false));
};

const isOut = async (deps: Pick<Dependencies, 'store' | 'log'>, date: string, recipient: string): Promise<boolean> => {
  const { state } = await load(deps, periodStream('today', date, recipient), reportRunAggregate);
  return state.sent || state.finished;
};
