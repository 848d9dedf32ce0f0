import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTables, dropTables, holdsItems } from '../adapters/aws/copy-tables.ts';
import { dynamoDbChangeFeed } from '../adapters/aws/dynamodb-change-feed.ts';
import { type DynamoDbPlace, dynamoDbClient, dynamoDbStreamsClient } from '../adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore, dynamoDbWriteFault } from '../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../adapters/aws/dynamodb-key-store.ts';
import { dynamoDbReadModels } from '../adapters/aws/dynamodb-read-models.ts';
import { realTime } from '../adapters/aws/feed-time.ts';
import { logStream } from '../adapters/aws/log-stream.ts';
import { createTables, tableName } from '../adapters/aws/tables.ts';
import { fileFeedPositions } from '../adapters/filesystem/file-feed-positions.ts';
import { fileTripwire } from '../adapters/filesystem/file-tripwire.ts';
import { createBell } from '../adapters/wake-signal.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import type { Log } from '../ports/world.ts';
import { CannotStart } from './data-folder.ts';
import { dynoxideBinary, isAnswering, startDynoxide } from './dynoxide.ts';
import { type DynamoDbKind, nameOf, type OpenEngine } from './engine.ts';

/** The bundled DynamoDB engine on a folder's data. */
export interface BundledEngine {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the bundled engine on the folder, or joins the one that the running system has started there. Two engines on
 * one file are safe (SQLite's locks hold between them), only needless. `announce` lets others join: a command does not,
 * for its engine ends with it.
 */
export const openBundledEngine = async (
  folder: string,
  { log, announce }: { readonly log: Log; readonly announce: boolean },
): Promise<BundledEngine> => {
  const note = join(folder, 'dynoxide.json');
  const running = await runningEngine(note);
  if (running) return { url: running, close: async () => {} };
  const binary = dynoxideBinary();
  if (!binary) {
    throw new CannotStart('the bundled DynamoDB engine exists for Linux x64 only; give the URL of one: --dynamodb URL');
  }
  const onCrash = (how: string): void => log('error', 'EngineCrashed', { how });
  const engine = await startDynoxide({ binary, file: join(folder, 'dynoxide.db'), onCrash });
  if (announce) await writeFile(note, JSON.stringify({ url: engine.url, pid: process.pid }), { mode: 0o600 });
  return {
    url: engine.url,
    close: async () => {
      await engine.stop();
      if (announce) await rm(note, { force: true });
    },
  };
};

/** The URL of an engine whose starter is alive; a note left by a crash is passed over. */
const runningEngine = async (note: string): Promise<string | null> => {
  const text = await readFile(note, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { url, pid }: { readonly url: unknown; readonly pid: unknown } = JSON.parse(text);
    if (typeof url !== 'string' || typeof pid !== 'number' || pid === process.pid) return null;
    process.kill(pid, 0);
    return (await isAnswering(url)) ? url : null;
  } catch {
    return null;
  }
};

/**
 * Opens the data on a DynamoDB engine. The owner, which is the system itself, creates the tables and lets commands join
 * its engine.
 */
export const openDynamoDb = async (
  folder: string,
  kind: DynamoDbKind,
  { log, owner }: { readonly log: Log; readonly owner: boolean },
): Promise<OpenEngine> => {
  const bundled = kind.url === null ? await openBundledEngine(folder, { log, announce: owner }) : null;
  const prefix = kind.tables;
  const place = placeOf(bundled?.url ?? kind.url ?? '');
  const client = dynamoDbClient(place);
  const streams = dynamoDbStreamsClient(place);
  const bell = createBell();
  const close = async (): Promise<void> => {
    client.destroy();
    streams.destroy();
    await bundled?.close();
  };
  try {
    if (owner) await createTables(client, prefix);
  } catch (error) {
    await close();
    throw new CannotStart(`${nameOf(kind)} does not answer as one should: ${String(error)}`);
  }
  let appended = 0;
  const onAppended = (): void => {
    appended++;
    bell.ring();
  };
  return {
    kind,
    name: nameOf(kind),
    store: dynamoDbEventStore(client, { prefix, onAppended }),
    readModels: dynamoDbReadModels(client, { prefix }),
    keys: dynamoDbKeyStore(client, { prefix }),
    feed: drainedOnce(
      dynamoDbChangeFeed({
        stream: logStream(client, streams, tableName(prefix, 'audit')),
        positions: fileFeedPositions(folder),
        time: realTime(bell),
        log,
      }),
      () => appended,
    ),
    tripwire: fileTripwire(folder),
    writeFault: () => dynamoDbWriteFault(client, { prefix }),
    close,
  };
};

/** A moved clock asks at every step whether all is handled: the engine is asked only when we have appended since. */
const drainedOnce = (feed: ChangeFeed, appended: () => number): ChangeFeed => {
  const handled = new Map<string, number>();
  return {
    run: feed.run,
    drained: async consumer => {
      const count = appended();
      if (handled.get(consumer) === count) return;
      await feed.drained(consumer);
      handled.set(consumer, count);
    },
  };
};

/** Whether the engine at a URL has a log already. Throws `CannotStart` when it does not answer. */
export const holdsLog = (kind: DynamoDbKind): Promise<boolean> =>
  withClient(kind, client => holdsItems(client, tableName(kind.tables, 'audit')));

/** The tables a moved clock works on, filled from those of what really happened. */
export const copyForJourney = (kind: DynamoDbKind): Promise<void> =>
  withClient(kind, client => copyTables(client, kind.tables, onJourney(kind).tables));

export const dropJourney = (kind: DynamoDbKind): Promise<void> =>
  withClient(kind, client => dropTables(client, onJourney(kind).tables));

export const onJourney = (kind: DynamoDbKind): DynamoDbKind => ({ ...kind, tables: `${kind.tables}-journey` });

const withClient = async <T>(
  kind: DynamoDbKind,
  work: (client: ReturnType<typeof dynamoDbClient>) => Promise<T>,
): Promise<T> => {
  const client = dynamoDbClient(placeOf(kind.url ?? ''));
  try {
    return await work(client);
  } catch (error) {
    throw new CannotStart(`${nameOf(kind)} does not answer as one should: ${String(error)}`);
  } finally {
    client.destroy();
  }
};

/** An engine on this machine takes any credentials; any other is AWS, with those of the environment. */
const placeOf = (url: string): DynamoDbPlace => ({
  endpoint: url,
  local: ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname),
});
