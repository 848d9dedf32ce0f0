import { allMatches } from '../../kernel/all-matches.ts';

/** What each list of phrases says, as patterns in the notation that `docs/languages.md` describes. */
export interface Phrases {
  /** Words that show the language. */
  readonly marks: readonly string[];
  /** A plain yes to the quote. */
  readonly accept: readonly string[];
  /** A plain yes that is put as a question ("Where do I sign?"). */
  readonly acceptAsking?: readonly string[];
  /** Pleased, but no order by itself; with a "yes" it is one. */
  readonly pleased: readonly string[];
  /** A plain no to the quote. */
  readonly decline: readonly string[];
  /** Against it, but no refusal by itself; with a word of regret, or twice, it is one. */
  readonly against: readonly string[];
  readonly regret: readonly string[];
  /** Takes the plainness from a yes, wherever it stands: conditions, haggling, parts, delays. */
  readonly doubt: readonly string[];
  /** Takes the plainness from a no. */
  readonly doubtNo: readonly string[];
  /** "But": takes it from what stands before. */
  readonly turn: readonly string[];
  /** We, in a sentence about somebody else ("you over another company"): then a no may be none. */
  readonly us: readonly string[];
  /** Somebody else than us: a yes may be theirs. */
  readonly others: readonly string[];
  /** Turns what follows into its contrary. */
  readonly not: readonly string[];
  /** The same before a no, where it differs: a no often holds a negation of its own. */
  readonly notNo?: readonly string[];
  /** Turns what precedes into its contrary. */
  readonly notAfter?: readonly string[];
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Greetings, thanks and other words beside a bare yes or no. */
  readonly polite: readonly string[];
  /** Read past before all else: "if you have questions", "sorry for the delay". */
  readonly harmless?: readonly string[];
  /** A question that takes nothing from a yes: when, where, the invoice. */
  readonly practical?: readonly string[];
  /** Turns a practical question into haggling. */
  readonly money: readonly string[];
  readonly away: readonly string[];
  readonly left: readonly string[];
  readonly stop: readonly string[];
  /** What looks like `stop` and is not. */
  readonly notStop?: readonly string[];
  /** Who says which other company they chose has said no: `◆` stands for its name. */
  readonly chose?: readonly string[];
  /** Words of closing, deleting and calling off. */
  readonly ending: readonly string[];
  /** What people say when they mean the contrary. */
  readonly irony?: readonly string[];
}

export type Kind = Exclude<keyof Phrases, 'chose'>;

/** A language's file of words for replies, `src/languages/<language>/replies.json`. */
export interface ReplyWords {
  readonly language: string;
  /** Written without spaces: a pattern matches within a run of signs. */
  readonly unspaced?: boolean;
  /** A blank ends a clause, as a comma does elsewhere. */
  readonly blanksEndClauses?: boolean;
  /** Characters without which, or with which, a text is not in this language. */
  readonly script?: { readonly needs: string; readonly not?: string };
  /** Lists that phrases name: `{{other}}` stands for any of the list `other`. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Phrases;
}

const LIKE_REST = '\\p{L}*';
const LATIN = /\p{Script=Latin}/u;
/** Groups repeat this often at most: words of one list may begin alike, and backtracking over them must end. */
const MAX_REPEATS = 6;
const CLAUSE_END = /[,;:–—，、；：。.!?！？\n]/u;
const CLAUSE_END_OR_BLANK = /[,;:–—，、；：。.!?！？\s]/u;
const SOME = '[^.!?\\n]{0,40}';

/** One pattern out of many in that notation; it matches nothing when there are none. */
const pattern = (lines: readonly string[], unspaced: boolean): RegExp => {
  const source = lines
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

/** Each phrase with the lists it names written out. */
const writtenOut = (phrases: readonly string[], lists: ReplyWords['words']): readonly string[] =>
  phrases.map(phrase =>
    phrase.replace(/\{\{(\w+)\}\}/g, (_, name: string) => `(?:${lists[name]?.join('|') ?? '(?!)'})`),
  );

/** A language's phrases as patterns, built when first asked for. */
export interface Compiled {
  /** Its code, such as `de`. */
  readonly language: string;
  readonly unspaced: boolean;
  /** What ends a clause. */
  readonly clauseEnd: RegExp;
  readonly of: (kind: Kind) => RegExp;
  readonly chose: readonly string[];
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

export const compilePhrases = (language: string, { phrases, words, script, ...how }: ReplyWords): Compiled => {
  const built = new Map<Kind, RegExp>();
  const unspaced = how.unspaced === true;
  const of = (kind: Kind): RegExp => {
    const known = built.get(kind);
    if (known) return known;
    const made = pattern(writtenOut(phrases[kind] ?? (kind === 'notNo' ? phrases.not : []), words), unspaced);
    built.set(kind, made);
    return made;
  };
  const needs = script ? new RegExp(script.needs, 'u') : LATIN;
  const not = script?.not === undefined ? undefined : new RegExp(script.not, 'u');
  const writes = (text: string): boolean => needs.test(text) && not?.test(text) !== true;
  const clauseEnd = how.blanksEndClauses ? CLAUSE_END_OR_BLANK : CLAUSE_END;
  const yesEnds = unspaced ? '(?=[\\s,.!、。]|$)' : '';
  return {
    language,
    unspaced,
    clauseEnd,
    of,
    chose: writtenOut(phrases.chose ?? [], words),
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
