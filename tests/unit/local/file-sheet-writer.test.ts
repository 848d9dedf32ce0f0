import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileSheetWriter, whyNotWritten } from '../../../src/local/file-sheet-writer.ts';
import { fileSources } from '../../../src/local/file-sources.ts';

const SHEET = 'Quote number,Customer,Contact email,Amount,Date sent\nQ-1,Northwind,d@n.example,4800,2026-11-22\n';
const rowOf = (number: string) => ({
  quote_id: number,
  customer: 'Brightwater',
  contact: 'm@b.example',
  amount: '12.00',
  sent: '2026-11-24',
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qf-sheet-'));
  await writeFile(join(folder, 'quotes.csv'), SHEET);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const counted = (): (() => Promise<number>) => {
  let version = 0;
  return async () => ++version;
};

const sheet = (): Promise<string> => readFile(join(folder, 'quotes.csv'), 'utf8');

test('a row is added once, however often it is asked for', async () => {
  const writer = fileSheetWriter(folder, counted());
  expect(await writer.appendRow('Q-7', rowOf('Q-7'), 'SGD')).toEqual({ kind: 'written', row: 3, already: false });
  expect(await writer.appendRow('Q-7', rowOf('Q-7'), 'SGD')).toEqual({ kind: 'written', row: 3, already: true });
  expect(await sheet()).toBe(`${SHEET}Q-7,Brightwater,m@b.example,12.00,2026-11-24\n`);
  expect(await writer.rowOf('Q-7')).toBe(3);
  expect(await writer.rowOf('Q-8')).toBeNull();
});

test('rows decided at the same moment all stand in the sheet, and nothing is left beside it', async () => {
  const writer = fileSheetWriter(folder, counted());
  const numbers = Array.from({ length: 20 }, (_, at) => `Q-${100 + at}`);
  const outcomes = await Promise.all(numbers.map(number => writer.appendRow(number, rowOf(number), 'SGD')));
  expect(outcomes.map(outcome => (outcome.kind === 'written' ? outcome.row : outcome.why))).toEqual(
    numbers.map((_, at) => at + 3),
  );
  expect((await sheet()).trimEnd().split('\n')).toHaveLength(22);
  expect(await readdir(folder)).toEqual(['quotes.csv']);
});

test('a row is changed in place', async () => {
  const writer = fileSheetWriter(folder, counted());
  expect(await writer.changeRow('Q-1', { amount: '4500.00' }, 'SGD')).toMatchObject({ kind: 'written', row: 2 });
  expect(await sheet()).toBe(SHEET.replace('4800', '4500.00'));
  expect(await writer.changeRow('Q-9', { amount: '1' }, 'SGD')).toEqual({
    kind: 'refused',
    why: 'no row has this quote number',
  });
});

test('a sheet that is not there, or has no such columns, is left alone and says why', async () => {
  const writer = fileSheetWriter(folder, counted());
  await writeFile(join(folder, 'quotes.csv'), 'a,b\n1,2\n');
  expect(await writer.appendRow('Q-7', rowOf('Q-7'), 'SGD')).toMatchObject({ kind: 'refused' });
  expect(await sheet()).toBe('a,b\n1,2\n');
  await rm(join(folder, 'quotes.csv'));
  expect(await writer.appendRow('Q-7', rowOf('Q-7'), 'SGD')).toEqual({
    kind: 'refused',
    why: 'there is no quotes.csv',
  });
});

test('what a person decided goes into one cell, a column made for it where there is none', async () => {
  const writer = fileSheetWriter(folder, counted());
  expect(await writer.write('Q-1', 'status', 'won')).toEqual({ problem: null, version: 1 });
  expect(await sheet()).toBe(
    'Quote number,Customer,Contact email,Amount,Date sent,Status\nQ-1,Northwind,d@n.example,4800,2026-11-22,won\n',
  );
  expect(await writer.write('Q-2', 'status', 'won')).toEqual({ problem: 'no row has this quote number' });
});

const bytes = (): Promise<Buffer> => readFile(join(folder, 'quotes.csv'));

test.each([
  ['UTF-16 with a mark, as Excel saves “Unicode text”', 'utf-16le', true, '\t'],
  ['UTF-16 of the other byte order', 'utf-16be', true, ';'],
  ['UTF-16 without a mark', 'utf-16le', false, ','],
])('%s stays what it is, whatever is written into it', async (_, encoding, addBOM, separator) => {
  const text = SHEET.replaceAll(',', separator).replace('Northwind', '北風 Café');
  await writeFile(join(folder, 'quotes.csv'), iconv.encode(text, encoding, { addBOM }));
  const writer = fileSheetWriter(folder, counted());
  const cells = { ...rowOf('Q-7'), customer: 'Țăndărică 株式会社' };
  expect(await writer.appendRow('Q-7', cells, 'SGD')).toEqual({ kind: 'written', row: 3, already: false });
  expect(await writer.appendRow('Q-7', cells, 'SGD')).toMatchObject({ kind: 'written', already: true });
  expect(await writer.changeRow('Q-1', { amount: '4500.00' }, 'SGD')).toMatchObject({ kind: 'written', row: 2 });
  const added = `Q-7,Țăndărică 株式会社,m@b.example,12.00,2026-11-24\n`.replaceAll(',', separator);
  const wanted = `${text.replace('4800', '4500.00')}${added}`;
  expect(await bytes()).toEqual(iconv.encode(wanted, encoding, { addBOM }));
  const read = await fileSources(folder, { now: () => new Date(0) }, counted()).sheet();
  const rows = read && 'quotes' in read ? [...read.quotes] : [];
  expect(rows.at(-1)).toMatchObject(['Q-7', 'Țăndărică 株式会社', 'm@b.example', '12.00', '2026-11-24']);
});

test.each([
  ['EBUSY', 'is open in another program'],
  ['EPERM', 'is open in another program'],
  ['ENOSPC', 'no room on the disk'],
  ['EROFS', 'may only be read'],
  ['EIO', 'could not be written (EIO)'],
])('a disk that refuses (%s) is told in words, without a path', (code, words) => {
  const told = whyNotWritten(Object.assign(new Error(`${code}: rename '/srv/qf/quotes.csv.part'`), { code }));
  expect(told).toContain(words);
  expect(told).not.toMatch(/rename|\/srv/);
});
