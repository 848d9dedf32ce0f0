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
import { checkKey } from '../dynamodb-limits.ts';
import { READ_MODEL_KEYS, rowKey } from '../read-model-keys.ts';
import { fromItem, toAttribute, toItem } from './attribute-value.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { tableName } from './tables.ts';

type Item = Record<string, AttributeValue>;

/** The read models in DynamoDB, by the version rule. */
export const dynamoDbReadModels = (client: DynamoDBClient, { prefix }: { readonly prefix: string }): ReadModels => {
  const table = (model: Model): string => tableName(prefix, model);
  const ofQuote = async <R>(model: Model, quoteId: string): Promise<R[]> => {
    const rows: R[] = [];
    let next: Item | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table(model),
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
  return {
    put: (model, row) => put(client, table(model), model, row),
    mend: (model, stored, row) => mend(client, table(model), model, stored, row),
    nudgesOf: quoteId => ofQuote<NudgeRow>('nudges', quoteId),
    repliesOf: quoteId => ofQuote<ReplyRow>('reply', quoteId),
    approval: async token => {
      const Key = { token: { S: token } };
      const { Item } = await client.send(
        new GetItemCommand({ TableName: table('approvals'), Key, ConsistentRead: true }),
      );
      return Item ? toRow<ApprovalRow>(Item) : null;
    },
    nudgeByMessage: async messageId => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table('nudges'),
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
    all: async <M extends Model>(model: M, cursor?: string) => {
      const { Items, LastEvaluatedKey } = await client.send(
        new ScanCommand({ TableName: table(model), ConsistentRead: true, ExclusiveStartKey: fromCursor(cursor) }),
      );
      return { items: (Items ?? []).map(item => toRow<Rows[M]>(item)), next: toCursor(LastEvaluatedKey) };
    },
  };
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
