import { type DayOrder, dayOrderOf } from '../../sheet/dates/day-order.ts';
import type { Context } from '../context.ts';
import { datesIn, type WrittenDate } from '../dates-in-text.ts';
import { type Cell, type Piece, textOfLine } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { BEGINS, ENDS, HELD, ISSUED, OTHER_DAY, PAPER, QUOTE, UNTIL, VALID } from '../words.ts';
import { cellAbove, cellLeft, cellRight, lastClause } from './value-context.ts';

/** What a day is, by the words beside it. */
export type DayKind = 'valid-until' | 'ends' | 'issued' | 'dated' | 'titled' | 'placed' | 'other' | 'none';

/** "Angebot Nr. 12 vom", "Devis D-3 du", "Quotation Q-1042 /": the paper's name leads up to its day. */
const TITLE = new RegExp(
  `(?<![\\p{L}])(?:${QUOTE}|${PAPER})(?![\\p{L}])([^;]{0,50}?)(?:\\b(?:vom|von|du|del|dated|of|van|av|af|de|dd|z dnia|issued at|at|from|on|datiert|d\\.d|den|il|em)\\b|(?<![\\p{L}])от|[,\\-/|:(·•])?\\s*$`,
  'u',
);
/** Words behind the number speak of something else: "devis 12 pour votre mariage du". */
const ASTRAY = /\d[^\s]*\s+(?:[-–:,|·]\s+)?(?:[^\s]*\p{L}{4}|\p{L}+\s+\p{L}+)/u;
/** Nothing but "date". */
const GENERIC = /^(?:the )?(?:date|datum|data|fecha|dato|paivays|日期|日付)\s*[:.]?$/;
/** A small word alone in its cell, beside the paper's number. */
const SMALL = /^(?:vom|le|du|del|dated|van|av|af|den|dd|d\.(?:d\.?)?|on|of|z dnia|ze dne|от)\s*:?$/;
const PLACE = /^\p{L}[\p{L} .'-]{1,28}, ?(?:den|am|le|li|the|el|il|a|dnia|d\.)?\s*$|^\p{L}[\p{L} .'-]{1,28} d\.\s*$/u;

/** `label` and what comes `after` are folded. `alone`: the label has a cell to itself. */
export const kindOfDay = (label: string, after: string, alone: boolean): DayKind => {
  if (alone && SMALL.test(label)) return 'dated';
  const valid = lastOf(label, VALID);
  const other = lastOf(label, OTHER_DAY);
  if (valid && (!other || other.start < valid.end)) return BEGINS.test(label) ? 'other' : 'valid-until';
  if (lastOf(label, ENDS)) return 'ends';
  if (UNTIL.test(label)) return isHeld(after.split(/[.;!?]\s/)[0] ?? '') && !other ? 'valid-until' : 'other';
  const issued = lastOf(label, ISSUED);
  if (issued) {
    const spoilt = other && (other.end > issued.end || issued.start - other.end <= 3);
    if (spoilt) return 'other';
    return GENERIC.test(label) ? 'dated' : 'issued';
  }
  if (other) return 'other';
  const title = TITLE.exec(label);
  if (title && !ASTRAY.test(title[1] ?? '')) return 'titled';
  return PLACE.test(label) ? 'placed' : 'none';
};

/** "bis zum 31. Januar garantiert": what a price is until then. */
const isHeld = (after: string): boolean => VALID.test(after) || HELD.test(after);

const lastOf = (text: string, words: RegExp): { start: number; end: number } | undefined => {
  const hits = [...text.matchAll(new RegExp(words.source, 'gu'))];
  const hit = hits.at(-1);
  return hit && { start: hit.index, end: hit.index + hit[0].length };
};

/** Currencies that a paper of the United States may bear, and others with it. */
const AMERICAN: ReadonlySet<string> = new Set(['USD', 'CAD']);
/** Sales tax, a state with its postcode, a telephone number as they are written there. */
const SIGNS = /\bsales tax\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\(\d{3}\) ?\d{3}-\d{4}\b|\+1[ (.-]{1,2}\d{3}/i;

/**
 * How this paper writes day and month: by a date of its own that has one reading, by its language, the configured locale, the
 * paper's size, its currency. Undefined where nothing tells.
 */
export const orderIn = (pieces: readonly Piece[], { language, currency, settings }: Context): DayOrder | undefined => {
  const shown = shownBy(pieces);
  if (shown) return shown;
  if (language !== 'en') return 'dmy';
  const configured = dayOrderOf(settings.locale);
  if (configured) return configured;
  if (currency !== undefined && !AMERICAN.has(currency)) return 'dmy';
  const american = pieces.some(
    piece => piece.letterPaper === true || piece.lines.some(line => SIGNS.test(textOfLine(line))),
  );
  return american ? 'mdy' : undefined;
};

const shownBy = (pieces: readonly Piece[]): DayOrder | undefined => {
  const votes = new Set<DayOrder>();
  for (const { figures } of pieces.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.flatMap(c => datesIn(c.text, undefined))),
  )) {
    const [a, b] = figures ?? [0, 0];
    if (a > 12 && b <= 12) votes.add('dmy');
    if (b > 12 && a <= 12) votes.add('mdy');
  }
  return votes.size === 1 ? [...votes][0] : undefined;
};

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
        const after = normalizeText(behind).text;
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
    const folded = normalizeText(text).text;
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
