import * as E from 'fp-ts/lib/Either.js';
import { quoteStream } from '../events/stream-id.ts';
import { formatMoney } from '../kernel/money.ts';
import { currencyMark } from './amounts/currency-marks.ts';
import { type Cell, cellText } from './cell.ts';
import { type CellReaders, cellReaders } from './cell-readers.ts';
import { COLUMNS, type Matched, matchHeaders, QUOTE_HEADINGS } from './headers.ts';
import { overrideText, type Places, readRow } from './read-row.ts';
import type { RefusedCell, Row, Sheet, SheetRefusal } from './row.ts';
import { currencyMeant, dayOrderIn, ownLocale, type Reading, type SheetSettings } from './sheet-settings.ts';

const HEAD = ['row', 'quote', 'customer', 'contact', 'amount', 'sent', 'expires', 'owner', 'team', 'cadence', 'status'];
const WIDEST = 32;

/** The sheet for a person's eyes: the rows understood as a table, then each cell that was not, with its reason. */
export const sheetTable = ({ rows, refused }: Sheet): readonly string[] => [
  ...table([HEAD, ...rows.map(cellsOf)]),
  ...(refused.length > 0 ? ['', ...refused.map(refusedLine)] : []),
  '',
  summaryOf(rows, refused),
];

/** `row 7, amount: "1.200" can be read as …` */
export const refusedLine = ({ row, column, value, error }: RefusedCell): string =>
  `row ${row}, ${column}: ${JSON.stringify(visible(value))} ${error}`;

const cellsOf = (row: Row): readonly string[] => [
  String(row.row),
  row.quoteId,
  row.customer,
  row.contact,
  formatMoney(row.amount),
  row.sent,
  row.expires ?? '',
  row.owner ?? '',
  row.team ?? '',
  row.override === null ? '' : overrideText(row.override),
  row.statusAsWritten === undefined ? row.status : `${row.status} (${row.statusAsWritten})`,
];

const RIGHT = new Set([0, 4]);

const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const shown = lines.map(cells => cells.map(cell => cut(visible(cell))));
  const widths = HEAD.map((_, at) => shown.reduce((widest, cells) => Math.max(widest, (cells[at] ?? '').length), 0));
  return shown.map(cells =>
    cells
      .map((cell, at) => (RIGHT.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

const cut = (text: string): string => (text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`);

/** A terminal must not be steered by what a cell holds. */
const visible = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '\ufffd');

const summaryOf = (rows: readonly Row[], refused: readonly RefusedCell[]): string => {
  const bad = new Set(refused.map(({ row }) => row)).size;
  const open = rows.filter(({ status }) => status === 'open').length;
  return `${counted(rows.length, 'row')} understood (${open} open), ${bad} refused`;
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * The tab of open quotes. Its first record that is not blank is the header; records are numbered as a spreadsheet numbers
 * rows, so blank ones count. Left: the whole tab is refused. Right: the rows understood, in order, and every faulty cell
 * of the others, by row and column. Rows that share a quote number are all refused.
 */
export const readSheet = (
  records: Iterable<readonly Cell[]>,
  settings: SheetSettings,
): E.Either<SheetRefusal, Sheet> => {
  let layout: Layout | undefined;
  const rows: Row[] = [];
  const refused: RefusedCell[] = [];
  const seen = new Map<string, number | number[]>();
  let at = 0;
  for (const record of records) {
    at += 1;
    if (!layout) {
      if (record.every(cell => cellText(cell) === '')) continue;
      const read = layoutOf(record, settings);
      if (E.isLeft(read)) return read;
      layout = read.right;
      continue;
    }
    const read = readRow(record, at, layout.places, layout.readers);
    if (read.kind === 'blank') continue;
    if (read.kind === 'row') {
      rows.push(read.row);
      count(seen, read.row.key, at);
    } else {
      refused.push(...read.cells);
      if (read.quoteId !== null) count(seen, quoteStream(read.quoteId), at);
    }
  }
  if (!layout) return E.left({ column: 'quote_id', error: 'the sheet is empty; its first row must name the columns' });
  return E.right(withoutDoubles(rows, refused, seen));
};

interface Layout {
  readonly places: Places;
  readonly readers: CellReaders;
}

const layoutOf = (header: readonly Cell[], settings: SheetSettings): E.Either<SheetRefusal, Layout> => {
  const matched = matchHeaders(header, QUOTE_HEADINGS);
  if (E.isLeft(matched)) return matched;
  const reading = readingOf(matched.right, settings);
  return E.isLeft(reading) ? reading : E.right({ places: matched.right.places, readers: cellReaders(reading.right) });
};

const readingOf = ({ notes }: Matched<string>, settings: SheetSettings): E.Either<SheetRefusal, Reading> => {
  const note = notes.amount ?? '';
  const headed = note === '' ? null : currencyMeant(note, settings.currency);
  if (headed === null && currencyMark(note)) {
    return E.left({
      column: 'amount',
      error: `the header's ${note} may be several currencies; write a code, like SGD`,
    });
  }
  const locale = ownLocale(settings);
  return E.right({
    currency: settings.currency,
    headed: headed ?? undefined,
    locale,
    timezone: settings.timezone,
    sentOrder: dayOrderIn(notes.sent, locale),
    expiresOrder: dayOrderIn(notes.expires, locale),
  });
};

/** Most quote numbers stand once: a list is made only for those that do not. */
const count = (seen: Map<string, number | number[]>, key: string, row: number): void => {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, row);
  else if (typeof before === 'number') seen.set(key, [before, row]);
  else before.push(row);
};

const withoutDoubles = (
  rows: readonly Row[],
  refused: readonly RefusedCell[],
  seen: ReadonlyMap<string, number | number[]>,
): Sheet => {
  const doubled = new Map<number, readonly number[]>();
  for (const places of seen.values()) {
    if (typeof places !== 'number') for (const row of places) doubled.set(row, places);
  }
  if (doubled.size === 0) return { rows, refused };
  const written = new Map([...rows, ...refused].map(({ row, quoteId }) => [row, quoteId ?? ''] as const));
  const doubles = [...doubled].map(([row, places]): RefusedCell => {
    const quoteId = written.get(row) ?? '';
    const others = listed(places.slice(0, MAX_LISTED + 2).filter(other => other !== row));
    const error = `stands in ${others} too; a quote number may stand only once`;
    return { row, quoteId, column: 'quote_id', value: quoteId, error };
  });
  return { rows: rows.filter(({ row }) => !doubled.has(row)), refused: [...doubles, ...refused].sort(byRow) };
};

const MAX_LISTED = 5;

const listed = (rows: readonly number[]): string => {
  const shown = rows.slice(0, MAX_LISTED);
  if (rows.length > MAX_LISTED) return `rows ${shown.join(', ')} and others`;
  return shown.length === 1 ? `row ${shown[0]}` : `rows ${shown.join(' and ')}`;
};

const PLACE: ReadonlyMap<string, number> = new Map(COLUMNS.map((column, at) => [column, at]));

const byRow = (a: RefusedCell, b: RefusedCell): number =>
  a.row - b.row || (PLACE.get(a.column) ?? 0) - (PLACE.get(b.column) ?? 0);
