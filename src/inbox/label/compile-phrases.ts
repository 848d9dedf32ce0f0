import { allMatches } from '../../kernel/all-matches.ts';
import type { Phrases } from './phrases/phrases.ts';

const LIKE_REST = '\\p{L}*';
const LATIN = /\p{Script=Latin}/u;
/** Groups repeat this often at most: words of one list may begin alike, and backtracking over them must end. */
const MOST_REPEATS = 6;
const CLAUSE_END = /[,;:–—，、；：。.!?！？\n]/u;
const CLAUSE_END_OR_BLANK = /[,;:–—，、；：。.!?！？\s]/u;
const SOME = '[^.!?\\n]{0,40}';

/** One pattern out of many lines of the notation described at `Phrases`; it matches nothing when there are none. */
const pattern = (lines: string, unspaced: boolean): RegExp => {
  const source = lines
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('|')
    .replaceAll('~', LIKE_REST)
    .replace(/…(?=[\p{L}(])/gu, unspaced ? SOME : `${SOME}(?<![\\p{L}\\p{M}])`)
    .replaceAll('…', SOME)
    .replace(/\)[*+](?!\?)/g, repeat => (repeat === ')*' ? `){0,${MOST_REPEATS}}` : `){1,${MOST_REPEATS}}`));
  if (source === '') return /(?!)/gu;
  return unspaced
    ? new RegExp(`(?:${source})`, 'gu')
    : new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${source})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
};

/** The lines of a language that is written with spaces, as one pattern. */
export const compileLines = (lines: string): RegExp => pattern(lines, false);

export type Kind = Exclude<keyof Phrases, 'language' | 'unspaced' | 'blanksEndClauses' | 'script'>;

/** A language's phrases as patterns, built when first asked for. */
export interface Compiled {
  readonly language: string;
  readonly unspaced: boolean;
  /** What ends a clause. */
  readonly clauseEnd: RegExp;
  readonly of: (kind: Kind) => RegExp;
  /** A yes at the beginning of a sentence. */
  readonly opensWithYes: () => RegExp;
  /** A no that is a whole sentence. */
  readonly standsAloneAsNo: () => RegExp;
  /** May a text be in this language, by its characters? */
  readonly writes: (text: string) => boolean;
}

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

export const compilePhrases = (phrases: Phrases): Compiled => {
  const built = new Map<Kind, RegExp>();
  const unspaced = phrases.unspaced === true;
  const of = (kind: Kind): RegExp => {
    const known = built.get(kind);
    if (known) return known;
    const made = pattern(phrases[kind] ?? (kind === 'notNo' ? phrases.not : ''), unspaced);
    built.set(kind, made);
    return made;
  };
  const { needs, not } = phrases.script ?? { needs: LATIN };
  const writes = (text: string): boolean => needs.test(text) && not?.test(text) !== true;
  const clauseEnd = phrases.blanksEndClauses ? CLAUSE_END_OR_BLANK : CLAUSE_END;
  const yesEnds = unspaced ? '(?=[\\s,.!、。]|$)' : '';
  return {
    language: phrases.language,
    unspaced,
    clauseEnd,
    of,
    opensWithYes: once(() => new RegExp(`(?:^|[.!,;\\n] ?)(?:${of('yes').source})${yesEnds}`, 'u')),
    standsAloneAsNo: once(() => new RegExp(`(?:^|[.!\\n] ?)(?:${of('no').source})\\s*(?:[.!。！]|\\n|$)`, 'u')),
    writes,
  };
};

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** All matches, as spans. */
export const spansOf = (text: string, shape: RegExp): Span[] =>
  allMatches(text, shape)
    .filter(match => match[0] !== '')
    .map(match => ({ start: match.index, end: match.index + match[0].length }));

export const occurs = (text: string, shape: RegExp): boolean => text.search(shape) >= 0;
