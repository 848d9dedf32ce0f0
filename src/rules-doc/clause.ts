import type { Bound, WallTime } from '../cadence/policy.ts';
import type { Day, Entity } from './entity.ts';

/** Regex source of any of these, each a regex source itself; the first that fits wins, so longer ones stand first. */
export const oneOf = (...sources: readonly string[]): string => `(?:${sources.join('|')})`;

/** Who is meant: a person of the doc by the name written there, an address, or a name the doc does not know. */
export type Who =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'unknown'; readonly name: string };

/** One thing a sentence states. Facts are gathered from the whole doc before any is weighed against another. */
export type Fact =
  | { readonly kind: 'bound'; readonly tier: string; readonly bound: Bound }
  | { readonly kind: 'nudgeDays'; readonly tier: string; readonly days: readonly number[] }
  | { readonly kind: 'lastCall'; readonly tier: string; readonly days: number | null }
  /** `group`: the sentence says "team" or the like, so that it can't mean a tier of that name. */
  | { readonly kind: 'team'; readonly team: string; readonly who: Who; readonly group: boolean }
  | { readonly kind: 'person'; readonly name: string; readonly address: string }
  | { readonly kind: 'absence'; readonly person: Who; readonly from: Day; readonly to: Day; readonly cover: Who | null }
  | { readonly kind: 'cover'; readonly person: Who; readonly cover: Who }
  | { readonly kind: 'quietHours'; readonly start: WallTime; readonly end: WallTime }
  | { readonly kind: 'quietBefore'; readonly time: WallTime }
  | { readonly kind: 'quietAfter'; readonly time: WallTime }
  | { readonly kind: 'noQuietHours' }
  | { readonly kind: 'weekends'; readonly skip: boolean }
  | { readonly kind: 'holiday'; readonly from: Day; readonly to: Day }
  /** "… nor on holidays": true of every list of holidays, but there must be one. */
  | { readonly kind: 'holidaysKept' }
  | { readonly kind: 'cap'; readonly nudges: number }
  | { readonly kind: 'gap'; readonly days: number };

/** A fact with the sentence that states it. */
export type Said<F extends Fact = Fact> = F & { readonly line: number; readonly sentence: string };

/** The name of the tier that takes every amount no other tier claims. */
export const STANDARD = 'standard';

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
