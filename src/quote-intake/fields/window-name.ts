import type { Candidate } from '../labelled-values/candidate.ts';
import { cellsBelow } from '../labelled-values/labelled-values.ts';
import { comparableName, type Parties } from '../labelled-values/parties.ts';
import { type Cell, type Line, type Piece, textOfLine } from '../layout/line.ts';
import { isAddress, kindOfLine, nameIn } from './party-name.ts';

/** The sender's address in small type over the recipient's, as window envelopes show it. */
const RETURN_LINE =
  /^[^:]*(?:[●•·|,]| [–*-] )[^:]*(?:\d{4,5} ?\p{Lu}|\d{3} \d{2} \p{Lu}|\d{2}-\d{3} \p{Lu}|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} \d{5})[^:]*$/u;
const SMALL = 9;
/** A line that ends an address: a postcode with its town, in the usual forms of many countries. */
const POSTCODE =
  /^(?:[A-Z]{1,2}[- ])?\d{4,6} +\p{Lu}|^\d{4} ?[A-Z]{2} +\p{Lu}|^\d{2}-\d{3} +\p{Lu}|^\d{3} \d{2} +\p{Lu}|^\d{4}-\d{3} +\p{Lu}|(?:^|\s)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$|\b[A-Z]{2} \d{5}(?:-\d{4})?$|\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT) \d{4}$|\bSingapore \d{6}$|\b[A-Z]\d[A-Z] ?\d[A-Z]\d$|^\p{Lu}[\p{L} .'-]{2,30},? \d{4,6}$/u;

/** Names that head an address block without a label: in the envelope's window, or anywhere in the upper half. */
export const windowNames = (piece: Piece, sides: Parties): Candidate<string>[] =>
  piece.origin.startsWith('pdf:')
    ? [...underReturnLine(piece), ...unlabelled(piece, sides)].filter(({ value }) => !isSender(piece, value))
    : [];

/** Whose name begins a return line sent it. */
const isSender = (piece: Piece, name: string): boolean =>
  piece.lines.some(
    line =>
      line.page === 1 &&
      line.size <= SMALL &&
      line.y < 300 &&
      RETURN_LINE.test(startOf(line)) &&
      comparableName(startOf(line)).startsWith(comparableName(name)),
  );

const underReturnLine = (piece: Piece): Candidate<string>[] =>
  piece.lines.flatMap((line, index) => {
    const [first] = line.cells;
    if (!first || line.page !== 1 || line.size > SMALL || line.y > 300 || !RETURN_LINE.test(startOf(line))) return [];
    const block = columnUnder(piece, index, first);
    const name = nameIn(block);
    if (name === undefined || !block.some(isAddress)) return [];
    return [{ value: name, words: [name], origin: piece.origin, weight: 7 }];
  });

/** The cells that stand close together at the line's start: what is far to the right is another column. */
const startOf = ({ cells }: Line): string => {
  const apart = cells.findIndex((cell, at) => at > 0 && cell.x - (cells[at - 1]?.right ?? 0) > 60);
  return (apart < 0 ? cells : cells.slice(0, apart)).map(cell => cell.text).join(' ');
};

/** Lines set larger than the return line, near its left edge. */
const columnUnder = (piece: Piece, index: number, first: Cell): string[] => {
  const own = piece.lines[index];
  if (!own) return [];
  return piece.lines
    .slice(index + 1)
    .filter(line => line.page === own.page && line.y - own.y < 130)
    .flatMap(line => line.cells.filter(cell => Math.abs(cell.x - first.x) < 45).slice(0, 1))
    .map(cell => cell.text);
};

const unlabelled = (piece: Piece, { isOwnName }: Parties): Candidate<string>[] => {
  const found = new Map<string, { value: string; letterhead: boolean }>();
  piece.lines.forEach((line, index) => {
    if (line.page !== 1 || line.y > 330) return;
    for (const cell of line.cells) {
      if (!POSTCODE.test(cell.text)) continue;
      const block = blockOver(piece, index, cell);
      const name = nameIn(block);
      if (name === undefined || isOwnName(name) || isInFooter(piece, name)) continue;
      found.set(comparableName(name), {
        value: name,
        letterhead: block.includes(name) && piece.lines.slice(0, 3).some(l => textOfLine(l).includes(name)),
      });
    }
  });
  // Of several blocks the one that heads the page is the letterhead.
  return [...found.values()].map(({ value, letterhead }) => ({
    value,
    words: [value],
    origin: piece.origin,
    weight: letterhead && found.size > 1 ? 2.5 : 4,
  }));
};

/** The block that a postcode ends, if it looks like a recipient's: no telephone, tax number or web address in it. */
const blockOver = (piece: Piece, index: number, last: Cell): string[] => {
  const lines = [last.text];
  const size = piece.lines[index]?.size ?? 10;
  let y = piece.lines[index]?.y ?? 0;
  for (let at = index - 1; at >= 0 && lines.length < 7; at--) {
    const line = piece.lines[at];
    const cell = line?.cells.find(other => isFlush(other, last));
    if (!line || !cell) continue;
    // The return line over a window is set small.
    if (line.size < 0.85 * size) break;
    if (y - line.y > 1.9 * Math.min(line.size, size) || (lines.length > 2 && kindOfLine(cell.text) === 'other')) break;
    lines.unshift(cell.text);
    y = line.y;
  }
  const under = rightBelow(piece, index, last);
  const seller = [...lines, ...under].some(
    text =>
      kindOfLine(text) === 'contact' ||
      /\b(?:VAT|USt|TVA|SIRET|IBAN|GST|ABN|UEN|HRB|CVR|KvK|NIP|P\.? ?IVA)\b/.test(text),
  );
  return seller ? [] : lines;
};

/** Set to the same left or right edge. */
const isFlush = (a: Cell, b: Cell): boolean => Math.abs(a.x - b.x) < 3 || Math.abs(a.right - b.right) < 1.5;

/** Lines that go on under the block without a gap: telephone, tax number. */
const rightBelow = (piece: Piece, index: number, last: Cell): string[] => {
  let y = piece.lines[index]?.y ?? 0;
  const lines: string[] = [];
  for (const { cell, line } of cellsBelow(piece, index, last)) {
    const under = piece.lines[line];
    if (!under || under.y - y > 1.7 * under.size || !isFlush(cell, last)) break;
    lines.push(cell.text);
    y = under.y;
  }
  return lines;
};

const FOOTER_Y = 640;

/** Who signs the foot of the page, beside bank and register, made the paper. */
const isInFooter = (piece: Piece, name: string): boolean =>
  piece.lines.some(line => line.y > FOOTER_Y && comparableName(textOfLine(line)).includes(comparableName(name)));
