import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../src/adapters/aws/attribute-value.ts';
import { dynamoDbChangeFeed } from '../../src/adapters/aws/dynamodb-change-feed.ts';
import { dynamoDbClient, dynamoDbStreamsClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../../src/adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../../src/adapters/aws/dynamodb-key-store.ts';
import { dynamoDbReadModels } from '../../src/adapters/aws/dynamodb-read-models.ts';
import { realTime } from '../../src/adapters/aws/feed-time.ts';
import { logStream } from '../../src/adapters/aws/log-stream.ts';
import { createTables, tableName } from '../../src/adapters/aws/tables.ts';
import { fileFeedPositions } from '../../src/adapters/filesystem/file-feed-positions.ts';
import { AUDIT_COLUMNS, toValues } from '../../src/adapters/sqlite/audit-row.ts';
import { sqliteChangeFeed } from '../../src/adapters/sqlite/change-feed.ts';
import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../../src/adapters/sqlite/key-store.ts';
import { type Database, openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../../src/adapters/sqlite/read-models.ts';
import { createBell } from '../../src/adapters/wake-signal.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { dynoxideBinary, startDynoxide } from '../../src/local/dynoxide.ts';
import type { ChangeFeed } from '../../src/ports/change-feed.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { KeyStore } from '../../src/ports/key-store.ts';
import type { ReadModels } from '../../src/ports/read-models.ts';
import { memoryKeys, memoryLog, memoryReadModels } from './in-memory-ports.ts';

/** Someone with the data in hand, who gets past whatever guards the log. */
export interface Intruder {
  /** Puts an event where its stream and version say, over the one that stands there. */
  readonly write: (event: StoredEvent) => Promise<void>;
  readonly remove: (event: Pick<StoredEvent, 'quote_id' | 'version'>) => Promise<void>;
}

/** One empty store of an engine, for one test. */
export interface Instance {
  readonly store: EventStore;
  readonly readModels: ReadModels;
  readonly keys: KeyStore;
  readonly feed: ChangeFeed;
  /** What the feed logged as an error. */
  readonly errors: readonly string[];
  readonly intruder: Intruder;
  /** Read models without a row, beside those of this instance. */
  readonly empty: () => Promise<ReadModels>;
  readonly close: () => Promise<void>;
}

export interface Engine {
  readonly name: string;
  readonly fresh: () => Promise<Instance>;
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'qf-test-'));

export const sqliteIntruder = (file: string): Intruder => {
  const broken = (use: (db: DatabaseSync) => void): void => {
    const db = new DatabaseSync(file);
    for (const guard of ['no_update', 'no_delete', 'no_replace']) db.exec(`DROP TRIGGER IF EXISTS qf_audit_${guard}`);
    use(db);
    db.close();
  };
  const places = AUDIT_COLUMNS.map(() => '?').join(', ');
  return {
    write: async event =>
      broken(db =>
        db
          .prepare(`INSERT OR REPLACE INTO qf_audit (${AUDIT_COLUMNS.join(', ')}) VALUES (${places})`)
          .run(...toValues(event)),
      ),
    remove: async ({ quote_id, version }) =>
      broken(db => db.prepare('DELETE FROM qf_audit WHERE quote_id = ? AND version = ?').run(quote_id, version)),
  };
};

const sqlite: Engine = {
  name: 'sqlite',
  fresh: async () => {
    const folder = temporaryFolder();
    const database = openDatabase(join(folder, 'log.sqlite'));
    const others: Database[] = [];
    return {
      store: sqliteEventStore(database),
      readModels: sqliteReadModels(database),
      keys: sqliteKeyStore(database),
      feed: sqliteChangeFeed(database),
      errors: [],
      intruder: sqliteIntruder(join(folder, 'log.sqlite')),
      empty: async () => {
        const other = openDatabase(join(folder, `other-${others.length}.sqlite`));
        others.push(other);
        return sqliteReadModels(other);
      },
      close: async () => {
        for (const open of [database, ...others]) open.close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
};

/** Whoever holds the tables' keys: the writes of a console or of a script, without a condition. */
export const dynamoDbIntruder = (client: ReturnType<typeof dynamoDbClient>, TableName: string): Intruder => ({
  write: async event => {
    await client.send(new PutItemCommand({ TableName, Item: toItem(event) }));
  },
  remove: async ({ quote_id, version }) => {
    await client.send(new DeleteItemCommand({ TableName, Key: toItem({ quote_id, version }) }));
  },
});

/** A DynamoDB engine somewhere: each test has tables of its own there. */
const dynamoDb = (name: string, url: () => Promise<string>): Engine => ({
  name,
  fresh: async () => {
    const place = { endpoint: await url(), local: true };
    const client = dynamoDbClient(place);
    const streams = dynamoDbStreamsClient(place);
    const prefix = `t${randomUUID().slice(0, 8)}`;
    const folder = temporaryFolder();
    const bell = createBell();
    const errors: string[] = [];
    await createTables(client, prefix);
    return {
      store: dynamoDbEventStore(client, { prefix, onAppended: bell.ring }),
      readModels: dynamoDbReadModels(client, { prefix }),
      keys: dynamoDbKeyStore(client, { prefix }),
      feed: dynamoDbChangeFeed({
        stream: logStream(client, streams, tableName(prefix, 'audit')),
        positions: fileFeedPositions(folder),
        time: realTime(bell),
        log: (level, message) => void (level === 'error' && errors.push(message)),
      }),
      errors,
      intruder: dynamoDbIntruder(client, tableName(prefix, 'audit')),
      empty: async () => {
        await createTables(client, `${prefix}-other`);
        return dynamoDbReadModels(client, { prefix: `${prefix}-other` });
      },
      close: async () => {
        client.destroy();
        streams.destroy();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  },
});

let dynoxideUrl: Promise<string> | undefined;

/** One engine per test process, on a fresh file: it ends with the process. */
const startOnce = (binary: string): Promise<string> => {
  const start = async (): Promise<string> => {
    const folder = temporaryFolder();
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return (await startDynoxide({ binary, file: join(folder, 'dynoxide.db') })).url;
  };
  dynoxideUrl ??= start();
  return dynoxideUrl;
};

const bundled = (): readonly Engine[] => {
  const binary = dynoxideBinary();
  if (binary) return [dynamoDb('dynoxide', () => startOnce(binary))];
  process.stderr.write(
    'SKIPPED on this platform: the bundled DynamoDB engine (@dynoxide/linux-x64) is not installed\n',
  );
  return [];
};

const given = (url: string | undefined): readonly Engine[] =>
  url === undefined ? [] : [dynamoDb('DynamoDB Local', async () => url)];

/** Every engine this machine can run; `QF_DYNAMODB_LOCAL_URL` adds Amazon's own. */
export const engines: readonly Engine[] = [sqlite, ...bundled(), ...given(process.env.QF_DYNAMODB_LOCAL_URL)];

/** What a test of one port needs of an engine. */
export type Ports = Pick<Instance, 'store' | 'readModels' | 'keys' | 'close'>;

/** The maps in memory that simulations run on: no engine, but the same contracts. */
const memory = {
  name: 'memory',
  fresh: async (): Promise<Ports> => ({
    store: memoryLog().store,
    readModels: memoryReadModels(),
    keys: memoryKeys(),
    close: async () => {},
  }),
};

export const enginesAndMemory: readonly { readonly name: string; readonly fresh: () => Promise<Ports> }[] = [
  ...engines,
  memory,
];
