import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { CLOSED_HEADINGS, headerWords, joined, matchHeaders, QUOTE_HEADINGS } from '../../../src/sheet/headers.ts';

const REQUIRED = ['Quote number', 'Customer', 'Contact email', 'Amount', 'Date sent'];
const match = (headers: readonly string[]) => matchHeaders(headers, QUOTE_HEADINGS);
const columnOf = (header: string): string | undefined => {
  const heading = QUOTE_HEADINGS.find(({ names, vague }) => {
    const matched = matchHeaders([header], [{ column: 'x', title: 'x', required: false, names, vague }]);
    return E.isRight(matched) && matched.right.places.x === 0;
  });
  return heading?.column;
};

describe('a column is known by its header', () => {
  test.each([
    [
      'quote_id',
      [
        'Quote number',
        'QUOTE NO.',
        'Quote #',
        'quote_id',
        'Quote-ID',
        'QuoteNumber',
        'No. of quote',
        'Quotation No',
        'Quote №',
        'Ref.',
        'Quote',
      ],
    ],
    ['customer', ['Customer', 'customer name', 'CLIENT', 'Company', "Customer's name"]],
    [
      'contact',
      ['Contact email', 'E-mail', 'email', 'Email Address', 'Contact e-mail address', 'Customer email', 'Contact'],
    ],
    [
      'amount',
      [
        'Amount',
        'TOTAL',
        'Value',
        'Price',
        'Quote amount',
        'Amount (SGD)',
        'Amount in US$',
        'Total (excl. GST)',
        'total SGD:',
      ],
    ],
    ['currency', ['Currency', 'CCY', 'currency code']],
    [
      'sent',
      [
        'Date sent',
        'Sent',
        'sent on',
        'Sent date',
        'DATE_SENT',
        'Issued',
        'Date issued',
        'Quote date',
        'Date of quote',
        'Date sent (dd/mm/yyyy)',
        'Date',
      ],
    ],
    ['expires', ['Date expires', 'Expires', 'Expiry', 'Expiry date', 'Valid until', 'Expires on', 'Date of expiry']],
    ['owner', ['Owner', 'Rep', 'Sales rep', 'Salesperson', 'Account manager']],
    ['team', ['Team', 'Department', 'Dept.']],
    ['pdf_link', ['PDF link', 'Link', 'URL', 'pdf', 'Link to the PDF', 'PDF (link)']],
    ['override', ['Cadence override', 'Cadence', 'Follow-up days', 'Follow up days', 'followup_days']],
    ['status', ['Status', 'State', 'Quote status']],
  ] as const)('%s', (column, headers) => {
    for (const header of headers) expect([header, columnOf(header)]).toEqual([header, column]);
  });

  test.each([
    'Notes',
    'Sent by',
    'Cost',
    'Unit price',
    'Amount 2',
    'Phone',
    'Contact name',
    'Due date',
    '',
    'Discount',
  ])('%j heads none', header => {
    expect(columnOf(header)).toBeUndefined();
  });

  test('no name stands for two columns', () => {
    for (const headings of [QUOTE_HEADINGS, CLOSED_HEADINGS]) {
      const keys = headings.flatMap(({ names, vague }) => [...names, ...vague].map(name => joined(headerWords(name))));
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    }
  });
});

describe('a sheet', () => {
  test('may have its columns in any order, and others besides', () => {
    const matched = match(['Notes', 'Amount', 'Date sent', 'Contact email', '', 'Customer', 'Quote number', 'Phone']);
    expect(E.isRight(matched) && matched.right.places).toEqual({
      amount: 1,
      sent: 2,
      contact: 3,
      customer: 5,
      quote_id: 6,
    });
  });

  test('a vague header stands back where a plain one is', () => {
    const matched = match([...REQUIRED, 'Ref', 'Date', 'Name', 'Contact', 'Link', 'PDF link']);
    expect(E.isRight(matched) && matched.right.places).toEqual({
      quote_id: 0,
      customer: 1,
      contact: 2,
      amount: 3,
      sent: 4,
      pdf_link: 10,
    });
  });

  test.each(REQUIRED.map((_, at) => at))('without a required header is refused (%d)', at => {
    expect(E.isLeft(match(REQUIRED.toSpliced(at, 1)))).toBe(true);
  });

  test('the nearest header is named', () => {
    expect(match(['Notes', 'Quote nmber', ...REQUIRED.slice(1)])).toEqual(
      E.left({
        column: 'quote_id',
        error:
          'no header stands for the quote number; the nearest is "Quote nmber" (column B); rename it or add the column',
      }),
    );
    expect(match(['Quote number', 'Amout', 'Custmer'])).toMatchObject(
      E.left({
        column: 'customer',
        error:
          'no header stands for the customer; the nearest is "Custmer" (column C); rename it or add the column; also missing: contact email, amount, date sent',
      }),
    );
  });

  test('a header that stands for another column is not the nearest', () => {
    expect(match([...REQUIRED.slice(1, 4), 'Quote date', 'Numbering'])).toMatchObject(
      E.left({ error: expect.stringContaining('the nearest is "Numbering" (column E)') }),
    );
  });

  test.each([
    [
      ['Total'],
      'amount',
      'two headers stand for the amount: "Amount" (column D) and "Total" (column F); rename one of them',
    ],
    [
      ['Client'],
      'customer',
      'two headers stand for the customer: "Customer" (column B) and "Client" (column F); rename one of them',
    ],
    [['quote #'], 'quote_id', /two headers stand for the quote number/],
    [['Expiry', 'Valid until'], 'expires', /two headers stand for the date expires/],
  ])('with a header matched twice is refused: %j', (more, column, error) => {
    expect(match([...REQUIRED, ...more])).toMatchObject(
      E.left({ column, error: typeof error === 'string' ? error : expect.stringMatching(error) }),
    );
  });
});
