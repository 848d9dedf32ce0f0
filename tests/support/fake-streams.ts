import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  LimitExceededException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';

interface FakeShard {
  readonly parent: string | null;
  readonly records: { readonly sequence: string; readonly stream: string; readonly version: number }[];
  closed: boolean;
  /** Records before this index are trimmed. */
  trimmedTo: number;
}

/** A DynamoDB stream with shards that split, close and are trimmed: what no local engine has. Speaks the SDK's commands. */
export const fakeStreams = () => {
  const shards = new Map<string, FakeShard>();
  const calls: string[] = [];
  let next = 1;
  let throttles = 0;
  let expires = 0;
  let arn = 'arn:stream/1';
  const shard = (id: string): FakeShard => {
    const found = shards.get(id);
    if (!found) throw new Error(`no shard ${id}`);
    return found;
  };
  const metadata = { $metadata: {}, message: 'fake' };
  const answer = (command: unknown): unknown => {
    if (command instanceof DescribeTableCommand) return { Table: { LatestStreamArn: arn } };
    if (command instanceof DescribeStreamCommand) {
      // Two shards a page, so that listing has to go on.
      const ids = [...shards.keys()];
      const from = command.input.ExclusiveStartShardId ? ids.indexOf(command.input.ExclusiveStartShardId) + 1 : 0;
      const page = ids.slice(from, from + 2);
      const Shards = page.map(id => ({
        ShardId: id,
        ...(shard(id).parent ? { ParentShardId: shard(id).parent } : {}),
      }));
      return {
        StreamDescription: { Shards, ...(from + 2 < ids.length ? { LastEvaluatedShardId: page.at(-1) } : {}) },
      };
    }
    if (command instanceof GetShardIteratorCommand) {
      const { ShardId = '', SequenceNumber } = command.input;
      const { records, trimmedTo } = shard(ShardId);
      const at = SequenceNumber ? records.findIndex(({ sequence }) => sequence === SequenceNumber) + 1 : trimmedTo;
      if (at < trimmedTo) throw new TrimmedDataAccessException(metadata);
      calls.push(`iterator ${ShardId} ${SequenceNumber ?? 'horizon'}`);
      return { ShardIterator: `${ShardId}|${at}` };
    }
    if (command instanceof GetRecordsCommand) return records(command.input.ShardIterator ?? '');
    throw new Error('a command that the fake does not know');
  };
  const records = (iterator: string): unknown => {
    const [id = '', at = '0'] = iterator.split('|');
    if (throttles > 0) {
      throttles--;
      throw new LimitExceededException(metadata);
    }
    if (expires > 0) {
      expires--;
      throw new ExpiredIteratorException(metadata);
    }
    const { records: all, closed, trimmedTo } = shard(id);
    if (Number(at) < trimmedTo) throw new TrimmedDataAccessException(metadata);
    const page = all.slice(Number(at), Number(at) + 3);
    const end = Number(at) + page.length;
    return {
      Records: page.map(({ sequence, stream, version }) => ({
        eventName: 'INSERT',
        dynamodb: { SequenceNumber: sequence, Keys: { quote_id: { S: stream }, version: { N: String(version) } } },
      })),
      ...(closed && end === all.length ? {} : { NextShardIterator: `${id}|${end}` }),
    };
  };
  return {
    client: { send: async (command: unknown) => answer(command) } as never,
    calls,
    open: (id: string, parent: string | null = null) =>
      shards.set(id, { parent, records: [], closed: false, trimmedTo: 0 }),
    close: (id: string) => {
      shard(id).closed = true;
    },
    forget: (id: string) => shards.delete(id),
    add: (id: string, stream: string, ...versions: number[]) => {
      for (const version of versions) shard(id).records.push({ sequence: String(next++), stream, version });
    },
    trim: (id: string, to: number) => {
      shard(id).trimmedTo = to;
    },
    throttle: (times: number) => {
      throttles = times;
    },
    expire: (times: number) => {
      expires = times;
    },
    anew: () => {
      arn = 'arn:stream/2';
      shards.clear();
    },
  };
};
