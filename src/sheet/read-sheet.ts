import * as E from 'fp-ts/lib/Either.js';
import { quoteStream } from '../events/stream-name.ts';
import { currencyMark } from './amounts/currency-marks.ts';
import { type Cell, cellText } from './cell.ts';
import { type CellReaders, cellReaders } from './cell-readers.ts';
import { COLUMNS, QUOTE_HEADINGS } from './headers/columns.ts';
import { type Matched, matchHeaders } from './headers/match-headers.ts';
import { type Places, readRow } from './read-row.ts';
import type { RefusedCell, Row, Sheet, SheetRefusal } from './row.ts';
import { currencyMeant, dayOrderIn, ownLocale, type Reading, type SheetSettings } from './sheet-settings.ts';

export type { Cell } from './cell.ts';

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
    const others = listed(places.slice(0, MOST_LISTED + 2).filter(other => other !== row));
    const error = `stands in ${others} too; a quote number may stand only once`;
    return { row, quoteId, column: 'quote_id', value: quoteId, error };
  });
  return { rows: rows.filter(({ row }) => !doubled.has(row)), refused: [...doubles, ...refused].sort(byRow) };
};

const MOST_LISTED = 5;

const listed = (rows: readonly number[]): string => {
  const shown = rows.slice(0, MOST_LISTED);
  if (rows.length > MOST_LISTED) return `rows ${shown.join(', ')} and others`;
  return shown.length === 1 ? `row ${shown[0]}` : `rows ${shown.join(' and ')}`;
};

const PLACE: ReadonlyMap<string, number> = new Map(COLUMNS.map((column, at) => [column, at]));

const byRow = (a: RefusedCell, b: RefusedCell): number =>
  a.row - b.row || (PLACE.get(a.column) ?? 0) - (PLACE.get(b.column) ?? 0);
