import { allMatches } from '../../kernel/all-matches.ts';
import type { Cell, Line, Piece } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';

/** Where a value stood: after its label in the same cell, in the cells to the right, underneath, or before it. */
export type Place = 'inline' | 'right' | 'below' | 'left';

/** Words that may hold a label's value, and where. */
export interface LabelledValue {
  readonly place: Place;
  /** The label as written. */
  readonly label: string;
  /** What follows it, as written. */
  readonly text: string;
  readonly piece: Piece;
  /** Index of the line the label stands in, and of the line the text stands in. */
  readonly line: number;
  readonly textLine: number;
  /** What stands before the label in its cell, folded: it may change the meaning. */
  readonly before: string;
  /** What stands after the label in its cell, folded. */
  readonly after: string;
  readonly cell: Cell;
}

/** A value may stand this many lines' heights under its label, and this far to the side. */
const BELOW_LINES = 3;
const ASIDE = 14;
const SET_IN = 45;
/** Nothing but this between a label and its value beside or below it. */
const EMPTY_REST = /^[\s:：.,\-#*=>]*(?:\([^)]*\)|\[[^\]]*\])?[\s:：.,\-#*=>]*$/;

/** `2026-0093 Quote number`: the value stands before its label. */
const VALUE_AHEAD = /^(?=\S*\d)[\p{L}\d./_-]{3,30}$/u;

/** Every place where `label`, a sticky-less global expression over folded text, is followed by words that may be its value. */
export const findLabelledValues = (piece: Piece, label: RegExp): LabelledValue[] => {
  const spots: LabelledValue[] = [];
  piece.lines.forEach((line, index) => {
    for (const cell of line.cells) {
      const folded = normalizeText(cell.text);
      for (const hit of allMatches(folded.text, label)) {
        const end = hit.index + hit[0].length;
        const rest = cell.text.slice(folded.at[end] ?? cell.text.length);
        const spot = {
          label: cell.text.slice(folded.at[hit.index] ?? 0, folded.at[end]).trim(),
          piece,
          line: index,
          before: folded.text.slice(0, hit.index),
          after: folded.text.slice(end),
          cell,
        };
        if (!EMPTY_REST.test(rest)) spots.push({ ...spot, place: 'inline', text: rest, textLine: index });
        else {
          const label = cell.text.slice(folded.at[hit.index] ?? 0).trim();
          const ahead = cell.text.slice(0, folded.at[hit.index]).trim();
          const aside: Aside[] = VALUE_AHEAD.test(ahead)
            ? [{ place: 'left', text: ahead, textLine: index }]
            : asideOf(piece, index, cell);
          spots.push(...aside.map(found => ({ ...spot, label, ...found })));
        }
      }
    }
  });
  return spots;
};

type Aside = Pick<LabelledValue, 'place' | 'text' | 'textLine'>;

const asideOf = (piece: Piece, index: number, cell: Cell): Aside[] => {
  const right = rightOf(piece, index, cell);
  const under = cellsBelow(piece, index, cell)[0];
  const below = under?.line === index + 1 ? under : (setInBelow(piece, index, cell) ?? under);
  const [first, last, ...more] = piece.lines[index]?.cells ?? [];
  // A row of a value and the label behind it.
  const left = last === cell && more.length === 0 ? first : undefined;
  return [
    ...(left ? [{ place: 'left' as const, text: left.text, textLine: index }] : []),
    ...(right ? [{ place: 'right' as const, text: right.text, textLine: right.line }] : []),
    ...(below ? [{ place: 'below' as const, text: below.cell.text, textLine: below.line }] : []),
  ];
};

/** The next cells of the line, together; a colon that stands alone is passed over. A baseline may be off by half a line. */
const rightOf = (piece: Piece, index: number, cell: Cell): { text: string; line: number } | undefined => {
  const line = piece.lines[index];
  if (!line) return undefined;
  for (const [at, near] of nearLines(piece.lines, index)) {
    const cells = near.cells.filter(other => other.x >= cell.right - 1 && !/^[\s:：.\-=]+$/.test(other.text));
    const next = cells[0];
    if (next) return { text: next.text.replace(/^[\s:：=]+/, ''), line: at };
  }
  return undefined;
};

const nearLines = (lines: readonly Line[], index: number): [number, Line][] => {
  const own = lines[index];
  if (!own) return [];
  const aside = [index - 1, index + 1].flatMap((at): [number, Line][] => {
    const line = lines[at];
    const near = line && line.page === own.page && Math.abs(line.y - own.y) <= 0.75 * own.size;
    return near ? [[at, line]] : [];
  });
  return [[index, own], ...aside];
};

/** Cells of the same column under a cell, nearest first: aligned at the left, the right or the middle. */
export const cellsBelow = (piece: Piece, index: number, cell: Cell): { cell: Cell; line: number }[] => {
  const own = piece.lines[index];
  if (!own) return [];
  const found: { cell: Cell; line: number }[] = [];
  let y = own.y;
  for (let at = index + 1; at < piece.lines.length; at++) {
    const line = piece.lines[at];
    if (!line || line.page !== own.page || line.y - y > BELOW_LINES * Math.max(own.size, line.size)) break;
    const aligned = line.cells.find(other => isAligned(cell, other));
    if (aligned) {
      found.push({ cell: aligned, line: at });
      y = line.y;
    }
  }
  return found;
};

/** The value of a list of terms stands a little to the right of its term, on the next line. */
const setInBelow = (piece: Piece, index: number, cell: Cell): { cell: Cell; line: number } | undefined => {
  const [own, next] = [piece.lines[index], piece.lines[index + 1]];
  if (!own || next?.page !== own.page || next.y - own.y > 1.7 * own.size) return undefined;
  const value = next.cells.find(other => other.x > cell.x && other.x - cell.x <= SET_IN);
  return value && { cell: value, line: index + 1 };
};

const isAligned = (a: Cell, b: Cell): boolean =>
  Math.abs(a.x - b.x) <= ASIDE ||
  Math.abs(a.right - b.right) <= ASIDE ||
  Math.abs(a.x + a.right - b.x - b.right) <= ASIDE;
