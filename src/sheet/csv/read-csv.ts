import * as E from 'fp-ts/lib/Either.js';
import type { Cell } from '../cell.ts';
import { csvDialect } from './csv-dialect.ts';
import { csvRecords } from './csv-records.ts';
import { decodeText } from './decode-text.ts';

/**
 * The cells of a CSV file as spreadsheet programs save it: comma, semicolon or tab, any usual encoding. Record 1 is the
 * first element; a blank line counts as a record, as it is a row in a spreadsheet, a `sep=` line does not, as it is none
 * there. Never throws; the left says why the whole file can't be read, in words that follow its name.
 */
export const readCsv = (bytes: Uint8Array): E.Either<string, readonly (readonly Cell[])[]> => {
  const text = decodeText(bytes);
  return E.isLeft(text) ? text : readCsvText(text.right);
};

/** The same for text that is decoded already; a byte order mark is let be. */
export const readCsvText = (text: string): E.Either<string, readonly (readonly Cell[])[]> => {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const { delimiter, start } = csvDialect(body);
  const { records, unclosed } = csvRecords(start > 0 ? body.slice(start) : body, delimiter);
  return unclosed === null
    ? E.right(records)
    : E.left(`has a quotation mark in row ${unclosed} that is opened and never closed`);
};
