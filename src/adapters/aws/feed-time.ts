import type { WakeSignal } from '../wake-signal.ts';

/** Time as the feed sees it; a test gives its own, in which waiting costs nothing. */
export interface FeedTime {
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Rung by this process when it appends to the log: no need to wait for the next poll. */
  readonly bell: WakeSignal;
  /** From 0 up to 1: spreads retries. */
  readonly jitter: () => number;
}

export const realTime = (bell: WakeSignal): FeedTime => ({
  now: () => performance.now(),
  bell,
  jitter: Math.random,
});

const FIRST_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 10_000;

export const backoffMs = (failures: number, jitter: number): number =>
  Math.min(FIRST_BACKOFF_MS * 2 ** (failures - 1), MAX_BACKOFF_MS) * (0.5 + jitter / 2);
