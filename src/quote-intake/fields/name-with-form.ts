import { allMatches } from '../../kernel/all-matches.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import { comparableName, type Parties } from '../labelled-values/parties.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { LEGAL_FORM, PAPER, QUOTE } from '../words.ts';
import { hasLegalForm, isCompany, isHouseWord, isNameLike, isRole, trimName } from './party-name.ts';

const JOINER = '(?:&|and|und|et|y|e|i|og|och|en|of|de|del|della|dello|di|du|des|da|do|dos|la|las|los|van|von|der|den)';
const WORD = "(?:\\p{Lu}|\\d)[\\p{L}\\d&'’.-]*";
const FOR =
  "(?<!\\p{L})(?:for|to|für|an|pour|para|per|voor|aan|dla|till|til)\\s(?:the|die|den|das|la|le|les|el|los|l'|il|lo|gli|het|de|a|o)?\\s?";
/** Words of a name up to its legal form. */
const NAME = `${WORD}(?:,?\\s(?:${JOINER}\\s){0,2}${WORD}){0,6}?,?\\s`;
const FOR_COMPANY = new RegExp(`${FOR}(${NAME}(?:${LEGAL_FORM.source}))`, 'gu');

/** A subject names the company behind the number or a dash. */
const IN_SUBJECT = new RegExp(`(?:${FOR}|[-–:,|]\\s|\\d\\s)(${NAME}(?:${LEGAL_FORM.source}))`, 'gu');
/** Who carries the goods is nobody's customer. */
const CARRIED =
  /(?<![a-z])(?:versand|lieferung per|freight|fracht|shipping|courier|kurier|spedizione|transport)(?![a-z])/;
const FORMS = new RegExp(`^(?:[\\s.&]{1,3}(?:${LEGAL_FORM.source}))+\\.?`, 'u');

/** "our quote 201/26 for Cantine del Monferrato S.p.A.": a company in full that something is for. */
export const namedInProse = (piece: Piece): Candidate<string>[] =>
  piece.lines.slice(0, 40).flatMap(line =>
    CARRIED.test(normalizeText(textOfLine(line)).text)
      ? []
      : allMatches(textOfLine(line), piece.origin === 'subject' ? IN_SUBJECT : FOR_COMPANY).flatMap(
          ({ 1: name = '' }) => {
            const value = withFormsBehind(name, textOfLine(line));
            return isNameLike(value) ? [{ value, words: [value], origin: piece.origin, weight: 4.5 }] : [];
          },
        ),
  );

const SUBJECT_PART = new RegExp(`\\s[-–—|]\\s|:\\s|\\d\\s(?=\\p{Lu})|${FOR}`, 'u');
const OF_PAPER = new RegExp(`(?<!\\p{L})(?:${QUOTE}|${PAPER})(?!\\p{L})`, 'u');

/** "Quote 88213 - Tamarack Credit Union - lobby signage": a part of the subject that is an organisation's name. */
export const namedInSubject = ({ origin, lines }: Piece): Candidate<string>[] =>
  origin !== 'subject'
    ? []
    : lines
        .flatMap(line => textOfLine(line).split(SUBJECT_PART))
        .map(part => withoutWhat(trimName(part.trim())))
        .filter(part => part.includes(' ') && isCompany(part) && isNameLike(part) && !isRole(part))
        .filter(part => !OF_PAPER.test(normalizeText(part).text))
        .map(value => ({ value, words: [value], origin, weight: 4 }));

/** "Liberty Bank summer party" is for Liberty Bank. */
const withoutWhat = (part: string): string => {
  const [, name, what] = WHAT_BEHIND.exec(part) ?? [];
  return name?.includes(' ') && isCompany(name) && !isHouseWord(what ?? '') ? name : part;
};
const WHAT_BEHIND = new RegExp(`^(.+?)\\s(?!${JOINER}\\s)(\\p{Ll}[\\p{L}-]{2,})(?:\\s|$)`, 'u');

/** "Pte Ltd", "GmbH & Co. KG": forms of several words. */
const withFormsBehind = (name: string, text: string): string => {
  const rest = text.slice(text.indexOf(name) + name.length);
  const more = FORMS.exec(rest)?.[0] ?? /^\./.exec(rest)?.[0] ?? '';
  return more === '.' && !/\.\p{L}+$/u.test(name) ? name : name + more;
};

/** The recipient is `Hotel Krone`, and the mail speaks of Hotel Krone Flüelen AG: that is the whole name. */
export const withRest =
  (pieces: readonly Piece[]) =>
  (candidate: Candidate<string>): Candidate<string> => {
    const { value } = candidate;
    if (hasLegalForm(value) || value.length < 4) return candidate;
    const literal = value.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    const whole = new RegExp(
      `(?<!\\p{L})${literal}(?:,?\\s(?:${JOINER}\\s){0,2}${WORD}){0,3}?,?\\s(?:${LEGAL_FORM.source})`,
      'u',
    );
    for (const { lines, origin } of pieces) {
      for (const line of lines.slice(0, 60)) {
        const found = whole.exec(textOfLine(line))?.[0];
        if (found !== undefined) {
          const name = withFormsBehind(found, textOfLine(line));
          return { ...candidate, value: name, words: [name], origin };
        }
      }
    }
    return candidate;
  };

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}&'’.-]*/gu;
const MAX_WORDS = 6;
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
export const namesLikeDomain = (piece: Piece, { domain }: Parties): Candidate<string>[] => {
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
  for (const word of words.slice(at, at + MAX_WORDS)) {
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
