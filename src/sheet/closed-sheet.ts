import * as E from 'fp-ts/lib/Either.js';
import { quoteStream } from '../events/stream-id.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { type Cell, cellText } from './cell.ts';
import { dayOrderOf } from './dates/day-order.ts';
import { readDate } from './dates/read-date.ts';
import { CLOSED_HEADINGS, type ClosedColumn, matchHeaders } from './headers.ts';
import { readQuoteId } from './read-cells.ts';
import type { RefusedCell, SheetRefusal } from './row.ts';
import { ownLocale, type SheetSettings } from './sheet-settings.ts';

export type Outcome = 'won' | 'lost' | 'withdrawn';

/** A quote that ended, as the closed tab lists it. */
export interface ClosedRow {
  readonly row: number;
  readonly quoteId: string;
  readonly key: string;
  readonly outcome: Outcome;
  /** When it ended; null where the tab does not say. */
  readonly date: LocalDate | null;
}

export interface ClosedSheet {
  readonly rows: readonly ClosedRow[];
  /** Columns: quote_id, outcome, date. */
  readonly refused: readonly RefusedCell[];
}

const OUTCOMES: ReadonlyMap<string, Outcome> = new Map([
  ['won', 'won'],
  ['win', 'won'],
  ['accepted', 'won'],
  ['lost', 'lost'],
  ['declined', 'lost'],
  ['rejected', 'lost'],
  ['withdrawn', 'withdrawn'],
  ['cancelled', 'withdrawn'],
  ['canceled', 'withdrawn'],
]);

/** What could be read of the closed tab; nothing when the tab as a whole is refused. */
export const readClosedSheet = (records: Iterable<readonly Cell[]>, settings: SheetSettings): readonly ClosedRow[] => {
  const read = checkClosedSheet(records, settings);
  return E.isRight(read) ? read.right.rows : [];
};

/**
 * The closed tab: quote number, outcome (won, lost, withdrawn and their nearest kin) and the date it ended. An empty tab is
 * no fault: nothing has ended yet. A quote listed more than once has the outcome of its latest date, else of its last row.
 */
export const checkClosedSheet = (
  records: Iterable<readonly Cell[]>,
  settings: SheetSettings,
): E.Either<SheetRefusal, ClosedSheet> => {
  const dayOrder = dayOrderOf(ownLocale(settings));
  const readDay = (cell: Cell) => readDate(cell, { dayOrder, timezone: settings.timezone });
  let places: Readonly<Partial<Record<ClosedColumn, number>>> | undefined;
  const rows = new Map<string, ClosedRow>();
  const refused: RefusedCell[] = [];
  let at = 0;
  for (const record of records) {
    at += 1;
    if (record.every(cell => cellText(cell) === '')) continue;
    if (!places) {
      const matched = matchHeaders(record, CLOSED_HEADINGS);
      if (E.isLeft(matched)) return matched;
      places = matched.right.places;
      continue;
    }
    const read = readClosedRow(record, at, places, readDay);
    if (Array.isArray(read)) refused.push(...read);
    else keepLatest(rows, read);
  }
  return E.right({ rows: [...rows.values()], refused });
};

const keepLatest = (rows: Map<string, ClosedRow>, row: ClosedRow): void => {
  const before = rows.get(row.key);
  if (before?.date && row.date && before.date > row.date) return;
  rows.set(row.key, row);
};

type ReadDay = (cell: Cell) => E.Either<string, LocalDate>;

const readClosedRow = (
  record: readonly Cell[],
  row: number,
  places: Readonly<Partial<Record<ClosedColumn, number>>>,
  readDay: ReadDay,
): ClosedRow | RefusedCell[] => {
  const cell = (column: ClosedColumn): Cell => record[places[column] ?? -1] ?? null;
  const id = readQuoteId(cellText(cell('quote_id')));
  const quoteId = E.isRight(id) ? id.right : null;
  const outcome = OUTCOMES.get(
    cellText(cell('outcome'))
      .toLowerCase()
      .replace(/[^\p{L}]/gu, ''),
  );
  const date = cellText(cell('date')) === '' ? E.right(null) : readDay(cell('date'));
  const faults: RefusedCell[] = [];
  const fault = (column: ClosedColumn, error: string) =>
    faults.push({ row, quoteId, column, value: cellText(cell(column)).slice(0, 200), error });
  if (E.isLeft(id)) fault('quote_id', id.left);
  if (!outcome) fault('outcome', 'is no outcome; write won, lost or withdrawn');
  if (E.isLeft(date)) fault('date', date.left);
  if (quoteId === null || !outcome || E.isLeft(date)) return faults;
  return { row, quoteId, key: quoteStream(quoteId), outcome, date: date.right };
};
