import * as E from 'fp-ts/lib/Either.js';
import { quoteStream } from '../../events/stream-id.ts';
import { cellText } from '../cell.ts';
import { type Column, matchHeaders, QUOTE_HEADINGS } from '../headers.ts';
import { currencyMeant } from '../sheet-settings.ts';
import { decodeText } from './decode-text.ts';
import { csvDialect, csvRecords, unclosedRecord } from './read-csv.ts';

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$|^sep=/i;

/** RFC 4180: commas, CRLF after every record, quotation marks only where they are needed. */
export const writeCsv = (records: Iterable<readonly string[]>): string => {
  const lines: string[] = [];
  for (const cells of records) lines.push(`${cells.map(quotedField).join(',')}\r\n`);
  return lines.join('');
};

const quotedField = (cell: string): string => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What is to stand in the cells of one quote's row, as plain text. */
export type RowCells = Readonly<Partial<Record<Column, string>>>;

export interface CsvEdit {
  /** The compared quote number. */
  readonly key: string;
  readonly cells: RowCells;
  /** `append`: a new row, unless the number is there; `change`: the row that has it. */
  readonly how: 'append' | 'change';
  /** What an amount without a sign is in: a column for it is only added where the row is in another. */
  readonly usualCurrency?: string;
}

export interface EditedCsv {
  /** The whole file; null when it holds all this already. */
  readonly text: string | null;
  /** The row's number as a spreadsheet counts. */
  readonly row: number;
  /** The number stood there before. */
  readonly already: boolean;
}

/** A sheet taken apart so that it can be put together again: its separator, line ends and byte order mark stay. */
interface Taken {
  readonly front: string;
  readonly records: string[][];
  readonly header: number;
  readonly places: Readonly<Partial<Record<Column, number>>>;
  /** What the amount column's header says in brackets; may be empty. */
  readonly note: string;
  readonly delimiter: string;
  readonly lineEnd: string;
}

/** Puts one row's cells into a CSV file. Left: why it cannot be done, in words that stand alone. */
export const editCsv = (bytes: Uint8Array, edit: CsvEdit): E.Either<string, EditedCsv> => {
  const taken = take(bytes);
  if (E.isLeft(taken)) return taken;
  const { cells } = edit;
  const clash = currencyClash(taken.right, cells);
  if (clash !== null) return E.left(clash);
  const [at, ...others] = placesOf(taken.right, edit.key);
  if (others.length > 0) return E.left('two rows have this quote number');
  if (edit.how === 'append' && at !== undefined) return E.right({ text: null, row: at + 1, already: true });
  if (edit.how === 'change' && at === undefined) return E.left('no row has this quote number');
  return E.right(at === undefined ? appended(taken.right, edit) : changed(taken.right, at, edit));
};

/** The row that has the number, as a spreadsheet counts; null for none. */
export const rowInCsv = (bytes: Uint8Array, key: string): E.Either<string, number | null> => {
  const taken = take(bytes);
  if (E.isLeft(taken)) return taken;
  const [at] = placesOf(taken.right, key);
  return E.right(at === undefined ? null : at + 1);
};

const take = (bytes: Uint8Array): E.Either<string, Taken> => {
  const decoded = decodeText(bytes);
  if (E.isLeft(decoded)) return E.left(`the file ${decoded.left}`);
  const body = decoded.right.replace(/^\uFEFF/, '');
  const { delimiter, start } = csvDialect(body);
  const text = body.slice(start);
  if (unclosedRecord(text, delimiter) !== null) return E.left('the file has a quotation mark that is never closed');
  const records = [...csvRecords(text, delimiter)].map(cells => [...cells]);
  const header = records.findIndex(cells => cells.some(cell => cellText(cell) !== ''));
  const matched = matchHeaders(records[header] ?? [], QUOTE_HEADINGS);
  if (E.isLeft(matched)) return E.left(matched.left.error);
  const { places, notes } = matched.right;
  return E.right({
    front: `${isMarked(bytes) ? '\uFEFF' : ''}${body.slice(0, start)}`,
    records,
    header,
    places,
    note: notes.amount ?? '',
    delimiter,
    lineEnd: body.includes('\r\n') ? '\r\n' : body.includes('\n') || !body.includes('\r') ? '\n' : '\r',
  });
};

const isMarked = ([first, second, third]: Uint8Array): boolean =>
  (first === 0xef && second === 0xbb && third === 0xbf) ||
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff);

const currencyClash = ({ note }: Taken, { currency = '' }: RowCells): string | null => {
  const headed = currency === '' ? null : currencyMeant(note, currency);
  return headed === null || headed === currency
    ? null
    : `the amounts are in ${headed} by their header, but this row is in ${currency}`;
};

const placesOf = ({ records, header, places: { quote_id: idAt } }: Taken, key: string): readonly number[] =>
  records.flatMap((cells, at) =>
    at > header && idAt !== undefined && quoteStream(cellText(cells[idAt])) === key ? [at] : [],
  );

const appended = (taken: Taken, edit: CsvEdit): EditedCsv => {
  const { records, header } = taken;
  const last = records.findLastIndex(cells => cells.some(cell => cellText(cell) !== ''));
  const row: string[] = [];
  records.splice(last + 1, records.length, row);
  fill(taken, row, edit);
  while (row.length < (records[header]?.length ?? 0)) row.push('');
  return { text: written(taken), row: last + 2, already: false };
};

const changed = (taken: Taken, at: number, edit: CsvEdit): EditedCsv => {
  const row = taken.records[at] ?? [];
  const before = [...row];
  fill(taken, row, edit);
  const same = row.length === before.length && row.every((cell, place) => cell === before[place]);
  return { text: same ? null : written(taken), row: at + 1, already: true };
};

const fill = ({ records, header, places, note }: Taken, row: string[], { cells, usualCurrency }: CsvEdit): void => {
  const titles = records[header] ?? [];
  for (const { column, title } of QUOTE_HEADINGS) {
    const value = cells[column];
    if (value === undefined) continue;
    let at = places[column];
    if (at === undefined) {
      const told = column === 'currency' && (value === usualCurrency || currencyMeant(note, value) === value);
      if (value === '' || told) continue;
      at = titles.length;
      titles.push(`${title.slice(0, 1).toUpperCase()}${title.slice(1)}`);
    }
    while (row.length <= at) row.push('');
    if (cellText(row[at]) !== value) row[at] = harmless(value);
  }
};

/** A spreadsheet program would run it when it opens the file; the apostrophe says that it is text. */
const harmless = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);

const written = ({ front, records, delimiter, lineEnd }: Taken): string =>
  `${front}${records.map(cells => `${cells.map(cell => quoted(cell, delimiter)).join(delimiter)}${lineEnd}`).join('')}`;

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
