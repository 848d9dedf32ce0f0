import type { Deliver } from '../feed-delivery.ts';
import type { FeedPosition, ShardPosition } from '../feed-positions.ts';
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
