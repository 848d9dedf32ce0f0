import type { Clock } from '../../ports/world.ts';

/**
 * Asks once, and again when the answer is older than `ageMs`; callers at the same moment share one question. A failed
 * question is forgotten, so that the next caller asks anew.
 */
export const cachedFor = <T>(ageMs: number, clock: Clock, ask: () => Promise<T>): (() => Promise<T>) => {
  let answer: { readonly at: number; readonly value: Promise<T> } | null = null;
  return () => {
    const now = clock.now().getTime();
    if (answer === null || now - answer.at >= ageMs) {
      const asked = { at: now, value: ask() };
      answer = asked;
      asked.value.catch(() => {
        if (answer === asked) answer = null;
      });
    }
    return answer.value;
  };
};

/** The longest that a change of settings or secrets may go unseen by a warm function. */
export const FIVE_MINUTES_MS = 5 * 60_000;
