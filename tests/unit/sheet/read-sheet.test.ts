import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { defaultConfig } from '../../../src/config/decode-config.ts';
import type { Cell } from '../../../src/sheet/cell.ts';
import { readSheet } from '../../../src/sheet/read-sheet.ts';
import type { Sheet } from '../../../src/sheet/row.ts';

const config = { ...defaultConfig, currency: 'SGD', timezone: 'Asia/Singapore' };
const HEADER = [
  'Quote number',
  'Customer',
  'Contact email',
  'Amount',
  'Date sent',
  'Currency',
  'Date expires',
  'Owner',
  'Team',
  'PDF link',
  'Cadence override',
  'Status',
];
const GOOD: readonly Cell[] = ['Q-1', 'Acme', 'jo@acme.example', '1200.00', '2026-03-02'];

const read = (records: readonly (readonly Cell[])[], settings = config): Sheet => {
  const sheet = readSheet(records, settings);
  if (E.isLeft(sheet)) throw new Error(sheet.left.error);
  return sheet.right;
};

/** The good row with one cell changed. */
const withCell = (header: string, cell: Cell): readonly Cell[] => {
  const at = HEADER.indexOf(header);
  const record: Cell[] = Array.from({ length: HEADER.length }, (_, i) => GOOD[i] ?? '');
  record[at] = cell;
  return record;
};
const readWith = (header: string, cell: Cell, settings = config) => read([HEADER, withCell(header, cell)], settings);
const refusals = (sheet: Sheet) => sheet.refused.map(({ row, column, value }) => [row, column, value]);

describe('a row', () => {
  test('is understood whole', () => {
    const record = [
      ' SG-201 ',
      'Marina\nBay  Bistro',
      'Chef@MarinaBay.example ',
      'S$1 200',
      '3 Mar 2026',
      '',
      46113,
      'Priya',
      'Catering',
      'https://files.example/q.pdf',
      '2,5,10 last 3',
      'Open',
    ];
    expect(read([HEADER, record]).rows).toEqual([
      {
        row: 2,
        quoteId: 'SG-201',
        key: 'SG-201',
        customer: 'Marina Bay Bistro',
        contact: 'Chef@MarinaBay.example',
        amount: { minor: 120000, currency: 'SGD' },
        sent: '2026-03-03',
        expires: '2026-04-01',
        owner: 'Priya',
        team: 'Catering',
        pdfLink: 'https://files.example/q.pdf',
        override: { kind: 'days', nudgeDays: [2, 5, 10], lastCallDays: 3 },
        status: 'open',
      },
    ]);
  });

  test('needs no optional column', () => {
    const [row] = read([HEADER.slice(0, 5), GOOD]).rows;
    expect(row).toMatchObject({
      expires: null,
      owner: null,
      team: null,
      pdfLink: null,
      override: null,
      status: 'open',
    });
  });

  test('of unformatted values has numbers for its amount, dates and number', () => {
    const [row] = read([HEADER, [1042, 'Acme', 'jo@acme.example', 1177.2, 46083, null, 46113.5, null, null]]).rows;
    expect(row).toMatchObject({
      quoteId: '1042',
      amount: { minor: 117720 },
      sent: '2026-03-02',
      expires: '2026-04-01',
    });
  });

  test('says its number as written and compares it in capitals and NFC', () => {
    expect(readWith('Quote number', 'q-e\u0301 1').rows[0]).toMatchObject({ quoteId: 'q-e\u0301 1', key: 'Q-É 1' });
  });

  test.each([
    ['', 'open', undefined],
    ['open', 'open', undefined],
    ['OPEN ', 'open', undefined],
    ['Won!', 'won', undefined],
    ['lost', 'lost', undefined],
    ['Withdrawn', 'withdrawn', undefined],
    ['hold', 'hold', undefined],
    ['on hold', 'hold', 'on hold'],
    ['accepted', 'hold', 'accepted'],
    ['waiting  for venue', 'hold', 'waiting for venue'],
    [true, 'hold', 'TRUE'],
  ])('with the status %j is %s', (cell, status, asWritten) => {
    const [row] = readWith('Status', cell).rows;
    expect([row?.status, row?.statusAsWritten]).toEqual([status, asWritten]);
  });

  test.each([
    ['sgd', 'SGD'],
    ['USD', 'USD'],
    ['€', 'EUR'],
    ['S$', 'SGD'],
    ['', 'SGD'],
    ['JPY', 'JPY'],
  ])('with the currency %j counts in %s', (cell, currency) => {
    expect(readWith('Currency', cell).rows[0]?.amount.currency).toBe(currency);
  });

  test.each(['-', 'n/a', 'none', '—'])('takes %j in an optional cell for nothing', cell => {
    expect(readWith('Date expires', cell).rows[0]?.expires).toBeNull();
    expect(readWith('Owner', cell).rows[0]?.owner).toBeNull();
    expect(readWith('PDF link', cell).rows[0]?.pdfLink).toBeNull();
  });

  test('may expire on the day it was sent', () => {
    expect(readWith('Date expires', '2026-03-02').rows).toHaveLength(1);
  });

  test('keeps formulas as text', () => {
    expect(readWith('Customer', '=IMPORTXML("https://x.example")').rows[0]?.customer).toBe(
      '=IMPORTXML("https://x.example")',
    );
  });

  test('loses what nobody can see', () => {
    expect(readWith('Quote number', '\u200bQ-1\u202e').rows[0]?.quoteId).toBe('Q-1');
  });
});

describe('a faulty cell is refused, and nothing else', () => {
  test.each([
    ['Quote number', ''],
    ['Quote number', '~contact/x'],
    ['Quote number', 'Q'.repeat(101)],
    ['Quote number', 'Q-\n1'],
    ['Quote number', '#REF!'],
    ['Customer', ''],
    ['Customer', 'x'.repeat(201)],
    ['Customer', 'Ac\u0007me'],
    ['Customer', 'Caf\ufffd'],
    ['Customer', '\ud800'],
    ['Customer', '#N/A'],
    ['Contact email', ''],
    ['Contact email', 'jo'],
    ['Contact email', 'jo@acme'],
    ['Contact email', 'jo\u001b@acme.example'],
    ['Contact email', 'jo@acme.example, al@acme.example'],
    ['Contact email', 'Jo <jo@acme.example>'],
    ['Contact email', 'jo@acme.example\r\nBcc: x@y.example'],
    ['Contact email', `${'x'.repeat(65)}@acme.example`],
    ['Amount', ''],
    ['Amount', '1.200'],
    ['Amount', '1,200'],
    ['Amount', '0'],
    ['Amount', '(1,200.00)'],
    ['Amount', '#VALUE!'],
    ['Amount', '########'],
    ['Amount', 'tba'],
    ['Amount', true],
    ['Amount', 1e17],
    ['Date sent', ''],
    ['Date sent', '03/04/2026'],
    ['Date sent', '2026-02-30'],
    ['Date sent', 7],
    ['Currency', 'dollars?'],
    ['Currency', '¥'],
    ['Currency', 'XXX'],
    ['Date expires', '2026-03-01'],
    ['Date expires', 'soon'],
    ['Owner', 'a@b.example, c@d.example'],
    ['Owner', '#N/A'],
    ['Team', 'x'.repeat(201)],
    ['PDF link', 'Q-1.pdf'],
    ['PDF link', 'javascript:alert(1)'],
    ['PDF link', 'https://bank.example@evil.example/q'],
    ['PDF link', 'https://x.example/a b'],
    ['Cadence override', '7,3'],
    ['Cadence override', 46088],
    ['Status', '#REF!'],
  ])('%s %j', (header, cell) => {
    const sheet = readWith(header, cell);
    expect(sheet.rows).toEqual([]);
    expect(sheet.refused).toHaveLength(1);
    const column =
      {
        'Quote number': 'quote_id',
        'Contact email': 'contact',
        'Date sent': 'sent',
        'Date expires': 'expires',
        'PDF link': 'pdf_link',
        'Cadence override': 'override',
      }[header] ?? header.toLowerCase();
    expect(sheet.refused[0]).toMatchObject({ row: 2, column });
    expect(sheet.refused[0]?.error).not.toBe('');
  });

  test('the quote it holds is named', () => {
    expect(readWith('Amount', '1.200').refused).toEqual([
      {
        row: 2,
        quoteId: 'Q-1',
        column: 'amount',
        value: '1.200',
        error: 'can be read as 1200 or as 1.2; write 1200 or 1.20, or set "locale" in the config',
      },
    ]);
    expect(readWith('Quote number', '~x').refused[0]?.quoteId).toBeNull();
  });

  test('several in one row are told apart, in the order of the columns', () => {
    const sheet = read([HEADER, ['Q-1', '', 'jo', '1.200', 'soon', '', '', '', '', '', '', '']]);
    expect(sheet.refused.map(({ column }) => column)).toEqual(['customer', 'contact', 'amount', 'sent']);
  });

  test('other rows are read', () => {
    const sheet = read([HEADER, withCell('Amount', '1.200'), ['Q-2', ...GOOD.slice(1)]]);
    expect(sheet.rows.map(({ row, quoteId }) => [row, quoteId])).toEqual([[3, 'Q-2']]);
  });
});

describe('ties are broken by the configured locale only', () => {
  test('a default locale breaks none', () => {
    expect(refusals(readWith('Amount', '1,200', { ...config, locale: 'en-US', localeConfigured: false }))).toEqual([
      [2, 'amount', '1,200'],
    ]);
    expect(
      refusals(readWith('Date sent', '03/04/2026', { ...config, locale: 'en-US', localeConfigured: false })),
    ).toEqual([[2, 'sent', '03/04/2026']]);
  });

  test('a configured one does', () => {
    const american = { ...config, locale: 'en-US', localeConfigured: true };
    const german = { ...config, locale: 'de-DE', localeConfigured: true };
    expect(readWith('Amount', '1,200', american).rows[0]?.amount.minor).toBe(120000);
    expect(readWith('Amount', '1.200', german).rows[0]?.amount.minor).toBe(120000);
    expect(readWith('Date sent', '03/04/2026', american).rows[0]?.sent).toBe('2026-03-04');
    expect(readWith('Date sent', '03/04/2026', german).rows[0]?.sent).toBe('2026-04-03');
  });

  test('a note in the header says how its column is written', () => {
    const header = HEADER.map(name => (name === 'Date sent' ? 'Date sent (dd/mm/yyyy)' : name));
    expect(read([header, withCell('Date sent', '03/04/2026')]).rows[0]?.sent).toBe('2026-04-03');
  });
});

describe('a currency in the header', () => {
  const headed = (note: string) => HEADER.map(name => (name === 'Amount' ? `Amount (${note})` : name));

  test('is that of amounts without a sign', () => {
    expect(read([headed('USD'), GOOD]).rows[0]?.amount).toEqual({ minor: 120000, currency: 'USD' });
    expect(read([headed('excl. GST'), GOOD]).rows[0]?.amount.currency).toBe('SGD');
  });

  test('may not be contradicted by a row', () => {
    expect(refusals(read([headed('USD'), withCell('Currency', 'EUR')]))).toEqual([[2, 'amount', '1200.00']]);
    expect(refusals(read([headed('USD'), withCell('Amount', '€1200')]))).toEqual([[2, 'amount', '€1200']]);
  });

  test('that may be several refuses the sheet', () => {
    expect(readSheet([headed('$'), GOOD], { ...config, currency: 'EUR' })).toMatchObject(E.left({ column: 'amount' }));
    expect(read([headed('$'), GOOD]).rows[0]?.amount.currency).toBe('SGD');
  });
});

describe('one quote number in two rows', () => {
  test('refuses both, each naming the other', () => {
    const sheet = read([HEADER, GOOD, ['Q-2', ...GOOD.slice(1)], ['q-1 ', ...GOOD.slice(1)]]);
    expect(sheet.rows.map(({ quoteId }) => quoteId)).toEqual(['Q-2']);
    expect(sheet.refused).toEqual([
      {
        row: 2,
        quoteId: 'Q-1',
        column: 'quote_id',
        value: 'Q-1',
        error: 'stands in row 4 too; a quote number may stand only once',
      },
      {
        row: 4,
        quoteId: 'q-1',
        column: 'quote_id',
        value: 'q-1',
        error: 'stands in row 2 too; a quote number may stand only once',
      },
    ]);
  });

  test('is the same number in another Unicode form', () => {
    const sheet = read([HEADER, ['É-1', ...GOOD.slice(1)], ['e\u0301-1', ...GOOD.slice(1)]]);
    expect(sheet.refused.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('names a few of many rows', () => {
    const sheet = read([HEADER, ...Array.from({ length: 9 }, () => GOOD)]);
    expect(sheet.refused.map(({ error }) => error.slice(0, 39))).toEqual([
      'stands in rows 3, 4, 5, 6, 7 and others',
      'stands in rows 2, 4, 5, 6, 7 and others',
      'stands in rows 2, 3, 5, 6, 7 and others',
      'stands in rows 2, 3, 4, 6, 7 and others',
      'stands in rows 2, 3, 4, 5, 7 and others',
      'stands in rows 2, 3, 4, 5, 6 and others',
      'stands in rows 2, 3, 4, 5, 6 and others',
      'stands in rows 2, 3, 4, 5, 6 and others',
      'stands in rows 2, 3, 4, 5, 6 and others',
    ]);
  });

  test('counts a row that is refused for something else', () => {
    const sheet = read([HEADER, GOOD, withCell('Amount', '1.200')]);
    expect(refusals(sheet)).toEqual([
      [2, 'quote_id', 'Q-1'],
      [3, 'quote_id', 'Q-1'],
      [3, 'amount', '1.200'],
    ]);
  });
});

describe('the sheet as a whole', () => {
  test('numbers its rows as a spreadsheet does, blank ones too', () => {
    const sheet = read([[''], HEADER, [], ['', ' ', null], GOOD]);
    expect(sheet.rows.map(({ row }) => row)).toEqual([5]);
  });

  test('does not mind a row with nothing but a note', () => {
    const sheet = read([[...HEADER, 'Notes'], [...Array.from({ length: 12 }, () => ''), 'call them!'], GOOD]);
    expect([sheet.rows.length, sheet.refused.length]).toEqual([1, 0]);
  });

  test.each([[[]], [[['']]], [[[], [null, '']]]])('with nothing in it is refused: %j', records => {
    expect(readSheet(records, config)).toEqual(
      E.left({ column: 'quote_id', error: 'the sheet is empty; its first row must name the columns' }),
    );
  });

  test('with a header alone lists no quotes', () => {
    expect(read([HEADER])).toEqual({ rows: [], refused: [] });
  });

  test('that lacks a column is refused', () => {
    expect(readSheet([HEADER.slice(1), GOOD], config)).toMatchObject(E.left({ column: 'quote_id' }));
  });
});
