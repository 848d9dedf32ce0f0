import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { FieldMap } from '../../../../src/intake/webhook/field-map.ts';
import { readHook } from '../../../../src/intake/webhook/read-hook.ts';
import { READY_MAPS } from '../../../../src/intake/webhook/ready-maps.ts';

const SETTINGS = { currency: 'SGD', locale: 'en-US', localeConfigured: false, timezone: 'Asia/Singapore' };
const map = (name: string): FieldMap => {
  const found = READY_MAPS[name];
  if (!found) throw new Error(name);
  return found;
};
const read = (body: unknown, fields = map('plain')) => readHook(body, fields, SETTINGS, '2026-03-05');
const one = (body: unknown, fields?: FieldMap) => {
  const result = read(body, fields);
  if (E.isLeft(result)) throw new Error(JSON.stringify(result.left));
  expect(result.right).toHaveLength(1);
  return result.right[0];
};

const PLAIN = {
  quote_id: 'Q-1042',
  customer: 'Brightwater Café',
  contact_email: 'huimin@brightwater.example',
  amount: 4523.06,
};

describe('a notice becomes the fields of a row', () => {
  it('with the date it came where it gives none, and the configured currency', () => {
    expect(one(PLAIN)).toMatchObject({
      quoteId: 'Q-1042',
      customer: 'Brightwater Café',
      contactEmail: 'huimin@brightwater.example',
      amountMinor: 452306,
      currency: 'SGD',
      sentDate: '2026-03-05',
      expiryDate: null,
      pdf: null,
      owner: null,
      missing: ['expiry_date', 'pdf'],
    });
  });

  it('each with the place it was read from', () => {
    expect(one({ ...PLAIN, currency: 'usd' })?.evidence).toMatchObject({
      quote_id: { words: 'quote_id: Q-1042', origin: 'webhook' },
      amount_minor: { words: 'amount: 4523.06' },
      currency: { words: 'currency: usd' },
    });
  });

  it.each([
    ['1200.5', 'SGD', 120050],
    ['1,200.50', 'SGD', 120050],
    ['S$1,200.50', undefined, 120050],
    [486000, 'JPY', 486000],
    [0.1 + 0.2, 'EUR', 30],
  ])('amount %s in %s', (amount, currency, minor) => {
    expect(one({ ...PLAIN, amount, currency })?.amountMinor).toBe(minor);
  });

  it.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-03-02T18:30:00.123456Z', '2026-03-03'],
    [1772476200, '2026-03-03'],
    [1772476200000, '2026-03-03'],
  ])('date %s on the calendar of the business', (sent_date, day) => {
    expect(one({ ...PLAIN, sent_date })?.sentDate).toBe(day);
  });
});

describe('every wrong field is named, not only the first', () => {
  it('with its place, what it held and why', () => {
    const body = {
      quote_id: '~x',
      contact_email: 'nobody',
      amount: '1.200',
      sent_date: '03/04/2026',
      pdf: 'javascript:alert(1)',
    };
    const result = read(body);
    expect(E.isLeft(result) && result.left.map(({ field }) => field)).toEqual([
      'quote_id',
      'customer',
      'contact_email',
      'amount',
      'sent_date',
      'pdf',
    ]);
    expect(E.isLeft(result) && result.left[1]).toEqual({
      field: 'customer',
      path: 'customer',
      value: '',
      error: 'is missing',
    });
    expect(E.isLeft(result) && result.left[3]).toMatchObject({
      path: 'amount',
      value: '1.200',
      error: expect.stringContaining('1200'),
    });
  });

  it.each([
    [{ ...PLAIN, amount: -5 }, 'amount'],
    [{ ...PLAIN, amount: 0 }, 'amount'],
    [{ ...PLAIN, amount: 12.345 }, null],
    [{ ...PLAIN, amount: { value: 3 } }, 'amount'],
    [{ ...PLAIN, currency: 'XQQ' }, 'currency'],
    [{ ...PLAIN, expiry_date: '2026-03-01' }, 'expiry_date'],
    [{ ...PLAIN, sent_date: 46083 }, 'sent_date'],
    [{ ...PLAIN, customer: 'a'.repeat(201) }, 'customer'],
    [{ ...PLAIN, quote_id: ['Q-1', 'Q-2'] }, 'quote_id'],
    [{ ...PLAIN, owner: 'priya@@x' }, 'owner'],
  ])('%#', (body, field) => {
    const result = read(body);
    expect(E.isLeft(result) ? result.left.map(error => error.field) : null).toEqual(field === null ? null : [field]);
  });

  it('also for a body that is no object at all', () => {
    for (const body of [null, 'x', 7, [], [[]]]) expect(E.isLeft(read(body)), JSON.stringify(body)).toBe(true);
  });

  it('and names are looked up among own properties only', () => {
    const result = read(
      { ...PLAIN, customer: undefined },
      { fields: { ...map('plain').fields, customer: ['constructor.name'] } },
    );
    expect(E.isLeft(result)).toBe(true);
  });
});

describe('quoting tools', () => {
  it('PandaDoc: a list of notices, of which those of sent documents count', () => {
    const sent = {
      event: 'document_state_changed',
      data: {
        id: 'KiFtLJ7JtEopm75HCYtJ6E',
        name: 'Terrace furniture',
        status: 'document.sent',
        date_created: '2026-03-02T01:00:00.665008Z',
        date_modified: '2026-03-02T02:00:00.801119Z',
        expiration_date: '2026-05-01T02:00:00.645002Z',
        created_by: { email: 'priya@harbourline.example', first_name: 'Priya', last_name: 'Nair' },
        metadata: { quote_number: 'HL-Q-2041' },
        grand_total: { amount: '4523.06', currency: 'SGD' },
        recipients: [
          { email: 'boss@harbourline.example', first_name: 'Mei', last_name: 'Lin', recipient_type: 'CC' },
          {
            email: 'huimin@brightwater.example',
            first_name: 'Hui Min',
            last_name: 'Tan',
            recipient_type: 'signer',
            shared_link: 'https://app.pandadoc.example/document/1f2e',
          },
        ],
      },
    };
    const viewed = { event: 'document_state_changed', data: { ...sent.data, status: 'document.viewed' } };
    expect(one([viewed, sent], map('pandadoc'))).toMatchObject({
      quoteId: 'HL-Q-2041',
      customer: 'Hui Min Tan',
      contactEmail: 'huimin@brightwater.example',
      amountMinor: 452306,
      sentDate: '2026-03-02',
      expiryDate: '2026-05-01',
      pdf: 'https://app.pandadoc.example/document/1f2e',
      owner: 'priya@harbourline.example',
    });
    expect(read([viewed], map('pandadoc'))).toEqual(E.right([]));
  });

  it('Quotient: quote_sent', () => {
    const body = {
      event_name: 'quote_sent',
      quote_number: 3307,
      title: 'Reception desk',
      first_sent: '2026-03-02T09:12:00+08:00',
      total_includes_tax: 1090,
      total_excludes_tax: 1000,
      quote_for: {
        name_first: 'Anna',
        name_last: 'Berg',
        email: 'anna@nordlicht.example',
        company_name: 'Nordlicht GmbH',
      },
      quote_url: 'https://go.quotient.example/q/3307',
    };
    expect(one(body, map('quotient'))).toMatchObject({
      quoteId: '3307',
      customer: 'Nordlicht GmbH',
      amountMinor: 109000,
      sentDate: '2026-03-02',
    });
    expect(read({ ...body, event_name: 'quote_accepted' }, map('quotient'))).toEqual(E.right([]));
  });

  it('Zoho Books: the estimate as a whole', () => {
    const estimate = {
      estimate_number: 'EST-00012',
      status: 'sent',
      customer_name: 'Riverside Yoga',
      date: '2026-03-02',
      expiry_date: '2026-03-16',
      currency_code: 'EUR',
      total: 2256,
      estimate_url: 'https://books.zoho.example/portal/e/1',
      contact_persons_details: [
        { email: 'x@riverside.example' },
        { email: 'hello@riverside.example', is_primary_contact: true },
      ],
    };
    expect(one({ estimate }, map('zoho-books'))).toMatchObject({
      contactEmail: 'hello@riverside.example',
      amountMinor: 225600,
      currency: 'EUR',
      expiryDate: '2026-03-16',
    });
  });
});
