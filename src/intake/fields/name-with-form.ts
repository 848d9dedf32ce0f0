import { allMatches } from '../../kernel/all-matches.ts';
import type { Candidate } from '../candidate.ts';
import { fold } from '../fold.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { PAPER, QUOTE } from '../words/document-words.ts';
import { LEGAL_FORM } from '../words/party-words.ts';
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
    CARRIED.test(fold(textOfLine(line)).text)
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
        .filter(part => !OF_PAPER.test(fold(part).text))
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
