import { createTables } from '../adapters/aws/create-tables.ts';
import { dynamoDbChangeFeed } from '../adapters/aws/dynamodb-change-feed.ts';
import { type DynamoDbPlace, dynamoDbClient, dynamoDbStreamsClient } from '../adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../adapters/aws/dynamodb-event-store.ts';
import { dynamoDbKeyStore } from '../adapters/aws/dynamodb-key-store.ts';
import { dynamoDbReadModels } from '../adapters/aws/dynamodb-read-models.ts';
import { realTime } from '../adapters/aws/feed-time.ts';
import { logStream } from '../adapters/aws/log-stream.ts';
import { tableName } from '../adapters/aws/tables.ts';
import { createBell } from '../adapters/bell.ts';
import { fileFeedPositions } from '../adapters/local/file-feed-positions.ts';
import type { Log } from '../ports/world.ts';
import { openBundledEngine } from './bundled-engine.ts';
import { CannotStart } from './data-folder.ts';
import type { OpenEngine } from './engine.ts';
import { type EngineKind, nameOf } from './engine-record.ts';

const PREFIX = 'qf';

/** A DynamoDB engine: the bundled one where `url` is null. */
export type DynamoDbKind = Extract<EngineKind, { engine: 'dynamodb' }>;

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
    if (owner) await createTables(client, PREFIX);
  } catch (error) {
    await close();
    throw new CannotStart(`${nameOf(kind)} does not answer as one should: ${String(error)}`);
  }
  return {
    kind,
    name: nameOf(kind),
    store: dynamoDbEventStore(client, { prefix: PREFIX, onAppended: bell.ring }),
    readModels: dynamoDbReadModels(client, { prefix: PREFIX }),
    keys: dynamoDbKeyStore(client, { prefix: PREFIX }),
    feed: dynamoDbChangeFeed({
      stream: logStream(client, streams, tableName(PREFIX, 'audit')),
      positions: fileFeedPositions(folder),
      time: realTime(bell),
      log,
    }),
    close,
  };
};

/** An engine on this machine takes any credentials; any other is AWS, with those of the environment. */
const placeOf = (url: string): DynamoDbPlace => ({
  endpoint: url,
  local: ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname),
});
