import { type CurrencyMark, currencyMark } from '../sheet/amounts/currency-marks.ts';
import { cellAbove, cellLeft, cellRight, lastClause } from './around.ts';
import { datesIn } from './dates-in-text.ts';
import { fold } from './fold.ts';
import { type Cell, type Line, type Piece, textOfLine } from './layout/line.ts';
import { type Sum, sumsIn } from './money-in-text.ts';
import { kindOfSum, type SumKind } from './sum-kind.ts';
import { ITEM_HEADER } from './words/money-words.ts';

/** A sum and the words that say what it is: before it, to its left, or over its column. */
export interface LabelledSum {
  readonly sum: Sum;
  readonly label: string;
  readonly kind: SumKind;
  /** What follows it in its cell, folded. */
  readonly after: string;
  readonly place: 'before' | 'left' | 'above' | 'right';
  /** A currency that stands in a cell of its own beside the sum. */
  readonly markAside: CurrencyMark | null;
  readonly words: readonly string[];
  readonly piece: Piece;
  /** Index of its line. */
  readonly line: number;
}

export const labelledSums = (piece: Piece): LabelledSum[] =>
  piece.lines.flatMap((line, index) =>
    line.cells.flatMap((cell, at) => {
      const sums = sumsIn(withoutDates(cell.text));
      return sums
        .filter(sum => sum.looksLikeMoney || !COUNTED.test(cell.text.slice(sum.end)))
        .map((sum, n, kept) => labelled(piece, { line, index, cell, at, sum, from: kept[n - 1]?.end ?? 0 }));
    }),
  );

/** The days and years of dates are no sums. Places stay as they are. */
const withoutDates = (text: string): string =>
  datesIn(text, undefined).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );

/** `40 chairs`: a number of things. */
const COUNTED = /^\s(?!(?:in|incl|inkl|plus|excl|exkl|net|ht|ttc|und|and|total|each|per)(?![\p{L}]))\p{L}{3}/iu;

interface Where {
  readonly line: Line;
  readonly index: number;
  readonly cell: Cell;
  readonly at: number;
  readonly sum: Sum;
  /** Where the sum before it in the same cell ends. */
  readonly from: number;
}

const labelled = (piece: Piece, where: Where): LabelledSum => {
  const { line, index, cell, at, sum, from } = where;
  const after = fold(cell.text.slice(sum.end)).text;
  const as = (label: string, place: LabelledSum['place'], words: readonly string[]): LabelledSum => {
    const markAside = markBeside(line, at) ?? markIn(label);
    const kind = kindOfSum(fold(label).text, after, sum.mark !== null);
    return { sum, label, kind, after, place, markAside, words, piece, line: index };
  };
  const before = lastClause(
    from > 0 ? cell.text.slice(from, sum.start).replace(OF_THE_FORMER, '') : cell.text.slice(0, sum.start),
  );
  if (/\p{L}/u.test(before)) {
    return as(before, 'before', [cell.text.slice(cell.text.lastIndexOf(before, sum.start), sum.end).trim()]);
  }
  const alone = as('', 'before', [sum.words]);
  // In the midst of a sentence no other cell says what a sum is.
  if (/\p{L}/u.test(cell.text.slice(0, sum.start))) return alone;
  const left = cellLeft(line, at, isValue)?.text;
  const above = labelAbove(piece, where);
  const right = left === undefined ? cellRight(line, at, isValue)?.text : undefined;
  const labels = [
    ...(left === undefined ? [] : [as(left, 'left', [left, sum.words])]),
    ...(above === undefined ? [] : [as(above, 'above', [above, sum.words])]),
    ...(right === undefined || at > 0 ? [] : [as(right, 'right', [sum.words, right])]),
  ];
  return labels.find(({ kind }) => kind !== 'none') ?? labels[0] ?? alone;
};

/** A currency named in the label: "Total (SGD)", "I alt, kr." */
const markIn = (label: string): CurrencyMark | null => {
  for (const [token] of label.matchAll(
    /(?<!\p{L})(?:\p{Lu}{3}|E[Uu][Rr][Oo]|kr|đồng|人民[币幣]|บาท|zł|Kč|Ft|Rs|[元円]|[A-Z]{0,2}[$€£¥₹])(?!\p{L})/gu,
  )) {
    const mark = currencyMark(token);
    if (mark) return mark;
  }
  return null;
};

/** Said of the sum before: `S$4,500 + GST (S$4,905 total)`. */
const OF_THE_FORMER =
  /^[.\s]*[(,]?\s*(?:\+|plus|excl?|exkl|ekskl|eks|ex|incl?|inkl|zzgl|net(?:to)?|ht|ttc|before|hors|mas|più|piu)\.?\s*(?:\d+ ?%\s*)?(?:gst|vat|tax|mwst|ust|tva|iva|btw|moms|mva)?\.?/iu;

const markBeside = (line: Line, at: number): CurrencyMark | null => {
  for (const near of [line.cells[at - 1], line.cells[at + 1]]) {
    const mark = near && near.text.length <= 5 ? currencyMark(near.text.replace(/[:.\s]/g, '')) : undefined;
    if (mark) return mark;
  }
  return null;
};

const isNumeric = (text: string): boolean =>
  /\d/.test(text) && !/\p{L}{2}/u.test(text.replace(/\b[A-Z]{3}\b/g, code => (currencyMark(code) ? '' : code)));
const isMark = (text: string): boolean => text.length <= 5 && currencyMark(text.replace(/[:.\s]/g, '')) !== undefined;

const isValue = (text: string): boolean => isNumeric(text) || isMark(text);

/** The header of the sum's column, if the table is not that of the items, and this sum is the only one or adds the others up. */
const labelAbove = (piece: Piece, { index, cell }: Where): string | undefined => {
  const over = cellAbove(piece, index, cell, isNumeric);
  if (!over || !/\p{L}/u.test(over.cell.text) || over.cell.text.length > 40) return undefined;
  return isHeaderFor(over.line, over.between, cell.text) && isLast(piece, index, cell) ? over.cell.text : undefined;
};

const isHeaderFor = (header: Line, column: readonly string[], text: string): boolean => {
  const items = ITEM_HEADER.test(fold(textOfLine(header)).text);
  const digits = (value: string): number => Number(value.replace(/\D/g, ''));
  const others = column.map(digits);
  const sumOfOthers = others.reduce((a, b) => a + b, 0);
  if (others.length === 0) return !items;
  return others.every(value => value === digits(text)) ? !items : sumOfOthers === digits(text);
};

/** No further sum stands under it in the column. */
const isLast = (piece: Piece, index: number, cell: Cell): boolean => {
  const page = piece.lines[index]?.page;
  const y = piece.lines[index]?.y ?? 0;
  return !piece.lines
    .slice(index + 1)
    .some(
      line =>
        line.page === page &&
        line.y - y < 40 &&
        line.cells.some(other => other.x < cell.right && other.right > cell.x && isNumeric(other.text)),
    );
};
