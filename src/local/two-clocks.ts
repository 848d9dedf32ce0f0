import { join } from 'node:path';
import { moveClock, systemAggregate } from '../aggregates/system.ts';
import { transact } from '../application/transact.ts';
import type { World } from '../application/world.ts';
import { SYSTEM_STREAM } from '../events/stream-name.ts';
import type { Log } from '../ports/world.ts';
import { CannotStart } from './data-folder.ts';
import type { EngineKind } from './engine-record.ts';
import { beginJourney, currentJourney, endJourney, journeyEngine, noteOffset } from './journey.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { openRuntime } from './runtime.ts';
import type { SerialQueue } from './serial-queue.ts';
import { type Working, working } from './working.ts';

export interface TwoClocksOptions {
  readonly folder: string;
  readonly engine: EngineKind;
  /** A real relay; null: mail stays in a mailbox on disk. */
  readonly smtpUrl: string | null;
  readonly log: Log;
  readonly realNow: () => number;
  readonly queue: SerialQueue;
}

/** The system on the data of now or, while the clock is moved, on a copy: one of the two is open at a time. */
export interface TwoClocks {
  readonly clock: MovableClock;
  readonly open: (publicUrl: string) => Promise<Working>;
  /** Throws while the system is between the two. */
  readonly opened: () => Working;
  readonly isOpen: () => boolean;
  /** Where the data of the clock lies that the system goes by. */
  readonly dataFolder: () => string;
  readonly isMoved: () => boolean;
  readonly moveTo: (target: Date, progress?: (at: Date) => void) => Promise<void>;
  readonly backToNow: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const twoClocks = async (options: TwoClocksOptions): Promise<TwoClocks> => {
  const { folder, engine, smtpUrl, log, realNow, queue } = options;
  const journey = await currentJourney(folder);
  const clock = movableClock(journey?.offsetMs ?? 0, realNow);
  let moved = journey !== null;
  let publicUrl = '';
  let current: Working | null = null;

  const dataFolder = (): string => (moved ? join(folder, 'journey') : folder);
  const reopen = async (): Promise<Working> => {
    const data = { dataFolder: dataFolder(), engine: moved ? await journeyEngine(engine) : engine };
    current = working(folder, await openRuntime({ ...data, folder, clock, publicUrl, smtpUrl, log }), clock, log);
    return current;
  };
  const opened = (): Working => {
    if (!current) throw new Error('the system is between two clocks; try again in a moment');
    return current;
  };
  const close = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.runtime.close();
  };
  const setOut = async (): Promise<void> => {
    await close();
    try {
      await beginJourney(folder, engine);
      moved = true;
    } finally {
      await reopen();
    }
  };
  return {
    clock,
    open: url => {
      publicUrl = url;
      return reopen();
    },
    opened,
    isOpen: () => current !== null,
    dataFolder,
    isMoved: () => moved,
    moveTo: (target, progress) =>
      queue(async () => {
        if (smtpUrl !== null) throw new CannotStart('mail really leaves, so the clock is fixed');
        if (!moved) await setOut();
        await noteMove(opened().runtime.world, clock.now(), target);
        await opened().driver.travel(target, progress);
        await noteOffset(folder, clock.offsetMs());
      }),
    backToNow: () =>
      queue(async () => {
        if (!moved) return;
        await close();
        await endJourney(folder, engine);
        moved = false;
        clock.backToNow();
        await (await reopen()).driver.tick();
      }),
    close,
  };
};

/** Said in the journey's own log before its first event of a later day. */
const noteMove = async ({ store, keys, clock, random, log }: World, from: Date, to: Date): Promise<void> => {
  await transact(
    { store, keys, clock, random, log },
    {
      stream: SYSTEM_STREAM,
      aggregate: systemAggregate,
      actor: { system: 'clock' },
      sealRef: () => null,
      decide: state => moveClock(state, { from: from.toISOString(), to: to.toISOString() }),
    },
  );
};
