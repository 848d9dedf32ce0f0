import { join } from 'node:path';
import { sqliteChangeFeed } from '../adapters/sqlite/change-feed.ts';
import { sqliteEventStore } from '../adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../adapters/sqlite/key-store.ts';
import { openDatabase } from '../adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../adapters/sqlite/read-models.ts';
import { sqliteTripwire } from '../adapters/sqlite/tripwire.ts';
import type { Log } from '../ports/world.ts';
import { CannotStart, openFolder } from './data-folder.ts';
import type { OpenEngine } from './engine.ts';
import {
  asRecorded,
  claimFolder,
  type DynamoDbKind,
  type EngineKind,
  nameOf,
  recordedEngine,
} from './engine-record.ts';

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
  return kind.engine === 'sqlite' ? openSqlite(folder) : openDynamoDb(folder, kind, { log, owner: false });
};

/** The keys of a log lie in the folder that began it: from another one it can be neither read nor carried on. */
const refuseAnothersLog = async (kind: DynamoDbKind): Promise<void> => {
  const { holdsLog } = await import('./open-dynamodb.ts');
  if (await holdsLog(kind))
    throw new CannotStart(
      `${nameOf(kind)} holds a log that was begun from another folder: set QF_DATA to that folder, or QF_TABLES to another name for tables of this one`,
    );
};

const openSqlite = async (folder: string): Promise<OpenEngine> => {
  const database = openDatabase(join(folder, 'log.sqlite'));
  return {
    kind: { engine: 'sqlite' },
    name: nameOf({ engine: 'sqlite' }),
    store: sqliteEventStore(database),
    readModels: sqliteReadModels(database),
    keys: sqliteKeyStore(database),
    feed: sqliteChangeFeed(database),
    tripwire: sqliteTripwire(database),
    close: async () => database.close(),
  };
};

/** Loaded only when it is used: the AWS client takes longer to load than SQLite takes for the whole start. */
const openDynamoDb: typeof import('./open-dynamodb.ts').openDynamoDb = async (...args) =>
  (await import('./open-dynamodb.ts')).openDynamoDb(...args);
