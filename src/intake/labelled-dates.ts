import type { DayOrder } from '../sheet/dates/day-order.ts';
import { cellAbove, cellLeft, lastClause } from './around.ts';
import { datesIn, type WrittenDate } from './dates-in-text.ts';
import { fold } from './fold.ts';
import type { Cell, Piece } from './layout/line.ts';

/** A date and the words that say what day it is. */
export interface LabelledDate {
  readonly date: WrittenDate;
  /** Folded. */
  readonly label: string;
  readonly place: 'before' | 'left' | 'above' | 'none';
  /** What follows it in its cell, folded. */
  readonly after: string;
  readonly words: readonly string[];
  readonly piece: Piece;
  /** Index of its line. */
  readonly line: number;
}

export const labelledDates = (piece: Piece, order: DayOrder | undefined): LabelledDate[] =>
  piece.lines.flatMap((line, index) =>
    line.cells.flatMap((cell, at) => {
      const dates = datesIn(cell.text, order);
      return dates.flatMap((date, n) => {
        const former = dates[n - 1];
        const before = lastClause(cell.text.slice(former?.end ?? 0, date.start));
        // "from 3 to 5 March": the second date has no words of its own.
        if (former && !/\p{L}{3}/u.test(before)) return [];
        const label = labelOf(piece, index, at, cell, before);
        const words =
          label.place === 'before'
            ? [cell.text.slice(cell.text.lastIndexOf(before, date.start), date.end).trim()]
            : [...(label.text === '' ? [] : [label.text]), date.words.trim()];
        const after = fold(cell.text.slice(date.end)).text;
        return [{ date, label: fold(label.text).text, place: label.place, after, words, piece, line: index }];
      });
    }),
  );

const labelOf = (
  piece: Piece,
  index: number,
  at: number,
  cell: Cell,
  before: string,
): { text: string; place: LabelledDate['place'] } => {
  if (/\p{L}/u.test(before)) return { text: before, place: 'before' };
  const line = piece.lines[index];
  const left = line && at > 0 ? cellLeft(line, at, isDate) : undefined;
  if (left && line?.cells[at - 1] && nextTo(line.cells, at, left)) return { text: left.text, place: 'left' };
  const above = cellAbove(piece, index, cell, isDate);
  if (above && above.cell.text.length <= 40 && above.between.length === 0) {
    return { text: above.cell.text, place: 'above' };
  }
  return left ? { text: left.text, place: 'left' } : { text: '', place: 'none' };
};

/** Nothing but a colon stands between. */
const nextTo = (cells: readonly Cell[], at: number, left: Cell): boolean =>
  cells.slice(cells.indexOf(left) + 1, at).every(({ text }) => !/[\p{L}\d]/u.test(text));

const isDate = (text: string): boolean => {
  const [date] = datesIn(text, undefined);
  return date !== undefined && date.start <= 2 && date.end >= text.length - 8;
};
