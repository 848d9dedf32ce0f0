import { describe, expect, test } from 'vitest';
import { canonicalCsv } from '../../../src/sheet/canonical-csv.ts';
import { overrideText } from '../../../src/sheet/read-row.ts';
import { amountText } from '../../../src/sheet/row.ts';

const settings = { currency: 'SGD', locale: 'en-US', localeConfigured: false, timezone: 'Asia/Singapore' };
const HEADER = ['Sent', 'Client', 'E-mail', 'Notes', 'Total', 'Quote #', 'Expiry'];

describe('our copy of the sheet', () => {
  test('has the columns in one order, ISO dates and plain amounts', () => {
    const records = [HEADER, [46083, 'Müller, Söhne', 'jo@acme.example', 'x', 'S$1 200', 'Q-1', '3 May 2026']];
    expect(canonicalCsv(records, settings)).toBe(
      'quote number,customer,contact email,amount,currency,date sent,date expires,owner,team,PDF link,cadence override,status\r\n' +
        'Q-1,"Müller, Söhne",jo@acme.example,1200.00,SGD,2026-03-02,2026-05-03,,,,,\r\n',
    );
  });

  test('keeps the cells of a refused row, and the place of a blank one', () => {
    const records = [
      HEADER,
      [],
      ['2026-03-02', 'Acme', 'jo@acme.example', '', '1.200', 'Q-1'],
      [46083, '', '', '', 1234.567, 'Q-2'],
      [''],
    ];
    expect(canonicalCsv(records, settings).split('\r\n').slice(1)).toEqual([
      '',
      'Q-1,Acme,jo@acme.example,1.200,,2026-03-02,,,,,,',
      'Q-2,,,1234.57,,2026-03-02,,,,,,',
      '',
    ]);
  });

  test('keeps what a header says about its column', () => {
    const header = ['Quote', 'Customer', 'Email', 'Amount (USD)', 'Sent (dd/mm/yyyy)'];
    expect(canonicalCsv([header, ['Q-1', 'Acme', 'jo@acme.example', '12', '03/04/2026']], settings)).toContain(
      'amount (USD),currency,date sent (dd/mm/yyyy)',
    );
  });

  test('without settings, or of a tab that is refused, keeps every cell', () => {
    expect(
      canonicalCsv([
        ['a', 'b'],
        [1.234, true],
        [null, ''],
      ]),
    ).toBe('a,b\r\n1.2340,TRUE\r\n');
    expect(
      canonicalCsv(
        [
          ['a', 'b'],
          ['1', '2'],
        ],
        settings,
      ),
    ).toBe('a,b\r\n1,2\r\n');
  });
});

test.each([
  [120000, 'SGD', '1200.00'],
  [5, 'SGD', '0.05'],
  [12000, 'JPY', '12000'],
  [1200, 'KWD', '1.2000'],
])('%d %s is written %s', (minor, currency, text) => {
  expect(amountText({ minor, currency })).toBe(text);
});

test('an override is written as it is read', () => {
  expect(overrideText({ kind: 'off' })).toBe('off');
  expect(overrideText({ kind: 'days', nudgeDays: [2, 5, 10], lastCallDays: 3 })).toBe('2,5,10 last 3');
  expect(overrideText({ kind: 'days', nudgeDays: [3, 7], lastCallDays: null })).toBe('3,7 no last call');
  expect(overrideText({ kind: 'days', nudgeDays: [3, 7], lastCallDays: undefined })).toBe('3,7');
});
