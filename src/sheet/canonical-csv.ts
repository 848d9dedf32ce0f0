import * as E from 'fp-ts/lib/Either.js';
import { isCurrency } from '../kernel/money.ts';
import { amountOfNumber } from './amounts/read-amount.ts';
import { type Cell, cellText } from './cell.ts';
import { writeCsv } from './csv/edit-csv.ts';
import { readDate } from './dates/read-date.ts';
import { COLUMNS, type Column, type Matched, matchHeaders, QUOTE_HEADINGS } from './headers.ts';
import { readSheet } from './read-sheet.ts';
import { amountText, type Row } from './row.ts';
import type { SheetSettings } from './sheet-settings.ts';

/**
 * A tab as our own copy keeps it (RFC 4180). Given settings, it is taken for the tab of open quotes: the known columns in one
 * order, dates as ISO, amounts as plain digits beside their currency; a row that is not understood keeps its cells, so that it
 * is refused again in the same words. Without settings, or where the tab as a whole is refused, every cell is kept, numbers in
 * digits that have one reading. Rows keep their numbers either way: reading the copy gives what reading the tab gave. The
 * same cells give the same text, so a hash of it tells a change.
 */
export const canonicalCsv = (records: Iterable<readonly Cell[]>, settings?: SheetSettings): string =>
  writeCsv(withoutBlankEnd(settings ? (quotesTab(records, settings) ?? anyTab(records)) : anyTab(records)));

type Lines = (readonly string[])[];

const anyTab = (records: Iterable<readonly Cell[]>): Lines => [...records].map(record => record.map(plainText));

const quotesTab = (records: Iterable<readonly Cell[]>, settings: SheetSettings): Lines | null => {
  const sheet = readSheet(records, settings);
  if (E.isLeft(sheet)) return null;
  const understood = new Map(sheet.right.rows.map(row => [row.row, row]));
  const lines: Lines = [];
  let matched: Matched<Column> | undefined;
  for (const record of records) {
    if (matched) {
      lines.push(lineOf(record, matched.places, understood.get(lines.length + 1), settings));
    } else if (record.every(cell => cellText(cell) === '')) {
      lines.push([]);
    } else {
      const header = matchHeaders(record, QUOTE_HEADINGS);
      if (E.isLeft(header)) return null;
      matched = header.right;
      lines.push(headerOf(matched));
    }
  }
  return lines;
};

/** `Amount (USD)` and `Date sent (dd/mm/yyyy)` say how to read the cells below: the note stays. */
const headerOf = ({ notes }: Matched<Column>): readonly string[] =>
  QUOTE_HEADINGS.map(({ column, title }) => (notes[column] ? `${title} (${notes[column]})` : title));

const lineOf = (
  record: readonly Cell[],
  places: Readonly<Partial<Record<Column, number>>>,
  row: Row | undefined,
  settings: SheetSettings,
): readonly string[] => {
  const cell = (column: Column): Cell => record[places[column] ?? -1] ?? null;
  if (row) {
    const plain: Partial<Record<Column, string>> = {
      amount: amountText(row.amount),
      currency: row.amount.currency,
      sent: row.sent,
      expires: row.expires ?? '',
    };
    return COLUMNS.map(column => plain[column] ?? sameBreaks(cellText(cell(column))));
  }
  const code = cellText(cell('currency')).toUpperCase();
  const currency = isCurrency(code) ? code : settings.currency;
  const line = COLUMNS.map(column => numberText(column, cell(column), currency) ?? sameBreaks(cellText(cell(column))));
  return line.every(text => text === '') ? [] : line;
};

/** What a number stands for in its column; null for text, and where it stands for nothing. */
const numberText = (column: Column, cell: Cell, currency: string): string | null => {
  if (typeof cell !== 'number') return null;
  if (column === 'amount') {
    const amount = amountOfNumber(cell, currency);
    return E.isRight(amount) ? amountText(amount.right) : null;
  }
  const date = column === 'sent' || column === 'expires' ? readDate(cell, {}) : null;
  return date && E.isRight(date) ? date.right : null;
};

/** Three decimals might be taken for thousands: a fourth digit tells. */
const plainText = (cell: Cell | undefined): string => {
  const text = sameBreaks(cellText(cell));
  return typeof cell === 'number' && /\.\d{3}$/.test(text) ? `${text}0` : text;
};

/** One spelling of line breaks. */
const sameBreaks = (text: string): string => text.replace(/\r\n?/g, '\n');

const withoutBlankEnd = (lines: Lines): Lines => {
  while (lines.length > 0 && lines.at(-1)?.every(text => text === '')) lines.pop();
  return lines;
};
