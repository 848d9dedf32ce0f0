import {
  BatchWriteItemCommand,
  DeleteTableCommand,
  type DynamoDBClient,
  paginateScan,
  ResourceNotFoundException,
  ScanCommand,
  type WriteRequest,
  waitUntilTableNotExists,
} from '@aws-sdk/client-dynamodb';
import { createTables, tables } from './tables.ts';

const MAX_WAIT_SECONDS = 60;
/** DynamoDB takes no more in one call. */
const BATCH = 25;
const MAX_ATTEMPTS = 20;

/** Fills tables named `to-…` with what is in those named `from-…`; whatever was in them is gone first. */
export const copyTables = async (client: DynamoDBClient, from: string, to: string): Promise<void> => {
  await dropTables(client, to);
  await createTables(client, to, { passing: true });
  const targets = Object.values(tables(to));
  for (const [at, { TableName: source }] of Object.values(tables(from)).entries()) {
    const target = targets[at]?.TableName;
    if (target === undefined) throw new Error(`no table beside ${source}`);
    for await (const { Items = [] } of paginateScan({ client }, { TableName: source, ConsistentRead: true })) {
      const requests = Items.map(Item => ({ PutRequest: { Item } }));
      for (let next = 0; next < requests.length; next += BATCH)
        await write(client, target, requests.slice(next, next + BATCH));
    }
  }
};

const write = async (client: DynamoDBClient, table: string, requests: WriteRequest[]): Promise<void> => {
  let left = requests;
  for (let tries = 0; left.length > 0; tries++) {
    if (tries >= MAX_ATTEMPTS) throw new Error(`${table} does not take what is copied into it`);
    const { UnprocessedItems } = await client.send(new BatchWriteItemCommand({ RequestItems: { [table]: left } }));
    left = UnprocessedItems?.[table] ?? [];
  }
};

/** Those that are not there are left out. */
export const dropTables = async (client: DynamoDBClient, prefix: string): Promise<void> => {
  for (const { TableName } of Object.values(tables(prefix))) {
    try {
      await client.send(new DeleteTableCommand({ TableName }));
    } catch (error) {
      if (error instanceof ResourceNotFoundException) continue;
      throw error;
    }
    await waitUntilTableNotExists({ client, maxWaitTime: MAX_WAIT_SECONDS, minDelay: 1 }, { TableName });
  }
};

/** Whether the table is there and not empty. */
export const holdsItems = async (client: DynamoDBClient, table: string): Promise<boolean> => {
  try {
    const { Count = 0 } = await client.send(new ScanCommand({ TableName: table, Limit: 1 }));
    return Count > 0;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
};
