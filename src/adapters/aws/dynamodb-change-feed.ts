import type { ChangeFeed } from '../../ports/change-feed.ts';
import type { Log } from '../../ports/world.ts';
import { createDelivery } from '../feed-delivery.ts';
import type { FeedPositions } from '../feed-positions.ts';
import { backoffMs, type FeedTime } from './feed-time.ts';
import type { LogStream } from './log-stream.ts';
import { openShards, type ShardReaders } from './shard-readers.ts';

/** New shards are looked for this often, and whenever one ends. */
const LOOK_AGAIN_MS = 30_000;
const SHORTEST_POLL_MS = 50;
const LONGEST_POLL_MS = 1_000;

export interface DynamoDbFeedOptions {
  readonly stream: LogStream;
  readonly positions: FeedPositions;
  readonly time: FeedTime;
  readonly log: Log;
}

type RunOptions = Parameters<ChangeFeed['run']>[0];

interface Waiter {
  readonly consumer: string;
  readonly resolve: () => void;
}

/**
 * The log's stream outside Lambda. Works in rounds: a page from every shard that may be read, side by side, each shard
 * in order; a parent is read to its end before its children begin. Positions are saved after the handler is done, so a
 * crash repeats changes and never skips one.
 */
export const dynamoDbChangeFeed = (options: DynamoDbFeedOptions): ChangeFeed => {
  const waiters = new Set<Waiter>();
  return {
    run: run => follow(options, run, waiters),
    // A round that began after the call, saw all shards and found nothing new in any of them. Local engines show a put
    // in the stream at once; on AWS an empty page proves less.
    drained: consumer =>
      new Promise(resolve => {
        waiters.add({ consumer, resolve });
        options.time.bell.ring();
      }),
  };
};

const follow = async (options: DynamoDbFeedOptions, run: RunOptions, waiters: Set<Waiter>): Promise<void> => {
  const { time } = options;
  let pollMs = SHORTEST_POLL_MS;
  let failures = 0;
  let readers: ShardReaders | null = null;
  let lookAt = 0;
  while (!run.signal.aborted) {
    const heard = time.bell.rings();
    const asked = [...waiters].filter(({ consumer }) => consumer === run.consumer);
    try {
      if (!readers || asked.length > 0 || time.now() >= lookAt) {
        readers = await look(options, run, readers);
        lookAt = time.now() + LOOK_AGAIN_MS;
      }
      const round = await readers.round();
      failures = 0;
      if (round.shardEnded) lookAt = 0;
      if (round.quiet) settle(waiters, asked);
      pollMs = round.progress ? SHORTEST_POLL_MS : Math.min(pollMs * 2, LONGEST_POLL_MS);
      if (!round.progress && !round.shardEnded)
        await time.bell.wait(Math.min(pollMs, round.pauseMs), run.signal, heard);
    } catch (error) {
      options.log('warn', 'FeedUnwell', { consumer: run.consumer, error: String(error) });
      await time.bell.wait(backoffMs(++failures, time.jitter()), run.signal);
    }
  }
};

const settle = (waiters: Set<Waiter>, asked: readonly Waiter[]): void => {
  for (const waiter of asked) {
    waiters.delete(waiter);
    waiter.resolve();
  }
};

/** Lists the shards and goes on with the readers there are; a table made anew begins with none. */
const look = async (
  { stream, positions, time, log }: DynamoDbFeedOptions,
  { consumer, handler, onParked }: RunOptions,
  readers: ShardReaders | null,
): Promise<ShardReaders> => {
  const streamArn = await stream.arn();
  const shards = await stream.shards(streamArn);
  const current =
    readers?.streamArn === streamArn
      ? readers
      : openShards({
          streamArn,
          stream,
          time,
          deliverer: () => createDelivery(handler, onParked),
          start: await startOf(positions, consumer, streamArn),
          save: position => positions.save(consumer, position),
          onGap: shard => log('error', 'FeedGap', { consumer, shard }),
          onUnwell: (shard, error) => log('warn', 'FeedUnwell', { consumer, shard, error: String(error) }),
        });
  current.list(shards);
  return current;
};

const startOf = async (positions: FeedPositions, consumer: string, streamArn: string) => {
  const saved = await positions.load(consumer);
  return saved?.streamArn === streamArn ? saved.shards : {};
};
