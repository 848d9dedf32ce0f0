import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTables } from '../../src/adapters/aws/create-tables.ts';
import { dynamoDbChangeFeed } from '../../src/adapters/aws/dynamodb-change-feed.ts';
import { dynamoDbClient, dynamoDbStreamsClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../../src/adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../../src/adapters/aws/dynamodb-key-store.ts';
import { dynamoDbReadModels } from '../../src/adapters/aws/dynamodb-read-models.ts';
import { realTime } from '../../src/adapters/aws/feed-time.ts';
import { logStream } from '../../src/adapters/aws/log-stream.ts';
import { tableName } from '../../src/adapters/aws/tables.ts';
import { createBell } from '../../src/adapters/bell.ts';
import { fileFeedPositions } from '../../src/adapters/local/file-feed-positions.ts';
import { sqliteChangeFeed } from '../../src/adapters/sqlite/change-feed.ts';
import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../../src/adapters/sqlite/key-store.ts';
import { type Database, openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../../src/adapters/sqlite/read-models.ts';
import { dynoxideBinary, startDynoxide } from '../../src/local/dynoxide.ts';
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
  /** Read models without a row, beside those of this instance. */
  readonly empty: () => Promise<ReadModels>;
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
    const others: Database[] = [];
    return {
      store: sqliteEventStore(database),
      readModels: sqliteReadModels(database),
      keys: sqliteKeyStore(database),
      feed: sqliteChangeFeed(database),
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

const quiet = (): void => {};

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
    await createTables(client, prefix);
    return {
      store: dynamoDbEventStore(client, { prefix, onAppended: bell.ring }),
      readModels: dynamoDbReadModels(client, { prefix }),
      keys: dynamoDbKeyStore(client, { prefix }),
      feed: dynamoDbChangeFeed({
        stream: logStream(client, streams, tableName(prefix, 'audit')),
        positions: fileFeedPositions(folder),
        time: realTime(bell),
        log: quiet,
      }),
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
