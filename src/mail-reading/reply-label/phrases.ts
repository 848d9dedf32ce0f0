import { allMatches } from '../../kernel/all-matches.ts';

/**
 * The words of one language, as patterns one a line: a space is any white space, `~` the rest of a word, `…` up to forty
 * characters of the same sentence, to the beginning of a word; all else as in a regular expression. Whole words are meant, in lower case.
 */
export interface Phrases {
  readonly language: string;
  /** Written without spaces: a pattern matches within a run of signs. */
  readonly unspaced?: true;
  /** A blank ends a clause, as a comma does elsewhere. */
  readonly blanksEndClauses?: true;
  /** Characters without which, or with which, a text is not in this language. */
  readonly script?: { readonly needs: RegExp; readonly not?: RegExp };
  /** Words that show the language. */
  readonly marks: string;
  /** A plain yes to the quote. */
  readonly accept: string;
  /** A plain yes that is put as a question ("Where do I sign?"). */
  readonly acceptAsking?: string;
  /** Pleased, but no order by itself; with a "yes" it is one. */
  readonly pleased: string;
  /** A plain no to the quote. */
  readonly decline: string;
  /** Against it, but no refusal by itself; with a word of regret, or twice, it is one. */
  readonly against: string;
  readonly regret: string;
  /** Takes the plainness from a yes, wherever it stands: conditions, haggling, parts, delays. */
  readonly doubt: string;
  /** Takes the plainness from a no. */
  readonly doubtNo: string;
  /** "But": takes it from what stands before. */
  readonly turn: string;
  /** We, in a sentence about somebody else ("you over another company"): then a no may be none. */
  readonly us: string;
  /** Somebody else than us: a yes may be theirs. */
  readonly others: string;
  /** Turns what follows into its contrary. */
  readonly not: string;
  /** The same before a no, where it differs: a no often holds a negation of its own. */
  readonly notNo?: string;
  /** Turns what precedes into its contrary. */
  readonly notAfter?: string;
  readonly yes: string;
  readonly no: string;
  /** Greetings, thanks and other words beside a bare yes or no. */
  readonly polite: string;
  /** Read past before all else: "if you have questions", "sorry for the delay". */
  readonly harmless?: string;
  /** A question that takes nothing from a yes: when, where, the invoice. */
  readonly practical?: string;
  /** Turns a practical question into haggling. */
  readonly money: string;
  readonly away: string;
  readonly left: string;
  readonly stop: string;
  /** What looks like `stop` and is not. */
  readonly notStop?: string;
}

const LIKE_REST = '\\p{L}*';
const LATIN = /\p{Script=Latin}/u;
/** Groups repeat this often at most: words of one list may begin alike, and backtracking over them must end. */
const MAX_REPEATS = 6;
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
    .replace(/\)[*+](?!\?)/g, repeat => (repeat === ')*' ? `){0,${MAX_REPEATS}}` : `){1,${MAX_REPEATS}}`));
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
