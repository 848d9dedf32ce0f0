import * as E from 'fp-ts/lib/Either.js';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../../src/sheet/csv/edit-csv.ts';
import { readCsv } from '../../../src/sheet/csv/read-csv.ts';

const cellsOf = (bytes: Uint8Array) => {
  const records = readCsv(bytes);
  return E.isRight(records) ? [...records.right] : records.left;
};
const csv = (text: string) => cellsOf(new TextEncoder().encode(text));

const NAMES = 'Quote,Customer\r\nQ-1,Müller & Söhne €\r\n';
const READ = [
  ['Quote', 'Customer'],
  ['Q-1', 'Müller & Söhne €'],
];

describe('encodings', () => {
  test.each([
    ['UTF-8', 'utf8', false],
    ['UTF-8 with a mark', 'utf8', true],
    ['UTF-16 LE with a mark', 'utf16le', true],
    ['UTF-16 LE without one', 'utf16le', false],
    ['UTF-16 BE with a mark', 'utf16be', true],
    ['UTF-16 BE without one', 'utf16be', false],
    ['Windows-1252', 'win1252', false],
  ])('%s', (_, encoding, addBOM) => {
    expect(cellsOf(iconv.encode(NAMES, encoding, { addBOM }))).toEqual(READ);
  });

  test('UTF-16 of another script is told by its separators', () => {
    const text = '見積番号,顧客\r\nQ-1,株式会社ミナト\r\n';
    expect(cellsOf(iconv.encode(text, 'utf16le', { addBOM: false }))).toEqual([
      ['見積番号', '顧客'],
      ['Q-1', '株式会社ミナト'],
    ]);
  });

  test('a stray byte in UTF-8 spoils its own cell only', () => {
    const bytes = Buffer.concat([Buffer.from('a,Müller Söhne\nb,caf'), Buffer.from([0xe9]), Buffer.from('\n')]);
    expect(cellsOf(bytes)).toEqual([
      ['a', 'Müller Söhne'],
      ['b', 'caf\ufffd'],
    ]);
  });

  test.each([
    ['a workbook', [0x50, 0x4b, 3, 4, 20, 0, 6, 0], /\.xlsx.*save the sheet as CSV/],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1], /\.xls.*save the sheet as CSV/],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d], /is a PDF/],
    ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 3, 0, 4, 0], /is not text/],
  ])('%s is refused by what it is', (_, bytes, why) => {
    expect(cellsOf(Uint8Array.from(bytes))).toMatch(why);
  });
});

describe('separators', () => {
  test.each([
    ['comma', 'a,b,c\n1,2,3\n'],
    ['semicolon', 'a;b;c\n1;2;3\n'],
    ['tab', 'a\tb\tc\n1\t2\t3\n'],
    ['stated', 'sep=;\r\na;b;c\r\n1;2;3\r\n'],
    ['stated in quotes', '"sep=\t"\r\na\tb\tc\r\n1\t2\t3\r\n'],
  ])('%s', (_, text) => {
    expect(csv(text)).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  test('decimal commas do not pass for separators', () => {
    expect(csv('Quote;Amount\nQ-1;1.200,00\nQ-2;99,50\n')).toEqual([
      ['Quote', 'Amount'],
      ['Q-1', '1.200,00'],
      ['Q-2', '99,50'],
    ]);
  });

  test('nor do commas in quoted headers and cells', () => {
    expect(csv('"Customer, name";Amount;Sent\n"Acme, Inc, Ltd";1;2\n')).toEqual([
      ['Customer, name', 'Amount', 'Sent'],
      ['Acme, Inc, Ltd', '1', '2'],
    ]);
    expect(csv('Quote,"a;b;c;d",Sent\n1,2,3\n')).toEqual([
      ['Quote', 'a;b;c;d', 'Sent'],
      ['1', '2', '3'],
    ]);
  });
});

describe('records', () => {
  test.each([
    ['a,b\n1,2', 'no line end at the end'],
    ['a,b\r1,2\r', 'old Mac line ends'],
    ['a,b\r\n1,2\n', 'mixed line ends'],
    ['a, "b"\n1,"2" \n', 'spaces around quoted cells'],
  ])('%j: %s', text => {
    expect(csv(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('a quoted cell keeps line breaks, separators and doubled marks', () => {
    expect(csv('a,b\n"one\r\ntwo, ""three""",x\n')).toEqual([
      ['a', 'b'],
      ['one\r\ntwo, "three"', 'x'],
    ]);
  });

  test('a blank line is a record, so that rows are numbered as a spreadsheet numbers them', () => {
    expect(csv('a,b\n\n1,2\n')).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  test('a separator at the end of the file is followed by an empty cell', () => {
    expect(csv('a,b\n1,')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });

  test('marks that were not doubled are let be', () => {
    expect(csv('a,b,c\n5" pipe,"Smith "Bob" Jones",x\n')).toEqual([
      ['a', 'b', 'c'],
      ['5" pipe', 'Smith "Bob" Jones', 'x'],
    ]);
  });

  test('a mark that is never closed is refused with its row', () => {
    expect(csv('a,b\n1,2\n3,"4\n5,6\n')).toBe('has a quotation mark in row 3 that is opened and never closed');
  });

  test('no bytes, no records', () => {
    expect(csv('')).toEqual([]);
    expect(csv('\ufeff')).toEqual([]);
  });
});

test('what is written is quoted only where it must be', () => {
  expect(writeCsv([['a', 'b,c', ' d', 'e"f', 'g\nh'], [], ['=1+1']])).toBe(
    'a,"b,c"," d","e""f","g\nh"\r\n\r\n=1+1\r\n',
  );
});
