import type { Change, ChangeHandler } from '../ports/change-feed.ts';

/** How far a consumer has come in one shard. */
export interface ShardPosition {
  /** Sequence number of the last record that is behind us; null before the first. */
  readonly after: string | null;
  /** The shard is closed and read to its end: its children may start. */
  readonly finished: boolean;
}

export interface FeedPosition {
  /** A table that is made anew has a new stream: positions of the old one mean nothing there. */
  readonly streamArn: string;
  readonly shards: Readonly<Record<string, ShardPosition>>;
}

/** Where positions are kept between runs. */
export interface FeedPositions {
  readonly load: (consumer: string) => Promise<FeedPosition | null>;
  readonly save: (consumer: string, position: FeedPosition) => Promise<void>;
}

/** Tries a change gets before it is parked; with the pauses between them, about a minute. */
const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 15_000;

/** What became of a batch: how many of its changes are behind us, and how long to wait before the rest is tried again. */
export interface Delivered {
  readonly done: number;
  readonly pauseMs: number;
}

/** Hands batches of one shard to a handler, one batch at a time. */
export type Deliver = (changes: readonly Change[]) => Promise<Delivered>;

/**
 * The rules of a stream batch, as the event source mapping has them on Lambda: in order, stop at the first failure, try
 * that one again after a growing pause, park it after so many tries and go on. A handler that throws does not say which
 * change it was: the batch is then handed over one by one.
 */
export const createBatchProcessor = (
  handler: ChangeHandler,
  onParked: (change: Change, error: string) => Promise<void>,
  maxTries = MAX_ATTEMPTS,
): Deliver => {
  let failing = { sequence: '', tries: 0 };
  return async changes => {
    const { done, error } = await attempt(handler, changes);
    const failed = changes[done];
    if (!failed) return { done, pauseMs: 0 };
    failing = { sequence: failed.sequence, tries: failing.sequence === failed.sequence ? failing.tries + 1 : 1 };
    if (failing.tries < maxTries) return { done, pauseMs: pauseAfter(failing.tries) };
    try {
      await onParked(failed, error);
      return { done: done + 1, pauseMs: 0 };
    } catch {
      return { done, pauseMs: MAX_PAUSE_MS };
    }
  };
};

const pauseAfter = (tries: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), MAX_PAUSE_MS);

interface Attempt {
  readonly done: number;
  readonly error: string;
}

const attempt = async (handler: ChangeHandler, changes: readonly Change[]): Promise<Attempt> => {
  try {
    return { done: await handle(handler, changes), error: 'the handler reports it as failed' };
  } catch (error) {
    return changes.length > 1 ? oneByOne(handler, changes) : { done: 0, error: String(error) };
  }
};

const oneByOne = async (handler: ChangeHandler, changes: readonly Change[]): Promise<Attempt> => {
  let done = 0;
  for (const change of changes) {
    const single = await attempt(handler, [change]);
    if (single.done === 0) return { done, error: single.error };
    done++;
  }
  return { done, error: '' };
};

const handle = async (handler: ChangeHandler, changes: readonly Change[]): Promise<number> => {
  const { failed } = await handler(changes);
  if (failed === null) return changes.length;
  const index = changes.findIndex(({ sequence }) => sequence === failed);
  return Math.max(index, 0);
};
