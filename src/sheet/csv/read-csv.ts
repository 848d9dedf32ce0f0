import * as E from 'fp-ts/lib/Either.js';
import type { Cell } from '../cell.ts';
import { csvDialect } from './csv-dialect.ts';
import { csvRecords, unclosedRecord } from './csv-records.ts';
import { decodeText } from './decode-text.ts';

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
