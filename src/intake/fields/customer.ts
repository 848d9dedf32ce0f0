import type { Spot } from '../beside.ts';
import type { Candidate } from '../candidate.ts';
import { fold } from '../fold.ts';
import type { Piece } from '../layout/line.ts';
import { comparableName, type Sides } from '../sides.ts';
import { QUOTE } from '../words/document-words.ts';
import { ATTENTION, CUSTOMER, SELLER, SHIP_TO, TO } from '../words/party-words.ts';
import { addressedIn } from './addressed.ts';
import { greetedIn } from './greeted.ts';
import { DEPARTMENT, nameIn, withoutTitle } from './name-in-block.ts';
import { namesLikeDomain } from './name-like-domain.ts';
import { namedInProse, namedInSubject, withRest } from './name-with-form.ts';
import { organisationsInProse } from './organisation-in-prose.ts';
import { hasLegalForm, isCompany, isNameLike, isOrganisation, isRole, kindOfLine, trimName } from './party-name.ts';
import { blockAt, OF_SELLER, partySpots } from './party-spots.ts';
import { windowNames } from './window-name.ts';

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
export const customersIn = (pieces: readonly Piece[], sides: Sides): Candidate<string>[] => {
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
const companyOver = ({ piece, line, cell }: Spot): Candidate<string>[] => {
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
  { domain, recipients }: Sides,
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
  fold(name.replace(/\p{L}{2,}/gu, word => word.slice(0, 1))).text.replace(/[^a-z]/g, '');

const fromSpot = (spot: Spot, weight: number, sides: Sides): Candidate<string>[] => {
  // "Deposit by the customer", "thank you to our clients": a label begins its cell.
  const sentence = /\p{L}{2}/u.test(spot.before) && !/[:|(]\s*$/.test(spot.before);
  if (sentence || isOfferFor(spot)) return inProse(spot, weight, sides);
  if (OF_SELLER.test(fold(spot.cell.text).text)) return [];
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
const recipientName = ({ recipients, domain }: Sides): Candidate<string>[] => {
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
const isOfferFor = ({ place, label, text }: Spot): boolean =>
  place === 'inline' && OFFER.test(fold(label).text) && !/^\s*[:：]/.test(text);
const OFFER = new RegExp(`^(?:offers?|${QUOTE})(?![\\p{L}])`, 'u');

/** "Angebot für Nordlicht GmbH" in a sentence or a subject: believed where the name is a company's or the recipient's. */
const inProse = (spot: Spot, weight: number, sides: Sides): Candidate<string>[] => {
  if (spot.place !== 'inline') return [];
  const found = trimName(capitalised(spot.text.replace(/^[\s:–-]+/, '')));
  const name = hasLegalForm(found) ? found : found.replace(/\.$/, '');
  if (!isNameLike(name) || sides.isOwnName(name)) return [];
  const sure = hasLegalForm(name) || support({ value: name, origin: spot.piece.origin }, sides) >= 2;
  return sure ? [{ value: name, words: [name], origin: spot.piece.origin, weight: weight - 3 }] : [];
};
