import { allMatches } from '../../kernel/all-matches.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import type { LabelledValue } from '../labelled-values/labelled-values.ts';
import { comparableName, type Parties } from '../labelled-values/parties.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { ATTENTION, CUSTOMER, QUOTE, SELLER, SHIP_TO, TO } from '../words.ts';
import { namedInProse, namedInSubject, namesLikeDomain, withRest } from './name-with-form.ts';
import {
  DEPARTMENT,
  hasLegalForm,
  houseOf,
  isCompany,
  isHouseWord,
  isLabel,
  isNameLike,
  isOrganisation,
  isRole,
  kindOfLine,
  nameIn,
  trimName,
  withoutTitle,
} from './party-name.ts';
import { blockAt, OF_SELLER, partySpots } from './party-spots.ts';
import { windowNames } from './window-name.ts';

const HOUSE = /^(.{2,40}?)\s*(?:御中|귀중|貴中)$/u;
const PERSON = /^(.{1,40}?)\s*(?:様|귀하|殿|님께?)$/u;
/** A name, not a sentence or a label. */
const PLAIN = /^[\p{L}\p{N}・ー&\s()（）]{2,25}$/u;

const LABEL = /^[^:：\s]{1,6}\s?[:：]\s*/u;

/** `株式会社青空フーズ 御中`, `새벽도서관 귀하`; or an organisation's line with a person's `山本様` under it or behind it. */
export const addressedIn = (piece: Piece): Candidate<string>[] =>
  piece.lines.flatMap((line, index) =>
    line.cells.flatMap(({ text: written, x }) => {
      const text = written.replace(LABEL, '');
      const named = (value: string, weight: number) => [{ value, words: [text], origin: piece.origin, weight }];
      const house = HOUSE.exec(text)?.[1];
      if (house !== undefined) return named(house, 9);
      const person = PERSON.exec(text)?.[1];
      if (person !== undefined) {
        const [first = '', ...more] = person.split(/\s/);
        if (hasLegalForm(person) && more.length > 0) return named(houseOf(person), 9);
        if (hasLegalForm(person) || (isCompany(person) && more.length === 0)) return named(person, 9);
        if (isCompany(first) && more.length > 0) return named(first, 7);
        return /^\p{Lo}{1,4}[\s\u3000]\p{Lo}{1,4}$/u.test(person) ? named(person, 3.5) : [];
      }
      const next = piece.lines[index + 1]?.cells.find(under => Math.abs(under.x - x) < 14)?.text ?? '';
      if (!/^.{1,20}(?:様|先生|殿|귀하|님)$/u.test(next) || !PLAIN.test(text) || isLabel(text)) return [];
      return named(text, hasLegalForm(text) ? 9 : isCompany(text) ? 8 : 5);
    }),
  );

const GREETING =
  '(?:dear|hi|hello|good (?:morning|afternoon|evening)|hallo|liebe[rs]?|guten (?:tag|morgen)|sehr geehrte (?:damen und herren|frauen und herren)|bonjour|cher(?:e|s)?|hola|estimad[oa]s?(?: (?:senores|amigos))?|buenos dias|buongiorno|gentil[ei]|spett(?:abile|\\.?le)|beste|geachte|ola|bom dia|car[oi]s?|prezad[oa]s?|hej|kaere|hei|dzien dobry|szanown[aiy](?: panstwo)?|尊敬的)';
const TEAM_OF =
  "(?:(?:das |the |l')?(?:team|equipe|equipo|all|everyone|toute l'equipe|equipa|zespol|zespole)(?: (?:vom|der|des|von|at|of|de|del|de la|du|van|di|da|do|hos|paa|pa|fra|i|w))?(?: (?:the|la|le|l'|het|der))?|(?:der|des|vom|von|de|del|van|di|da|do|at|i)) ";
const HEAD = new RegExp(`^${GREETING}(?:,| )?\\s?(?:${TEAM_OF})?(?:the )?`, 'u');
const TEAM = /[\s-](?:team|staff|crew|committee|friends|colleagues|teamet)$/u;
const GREETED_LINES = 4;

/** "Dear Lantern Hotel team", "Liebes Team vom Gasthof Adler", "尊敬的东风小学": an organisation that the mail greets. */
export const greetedIn = ({ origin, lines }: Piece): Candidate<string>[] =>
  origin !== 'body'
    ? []
    : lines.slice(0, GREETED_LINES).flatMap(line => {
        const text = textOfLine(line).replace(/[\s,!:.：，！]+$/u, '');
        const folded = normalizeText(text);
        const head = HEAD.exec(folded.text)?.[0];
        if (head === undefined) return [];
        const rest = text.slice(folded.at[head.length]).split(/,\s/)[0] ?? '';
        const value = rest.replace(TEAM, '');
        const named = hasLegalForm(value) || isOrganisation(value);
        const several = /\s/.test(value) || /\p{Lo}{3}/u.test(value);
        return named && several && isNameLike(value) && !isRole(value)
          ? [{ value, words: [text], origin, weight: 5 }]
          : [];
      });

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

const START = '(?<![\\p{L}\\p{N}-])';
const END =
  '(?![\\p{L}\\p{N}-]|\\s?(?:no|nr|n°|id|ref|number|nummer|num|code|service|portal|po|order|since|type|signature|approval|acceptance|vat|ust|tax)(?![\\p{L}]))';
const ATTENTION_LABEL = new RegExp(`^(?:${ATTENTION})(?=[\\s.:]|$)`, 'gu');
const LABELS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`${START}(?:${CUSTOMER})${END}`, 'gu'), 9],
  [new RegExp(`^(?:${TO})(?=\\s*(?::|,?$))|^a(?=\\s*:)`, 'gu'), 7],
  [ATTENTION_LABEL, 3.5],
  [new RegExp(`${START}(?:${SHIP_TO})${END}`, 'gu'), 4],
];
const SELLER_LABEL = new RegExp(`^(?:${SELLER})(?=\\s*:?\\s*$)`, 'gu');
/** Who the paper is for, by its labels and address blocks, by what the mail's recipient is called, by the recipient's domain. */
export const customersIn = (pieces: readonly Piece[], sides: Parties): Candidate<string>[] => {
  const named = pieces.flatMap(piece => [
    ...LABELS.flatMap(([label, weight]) => partySpots(piece, label).flatMap(spot => fromSpot(spot, weight, sides))),
    ...partySpots(piece, ATTENTION_LABEL).flatMap(companyOver),
    ...windowNames(piece, sides),
    ...addressedIn(piece),
    ...greetedIn(piece),
    ...organisationsInProse(piece),
    ...namesLikeDomain(piece, sides),
    ...namedInSubject(piece),
  ]);
  const sellers = new Set(pieces.flatMap(sellersIn));
  const kept = [...named, ...pieces.flatMap(namedInProse), ...recipientName(sides).map(withRest(pieces))].filter(
    ({ value }) => !sides.isOwnName(value) && !sellers.has(comparableName(value)),
  );
  return kept.map(candidate => ({ ...candidate, weight: candidate.weight + support(candidate, sides) }));
};

/** "Attn:" stands under the company's name. */
const companyOver = ({ piece, line, cell }: LabelledValue): Candidate<string>[] => {
  const block: string[] = [];
  let y = piece.lines[line]?.y ?? 0;
  for (let at = line - 1; at >= 0 && block.length < 3; at--) {
    const upper = piece.lines[at];
    const over = upper?.cells.find(other => Math.abs(other.x - cell.x) < 3);
    if (!upper || !over) continue;
    if (y - upper.y > 1.9 * upper.size || kindOfLine(over.text) === 'other') break;
    block.unshift(over.text);
    y = upper.y;
  }
  const name = nameIn(block);
  return name === undefined ? [] : [{ value: name, words: [name], origin: piece.origin, weight: 6 }];
};

/** Names that stand under a label of the seller's. */
const sellersIn = (piece: Piece): string[] =>
  partySpots(piece, SELLER_LABEL)
    .filter(({ place }) => place !== 'inline')
    .flatMap(spot => nameIn(blockAt(spot)) ?? [])
    .map(comparableName);

/** The words a sentence begins with that are written large, as names are, with the small ones between them. */
const capitalised = (text: string): string =>
  /^(?:(?:the|la|le|el|die|das|der) )?[\p{Lu}\p{Lo}\d«"„][^\s;:(|]*(?:\s(?:(?:&|and|und|et|y|e|of|de|del|della|du|des|van|von|der|den)\s)?[\p{Lu}\p{Lo}\d&][^\s;:(|]*|\se\.\s?[KV]\.)*/u.exec(
    text,
  )?.[0] ?? '';

const support = (
  { value: name, origin }: Pick<Candidate<string>, 'value' | 'origin'>,
  { domain, recipients }: Parties,
): number =>
  (domain === null ? 0 : isLikeDomain(name, domain) ? 2 : sharesWord(name, domain) ? 1 : 0) +
  // What the recipient line says cannot bear itself out.
  (origin !== 'header' && recipients.some(box => comparableName(box.name) === comparableName(name)) ? 1 : 0);

/** `greenleaf-school` is Greenleaf International School, `bc` is Brightwater Café, `nordlicht` is Nordlicht GmbH. */
const isLikeDomain = (name: string, domain: string): boolean => {
  const bare = comparableName(name);
  const host = domain.replace(/[^\p{L}\p{N}]/gu, '');
  const parts = domain.split('-').filter(part => part.length >= 3);
  const first = comparableName(name.replace(/^The /, '').split(' ')[0] ?? '');
  return (
    host.length >= 3 &&
    (bare.includes(host) ||
      host.startsWith(bare) ||
      initials(name) === host ||
      (parts.length > 1 && parts.every(part => bare.includes(part))) ||
      (first.length >= 5 && host.startsWith(first)))
  );
};

/** `comune-borgosole` speaks for Comune di Borgosole, `ebdasflores` for Escola Básica das Flores. */
const sharesWord = (name: string, domain: string): boolean =>
  isCompany(name) &&
  name.split(' ').some(word => !isOrganisation(word) && word.length >= 5 && domain.includes(comparableName(word)));

const initials = (name: string): string =>
  normalizeText(name.replace(/\p{L}{2,}/gu, word => word.slice(0, 1))).text.replace(/[^a-z]/g, '');

const fromSpot = (spot: LabelledValue, weight: number, sides: Parties): Candidate<string>[] => {
  // "Deposit by the customer", "thank you to our clients": a label begins its cell.
  const sentence = /\p{L}{2}/u.test(spot.before) && !/[:|(]\s*$/.test(spot.before);
  if (sentence || isOfferFor(spot)) return inProse(spot, weight, sides);
  if (OF_SELLER.test(normalizeText(spot.cell.text).text)) return [];
  const block = blockAt(spot);
  const name = nameIn(block);
  if (!name || sides.isOwnName(name)) return [];
  if (spot.place === 'inline' && nameIn(block.slice(0, 1)) === undefined) return [];
  // "Attn: Ms Tan" with her company under it.
  const under = spot.place === 'inline' && hasLegalForm(name) && !spot.text.includes(name) ? 2 : 0;
  const prose = spot.place === 'inline' && spot.cell.text.length > 110;
  return [
    {
      value: name,
      words: spot.place === 'inline' ? [spot.cell.text.trim().slice(0, 120)] : [spot.label, name],
      origin: spot.piece.origin,
      weight: weight + under - (prose ? 3 : 0) - (spot.line > 50 ? 2 : 0),
    },
  ];
};

/**
 * What the recipient line calls the recipient: a company, or `Anna Berg (Nordlicht GmbH)`. A person's name says little of
 * the company, so it counts only where nothing else does.
 */
const recipientName = ({ recipients, domain }: Parties): Candidate<string>[] => {
  const [first] = recipients;
  const name = first?.name.replace(/^'|'$/g, '').trim() ?? '';
  if (name === '' || name.includes('@') || isRole(name)) return [];
  const part = /[(|/–-]\s*([^()|/]+?)\)?$/u.exec(name)?.[1];
  const company = [part, name].find(text => text !== undefined && isCompany(text) && NAMES.test(text));
  const value = company === undefined ? tidyPerson(name) : withoutDepartment(company);
  return [{ value, words: [name], origin: 'header', weight: company ? 5 : domain === null ? 4 : 3 }];
};

/** `Mairie de Lanvallon - Service Culture` is the town hall. */
const withoutDepartment = (name: string): string => {
  const [, house, desk] = /^(.+?)(?:\s+[-–|]|,)\s+(.+)$/u.exec(name) ?? [];
  return house !== undefined && desk !== undefined && DEPARTMENT.test(desk) && isCompany(house) ? house : name;
};

/** "Estates", "Kanzlei": a word alone is a desk. */
const NAMES = /\S\s+\S|\p{Lo}{3}/u;

/** `Berg, Anna` is Anna Berg. */
const tidyPerson = (name: string): string =>
  withoutTitle(name.replace(/^([\p{L}'-]+), ([\p{L}' -]+)$/u, '$2 $1').replace(/\s*様$/u, ''));

/** "Quotation for Kitchen Refit" names what it is for; "Quotation for: X" whom. */
const isOfferFor = ({ place, label, text }: LabelledValue): boolean =>
  place === 'inline' && OFFER.test(normalizeText(label).text) && !/^\s*[:：]/.test(text);
const OFFER = new RegExp(`^(?:offers?|${QUOTE})(?![\\p{L}])`, 'u');

/** "Angebot für Nordlicht GmbH" in a sentence or a subject: believed where the name is a company's or the recipient's. */
const inProse = (spot: LabelledValue, weight: number, sides: Parties): Candidate<string>[] => {
  if (spot.place !== 'inline') return [];
  const found = trimName(capitalised(spot.text.replace(/^[\s:–-]+/, '')));
  const name = hasLegalForm(found) ? found : found.replace(/\.$/, '');
  if (!isNameLike(name) || sides.isOwnName(name)) return [];
  const sure = hasLegalForm(name) || support({ value: name, origin: spot.piece.origin }, sides) >= 2;
  return sure ? [{ value: name, words: [name], origin: spot.piece.origin, weight: weight - 3 }] : [];
};
