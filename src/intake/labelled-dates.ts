import type { DayOrder } from '../sheet/dates/day-order.ts';
import { cellAbove, cellLeft, cellRight, lastClause } from './around.ts';
import { datesIn, type WrittenDate } from './dates-in-text.ts';
import { type DayKind, kindOfDay } from './day-kind.ts';
import { fold } from './fold.ts';
import type { Cell, Piece } from './layout/line.ts';

/** A date and the words that say what day it is. */
export interface LabelledDate {
  readonly date: WrittenDate;
  readonly kind: DayKind;
  /** Folded. */
  readonly label: string;
  readonly place: 'before' | 'left' | 'above' | 'right' | 'none';
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
        const behind = cell.text.slice(date.end);
        const after = fold(behind).text;
        const whole = former === undefined && after.trim() === '';
        const label = labelOf(piece, { index, at, cell, before, behind, after, whole });
        const words =
          label.place === 'before'
            ? [cell.text.slice(cell.text.lastIndexOf(before, date.start), date.end).trim()]
            : [...(label.text === '' ? [] : [label.text]), date.words.trim()];
        return [{ date, ...label, label: label.folded, after, words, piece, line: index }];
      });
    }),
  );

interface Label {
  readonly text: string;
  readonly folded: string;
  readonly kind: DayKind;
  readonly place: LabelledDate['place'];
}

interface Where {
  readonly index: number;
  readonly at: number;
  readonly cell: Cell;
  readonly before: string;
  readonly behind: string;
  /** `behind`, folded. */
  readonly after: string;
  /** The cell holds nothing but the words before it and the date. */
  readonly whole: boolean;
}

/** Of the words before it, to its left and over it the first that say what day it is. */
const labelOf = (piece: Piece, { index, at, cell, before, behind, after, whole }: Where): Label => {
  const labelled = (text: string, place: LabelledDate['place'], alone: boolean): Label => {
    const folded = fold(text).text;
    return { text, folded, kind: kindOfDay(folded, after, alone), place };
  };
  if (/\p{L}/u.test(before)) return labelled(before, 'before', whole);
  if (before === '' && BEHIND.test(after)) {
    const own = labelled(behind.trim(), 'right', true);
    if (isOwn(own) || own.kind === 'dated') return own;
  }
  const line = piece.lines[index];
  const left = line && at > 0 ? labelIn(cellLeft(line, at, isDate)?.text) : undefined;
  const above = cellAbove(piece, index, cell, isDate);
  const over = above && above.cell.text.length <= 40 && above.between.length === 0 ? above.cell.text : undefined;
  const right = line && left === undefined && whole ? cellRight(line, at, isDate)?.text : undefined;
  const beside = right === undefined ? [] : [labelled(right, 'right', true)];
  const labels = [
    ...beside.filter(isOwn),
    ...(left === undefined ? [] : [labelled(left, 'left', true)]),
    ...(over === undefined ? [] : [labelled(over, 'above', true)]),
  ];
  return labels.find(({ kind }) => kind !== 'none') ?? labels[0] ?? labelled('', 'none', false);
};

/** A label of few words that ends its cell: `03-05-2026 Geldig tot`. */
const BEHIND = /^\s+\p{L}+(?: \p{L}+){0,2}\s*:?$/u;
const isOwn = ({ kind }: Label): boolean => kind === 'valid-until' || kind === 'issued';

/** "Ref: 2026/HK/0091" says what it says itself, and nothing of its neighbour. */
const labelIn = (text: string | undefined): string | undefined =>
  text === undefined || /[:：]\s*\S*\d/.test(text) ? undefined : text;

const isDate = (text: string): boolean => {
  const [date] = datesIn(text, undefined);
  return date !== undefined && date.start <= 2 && date.end >= text.length - 8;
};
