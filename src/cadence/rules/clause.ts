import type { Entity } from './entity.ts';
import type { Fact } from './fact.ts';

/** A sentence, or a part of one that may stand alone, in canonical words. */
export interface Clause {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/**
 * What a reader makes of a clause: the facts it states; a fault, when the kind of statement is recognised but can't
 * stand; `about`, when a tier is named and perhaps bounded with no word on its cadence (a heading, a definition); or
 * null, when it is no such statement. `unnamed`: a cadence for quotes it does not name, read as the standard tier's.
 */
export type Outcome =
  | { readonly kind: 'facts'; readonly facts: readonly Fact[]; readonly unnamed?: boolean }
  /** `leans`: "Then stop.", "Except for old customers." — words that change the sentence before them, or nothing. */
  | { readonly kind: 'fault'; readonly expected: string; readonly leans?: boolean }
  | { readonly kind: 'about'; readonly facts: readonly Fact[] }
  | null;

export const facts = (...all: readonly Fact[]): Outcome => ({ kind: 'facts', facts: all });

export const fault = (expected: string): Outcome => ({ kind: 'fault', expected });

/** A phrase to be found at a place of a clause and what it means; null means it adds nothing. */
export interface Phrase<A> {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, entities: readonly Entity[]) => A | null;
}

/** A phrase from a pattern that must begin and end with whole words. */
export const phrase = <A>(source: string, read: Phrase<A>['read']): Phrase<A> => ({
  pattern: new RegExp(`(?:${source})(?!(?<=[a-z0-9])[a-z0-9'-])`, 'y'),
  read,
});

/** A clause cut into phrases, or the words at which no phrase begins. */
export type Cut<A> =
  | { readonly kind: 'whole'; readonly found: readonly A[] }
  | { readonly kind: 'stuck'; readonly at: string };

/** Reads phrase after phrase, the first that fits at each place; nothing but spaces may stand between. */
export const cut = <A>({ text, entities }: Clause, phrases: readonly Phrase<A>[]): Cut<A> => {
  const found: A[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const hit = firstAt(text, at, phrases);
    if (!hit) return { kind: 'stuck', at: text.slice(at) };
    const meaning = hit.phrase.read(hit.match, entities);
    if (meaning !== null) found.push(meaning);
    at += hit.match[0].length;
  }
  return { kind: 'whole', found };
};

const firstAt = <A>(text: string, at: number, phrases: readonly Phrase<A>[]) => {
  for (const each of phrases) {
    each.pattern.lastIndex = at;
    const match = each.pattern.exec(text);
    if (match && match[0].length > 0) return { phrase: each, match };
  }
  return null;
};
