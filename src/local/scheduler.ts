import { DateTime } from 'luxon';
import type { FileOneOffs } from '../adapters/filesystem/file-one-offs.ts';
import type { MoveNotice } from '../ports/world.ts';
import type { MovableClock } from './movable-clock.ts';

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

/** What the driver runs at its time. */
export interface Jobs {
  readonly recurring: Readonly<Record<Recurring, () => Promise<void>>>;
  readonly oneOff: (notice: MoveNotice) => Promise<void>;
  /** Resolves when the change feed's consumers have handled everything there is. */
  readonly settled: () => Promise<void>;
  readonly timezone: () => Promise<string>;
}

export interface Scheduler {
  /** Runs whatever came due by now. Called every second in real time. */
  readonly tick: () => Promise<void>;
  /** Lets everything due on the way to `target` happen, in order, each at its own time. */
  readonly travel: (target: Date, progress?: (at: Date) => void) => Promise<void>;
  /** What comes next, soonest first. */
  readonly coming: () => Promise<readonly { readonly at: Date; readonly what: Recurring | 'send' }[]>;
}

const ALL: readonly Recurring[] = ['sync', 'daily-check', 'sweep', 'digest', 'summary'];
/** On a journey a sweep every quarter of an hour would be most of the work and find nothing: after each check, and twice a day. */
const JOURNEY_SWEEP_MS = 6 * 3_600_000;
const AFTER_CHECK_MS = 15 * 60_000;

/** Time as the schedules on AWS would make it happen, in one process: recurring tasks, one-offs, and a clock that may be moved. */
export const createDriver = (clock: MovableClock, oneOffs: FileOneOffs, duties: Jobs): Scheduler => {
  const last = new Map<Recurring, Date>(ALL.map(task => [task, clock.now()]));

  const run = async (task: Recurring): Promise<void> => {
    last.set(task, clock.now());
    await duties.recurring[task]();
    await duties.settled();
  };

  const dueAt = async (task: Recurring): Promise<Date> =>
    nextRun(task, last.get(task) ?? clock.now(), await duties.timezone());

  const runOneOffs = async (): Promise<void> => {
    for (const notice of await oneOffs.due(clock.now())) {
      await duties.oneOff(notice);
      await duties.settled();
    }
  };

  const tick = async (): Promise<void> => {
    await runOneOffs();
    for (const task of ALL) if ((await dueAt(task)) <= clock.now()) await run(task);
  };

  /** The next stop of a journey: the earliest of one-offs, the daily check and reports, and the thinned-out sweeps. */
  const nextStop = async (): Promise<Date> => {
    const checks = await Promise.all((['daily-check', 'digest', 'summary'] as const).map(dueAt));
    const checked = last.get('daily-check')?.getTime() ?? 0;
    const swept = last.get('sweep')?.getTime() ?? 0;
    const sweepAt = swept < checked ? checked + AFTER_CHECK_MS : swept + JOURNEY_SWEEP_MS;
    const stops = [...checks.map(at => at.getTime()), sweepAt, oneOffs.next()?.getTime() ?? Number.POSITIVE_INFINITY];
    return new Date(Math.max(Math.min(...stops), clock.now().getTime()));
  };

  const travel = async (target: Date, progress: (at: Date) => void = () => {}): Promise<void> => {
    for (let stop = await nextStop(); stop <= target; stop = await nextStop()) {
      clock.moveTo(stop);
      progress(stop);
      await run('sync');
      await runOneOffs();
      for (const task of ['daily-check', 'digest', 'summary'] as const)
        if ((await dueAt(task)) <= clock.now()) await run(task);
      const swept = last.get('sweep')?.getTime() ?? 0;
      const checked = last.get('daily-check')?.getTime() ?? 0;
      const now = clock.now().getTime();
      if (now - swept >= JOURNEY_SWEEP_MS || (swept < checked && now - checked >= AFTER_CHECK_MS)) await run('sweep');
    }
    clock.moveTo(target);
    await run('sync');
    await tick();
  };

  const coming = async (): Promise<readonly { at: Date; what: Recurring | 'send' }[]> => {
    const tasks = await Promise.all(
      (['daily-check', 'digest', 'summary'] as const).map(async what => ({ at: await dueAt(what), what })),
    );
    const send = oneOffs.next();
    return [...tasks, ...(send ? [{ at: send, what: 'send' as const }] : [])].sort(
      (a, b) => a.at.getTime() - b.at.getTime(),
    );
  };

  return { tick, travel, coming };
};
