import type { StoredEvent } from '../events/stored-event.ts';

/** One change of the log's table, in the order of its stream. A signal to read the log, never the truth itself. */
export interface Change {
  /** Position in the feed; what a failed batch reports. */
  readonly sequence: string;
  readonly kind: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly stream: string;
  readonly version: number;
  /** The item as the feed shows it (absent for REMOVE). */
  readonly event: StoredEvent | null;
}

/** Handles changes in order and stops at the first failure: gives that one sequence number, or null when all is done. */
export type ChangeHandler = (changes: readonly Change[]) => Promise<{ readonly failed: string | null }>;

/** The log's change feed outside Lambda (there the event source mapping drives the same handlers). */
export interface ChangeFeed {
  /**
   * Delivers changes to `handler` from the stored position of `consumer` on, at least once, oldest first per stream,
   * retrying what failed with a pause, parking what keeps failing (`onParked`), until `signal` aborts. Resumes after a restart.
   */
  readonly run: (options: {
    readonly consumer: string;
    readonly handler: ChangeHandler;
    readonly onParked: (change: Change, error: string) => Promise<void>;
    readonly signal: AbortSignal;
  }) => Promise<void>;
  /** Resolves when `consumer` has handled everything that was in the feed at the time of the call. For tests and the moved clock. */
  readonly drained: (consumer: string) => Promise<void>;
}
