import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../adapters/local/atomic-file.ts';
import { EDITED } from './data-folder.ts';
import { asRecorded, claimFolder, type DynamoDbKind, type EngineKind } from './engine-record.ts';

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
