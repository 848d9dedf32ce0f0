import { cellsBelow, type Spot, spotsOf } from '../beside.ts';
import type { Candidate } from '../candidate.ts';
import { fold } from '../fold.ts';
import type { Cell, Piece } from '../layout/line.ts';
import { comparableName, type Sides } from '../sides.ts';
import { ATTENTION, CUSTOMER, SELLER, SHIP_TO, TO } from '../words/party-words.ts';
import { nameIn } from './name-in-block.ts';
import { namesLikeDomain } from './name-like-domain.ts';
import { hasLegalForm, isCompany, isLabel, isNameLike, trimName } from './party-name.ts';
import { windowNames } from './window-name.ts';

const START = '(?<![\\p{L}\\p{N}-])';
const END = '(?![\\p{L}\\p{N}-]|\\s?(?:no|nr|n°|id|ref|number|nummer|num|code|service|portal|vat|ust|tax)(?![\\p{L}]))';
const LABELS: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`${START}(?:${CUSTOMER})${END}`, 'gu'), 9],
  [new RegExp(`^(?:${TO})(?=\\s*(?::|$))`, 'gu'), 7],
  [new RegExp(`^(?:${ATTENTION})(?=[\\s.:]|$)`, 'gu'), 3.5],
  [new RegExp(`${START}(?:${SHIP_TO})${END}`, 'gu'), 4],
];
const SELLER_LABEL = new RegExp(`^(?:${SELLER})(?=\\s*:?\\s*$)`, 'gu');
const OF_SELLER = new RegExp(`^(?:${SELLER})\\s*:?$`, 'u');
const NAME_LABEL =
  /^(?:name|firma|company(?: name)?|customer name|kundenname|nom|societe|raison sociale|nombre|razon social|empresa|nome|ragione sociale|azienda|naam|bedrijf(?:snaam)?|namn|foretag|navn|virksomhed|nazwa|organi[sz]ation|名称|公司名称|会社名)\s*:?\s*$/u;
const OTHER_LABEL =
  /^(?:nummer|number|no|globale nummer|gln|id|uid|anschrift|address|adresse|direccion|indirizzo|adres|e-?mail|phone|tel(?:efon)?|fax|vat|ust|kunden-?nr|contact|kontakt|ansprechpartner)[\s.:]/u;

/** Who the paper is for, by its labels and address blocks, by what the mail's recipient is called, by the recipient's domain. */
export const customersIn = (pieces: readonly Piece[], sides: Sides): Candidate<string>[] => {
  const named = pieces.flatMap(piece => [
    ...LABELS.flatMap(([label, weight]) => partySpots(piece, label).flatMap(spot => fromSpot(spot, weight, sides))),
    ...windowNames(piece, sides),
    ...addressed(piece),
    ...namesLikeDomain(piece, sides),
  ]);
  const sellers = new Set(pieces.flatMap(sellersIn));
  const kept = [...named, ...recipientName(sides)].filter(
    ({ value }) => !sides.isOwnName(value) && !sellers.has(comparableName(value)),
  );
  return kept.map(candidate => ({ ...candidate, weight: candidate.weight + support(candidate.value, sides) }));
};

/**
 * Where a label's value may stand, one place for each label. A label to the right begins another block; far to the right
 * stands another column, so a name underneath comes first.
 */
const partySpots = (piece: Piece, label: RegExp): Spot[] => {
  const spots = spotsOf(piece, label).filter(({ place, text }) => place !== 'right' || !isLabel(text));
  const named = spots.filter(spot => spot.place === 'inline' || nameIn(blockAt(spot)) !== undefined);
  return named.filter(
    spot =>
      spot.place === 'inline' ||
      !named.some(other => other.cell === spot.cell && other.place !== spot.place && comesFirst(other, spot)),
  );
};

const comesFirst = (one: Spot, other: Spot): boolean =>
  one.place === 'right' ? !isFarAside(one) : other.place === 'right' && isFarAside(other);

/** Names that stand under a label of the seller's. */
const sellersIn = (piece: Piece): string[] =>
  partySpots(piece, SELLER_LABEL)
    .filter(({ place }) => place !== 'inline')
    .flatMap(spot => nameIn(blockAt(spot)) ?? [])
    .map(comparableName);

const support = (name: string, { domain, recipients }: Sides): number => {
  const bare = comparableName(name);
  const host = domain?.replace(/[^\p{L}\p{N}]/gu, '') ?? '';
  const matches = host.length >= 3 && (bare.includes(host) || host.startsWith(bare) || initials(name) === host);
  return (matches ? 2 : 0) + (recipients.some(box => comparableName(box.name) === bare) ? 1 : 0);
};

const initials = (name: string): string =>
  fold(name.replace(/\p{L}{2,}/gu, word => word.slice(0, 1))).text.replace(/[^a-z]/g, '');

const fromSpot = (spot: Spot, weight: number, sides: Sides): Candidate<string>[] => {
  // "Deposit by the customer", "thank you to our clients": a label begins its cell.
  if (/\p{L}{2}/u.test(spot.before) && !/[:|(]\s*$/.test(spot.before)) return inProse(spot, weight, sides);
  if (OF_SELLER.test(fold(spot.cell.text).text)) return [];
  const block = blockAt(spot);
  const name = nameIn(block);
  if (!name || sides.isOwnName(name)) return [];
  if (spot.place === 'inline' && nameIn(block.slice(0, 1)) === undefined) return [];
  const prose = spot.place === 'inline' && spot.cell.text.length > 110;
  return [
    {
      value: name,
      words: spot.place === 'inline' ? [spot.cell.text.trim().slice(0, 120)] : [spot.label, name],
      origin: spot.piece.origin,
      weight: weight - (prose ? 3 : 0) - (spot.line > 50 ? 2 : 0),
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
  if (name === '' || name.includes('@')) return [];
  const part = /[(|/–-]\s*([^()|/]+?)\)?$/u.exec(name)?.[1];
  const company = [part, name].find(text => text !== undefined && isCompany(text));
  const value = company ?? tidyPerson(name);
  return [{ value, words: [name], origin: 'header', weight: company ? 5.5 : domain === null ? 4 : 3 }];
};

/** `Berg, Anna` is Anna Berg. */
const tidyPerson = (name: string): string =>
  name.replace(/^([\p{L}'-]+), ([\p{L}' -]+)$/u, '$2 $1').replace(/\s*様$/u, '');

/** "Angebot für Nordlicht GmbH" in a sentence or a subject: believed where the name is a company's or the recipient's. */
const inProse = (spot: Spot, weight: number, sides: Sides): Candidate<string>[] => {
  if (spot.place !== 'inline') return [];
  const name = trimName(spot.text.replace(/^[\s:–-]+/, '').split(/\s(?:for|regarding|re|–|-|\|)\s|[.;:(]\s/)[0] ?? '');
  if (!isNameLike(name) || sides.isOwnName(name)) return [];
  const sure = hasLegalForm(name) || support(name, sides) >= 2;
  return sure ? [{ value: name, words: [name], origin: spot.piece.origin, weight: weight - 3 }] : [];
};

/** `株式会社青空フーズ 御中`; or a company's line with a person's `山本様` under it. */
const addressed = (piece: Piece): Candidate<string>[] =>
  piece.lines.flatMap((line, index) =>
    line.cells.flatMap(({ text }) => {
      const house = /^(.{2,40}?)\s*御中$/u.exec(text)?.[1];
      const next = piece.lines[index + 1]?.cells[0]?.text ?? '';
      const named = house ?? (hasLegalForm(text) && /^.{1,20}様$/u.test(next) ? text : undefined);
      return named === undefined ? [] : [{ value: named, words: [text], origin: piece.origin, weight: 9 }];
    }),
  );

/** Another column rather than the label's value. */
const isFarAside = ({ place, piece, textLine, text, cell }: Spot): boolean => {
  const value = piece.lines[textLine]?.cells.find(other => other.text.includes(text));
  return place === 'right' && !/:\s*$/.test(cell.text) && value !== undefined && value.x - cell.right > 110;
};

/** The lines that may hold the name: the value and what stands under it in its column. */
const blockAt = ({ piece, place, text, textLine, cell }: Spot): string[] => {
  const line = piece.lines[textLine];
  const own = text.replace(/^[\s:：.\-–]+/, '').trim();
  if (!line) return [own];
  if (place === 'inline') return [own, ...column(piece, textLine, cell).slice(0, 4)];
  const at = line.cells.find(other => other.text.includes(own.slice(0, 12))) ?? cell;
  const above = place === 'right' ? valueAbove(piece, textLine, at) : [];
  if (place === 'below') return column(piece, textLine - 1, { ...at }, true).slice(0, 8);
  return [...above, own, ...column(piece, textLine, at).slice(0, 5)];
};

/** Cells under one another from a cell on; a row "Name: X" gives X, a row with another label ends the name's reach. */
const column = (piece: Piece, index: number, cell: Cell, whole = false): string[] => {
  const lines: string[] = [];
  for (const { cell: under, line } of cellsBelow(piece, index, cell)) {
    if (Math.abs(under.x - cell.x) > 14) continue;
    const folded = fold(under.text).text;
    if (OF_SELLER.test(folded) || lines.length > 8) break;
    const value = NAME_LABEL.test(folded) ? rightOf(piece, line, under) : undefined;
    if (value !== undefined) return [...valueAbove(piece, line, value), value.text];
    if (whole && OTHER_LABEL.test(folded)) continue;
    const inline = /^(?:name|firma|company|nom|nombre|nome|naam|navn|namn|nazwa)\s*:\s*(.+)$/iu.exec(under.text)?.[1];
    if (inline !== undefined) return [inline];
    lines.push(under.text);
  }
  return lines;
};

const rightOf = (piece: Piece, index: number, cell: Cell): Cell | undefined =>
  piece.lines[index]?.cells.find(other => other.x > cell.right && /[\p{L}\d]/u.test(other.text));

/** The first line of a value of two, where the label stands beside the second. */
const valueAbove = (piece: Piece, index: number, value: Cell): string[] => {
  const upper = piece.lines[index - 1];
  const own = piece.lines[index];
  if (!upper || !own || upper.cells.length !== 1 || own.y - upper.y > 1.6 * own.size) return [];
  const [cell] = upper.cells;
  const [before] = piece.lines[index - 2]?.cells.slice(-1) ?? [];
  return cell && Math.abs(cell.x - value.x) < 2 && !(before && Math.abs(before.x - value.x) < 2) ? [cell.text] : [];
};
