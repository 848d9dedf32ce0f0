/** Wakes who waits. A ring that nobody waits for is not kept: look first, then wait, with no `await` in between. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring, after `ms`, or when `signal` aborts; never rejects. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const createBell = (): Bell => {
  const waiting = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of [...waiting]) wake();
    },
    wait: (ms, signal) =>
      new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const wake = (): void => {
          clearTimeout(timer);
          waiting.delete(wake);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        waiting.add(wake);
        signal?.addEventListener('abort', wake, { once: true });
      }),
  };
};
