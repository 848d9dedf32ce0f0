import * as E from 'fp-ts/lib/Either.js';
import type { Origin } from '../layout/line.ts';

/** A value with the words it was read from, just as they stand in the original. */
export interface Reading<V> {
  readonly value: V;
  /** The label and the value, or the sentence's part; several where they stand apart on the page. */
  readonly words: readonly string[];
  readonly origin: Origin | 'header';
  /** What speaks against it, for a person to look at. */
  readonly doubt?: string;
}

/** One possible reading and how much speaks for it. */
export interface Candidate<V> extends Reading<V> {
  readonly weight: number;
}

/** Nothing weaker is believed. */
const ENOUGH = 3;
/** The best must be this much ahead of another value. */
const AHEAD = 1;

/** Why a field stays empty: nothing was found, or what was found cannot be trusted. */
export type Doubt = { readonly kind: 'not-found' } | { readonly kind: 'doubtful'; readonly why: string };

/** The value that most speaks for. Doubtful when another is as good, or when even the best is a guess. */
export const choose = <V>(
  candidates: readonly Candidate<V>[],
  keyOf: (value: V) => string,
): E.Either<Doubt, Reading<V>> => {
  const best = new Map<string, Candidate<V>>();
  for (const candidate of candidates) {
    const key = keyOf(candidate.value);
    const known = best.get(key);
    if (!known || candidate.weight > known.weight) best.set(key, candidate);
  }
  const [first, second] = [...best.values()].sort((a, b) => b.weight - a.weight);
  if (!first) return E.left({ kind: 'not-found' });
  if (first.weight < ENOUGH) return doubtful(`only a guess: ${shownAs(first.value, keyOf)}`);
  if (second && first.weight - second.weight < AHEAD) {
    return doubtful(`either ${shownAs(first.value, keyOf)} or ${shownAs(second.value, keyOf)}`);
  }
  return E.right({ value: first.value, words: first.words, origin: first.origin });
};

/** A value as a doubt names it. */
export const shownAs = <V>(value: V, keyOf: (value: V) => string): string =>
  typeof value === 'string' ? value : keyOf(value);

export const doubtful = (why: string): E.Either<Doubt, never> => E.left({ kind: 'doubtful', why });

/** What was read, or null. */
export const valueIn = <V>(read: E.Either<Doubt, Reading<V>>): V | null => (E.isRight(read) ? read.right.value : null);
