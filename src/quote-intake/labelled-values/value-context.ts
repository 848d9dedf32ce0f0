import type { Cell, Line, Piece } from '../layout/line.ts';

/** The words that say what a value is: before it in its cell, in a cell to its left, or over its column. */
export interface ValueContext {
  readonly label: string;
  readonly place: 'before' | 'left' | 'above' | 'none';
}

const MAX_LABEL = 90;
/** Points between a header and its value, or between two values of a column. */
const MAX_ABOVE = 80;
/** A full stop ends a clause, unless it is that of `incl.` or `Nr.`. */
const CLAUSE_END =
  /(?<!(?:^|[\s(])(?:in[ck]l?|e[xk]s?[ck]l?|zz?gl|zuzügl|zuz|approx|ca|bzw|nr|no|n|tot|art|vs|etc|i\.v\.a|t\.v\.a|u\.s|d\.d|mw?st|ust|t\.o\.m|\p{L}))[.;!?]\s+|[;!?]\s+|,\s+(?=(?:and|und|et|y|e|en|och|og|i)\s)/iu;

/** The clause that a value at the end of `text` belongs to: what stands before a full stop says nothing of it. */
export const lastClause = (text: string): string => (text.split(CLAUSE_END).at(-1) ?? '').slice(-MAX_LABEL).trim();

/** The nearest cell to the left that holds words and not merely another value. */
export const cellLeft = (line: Line, at: number, isValue: (text: string) => boolean): Cell | undefined =>
  line.cells
    .slice(0, at)
    .reverse()
    .find(({ text }) => !isValue(text) && /\p{L}/u.test(text));

/** The next cell to the right, if nothing but words. Some forms set the label behind its value. */
export const cellRight = (line: Line, at: number, isValue: (text: string) => boolean): Cell | undefined => {
  const next = line.cells[at + 1];
  return next && !isValue(next.text) && /\p{L}/u.test(next.text) && next.text.length <= 40 ? next : undefined;
};

/** The nearest cell over this one that holds no mere value, on the same page. */
export const cellAbove = (
  piece: Piece,
  index: number,
  cell: Cell,
  isValue: (text: string) => boolean,
): { readonly cell: Cell; readonly line: Line; readonly between: readonly string[] } | undefined => {
  const own = piece.lines[index];
  if (!own) return undefined;
  const between: string[] = [];
  let y = own.y;
  for (let at = index - 1; at >= 0 && between.length <= 40; at--) {
    const line = piece.lines[at];
    if (!line || line.page !== own.page) return undefined;
    // A value may be set in under its label.
    const reach = between.length === 0 && y - line.y < 1.7 * own.size ? 14 : 4;
    const over = line.cells.find(other => other.x < cell.right + 4 && other.right > cell.x - reach);
    if (y - line.y > MAX_ABOVE) return undefined;
    if (!over) continue;
    if (!isValue(over.text)) return { cell: over, line, between };
    between.push(over.text);
    y = line.y;
  }
  return undefined;
};
