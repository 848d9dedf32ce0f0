import type { StoredEvent } from '../events/stored-event.ts';

export interface EventHead {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/** A page of a long reading; `next` continues it, null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** The log. Insert only: nothing here changes or removes an event. */
export interface EventStore {
  /** All events of a stream after version `after` (default 0), in order, on a consistent read. Empty when there are none. */
  readonly read: (stream: string, after?: number) => Promise<readonly StoredEvent[]>;
  /**
   * One conditional put. `lost` when the version is taken: the caller reads again and decides again.
   * Throws `EventTooLarge` over 400 KB, and whatever the engine throws when it is unwell.
   */
  readonly append: (event: StoredEvent) => Promise<'appended' | 'lost'>;
  /** The newest event of a stream on a consistent read, or null. */
  readonly head: (stream: string) => Promise<StoredEvent | null>;
  /**
   * Events of a UTC day across streams, by time, for auditors and the sweep. Not consistent on DynamoDB (an index).
   * `from` is the instant the reading starts at, inclusive: the earliest shown, or with `newestFirst` the latest.
   */
  readonly byDay: (
    day: string,
    options?: {
      readonly newestFirst?: boolean;
      readonly from?: string;
      readonly limit?: number;
      readonly cursor?: string;
    },
  ) => Promise<Page<StoredEvent>>;
  /**
   * Every event, each stream's together and in version order, streams in no promised order. Reads the table, never the
   * change feed. With `segments`, the part `segment` (from 0) of so many: a stream lies wholly in one of them.
   */
  readonly scan: (options?: {
    readonly signal?: AbortSignal;
    readonly segment?: number;
    readonly segments?: number;
    /** Goes on after this event, where an earlier scan stopped. */
    readonly after?: Pick<EventHead, 'stream' | 'version'>;
  }) => AsyncIterable<StoredEvent>;
}
