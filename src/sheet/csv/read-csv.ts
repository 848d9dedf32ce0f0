import * as E from 'fp-ts/lib/Either.js';
import type { Cell } from '../cell.ts';
import { decodeText } from './decode-text.ts';

/** What separates cells, and where the first record begins. */
export interface Dialect {
  readonly delimiter: string;
  readonly start: number;
}

const DELIMITERS = [',', ';', '\t'];
const SAMPLE_CHARS = 65_536;
const SAMPLE_RECORDS = 200;

/**
 * Tells the separator of a CSV text. A first line `sep=;` says it (and is no record). Else it is the one that gives the
 * first record most cells and the others as many: commas inside quoted cells, or decimal commas in a semicolon file, do
 * not pass for separators because the header has none.
 */
export const csvDialect = (text: string): Dialect => {
  const stated = /^"?sep=([,;\t])"?(?:\r\n|\n|\r|$)/i.exec(text);
  if (stated) return { delimiter: stated[1] ?? ',', start: stated[0].length };
  const sample = text.slice(0, SAMPLE_CHARS);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = fitOf(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, start: 0 };
};

/** Cells of the first record that is not blank, weighted by the share of records that have as many. */
const fitOf = (sample: string, delimiter: string): number => {
  const all = [...csvRecords(sample, delimiter).take(SAMPLE_RECORDS)];
  const records = all.filter(cells => cells.length > 1 || (cells[0] ?? '').trim() !== '');
  const width = records[0]?.length ?? 0;
  if (width < 2) return 0;
  const alike = records.filter(cells => cells.length === width).length;
  return (width * (1 + alike)) / (1 + records.length);
};

const QUOTE = 34;
const LF = 10;
const CR = 13;
const SPACE = 32;

/**
 * The records of a CSV text, one at a time: a sheet of 100,000 rows is read without ever being held as cells. RFC 4180 with
 * the slips of real files let be: a quotation mark inside an unquoted cell, one inside a quoted cell that was not doubled
 * (only a mark before a separator or line end closes), spaces around a quoted cell, line ends of any kind. A blank line
 * is a record of one empty cell, as a spreadsheet shows it. Stops before a record that never ends (`unclosedRecord`).
 */
export function* csvRecords(text: string, delimiter: string): Generator<readonly string[], void, undefined> {
  const separator = delimiter.charCodeAt(0);
  for (let at = 0; at < text.length; ) {
    const cells: string[] = [];
    at = readRecord(text, at, separator, cells);
    if (at < 0) return;
    yield cells;
  }
}

/** The number (from 1) of the record that opens a quotation mark and never closes it; null when all is well. */
export const unclosedRecord = (text: string, delimiter: string): number | null => {
  if (!text.includes('"')) return null;
  const separator = delimiter.charCodeAt(0);
  let record = 0;
  for (let at = 0; at < text.length; record += 1) {
    at = readRecord(text, at, separator, null);
    if (at < 0) return record + 1;
  }
  return null;
};

/** Adds the cells of the record at `from` and gives the place of the next one; -1 when a quotation mark never closes. */
const readRecord = (text: string, from: number, separator: number, cells: string[] | null): number => {
  for (let at = from; ; ) {
    let close: number;
    const opening = skipSpaces(text, at);
    if (text.charCodeAt(opening) === QUOTE) {
      const closing = closeOfQuoted(text, opening + 1, separator);
      if (closing < 0) return -1;
      cells?.push(text.slice(opening + 1, closing).replaceAll('""', '"'));
      close = skipSpaces(text, closing + 1);
    } else {
      close = closeOfPlain(text, at, separator);
      cells?.push(text.slice(at, close));
    }
    at = close + 1;
    if (close < text.length && text.charCodeAt(close) === separator) continue;
    return text.charCodeAt(close) === CR && text.charCodeAt(at) === LF ? at + 1 : at;
  }
};

const closeOfPlain = (text: string, from: number, separator: number): number => {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === separator || code === LF || code === CR) return at;
  }
  return text.length;
};

const closeOfQuoted = (text: string, from: number, separator: number): number => {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text.charCodeAt(at + 1) === QUOTE) {
      at += 1;
      continue;
    }
    const next = skipSpaces(text, at + 1);
    const code = text.charCodeAt(next);
    if (next >= text.length || code === separator || code === LF || code === CR) return at;
  }
  return -1;
};

const skipSpaces = (text: string, from: number): number => {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at += 1;
  return at;
};

/** Records of a sheet, read anew each time they are gone through. */
export type Records = Iterable<readonly Cell[]>;

/**
 * The cells of a CSV file as spreadsheet programs save it: comma, semicolon or tab, any usual encoding. A blank line counts
 * as a record, as it is a row in a spreadsheet; a `sep=` line does not, as it is none there. Never throws; the left says
 * why the whole file can't be read, in words that follow its name.
 */
export const readCsv = (bytes: Uint8Array): E.Either<string, Records> => E.chain(readCsvText)(decodeText(bytes));

/** The same for text that is decoded already; a byte order mark is let be. */
export const readCsvText = (text: string): E.Either<string, Records> => {
  const marked = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const { delimiter, start } = csvDialect(marked);
  const body = start > 0 ? marked.slice(start) : marked;
  const unclosed = unclosedRecord(body, delimiter);
  return unclosed === null
    ? E.right({ [Symbol.iterator]: () => csvRecords(body, delimiter) })
    : E.left(`has a quotation mark in row ${unclosed} that is opened and never closed`);
};
