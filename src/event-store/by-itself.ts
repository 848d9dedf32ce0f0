import * as E from 'fp-ts/lib/Either.js';
import { StreamFault } from '../events/stream-fault.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import type { Log } from '../ports/world.ts';

/**
 * What concerns one stream, done so that its fault stays its own: left is the fault, and the caller goes on with the
 * others. Everything else that is thrown is no stream's fault and is thrown on.
 */
export const byItself = async <T>(act: () => Promise<T>): Promise<E.Either<StreamFault, T>> => {
  try {
    return E.right(await act());
  } catch (error) {
    if (error instanceof StreamFault) return E.left(error);
    throw error;
  }
};

/** One of many that could not be done, and why. */
export interface Failed<A> {
  readonly item: A;
  readonly fault: StreamFault;
}

export interface EachByItself<A, T> {
  readonly came: readonly T[];
  readonly failed: readonly Failed<A>[];
}

interface Each<A> {
  readonly atOnce: number;
  readonly streamOf: (item: A) => string;
  readonly log: Log;
}

/** More errors than this are no single streams' trouble: the engine is unwell, and the run ends. */
const MAX_ERRORS = 16;

/**
 * The same for each of many, so many at once. An error that is no `StreamFault` may be a stream's own as well (a row
 * that breaks its own reading, a partition that answers nobody): what failed so is tried again after all others, and what
 * then still fails while others went well counts as that stream's fault, with an alarm. Where nothing went well,
 * or too much went wrong, the engine is unwell: the error is thrown, and the next run takes it up.
 */
export const eachByItself = async <A, T>(
  items: readonly A[],
  { atOnce, streamOf, log }: Each<A>,
  act: (item: A) => Promise<T>,
): Promise<EachByItself<A, T>> => {
  const came: T[] = [];
  const failed: Failed<A>[] = [];
  const doubtful: A[] = [];
  const take = async (item: A): Promise<void> => {
    const result = await byItself(() => act(item));
    if (E.isRight(result)) came.push(result.right);
    else failed.push({ item, fault: result.left });
  };
  await inParallel(items, atOnce, async item => {
    try {
      await take(item);
    } catch (error) {
      if (doubtful.push(item) > MAX_ERRORS) throw error;
    }
  });
  for (const item of doubtful) {
    const error = await persistent(() => take(item));
    if (error === null) continue;
    if (came.length === 0) throw error;
    const stream = streamOf(item);
    log('error', 'StreamFailed', { stream, error: error.name });
    failed.push({
      item,
      fault: new StreamFault('failed', { stream, version: null }, `${stream}: ${error.name}`, error),
    });
  }
  return { came, failed };
};

const MORE_TRIES = 2;

/** Null: one of the further tries went well. */
const persistent = async (act: () => Promise<void>): Promise<Error | null> => {
  let last: unknown = null;
  for (let tries = 0; tries < MORE_TRIES; tries++) {
    try {
      await act();
      return null;
    } catch (error) {
      last = error;
    }
  }
  return last instanceof Error ? last : new Error(String(last));
};
