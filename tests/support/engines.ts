import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteChangeFeed } from '../../src/adapters/sqlite/change-feed.ts';
import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../../src/adapters/sqlite/key-store.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../../src/adapters/sqlite/read-models.ts';
import type { ChangeFeed } from '../../src/ports/change-feed.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { KeyStore } from '../../src/ports/key-store.ts';
import type { ReadModels } from '../../src/ports/read-models.ts';

/** One empty store of an engine, for one test. */
export interface Instance {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly keys: KeyStore;
  readonly feed: ChangeFeed;
  readonly close: () => Promise<void>;
}

export interface Engine {
  readonly name: string;
  readonly fresh: () => Promise<Instance>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'qf-test-'));

const sqlite: Engine = {
  name: 'sqlite',
  fresh: async () => {
    const folder = temporaryFolder();
    const database = openDatabase(join(folder, 'log.sqlite'));
    return {
      store: sqliteEventStore(database),
      readModels: sqliteReadModels(database),
      keys: sqliteKeyStore(database),
      feed: sqliteChangeFeed(database),
      close: async () => {
        database.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Every engine this machine can run. */
export const engines: readonly Engine[] = [sqlite];
