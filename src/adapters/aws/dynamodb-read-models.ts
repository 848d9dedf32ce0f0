import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import type { ApprovalRow, Model, NudgeRow, ReadModels, ReplyRow, Rows } from '../../ports/read-models.ts';
import { checkKey, READ_MODEL_KEYS, rowKey } from '../dynamodb-limits.ts';
import { fromItem, toAttribute, toItem } from './attribute-value.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { tableName } from './tables.ts';

type Item = Record<string, AttributeValue>;

interface ModelsPlace {
  readonly prefix: string;
}

/**
 * The read models in DynamoDB, by the version rule. Parts stand by themselves too, so that a bundle holds, and a role
 * allows, no more than a function does.
 */
export const dynamoDbReadModels = (client: DynamoDBClient, place: ModelsPlace): ReadModels => ({
  ...dynamoDbRows(client, place),
  ...dynamoDbNudgesByMessage(client, place),
  ...dynamoDbApprovals(client, place),
  ...dynamoDbUpkeep(client, place),
  ...dynamoDbWholeModels(client, place),
});

/** Keeping the rows: the projector's part. */
export const dynamoDbRows = (client: DynamoDBClient, { prefix }: ModelsPlace): Pick<ReadModels, 'put'> => ({
  put: (model, row) => put(client, tableName(prefix, model), model, row),
});

/** Knowing a nudge by its Message-ID, from the index `by_message`. */
export const dynamoDbNudgesByMessage = (
  client: DynamoDBClient,
  { prefix }: ModelsPlace,
): Pick<ReadModels, 'nudgeByMessage'> => ({
  nudgeByMessage: async messageId => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: tableName(prefix, 'nudges'),
        IndexName: 'by_message',
        Limit: 1,
        KeyConditionExpression: '#message = :message',
        ExpressionAttributeNames: { '#message': 'message_id' },
        ExpressionAttributeValues: { ':message': { S: messageId } },
      }),
    );
    const row = Items?.[0];
    return row ? toRow<NudgeRow>(row) : null;
  },
});

/** Opening pages by the hash of their token. */
export const dynamoDbApprovals = (client: DynamoDBClient, { prefix }: ModelsPlace): Pick<ReadModels, 'approval'> => ({
  approval: async token => {
    const { Item } = await client.send(
      new GetItemCommand({
        TableName: tableName(prefix, 'approvals'),
        Key: { token: { S: token } },
        ConsistentRead: true,
      }),
    );
    return Item ? toRow<ApprovalRow>(Item) : null;
  },
});

/** Comparing the rows of a quote with its log, and putting them right. */
export const dynamoDbUpkeep = (
  client: DynamoDBClient,
  { prefix }: ModelsPlace,
): Pick<ReadModels, 'mend' | 'nudgesOf' | 'repliesOf'> => ({
  mend: (model, stored, row) => mend(client, tableName(prefix, model), model, stored, row),
  nudgesOf: quoteId => ofQuote<NudgeRow>(client, tableName(prefix, 'nudges'), quoteId),
  repliesOf: quoteId => ofQuote<ReplyRow>(client, tableName(prefix, 'reply'), quoteId),
});

/** Reading all rows: for verify, rebuild and the console; no function does. */
const dynamoDbWholeModels = (client: DynamoDBClient, { prefix }: ModelsPlace): Pick<ReadModels, 'all'> => ({
  all: async <M extends Model>(model: M, cursor?: string) => {
    const { Items, LastEvaluatedKey } = await client.send(
      new ScanCommand({
        TableName: tableName(prefix, model),
        ConsistentRead: true,
        ExclusiveStartKey: fromCursor(cursor),
      }),
    );
    return { items: (Items ?? []).map(item => toRow<Rows[M]>(item)), next: toCursor(LastEvaluatedKey) };
  },
});

const ofQuote = async <R>(client: DynamoDBClient, TableName: string, quoteId: string): Promise<R[]> => {
  const rows: R[] = [];
  let next: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: '#quote = :quote',
        ExpressionAttributeNames: { '#quote': 'quote_id' },
        ExpressionAttributeValues: { ':quote': { S: quoteId } },
        ExclusiveStartKey: next,
      }),
    );
    for (const item of page.Items ?? []) rows.push(toRow<R>(item));
    next = page.LastEvaluatedKey;
  } while (next);
  return rows;
};

const toRow = <R>(item: Item): R => fromItem(item) as R;

const put = <M extends Model>(client: DynamoDBClient, TableName: string, model: M, row: Rows[M]): Promise<boolean> => {
  const [partition, sort] = rowKey(model, row);
  checkKey(String(partition), sort);
  const command = new PutItemCommand({
    TableName,
    Item: toItem(row),
    ConditionExpression: 'attribute_not_exists(#key) OR #version < :version',
    ExpressionAttributeNames: { '#key': READ_MODEL_KEYS[model].partition, '#version': 'version' },
    ExpressionAttributeValues: { ':version': toAttribute(row.version) },
  });
  return unlessRefused(() => client.send(command));
};

const mend = <M extends Model>(
  client: DynamoDBClient,
  TableName: string,
  model: M,
  stored: Rows[M],
  row: Rows[M] | null,
): Promise<boolean> => {
  const condition = {
    TableName,
    ConditionExpression: '#version = :seen',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':seen': toAttribute(stored.version) },
  };
  if (row) return unlessRefused(() => client.send(new PutItemCommand({ ...condition, Item: toItem(row) })));
  const { partition, sort } = READ_MODEL_KEYS[model];
  const [partitionValue, sortValue] = rowKey(model, stored);
  const Key = {
    [partition]: toAttribute(partitionValue),
    ...(sort === null ? {} : { [sort]: toAttribute(sortValue) }),
  };
  return unlessRefused(() => client.send(new DeleteItemCommand({ ...condition, Key })));
};

const unlessRefused = async (send: () => Promise<unknown>): Promise<boolean> => {
  try {
    await send();
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
