import { wallClock } from '../cadence/sending-hours.ts';
import type { TakingIn } from '../console/request.ts';
import { digest, summary } from '../handlers/reports.ts';
import { sender } from '../handlers/sender.ts';
import { sweeper } from '../handlers/sweeper.ts';
import { timer } from '../handlers/timer.ts';
import type { Log } from '../ports/world.ts';
import { wasChecked } from '../workflows/daily-check/day-record.ts';
import { fileSyncing } from './file-syncing.ts';
import type { MovableClock } from './movable-clock.ts';
import type { Runtime } from './runtime.ts';
import { createDriver, type Scheduler } from './scheduler.ts';

/** A runtime with its work: what is due, taken up by the clock. */
export interface RunningSystem {
  readonly runtime: Runtime;
  readonly driver: Scheduler;
  /** A sync of very many rows that is under way. */
  readonly takingIn: () => TakingIn | null;
  /** Takes the files in, catches up with what was missed, and finishes what a crash left. */
  readonly start: () => Promise<void>;
}

const CHECK_MINUTE = 9 * 60;

export const working = (folder: string, runtime: Runtime, clock: MovableClock, log: Log): RunningSystem => {
  const { deps, config, oneOffs, settled } = runtime;
  const sync = fileSyncing(folder, runtime, clock);
  const safely = (name: string, work: () => Promise<unknown>) => async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log('error', name, {
        error: error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'unknown',
      });
    }
  };
  const check = safely('CheckFailed', timer(deps));
  const sweep = safely('SweepFailed', sweeper(deps));
  const driver = createDriver(clock, oneOffs, {
    recurring: {
      sync: safely('SyncFailed', sync.now),
      'daily-check': check,
      sweep,
      digest: safely('DigestFailed', digest(deps)),
      summary: safely('SummaryFailed', summary(deps)),
    },
    oneOff: notice => safely('SenderFailed', () => sender(deps)({ detail: notice }))(),
    settled,
    timezone: async () => (await config.read()).config.timezone,
  });
  return {
    runtime,
    takingIn: sync.takingIn,
    driver: {
      ...driver,
      tick: async () => {
        await safely('SyncFailed', sync.ifChanged)();
        await settled();
        await driver.tick();
      },
    },
    start: async () => {
      await safely('SyncFailed', sync.now)();
      await settled();
      const { timezone } = (await config.read()).config;
      const { date, minute } = wallClock(clock.now(), timezone);
      if (minute >= CHECK_MINUTE && !(await wasChecked(deps, date))) await check();
      await settled();
      await sweep();
      await settled();
    },
  };
};
