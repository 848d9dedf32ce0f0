/** Wakes who waits. */
export interface WakeSignal {
  readonly ring: () => void;
  /** How often it rang. Taken before a look and given to `wait`, no ring during the look is missed. */
  readonly rings: () => number;
  /** Resolves at the next ring after the `heard` ones, after `ms`, or when `signal` aborts; never rejects. */
  readonly wait: (ms: number, signal?: AbortSignal, heard?: number) => Promise<void>;
}

export const createBell = (): WakeSignal => {
  const waiting = new Set<() => void>();
  let count = 0;
  return {
    ring: () => {
      count++;
      for (const wake of [...waiting]) wake();
    },
    rings: () => count,
    wait: (ms, signal, heard = count) =>
      new Promise(resolve => {
        if (signal?.aborted || heard < count) return resolve();
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
