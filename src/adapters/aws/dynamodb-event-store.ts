import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { EventStore, Page } from '../../ports/event-store.ts';
import { checkEventSize, checkKey } from '../dynamodb-limits.ts';
import { fromItem, toAttribute, toItem } from './attribute-value.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { tableName } from './tables.ts';

type Item = Record<string, AttributeValue>;

interface LogPlace {
  readonly prefix: string;
}

/**
 * The log in DynamoDB. Names in expressions are always placeholders: some of ours are reserved words. The parts stand by
 * themselves too, so that a bundle holds, and a role allows, no more than a function does.
 */
export const dynamoDbEventStore = (
  client: DynamoDBClient,
  place: LogPlace & { readonly onAppended?: () => void },
): EventStore => ({
  ...dynamoDbStreams(client, place),
  ...dynamoDbAppending(client, place),
  ...dynamoDbDays(client, place),
  ...dynamoDbWholeLog(client, place),
});

/** Reading single streams. */
export const dynamoDbStreams = (client: DynamoDBClient, { prefix }: LogPlace): Pick<EventStore, 'read' | 'head'> => {
  const TableName = tableName(prefix, 'audit');
  return {
    read: async (stream, after = 0) => {
      const query: QueryCommandInput = {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: '#stream = :stream AND #version > :after',
        ExpressionAttributeNames: { '#stream': 'quote_id', '#version': 'version' },
        ExpressionAttributeValues: { ':stream': { S: stream }, ':after': { N: String(after) } },
      };
      const first = await client.send(new QueryCommand(query));
      const events = (first.Items ?? []).map(toEvent);
      let next = first.LastEvaluatedKey;
      while (next) {
        const page = await client.send(new QueryCommand({ ...query, ExclusiveStartKey: next }));
        for (const item of page.Items ?? []) events.push(toEvent(item));
        next = page.LastEvaluatedKey;
      }
      return events;
    },
    head: async stream => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: 1,
          KeyConditionExpression: '#stream = :stream',
          ExpressionAttributeNames: { '#stream': 'quote_id' },
          ExpressionAttributeValues: { ':stream': { S: stream } },
        }),
      );
      const newest = Items?.[0];
      return newest ? toEvent(newest) : null;
    },
  };
};

/**
 * What keeps the log's table from being written, in words; null when nothing does. A put on the condition that a key
 * which no event has is there: it asks for all that an append asks for, and never puts anything.
 */
export const dynamoDbWriteFault = async (client: DynamoDBClient, { prefix }: LogPlace): Promise<string | null> => {
  try {
    await client.send(
      new PutItemCommand({
        TableName: tableName(prefix, 'audit'),
        Item: { quote_id: { S: '~health' }, version: { N: '0' } },
        ConditionExpression: 'attribute_exists(#stream)',
        ExpressionAttributeNames: { '#stream': 'quote_id' },
      }),
    );
    return 'the log holds an event that no release wrote: ~health/0';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    return `the log's table cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
};

/** Adding events. */
export const dynamoDbAppending = (
  client: DynamoDBClient,
  { prefix, onAppended = () => {} }: LogPlace & { readonly onAppended?: () => void },
): Pick<EventStore, 'append'> => {
  const TableName = tableName(prefix, 'audit');
  return {
    append: async event => {
      checkKey(event.quote_id);
      checkEventSize(event);
      const appended = await put(client, TableName, event);
      if (appended) onAppended();
      return appended ? 'appended' : 'lost';
    },
  };
};

/** Reading by days, from the index `by_day`. */
export const dynamoDbDays = (client: DynamoDBClient, { prefix }: LogPlace): Pick<EventStore, 'byDay'> => ({
  byDay: (day, options = {}) => byDay(client, tableName(prefix, 'audit'), day, options),
});

/** Reading everything. */
export const dynamoDbWholeLog = (client: DynamoDBClient, { prefix }: LogPlace): Pick<EventStore, 'scan'> => ({
  scan: options => scan(client, tableName(prefix, 'audit'), options),
});

const toEvent = (item: Item): StoredEvent => fromItem(item) as unknown as StoredEvent;

const put = async (client: DynamoDBClient, TableName: string, event: StoredEvent): Promise<boolean> => {
  try {
    await client.send(
      new PutItemCommand({
        TableName,
        Item: toItem(event),
        ConditionExpression: 'attribute_not_exists(#stream)',
        ExpressionAttributeNames: { '#stream': 'quote_id' },
      }),
    );
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    // The SDK tries again when an answer got lost on the way: what stands there may be our own first try.
    return (error.$metadata.attempts ?? 1) > 1 && (await isStored(client, TableName, event));
  }
};

const isStored = async (client: DynamoDBClient, TableName: string, event: StoredEvent): Promise<boolean> => {
  const Key = toItem({ quote_id: event.quote_id, version: event.version });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }));
  return Item?.hash?.S === event.hash;
};

const byDay = async (
  client: DynamoDBClient,
  TableName: string,
  day: string,
  { newestFirst = false, from, limit = 100, cursor }: NonNullable<Parameters<EventStore['byDay']>[1]>,
): Promise<Page<StoredEvent>> => {
  const { Items, LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'by_day',
      ScanIndexForward: !newestFirst,
      Limit: limit,
      KeyConditionExpression: `#day = :day${from === undefined ? '' : ` AND #ts ${newestFirst ? '<=' : '>='} :from`}`,
      ExpressionAttributeNames: { '#day': 'day', ...(from === undefined ? {} : { '#ts': 'ts' }) },
      ExpressionAttributeValues: { ':day': { S: day }, ...(from === undefined ? {} : { ':from': toAttribute(from) }) },
      ExclusiveStartKey: fromCursor(cursor),
    }),
  );
  return { items: (Items ?? []).map(toEvent), next: toCursor(LastEvaluatedKey) };
};

/** A Scan gives a partition's items together and by sort key. Consistent, so that verify never meets half a stream. */
async function* scan(
  client: DynamoDBClient,
  TableName: string,
  { signal, segment, segments, after }: NonNullable<Parameters<EventStore['scan']>[0]> = {},
): AsyncIterable<StoredEvent> {
  let next = after && toItem({ quote_id: after.stream, version: after.version });
  do {
    signal?.throwIfAborted();
    const page = await client.send(
      new ScanCommand({
        TableName,
        ConsistentRead: true,
        ExclusiveStartKey: next,
        ...(segments === undefined ? {} : { Segment: segment ?? 0, TotalSegments: segments }),
      }),
      signal ? { abortSignal: signal } : {},
    );
    for (const item of page.Items ?? []) yield toEvent(item);
    next = page.LastEvaluatedKey;
  } while (next);
}
