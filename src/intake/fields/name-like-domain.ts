import type { Candidate } from '../candidate.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { comparableName, type Sides } from '../sides.ts';
import { LEGAL_FORM } from '../words/party-words.ts';
import { isCompany, isHouseWord } from './party-name.ts';

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}&'’.-]*/gu;
const MOST_WORDS = 6;
const JOINERS = /^(?:&|and|und|et|y|e|of|de|del|della|di|du|des|da|do|dos|la|las|los|el|le|les|van|von|der|den)$/i;
/** Small words that a name follows whole: "für die", "dla", "pour les". */
const BEFORE_NAME =
  /(?<!\p{L})(?:for|to|für|an|pour|para|per|voor|aan|dla|till|til|for|the|die|den|das|der|la|le|les|el|los|las|il|lo|gli|het|de) $/iu;
/** `campbellandross` for Campbell & Ross. */
const ANDS = ['and', 'und', 'et', 'en', 'och', 'og', 'y', 'e'];
const SMALL = /^(?:and|und|et|y|e|&|of|de|la|le|the|der|die|das|für|for|von|van)$/i;

/**
 * The words of the paper that the recipient's domain is made of: `brightwater-cafe.example` in "for Brightwater Café". The
 * legal form that follows belongs to the name.
 */
export const namesLikeDomain = (piece: Piece, { domain }: Sides): Candidate<string>[] => {
  const host = domain?.replace(/[^\p{L}\p{N}]/gu, '') ?? '';
  if (host.length < 4) return [];
  const bare = host.replace(/^(?:the|les|las|los|la|le|el|die|der|das|het)(?=.{6})/, '');
  return [host, ...(bare === host ? [] : [bare])].flatMap(name => likeHost(piece, name));
};

const likeHost = (piece: Piece, host: string): Candidate<string>[] =>
  piece.lines.flatMap(line => {
    const text = textOfLine(line);
    const words = [...text.matchAll(WORDS)].filter(({ index }) => !/[@/]|\.\p{L}/u.test(text.slice(index - 1, index)));
    return words.flatMap((word, at) => {
      const end = endOfMatch(words, at, host, text);
      if (end === undefined || !/^[\p{Lu}\p{N}]/u.test(word[0])) return [];
      const name = withLegalForm(text, startOfName(words, at, text, end), endOfName(text, end));
      return [{ value: name, words: [name], origin: piece.origin, weight: LEGAL_FORM.test(name) ? 4.5 : 3.5 }];
    });
  });

const endOfMatch = (words: RegExpExecArray[], at: number, host: string, text: string): number | undefined => {
  let joined = '';
  for (const word of words.slice(at, at + MOST_WORDS)) {
    const end = word.index + word[0].length;
    if (/^[@/]|^\.\p{L}/u.test(text.slice(end))) return undefined;
    const and = /&\s*$/.test(text.slice(0, word.index))
      ? ANDS.find(sign => host.startsWith(`${joined}${sign}`))
      : undefined;
    const next = joined + (joined === '' ? '' : (and ?? '')) + comparableName(word[0].replace(/['’]s$/, ''));
    // `cantinemonferrato` for Cantine del Monferrato.
    if (joined !== '' && JOINERS.test(word[0]) && !host.startsWith(next)) continue;
    joined = next;
    if (joined === host && !SMALL.test(word[0])) return end;
    if (!host.startsWith(joined)) return undefined;
  }
  return undefined;
};

/** `Restaurant Le Petit Olivier`, `University of Wexham`: words before that make the name a company's belong to it. */
const startOfName = (words: RegExpExecArray[], at: number, text: string, end: number): number => {
  const start = words[at]?.index ?? 0;
  for (let from = Math.max(0, at - 3); from < at; from++) {
    const first = words[from];
    if (!first || !/^\p{Lu}/u.test(first[0]) || !isCompany(first[0])) continue;
    const between = text.slice(first.index, end).replace(/[.,]$/, '');
    if (/^[\p{L}\p{N}'’& -]+$/u.test(between) && words.slice(from, at).every(isPartOfName)) return first.index;
  }
  return wholeStart(text, start);
};

/** Capitalised words between "dla" and the match are of the name as well. */
const wholeStart = (text: string, start: number): number => {
  const run = /(?:\p{Lu}[\p{L}&'’-]*\s){1,3}$/u.exec(text.slice(0, start))?.[0] ?? '';
  return run !== '' && BEFORE_NAME.test(text.slice(0, start - run.length)) ? start - run.length : start;
};

/** `Blue Lagoon Resort` for `bluelagoon`: so do words behind. */
const endOfName = (text: string, end: number): number => {
  const lower = /^ \p{Ll}[\p{L}-]+/u.exec(text.slice(end))?.[0] ?? '';
  // `Kalmar kommun`, `Solbackens samfällighetsförening`.
  if (isHouseWord(lower.trim())) return end + lower.length;
  const more = /^(?: (?:(?:&|and|of) )?\p{Lu}[\p{L}&-]*){1,3}/u.exec(text.slice(end))?.[0] ?? '';
  const words = more.split(/(?= )/);
  const [matched = ''] = /\S+$/u.exec(text.slice(0, end)) ?? [];
  const last = words.findLastIndex(
    (word, at) => !LEGAL_FORM.test(word) && makesCompany(words[at - 1] ?? matched, word.trim()),
  );
  return end + words.slice(0, last + 1).join('').length;
};

/** `Resort` by itself; `Home` behind `Nursing`. */
const makesCompany = (before: string, word: string): boolean =>
  isCompany(word) || (!isCompany(before) && isCompany(`${before.trim()} ${word}`));

const isPartOfName = ([word]: RegExpExecArray): boolean => /^\p{Lu}/u.test(word) || SMALL.test(word);

const withLegalForm = (text: string, start: number, end: number): string => {
  const rest = text.slice(end, end + 40);
  const form = LEGAL_FORM.exec(rest);
  const near =
    form &&
    /^[\s,]{0,2}(?:(?:&|and|und|et|y|e|of|de|del|della|di|du|des|da|do|la|van|von|der)\s){0,2}(?:\p{Lu}[\p{L}&'’-]*,?\s){0,3}$/u.test(
      rest.slice(0, form.index),
    );
  let stop = near ? end + form.index + form[0].length : end;
  // "Pte Ltd", "Sdn Bhd": forms of two words.
  for (
    let more = LEGAL_FORM.exec(text.slice(stop, stop + 14));
    more?.index === 1;
    more = LEGAL_FORM.exec(text.slice(stop, stop + 14))
  ) {
    stop += more.index + more[0].length;
  }
  return text.slice(start, stop).replace(/['’]s$|[\s.,]+$/u, match => (near && match.startsWith('.') ? '.' : ''));
};
