import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { sqliteChangeFeed } from '../adapters/sqlite/change-feed.ts';
import { sqliteEventStore } from '../adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../adapters/sqlite/key-store.ts';
import {
  type Database,
  isReadOnly,
  NotTakenIn,
  openDatabase,
  openReadOnly,
  writeFault,
} from '../adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../adapters/sqlite/read-models.ts';
import { sqliteTripwire } from '../adapters/sqlite/tripwire.ts';
import type { Log } from '../ports/world.ts';
import { CannotStart, openFolder } from './data-folder.ts';
import {
  asRecorded,
  claimFolder,
  type DynamoDbKind,
  type EngineKind,
  nameOf,
  type OpenEngine,
  recordedEngine,
} from './engine.ts';

/**
 * Opens a data folder for the system itself: made if absent, for its owner's eyes only. Throws `CannotStart` when the
 * folder belongs to another engine, or the engine asked for is not to be had here.
 */
export const openEngine = async (folder: string, wanted: EngineKind, log: Log): Promise<OpenEngine> => {
  await openFolder(folder);
  const kind = asRecorded(wanted);
  if (kind.engine === 'dynamodb' && kind.url !== null && (await recordedEngine(folder)) === null)
    await refuseAnothersLog(kind);
  await claimFolder(folder, kind);
  return kind.engine === 'sqlite' ? openSqlite(folder) : openDynamoDb(folder, kind, { log, owner: true });
};

/** Opens the data of a folder beside a system that may be running on it. Throws `CannotStart` when there is none. */
export const openExisting = async (folder: string, log: Log): Promise<OpenEngine> => {
  const kind = await recordedEngine(folder);
  if (kind === null)
    throw new CannotStart(`there is no data in ${folder}; \`npm start\` makes it, QF_DATA names another folder`);
  if (kind.engine === 'sqlite') return openSqliteBeside(folder);
  if (kind.url === null && !(await canWrite(folder))) throw new CannotStart(copyFirst(folder));
  return openDynamoDb(folder, kind, { log, owner: false });
};

const canWrite = (folder: string): Promise<boolean> =>
  access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );

/** The keys of a log lie in the folder that began it: from another one it can be neither read nor carried on. */
const refuseAnothersLog = async (kind: DynamoDbKind): Promise<void> => {
  const { holdsLog } = await import('./open-dynamodb.ts');
  if (await holdsLog(kind))
    throw new CannotStart(
      `${nameOf(kind)} holds a log that was begun from another folder: set QF_DATA to that folder, or QF_TABLES to another name for tables of this one`,
    );
};

const openSqlite = async (folder: string): Promise<OpenEngine> => overSqlite(openDatabase(join(folder, 'log.sqlite')));

/** A copy where nothing can be written is read as it lies there. */
const openSqliteBeside = async (folder: string): Promise<OpenEngine> => {
  try {
    return await openSqlite(folder);
  } catch (error) {
    if (!isReadOnly(error)) throw error;
    return overSqlite(readOnly(folder));
  }
};

const readOnly = (folder: string): Database => {
  try {
    return openReadOnly(join(folder, 'log.sqlite'));
  } catch (error) {
    if (error instanceof NotTakenIn || isReadOnly(error)) throw new CannotStart(copyFirst(folder));
    throw error;
  }
};

/** Said where reading alone does not do. */
export const copyFirst = (folder: string): string =>
  `${folder} cannot be written, and this cannot be done without: copy the whole folder to where it can be, and set QF_DATA to the copy`;

const overSqlite = (database: Database): OpenEngine => {
  return {
    kind: { engine: 'sqlite' },
    name: nameOf({ engine: 'sqlite' }),
    store: sqliteEventStore(database),
    readModels: sqliteReadModels(database),
    keys: sqliteKeyStore(database),
    feed: sqliteChangeFeed(database),
    tripwire: sqliteTripwire(database),
    writeFault: async () => writeFault(database),
    close: async () => database.close(),
  };
};

/** Loaded only when it is used: the AWS client takes longer to load than SQLite takes for the whole start. */
const openDynamoDb: typeof import('./open-dynamodb.ts').openDynamoDb = async (...args) =>
  (await import('./open-dynamodb.ts')).openDynamoDb(...args);
