import { setTimeout as pause } from 'node:timers/promises';
import type { Bus, Log, MoveNotice } from '../ports/world.ts';

/** EventBridge's part on a laptop. */
export interface LocalBus extends Bus {
  /** Resolves when nothing is under way and nothing waits. */
  readonly idle: () => Promise<void>;
  /** Begins nothing more and resolves when what is under way has ended. What still waits, the sweep finds. */
  readonly stop: () => Promise<void>;
}

export interface LocalBusOptions {
  /** Where the events go. May be asked twice for one event. */
  readonly deliver: (notice: MoveNotice) => Promise<unknown>;
  /** How many deliveries are under way at most: while one waits for the disk, others are worked at. */
  readonly atOnce: number;
  readonly log: Log;
}

/** Past these a publisher waits, so that no crash leaves more than this to the sweep. */
const MAX_WAITING = 1_000;
const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 15_000;

/**
 * Takes an event and delivers it soon, several at a time, each tried again for about a minute. Events live in memory
 * only: what a crash takes with it, the sweep at the next start finds in the log, as it would if the service lost one.
 */
export const localBus = ({ deliver, atOnce, log }: LocalBusOptions): LocalBus => {
  const waiting: MoveNotice[] = [];
  const stopping = new AbortController();
  const { signal } = stopping;
  let underWay = 0;
  let wake: (() => void)[] = [];

  const changed = (): Promise<void> => new Promise(resolve => wake.push(resolve));
  const tell = (): void => {
    const woken = wake;
    wake = [];
    for (const resolve of woken) resolve();
  };
  const begin = (): void => {
    while (!signal.aborted && underWay < atOnce) {
      const notice = waiting.shift();
      if (!notice) return;
      underWay++;
      void handOver(notice).finally(() => {
        underWay--;
        begin();
        tell();
      });
    }
  };
  const handOver = async (notice: MoveNotice): Promise<void> => {
    for (let tries = 1; tries <= MAX_ATTEMPTS && !signal.aborted; tries++) {
      try {
        await deliver(notice);
        return;
      } catch (error) {
        log('error', 'DeliveryFailed', { stream: notice.quoteId, tries, error: String(error).slice(0, 200) });
        if (tries < MAX_ATTEMPTS) await pause(pauseAfter(tries), undefined, { signal }).catch(() => {});
      }
    }
  };

  return {
    publish: async (_type, notice) => {
      while (waiting.length >= MAX_WAITING && !signal.aborted) await changed();
      waiting.push(notice);
      begin();
    },
    idle: async () => {
      while (!signal.aborted && underWay + waiting.length > 0) await changed();
    },
    stop: async () => {
      stopping.abort();
      tell();
      while (underWay > 0) await changed();
    },
  };
};

const pauseAfter = (tries: number): number => Math.min(FIRST_PAUSE_MS * 2 ** (tries - 1), MAX_PAUSE_MS);
