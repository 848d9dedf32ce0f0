import * as E from 'fp-ts/lib/Either.js';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../src/sheet/cell.ts';
import { type CsvEdit, editCsv, type RowCells, rowInCsv } from '../../../src/sheet/csv/edit-csv.ts';
import { encodeLike } from '../../../src/sheet/csv/encode-text.ts';
import { readCsv } from '../../../src/sheet/csv/read-csv.ts';
import { readSheet } from '../../../src/sheet/read-sheet.ts';

const SETTINGS = { currency: 'SGD', locale: 'en-US', localeConfigured: false, timezone: 'Asia/Singapore' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const SHEET = `Customer,Quote number,Contact email,Amount,Date sent
Northwind,Q-1,dana@northwind.example,4800,2026-11-22
`;
const CELLS: RowCells = {
  quote_id: 'Q-7',
  customer: 'Brightwater',
  contact: 'mei@brightwater.example',
  amount: '120.50',
  currency: 'SGD',
  sent: '2026-11-24',
  expires: '',
};
const APPEND: CsvEdit = { key: 'Q-7', cells: CELLS, how: 'append', usualCurrency: 'SGD' };

const edited = (sheet: string | Uint8Array, edit: Partial<CsvEdit> = {}) =>
  editCsv(typeof sheet === 'string' ? bytes(sheet) : sheet, { ...APPEND, ...edit });
const textOf = (sheet: string | Uint8Array, edit: Partial<CsvEdit> = {}): string | null => {
  const done = edited(sheet, edit);
  if (E.isLeft(done)) throw new Error(done.left);
  return done.right.text;
};

describe('a row added to a sheet', () => {
  it('stands at the end, in the order of its columns, and nothing else changes', () => {
    expect(textOf(SHEET)).toBe(`${SHEET}Brightwater,Q-7,mei@brightwater.example,120.50,2026-11-24\n`);
  });

  it('tells its number as a spreadsheet counts, blank rows too', () => {
    expect(edited(SHEET)).toMatchObject({ right: { row: 3, already: false } });
    expect(edited(`\n${SHEET}\n\n`)).toMatchObject({ right: { row: 4 } });
  });

  it('is not added where its number stands already, however it is written', () => {
    const done = edited(SHEET.replace('Q-1', ' q-7 '));
    expect(done).toEqual(E.right({ text: null, row: 2, already: true }));
  });

  it('gets the columns that it needs and the sheet has not', () => {
    const text = textOf(SHEET, { cells: { ...CELLS, currency: 'EUR', expires: '2026-12-24', owner: '' } }) ?? '';
    expect(text.split('\n')[0]).toBe('Customer,Quote number,Contact email,Amount,Date sent,Currency,Date expires');
    const read = readSheet(E.toUnion(readCsv(bytes(text))) as never, SETTINGS);
    expect(E.isRight(read) && read.right.rows.map(({ key, amount, expires }) => [key, amount, expires])).toEqual([
      ['Q-1', { minor: 480_000, currency: 'SGD' }, null],
      ['Q-7', { minor: 12_050, currency: 'EUR' }, '2026-12-24'],
    ]);
  });

  it('stays text where a spreadsheet would run it, and is read back as it was', () => {
    const formula = '=IMPORTXML("http://x.example","//a")';
    const text = textOf(SHEET, { cells: { ...CELLS, customer: formula } }) ?? '';
    expect(text).toContain(`"'=IMPORTXML(""http://x.example"",""//a"")"`);
    const read = readSheet(E.toUnion(readCsv(bytes(text))) as never, SETTINGS);
    expect(E.isRight(read) && read.right.rows[1]?.customer).toBe(formula);
  });

  it.each([
    ['semicolons and CRLF', SHEET.replaceAll(',', ';').replaceAll('\n', '\r\n'), /;Q-7;.*\r\n$/],
    ['tabs', SHEET.replaceAll(',', '\t'), /\tQ-7\t/],
    ['a stated separator', `sep=;\n${SHEET.replaceAll(',', ';')}`, /^sep=;\nCustomer;/],
    ['no line end at the end', SHEET.trimEnd(), /2026-11-22\nBrightwater,/],
    ['old line ends', SHEET.replaceAll('\n', '\r'), /2026-11-22\rBrightwater,.*\r$/],
    ['a byte order mark', `\uFEFF${SHEET}`, /^\uFEFFCustomer/],
    ['quoted cells', SHEET.replace('Northwind', '"North, ""wind"""'), /"North, ""wind""",Q-1/],
  ])('keeps %s', (_, sheet, shape) => expect(textOf(sheet)).toMatch(shape));

  it.each([
    ['UTF-8', 'utf-8', false],
    ['UTF-8 with a mark', 'utf-8', true],
    ['Windows-1252', 'win1252', false],
    ['UTF-16 LE with a mark', 'utf16le', true],
    ['UTF-16 LE without one', 'utf16le', false],
    ['UTF-16 BE with a mark', 'utf16be', true],
  ])('stays in the encoding of the file: %s', (_, encoding, addBOM) => {
    const file = iconv.encode(SHEET.replace('Northwind', 'Müller'), encoding, { addBOM });
    const row = 'Brightwater,Q-7,mei@brightwater.example,120.50,2026-11-24\n';
    const added = encodeLike(file, textOf(file) ?? '');
    expect(Buffer.compare(added, Buffer.concat([file, iconv.encode(row, encoding, { addBOM: false })]))).toBe(0);
  });

  it('becomes UTF-8 with a mark where its encoding has no such letter', () => {
    const file = iconv.encode(SHEET.replace('Northwind', 'Müller'), 'win1252');
    const text = textOf(file, { cells: { ...CELLS, customer: '株式会社青空' } }) ?? '';
    const added = Buffer.from(encodeLike(file, text)).toString('utf8');
    expect(added).toMatch(/^\uFEFFCustomer[^\uFEFF]*\nMüller,.*\n株式会社青空,/);
  });

  it('is refused where the header says another currency', () => {
    const sheet = SHEET.replace('Amount', 'Amount (EUR)');
    expect(edited(sheet)).toEqual(E.left('the amounts are in EUR by their header, but this row is in SGD'));
    expect(E.isRight(edited(sheet, { cells: { ...CELLS, currency: 'EUR' } }))).toBe(true);
  });

  it.each([
    ['without its columns', 'a,b\n1,2\n', /quote number/],
    ['that is a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /workbook/],
    ['with an open quotation mark', `${SHEET}"x,1\n`, /never closed/],
    ['that is empty', '', /quote number/],
  ])('is refused by a file %s', (_, sheet, why) => {
    const done = edited(sheet);
    expect(E.isLeft(done) && done.left).toMatch(why);
  });
});

describe('a row changed in a sheet', () => {
  const change = (cells: RowCells): Partial<CsvEdit> => ({ key: 'Q-1', how: 'change', cells });

  it('keeps what is not named', () => {
    expect(textOf(SHEET, change({ amount: '4500.00', expires: '2026-12-31' }))).toBe(
      'Customer,Quote number,Contact email,Amount,Date sent,Date expires\nNorthwind,Q-1,dana@northwind.example,4500.00,2026-11-22,2026-12-31\n',
    );
  });

  it('is left alone when it says so already', () => {
    expect(edited(SHEET, change({ amount: '4800', sent: '2026-11-22', expires: '' }))).toMatchObject({
      right: { text: null, row: 2 },
    });
  });

  it('must be there, and only once', () => {
    expect(edited(SHEET, { ...change({ amount: '1' }), key: 'Q-9' })).toEqual(E.left('no row has this quote number'));
    expect(edited(`${SHEET}x,q-1,y,1,z\n`, change({ amount: '1' }))).toEqual(E.left('two rows have this quote number'));
  });
});

describe('the row of a number', () => {
  it('is found, or is not there', () => {
    expect(rowInCsv(bytes(SHEET), 'Q-1')).toEqual(E.right(2));
    expect(rowInCsv(bytes(SHEET), 'Q-2')).toEqual(E.right(null));
  });
});

describe('an apostrophe before a formula', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["''+65 1234", '+65 1234'],
    ["'t Hof", "'t Hof"],
    ["'", "'"],
  ])('marks text and is no part of it: %s', (cell, text) => {
    expect(cellText(cell)).toBe(text);
    expect(cellText(cellText(cell))).toBe(text);
  });
});
