import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Change, ChangeHandler } from '../ports/change-feed.ts';

const Batch = t.type({ Records: t.array(t.unknown) });

export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** A batch of the log's stream: in order, and the first failure named, so that the stream begins again there. */
export const streamBatch =
  (handle: ChangeHandler, changesOf: (records: readonly unknown[]) => readonly Change[]) =>
  async (event: unknown): Promise<BatchAnswer> => {
    const batch = Batch.decode(event);
    if (E.isLeft(batch)) throw new TypeError('expected a batch of stream records, {Records: […]}');
    const { failed } = await handle(changesOf(batch.right.Records));
    return { batchItemFailures: failed === null ? [] : [{ itemIdentifier: failed }] };
  };
