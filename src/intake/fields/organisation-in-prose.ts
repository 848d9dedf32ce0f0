import { allMatches } from '../../kernel/all-matches.ts';
import type { Candidate } from '../candidate.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { hasLegalForm, isHouseWord, isNameLike, isOrganisation, isRole } from './party-name.ts';

const either = (words: string): string =>
  words
    .split('|')
    .map(word => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`)
    .join('|');
const FOR = `(?<!\\p{L})(?<for>${either('for|to|für|an|pour|para|per|voor|aan|dla|till|til')})\\s(?:the|die|den|das|la|le|les|el|los|las|il|lo|gli|het|de|a|o|as|os)?\\s?|(?<!\\p{L})(?:${either('à|au|aux|al|alla|allo|do')})\\s(?:la\\s)?|(?<!\\p{L})(?:pour l'|all'|à l')`;
const JOINER =
  '(?:&|and|und|et|y|e|i|og|och|en|of|de|del|della|dello|delle|dei|di|du|des|da|do|das|dos|la|las|los|les|van|von|der|den|zu|zur|am|im|w|we|sur|sous|nr)';
/** A full stop is part of a short word only: "Anfrage. Für" are two sentences. */
const WORD = "(?:\\p{Lu}|\\d)(?:[\\p{L}\\d&'’-]|\\.(?!\\s)|(?<=(?<!\\p{L})\\p{L}{1,3})\\.)*";
const ORGANISATION = new RegExp(
  `(?:${FOR})(?<name>${WORD}(?:\\s(?:${JOINER}\\s){0,2}${WORD}){0,6}(?:\\s\\p{Ll}[\\p{L}-]{3,})?)`,
  'gu',
);
/** What a paper is as often for as what an organisation is called: "for Office Cleaning". */
const TRADE =
  /(?:services?|solutions|systems|technolog\p{L}*|tech|labs?|logisti\p{L}*|transport|freight|shipping|marine|construction|builders|bau|interiors|design|engineering|foods?|catering|events?|media|marketing|software|digital|insurance|management|import|export|supplies|supply|store|shop|market|garden|landscaping|cleaning|electric\p{L}*|plumbing|roofing|motors|auto|garage|office|team|facility|facilities|travel|sports?|fitness|farm|kitchen|stables|kennels|grill|bar|centre|center|spa|golf|tennis|football)$/iu;

/** "our quote for Wren House Hospice", "til Vestby Musikskole": an organisation without a legal form that something is for. */
export const organisationsInProse = (piece: Piece): Candidate<string>[] =>
  piece.origin.startsWith('pdf:')
    ? []
    : piece.lines.slice(0, 40).flatMap(line =>
        allMatches(textOfLine(line), ORGANISATION).flatMap(({ groups, index, 0: whole }) => {
          // A name with a legal form is read whole elsewhere.
          if (hasLegalForm(textOfLine(line).slice(index, index + whole.length + 12))) return [];
          const value = nameOf(groups?.name ?? '');
          return value.includes(' ') && isNamed(value, groups?.for) && isNameLike(value) && !isRole(value)
            ? [{ value, words: [value], origin: piece.origin, weight: 5 }]
            : [];
        }),
      );

/** A small word at the end is part of it in the Nordic languages: `Kalmar kommun`. */
const nameOf = (found: string): string => {
  const small = /\s(\p{Ll}[\p{L}-]+)$/u.exec(found);
  const name = small && !isHouseWord(small[1] ?? '') ? found.slice(0, small.index) : found;
  return name.replace(/(?:['’]s|[.,])$/u, '');
};

/** The word that says so heads the name: last in English and its like ("Oak School"), first in others ("Hotel Miramar"). */
const isNamed = (name: string, preposition: string | undefined): boolean => {
  const words = name.split(' ');
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const english = /^(?:for|to)$/i.test(preposition ?? '');
  if (isOrganisation(last) && !TRADE.test(last)) return true;
  if (isOrganisation(first) && !TRADE.test(first)) return !english || /\sof\s/.test(name);
  return / (?:of|de|di|van|do|da|du|nr) /.test(name) && words.some(word => isOrganisation(word) && !TRADE.test(word));
};
