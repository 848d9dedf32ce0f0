import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../adapters/filesystem/atomic-file.ts';
import { installationAggregate, moveClock } from '../aggregates/installation.ts';
import { transact } from '../event-store/transact.ts';
import { SYSTEM_STREAM } from '../events/stream-id.ts';
import type { Log } from '../ports/world.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { CannotStart, EDITED } from './data-folder.ts';
import { asRecorded, claimFolder, type DynamoDbKind, type EngineKind } from './engine.ts';
import { type MovableClock, movableClock } from './movable-clock.ts';
import { type RunningSystem, working } from './running-system.ts';
import { openRuntime } from './runtime.ts';
import type { SerialQueue } from './serial-queue.ts';

/** A clock moved ahead works on a copy of the data: what really happened is never touched by what might. */
export interface Journey {
  /** The data the system works on. */
  readonly dataFolder: string;
  readonly offsetMs: number;
}

const folderOf = (folder: string): string => join(folder, 'journey');
const noteOf = (folder: string): string => join(folderOf(folder), 'journey.json');
const FILES = Object.values(EDITED);
/** All that makes up a state of the system beside the files a person edits. */
const DATA = [
  'log.sqlite',
  'log.sqlite-wal',
  'log.sqlite-shm',
  'dynoxide.db',
  'dynoxide.db-wal',
  'dynoxide.db-shm',
  'objects',
  'schedules.json',
];
/** Where the readers of the log's stream are. The copied tables of an engine at a URL have streams of their own. */
const POSITIONS = ['feed-projector.json', 'feed-publisher.json'];

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The journey a restart finds itself on, or null. */
export const currentJourney = async (folder: string): Promise<Journey | null> => {
  const text = await readFile(noteOf(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  const note: { readonly offsetMs?: unknown } = JSON.parse(text);
  return typeof note.offsetMs === 'number' ? { dataFolder: folderOf(folder), offsetMs: note.offsetMs } : null;
};

export const noteOffset = (folder: string, offsetMs: number): Promise<void> =>
  writeAtomically(noteOf(folder), JSON.stringify({ offsetMs }));

/**
 * Copies the data aside. The system must be closed. The folder gets its name last, so that a crash in between leaves
 * no half journey; the files a person edits stay where they are, with a copy to go back to.
 */
export const beginJourney = async (folder: string, engine: EngineKind): Promise<void> => {
  const elsewhere = isElsewhere(engine);
  const making = join(folder, 'journey.part');
  await rm(making, { recursive: true, force: true });
  await mkdir(join(making, 'before'), { recursive: true, mode: 0o700 });
  for (const name of elsewhere ? DATA : [...DATA, ...POSITIONS])
    if (await exists(join(folder, name)))
      await cp(join(folder, name), join(making, name), { recursive: true, preserveTimestamps: true });
  for (const name of FILES)
    if (await exists(join(folder, name)))
      await cp(join(folder, name), join(making, 'before', name), { preserveTimestamps: true });
  if (elsewhere) {
    await (await import('./open-dynamodb.ts')).copyForJourney(engine);
    await claimFolder(making, asRecorded(await journeyEngine(engine)));
  }
  await writeAtomically(join(making, 'journey.json'), JSON.stringify({ offsetMs: 0 }));
  await rename(making, folderOf(folder));
};

/** Everything is again as it was: the files are put back, then the copy goes. The system must be closed. */
export const endJourney = async (folder: string, engine: EngineKind): Promise<void> => {
  for (const name of FILES) {
    const before = join(folderOf(folder), 'before', name);
    if (await exists(before)) await writeAtomically(join(folder, name), await readFile(before));
  }
  const ending = join(folder, 'journey.over');
  await rm(ending, { recursive: true, force: true });
  await rename(folderOf(folder), ending);
  await rm(ending, { recursive: true, force: true });
  if (isElsewhere(engine)) await (await import('./open-dynamodb.ts')).dropJourney(engine);
};

/** The engine that holds a journey's data: tables beside the real ones where they lie at a URL, else the copied file. */
export const journeyEngine = async (engine: EngineKind): Promise<EngineKind> =>
  isElsewhere(engine) ? (await import('./open-dynamodb.ts')).onJourney(engine) : engine;

const isElsewhere = (engine: EngineKind): engine is DynamoDbKind => engine.engine === 'dynamodb' && engine.url !== null;

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
  readonly open: (publicUrl: string) => Promise<RunningSystem>;
  /** Throws while the system is between the two. */
  readonly opened: () => RunningSystem;
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
  let current: RunningSystem | null = null;

  const dataFolder = (): string => (moved ? join(folder, 'journey') : folder);
  const reopen = async (): Promise<RunningSystem> => {
    const data = { dataFolder: dataFolder(), engine: moved ? await journeyEngine(engine) : engine };
    current = working(folder, await openRuntime({ ...data, folder, clock, publicUrl, smtpUrl, log }), clock, log);
    return current;
  };
  const opened = (): RunningSystem => {
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
        await noteMove(opened().runtime.deps, clock.now(), target);
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
const noteMove = async ({ store, keys, clock, random, log }: Dependencies, from: Date, to: Date): Promise<void> => {
  await transact(
    { store, keys, clock, random, log },
    {
      stream: SYSTEM_STREAM,
      aggregate: installationAggregate,
      actor: { system: 'clock' },
      sealRef: () => null,
      decide: state => moveClock(state, { from: from.toISOString(), to: to.toISOString() }),
    },
  );
};
