import type { ChangeFeed } from '../../ports/change-feed.ts';
import type { Log } from '../../ports/world.ts';
import {
  createBatchProcessor,
  type Deliver,
  type FeedPosition,
  type FeedPositions,
  type ShardPosition,
} from '../batch-processor.ts';
import { backoffMs, type FeedTime } from './feed-time.ts';
import type { LogStream, Shard } from './log-stream.ts';

/** What a round over all readable shards came to. */
export interface Round {
  /** Something was read. */
  readonly progress: boolean;
  readonly shardEnded: boolean;
  /** Every shard was read, was well, and had nothing new. */
  readonly quiet: boolean;
  /** Until the first shard that pauses may be tried again; Infinity when none does. */
  readonly pauseMs: number;
}

export interface ShardReaders {
  readonly streamArn: string;
  /** The shards that the stream has now. What is not listed any more is forgotten. */
  readonly list: (shards: readonly Shard[]) => void;
  readonly round: () => Promise<Round>;
}

export interface ShardReadersOptions {
  readonly streamArn: string;
  readonly stream: LogStream;
  readonly time: FeedTime;
  readonly deliverer: () => Deliver;
  readonly start: FeedPosition['shards'];
  readonly save: (position: FeedPosition) => Promise<void>;
  readonly onGap: (shard: string) => void;
  readonly onUnwell: (shard: string, error: unknown) => void;
}

interface Reader {
  readonly shard: Shard;
  readonly deliver: Deliver;
  position: ShardPosition;
  iterator: string | null;
  /** Not to be read before this time. */
  pausedUntil: number;
  failures: number;
}

type Step = 'nothing' | 'progress' | 'ended' | 'paused';

/** Reads the shards of one stream in rounds, keeping the lineage: a child waits until its parent is read to its end. */
export const openShards = (options: ShardReadersOptions): ShardReaders => {
  const { streamArn, time, deliverer, start, save } = options;
  let readers = new Map<string, Reader>();
  const fresh = (shard: Shard): Reader => ({
    shard,
    deliver: deliverer(),
    position: start[shard.id] ?? { after: null, finished: false },
    iterator: null,
    pausedUntil: 0,
    failures: 0,
  });
  const mayRead = ({ shard, position }: Reader): boolean =>
    !position.finished && (shard.parent === null || readers.get(shard.parent)?.position.finished !== false);
  return {
    streamArn,
    list: shards => {
      readers = new Map(shards.map(shard => [shard.id, readers.get(shard.id) ?? fresh(shard)] as const));
    },
    round: async () => {
      const reading = [...readers.values()].filter(mayRead);
      const steps = await Promise.all(reading.map(reader => step(options, reader)));
      if (steps.some(moved => moved === 'progress' || moved === 'ended')) {
        const shards = Object.fromEntries([...readers].map(([id, { position }]) => [id, position]));
        await save({ streamArn, shards });
      }
      return {
        progress: steps.includes('progress'),
        shardEnded: steps.includes('ended'),
        quiet: steps.every(moved => moved === 'nothing'),
        pauseMs: Math.min(...reading.map(({ pausedUntil }) => pausedUntil - time.now()).filter(ms => ms > 0), Infinity),
      };
    },
  };
};

const step = async (options: ShardReadersOptions, reader: Reader): Promise<Step> => {
  const { time, onUnwell } = options;
  if (reader.pausedUntil > time.now()) return 'paused';
  try {
    const moved = await readPage(options, reader);
    reader.failures = 0;
    return moved;
  } catch (error) {
    onUnwell(reader.shard.id, error);
    reader.iterator = null;
    return pause(reader, time, backoffMs(++reader.failures, time.jitter()));
  }
};

const pause = (reader: Reader, time: FeedTime, ms: number): Step => {
  reader.pausedUntil = time.now() + ms;
  return 'paused';
};

const readPage = async ({ stream, streamArn, time, onGap }: ShardReadersOptions, reader: Reader): Promise<Step> => {
  const { shard } = reader;
  const at =
    reader.iterator === null
      ? await stream.iterator(streamArn, shard.id, reader.position)
      : ({ kind: 'iterator', iterator: reader.iterator } as const);
  const page = at.kind === 'iterator' ? await stream.read(at.iterator) : at;
  switch (page.kind) {
    case 'records': {
      const { done, pauseMs } = page.changes.length === 0 ? NOTHING : await reader.deliver(page.changes);
      const last = page.changes[done - 1];
      if (last) reader.position = { after: last.sequence, finished: false };
      if (done < page.changes.length) {
        reader.iterator = null;
        if (pauseMs > 0) pause(reader, time, pauseMs);
        return done > 0 ? 'progress' : 'paused';
      }
      reader.iterator = page.iterator;
      if (page.iterator === null) return end(reader);
      return done > 0 ? 'progress' : 'nothing';
    }
    case 'expired':
      reader.iterator = null;
      return 'progress';
    case 'trimmed':
      // No place is lost where none was reached. DynamoDB Local says so of a shard that was empty when its iterator was
      // taken, once its first record comes with a later number than the engine had foreseen.
      if (reader.position.after !== null) onGap(shard.id);
      reader.iterator = null;
      reader.position = { after: null, finished: false };
      return 'progress';
    case 'gone':
      return end(reader);
  }
};

const NOTHING = { done: 0, pauseMs: 0 };

const end = (reader: Reader): Step => {
  reader.position = { ...reader.position, finished: true };
  return 'ended';
};

/** New shards are looked for this often, and whenever one ends. */
const LOOK_AGAIN_MS = 30_000;
const SHORTEST_POLL_MS = 50;
const MAX_POLL_MS = 1_000;

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
      pollMs = round.progress ? SHORTEST_POLL_MS : Math.min(pollMs * 2, MAX_POLL_MS);
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
          deliverer: () => createBatchProcessor(handler, onParked),
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
