import { type AttributeValue, DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { Change } from '../../ports/change-feed.ts';
import type { ShardPosition } from '../batch-processor.ts';
import { fromItem } from './attribute-value.ts';

/** A record of the log's stream, as the Streams API gives it and as Lambda is invoked with it. */
export interface StreamRecord {
  readonly eventName?: string | undefined;
  readonly dynamodb?:
    | {
        readonly SequenceNumber?: string | undefined;
        readonly Keys?: Record<string, AttributeValue> | undefined;
        readonly NewImage?: Record<string, AttributeValue> | undefined;
      }
    | undefined;
}

export const toChange = ({ eventName, dynamodb }: StreamRecord): Change => {
  const keys = fromItem(dynamodb?.Keys ?? {});
  return {
    sequence: dynamodb?.SequenceNumber ?? '',
    kind: eventName === 'INSERT' || eventName === 'REMOVE' ? eventName : 'MODIFY',
    stream: String(keys.quote_id),
    version: Number(keys.version),
    event: dynamodb?.NewImage ? (fromItem(dynamodb.NewImage) as unknown as StoredEvent) : null,
  };
};

/** A shard and the one it was split from, if the stream still lists that. */
export interface Shard {
  readonly id: string;
  readonly parent: string | null;
}

/** What one read of a shard gives. */
export type ShardRead =
  /** `iterator` null: the shard is closed, and these were its last records. */
  | { readonly kind: 'records'; readonly changes: readonly Change[]; readonly iterator: string | null }
  /** An iterator lives 15 minutes: take a new one at the same position. */
  | { readonly kind: 'expired' }
  /** The position is older than the 24 hours a stream keeps: what lies between is lost to the feed. */
  | { readonly kind: 'trimmed' }
  /** The shard is gone, with all it had. */
  | { readonly kind: 'gone' };

/** The Streams API in the words of the feed. */
export interface LogStream {
  readonly arn: () => Promise<string>;
  readonly shards: (arn: string) => Promise<readonly Shard[]>;
  readonly iterator: (arn: string, shard: string, position: ShardPosition | undefined) => Promise<ShardIterator>;
  readonly read: (iterator: string) => Promise<ShardRead>;
}

export type ShardIterator =
  | { readonly kind: 'iterator'; readonly iterator: string }
  | Exclude<ShardRead, { kind: 'records' }>;

/** Records a read asks for at most: a page of them is folded and put before the next is fetched. */
const READ_LIMIT = 200;

export const logStream = (
  tables: Pick<DynamoDBClient, 'send'>,
  streams: Pick<DynamoDBStreamsClient, 'send'>,
  tableName: string,
): LogStream => ({
  arn: async () => {
    const { Table } = await tables.send(new DescribeTableCommand({ TableName: tableName }));
    if (!Table?.LatestStreamArn) throw new Error(`the table ${tableName} has no stream`);
    return Table.LatestStreamArn;
  },
  shards: async arn => {
    const shards: Shard[] = [];
    let last: string | undefined;
    do {
      const command = new DescribeStreamCommand({ StreamArn: arn, ExclusiveStartShardId: last });
      const { StreamDescription } = await streams.send(command);
      for (const { ShardId, ParentShardId } of StreamDescription?.Shards ?? []) {
        if (ShardId) shards.push({ id: ShardId, parent: ParentShardId ?? null });
      }
      last = StreamDescription?.LastEvaluatedShardId;
    } while (last);
    return shards;
  },
  iterator: async (arn, shard, position) => {
    const after = position?.after ?? null;
    const start =
      after === null
        ? ({ ShardIteratorType: 'TRIM_HORIZON' } as const)
        : ({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const);
    return orFault(async () => {
      const { ShardIterator } = await streams.send(
        new GetShardIteratorCommand({ StreamArn: arn, ShardId: shard, ...start }),
      );
      return ShardIterator ? { kind: 'iterator', iterator: ShardIterator } : { kind: 'gone' };
    });
  },
  read: iterator =>
    orFault(async () => {
      const { Records, NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: READ_LIMIT }),
      );
      return { kind: 'records', changes: (Records ?? []).map(toChange), iterator: NextShardIterator ?? null };
    }),
});

/** The three errors that say where we stand; any other is the network's or the service's, and is tried again. */
const orFault = async <T>(
  ask: () => Promise<T>,
): Promise<T | { readonly kind: 'expired' } | { readonly kind: 'trimmed' } | { readonly kind: 'gone' }> => {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof ExpiredIteratorException) return { kind: 'expired' };
    if (error instanceof TrimmedDataAccessException) return { kind: 'trimmed' };
    if (error instanceof ResourceNotFoundException) return { kind: 'gone' };
    throw error;
  }
};
