import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { googleSheetWriter } from '../../../src/adapters/google/google-sheet-writer.ts';
import { type FakeGoogle, sheetsError, startFakeGoogle } from '../../support/fake-google.ts';
import { ACCOUNT, accessTo } from '../../support/google-office.ts';

let google: FakeGoogle;
beforeAll(async () => {
  google = await startFakeGoogle();
});
afterAll(() => google.close());

const HEADINGS = ['Quote number', 'Customer', 'Contact email', 'Amount', 'Date sent', 'Status'];
beforeEach(() => {
  Object.assign(google, { fault: () => null, beforeWrite: () => {}, loseAnswers: false });
  google.unshared.clear();
  google.calls.length = 0;
  google.writes.length = 0;
  google.tabs.Quotes = [[...HEADINGS], ['Q-1', 'Northwind', 'd@n.example', 4800, 46350, '']];
});

const writer = () => {
  const access = accessTo(google);
  return googleSheetWriter({ access: async () => access, sheetId: 'sheet-1', quotesTab: 'Quotes' });
};
const ROW = { quote_id: 'Q-7', customer: 'Fabrikam', contact: 'l@f.example', amount: '990.00', sent: '2026-11-20' };
const last = () => google.tabs.Quotes?.at(-1);
const writesOf = () => google.calls.filter(call => call.startsWith('POST /v4')).length;

test('a row goes below the last, all of it as plain values', async () => {
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toEqual({ kind: 'written', row: 3, already: false });
  expect(last()?.slice(0, 5)).toEqual(['Q-7', 'Fabrikam', 'l@f.example', '990.00', '2026-11-20']);
  expect(google.writes).toMatchObject([{ option: 'RAW' }]);
});

test('what looks like a formula stays text', async () => {
  const customer = '=IMPORTXML("https://evil.example","//a")';
  await writer().appendRow('Q-7', { ...ROW, customer }, 'SGD');
  expect(last()?.[1]).toBe(customer);
  expect(google.writes).toMatchObject([{ option: 'RAW' }]);
});

test('a number that stands there already is not written twice, however it is spelt', async () => {
  expect(await writer().appendRow('Q-1', { ...ROW, quote_id: 'q-1' }, 'SGD')).toMatchObject({ already: true });
  expect(google.writes).toEqual([]);
});

test('a table that does not begin in the first column is filled from where it does', async () => {
  google.tabs.Quotes = [
    ['', ...HEADINGS],
    ['', 'Q-1', 'Northwind', 'd@n.example', 4800, 46350, ''],
  ];
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toMatchObject({ kind: 'written', row: 3 });
  expect(last()?.slice(0, 3)).toEqual(['', 'Q-7', 'Fabrikam']);
});

test('a write whose answer is lost is looked at, not sent again', async () => {
  google.loseAnswers = true;
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toMatchObject({ kind: 'written', row: 3 });
  expect(writesOf()).toBe(1);
});

test('a write that Google refuses leaves the sheet as it was', async () => {
  google.fault = call => (call.startsWith('POST /v4') ? sheetsError(503, 'UNAVAILABLE', 'down') : null);
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toMatchObject({ kind: 'refused' });
  expect(writesOf()).toBe(1);
  expect(google.tabs.Quotes).toHaveLength(2);
});

test.each([
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    `protected range of the sheet of quotes: let ${ACCOUNT} edit it`,
  ],
  [
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    'the sheet of quotes is full',
  ],
])('a sheet that may not be written to is told with what mends it (%#)', async (message, told) => {
  google.fault = call => (call.startsWith('POST /v4') ? sheetsError(400, 'INVALID_ARGUMENT', message) : null);
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toEqual({ kind: 'refused', why: expect.stringContaining(told) });
  expect(google.tabs.Quotes).toHaveLength(2);
});

test('a write after which the sheet cannot be read is doubtful', async () => {
  google.beforeWrite = () => {
    google.fault = () => sheetsError(503, 'UNAVAILABLE', 'down');
  };
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toMatchObject({ kind: 'doubtful' });
});

test('of two people who add a number at the same moment the second is told that it stands twice', async () => {
  google.beforeWrite = () => void google.tabs.Quotes?.push(['Q-7', 'Fabrikam', 'l@f.example', '990.00', 46350, '']);
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toMatchObject({ kind: 'doubtful' });
});

test('what a person decided goes into one cell, and once', async () => {
  expect(await writer().write('Q-1', 'status', 'won')).toMatchObject({ problem: null });
  expect(google.tabs.Quotes?.[1]).toEqual(['Q-1', 'Northwind', 'd@n.example', 4800, 46350, 'won']);
  expect(await writer().write('Q-1', 'status', 'won')).toMatchObject({ problem: null });
  expect(google.writes).toHaveLength(1);
});

test('a sheet that is no longer shared is said to be so, with the address to share it with', async () => {
  google.unshared.add('sheet-1');
  expect(await writer().write('Q-1', 'status', 'won')).toEqual({
    problem: `the sheet of quotes is not shared with ${ACCOUNT}: share it with that address, as editor`,
  });
});

test('a renamed tab is named', async () => {
  google.tabs = {};
  expect(await writer().appendRow('Q-7', ROW, 'SGD')).toEqual({
    kind: 'refused',
    why: 'the sheet of quotes has no tab named “Quotes”',
  });
});
