import { cellsBelow, findLabelledValues, type LabelledValue } from '../labelled-values/labelled-values.ts';
import type { Cell, Piece } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { SELLER } from '../words.ts';
import { isLabel, nameIn } from './party-name.ts';

/** A cell that is nothing but a label of the seller's. */
export const OF_SELLER = new RegExp(`^(?:${SELLER})\\s*:?$`, 'u');
const NAME_LABEL =
  /^(?:name|firma|company(?: name)?|customer name|kundenname|nom|societe|raison sociale|nombre|razon social|empresa|nome|ragione sociale|azienda|naam|bedrijf(?:snaam)?|namn|foretag|navn|virksomhed|nazwa|organi[sz]ation|名称|公司名称|会社名)\s*:?\s*$/u;
const OTHER_LABEL =
  /^(?:nummer|number|no|globale nummer|gln|id|uid|anschrift|address|adresse|direccion|indirizzo|adres|e-?mail|phone|tel(?:efon)?|fax|vat|ust|kunden-?nr|contact|kontakt|ansprechpartner)[\s.:]/u;

/**
 * Where a label's value may stand, one place for each label. A label to the right begins another block; far to the right
 * stands another column, so a name underneath comes first.
 */
export const partySpots = (piece: Piece, label: RegExp): LabelledValue[] => {
  const spots = findLabelledValues(piece, label).filter(
    ({ place, text }) => place !== 'left' && (place !== 'right' || !isLabel(text)),
  );
  const named = spots.filter(
    spot => spot.place === 'inline' || (nameIn(blockAt(spot)) !== undefined && !isLabelOfItsOwn(spot, spots)),
  );
  return named.filter(
    spot =>
      spot.place === 'inline' ||
      !named.some(other => other.cell === spot.cell && other.place !== spot.place && comesFirst(other, spot)),
  );
};

const comesFirst = (one: LabelledValue, other: LabelledValue): boolean =>
  one.place === 'right' ? !isFarAside(one) : other.place === 'right' && isFarAside(other);

/** In a list of labels with their values beside them, what stands under a label is the next label. */
const isLabelOfItsOwn = (spot: LabelledValue, spots: readonly LabelledValue[]): boolean =>
  spot.place === 'below' &&
  isLabel(spot.text) &&
  spots.some(other => other.cell === spot.cell && other.place === 'right');

/** Another column of a page rather than the label's value. */
const isFarAside = ({ place, piece, textLine, text, cell }: LabelledValue): boolean => {
  const value = piece.lines[textLine]?.cells.find(other => other.text.includes(text));
  return (
    piece.origin.startsWith('pdf:') &&
    place === 'right' &&
    !/:\s*$/.test(cell.text) &&
    value !== undefined &&
    value.x - cell.right > 110
  );
};

/** The lines that may hold the name: the value and what stands under it in its column. */
export const blockAt = ({ piece, place, text, textLine, cell }: LabelledValue): string[] => {
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
    const folded = normalizeText(under.text).text;
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
