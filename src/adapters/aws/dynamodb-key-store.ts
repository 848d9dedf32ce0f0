import {
  type AttributeValue,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { KeyState, KeyStore } from '../../ports/key-store.ts';
import { checkKey } from '../dynamodb-limits.ts';
import { tableName } from './tables.ts';

/** The keys in DynamoDB: a table without backups. */
export const dynamoDbKeyStore = (client: DynamoDBClient, { prefix }: { readonly prefix: string }): KeyStore => {
  const TableName = tableName(prefix, 'keys');
  const get = async (ref: string): Promise<KeyState> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: { ref: { S: ref } }, ConsistentRead: true }),
    );
    return toState(Item);
  };
  const putUnless = async (attribute: string, Item: Record<string, AttributeValue>): Promise<boolean> => {
    try {
      await client.send(
        new PutItemCommand({
          TableName,
          Item,
          ConditionExpression: 'attribute_not_exists(#attribute)',
          ExpressionAttributeNames: { '#attribute': attribute },
        }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return false;
    }
  };
  return {
    get,
    obtain: async (ref, fresh) => {
      checkKey(ref);
      const known = await get(ref);
      if (known !== 'absent') return known;
      const key = fresh();
      if (await putUnless('ref', { ref: { S: ref }, key: { B: key } })) return { key };
      // Whoever came first: what stands is the key.
      const stored = await get(ref);
      if (stored === 'absent') throw new Error('a key that was just stored is absent');
      return stored;
    },
    destroy: async (ref, at) => {
      checkKey(ref);
      await putUnless('destroyed_at', { ref: { S: ref }, destroyed_at: { S: at } });
    },
  };
};

const toState = (item: Record<string, AttributeValue> | undefined): KeyState => {
  if (!item) return 'absent';
  return item.key?.B === undefined ? 'destroyed' : { key: new Uint8Array(item.key.B) };
};
