import { readFileSync } from 'node:fs';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { FieldMap } from '../../../../src/quote-intake/webhook/field-map.ts';
import { readHook } from '../../../../src/quote-intake/webhook/read-hook.ts';
import { READY_MAPS } from '../../../../src/quote-intake/webhook/ready-maps.ts';

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

  it('of several notices in one body, with which one it is about', () => {
    const sent = { data: { status: 'document.sent', id: '~1' } };
    const result = read([{ data: { status: 'document.viewed' } }, sent, sent], map('pandadoc'));
    const paths = E.isLeft(result)
      ? result.left.filter(({ field }) => field === 'quote_id').map(({ path }) => path)
      : [];
    expect(paths).toEqual(['[1].data.id', '[2].data.id']);
    const nested = read({ list: [{ no: '~1' }] }, { fields: { quote_id: ['no'] }, each: 'list' });
    expect(E.isLeft(nested) && nested.left[0]?.path).toBe('list[0].no');
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

describe('a whole notice, as each quoting tool documents it', () => {
  const bodyOf = (tool: string) =>
    JSON.parse(readFileSync(new URL(`../../../fixtures/hook/${tool}.json`, import.meta.url), 'utf8'));

  it('PandaDoc: of the list, the documents that were sent count; the signer is the contact', () => {
    const [sent] = bodyOf('pandadoc');
    const viewed = { ...sent, data: { ...sent.data, status: 'document.viewed' } };
    const expected = {
      quoteId: 'MTMJR-FEUQB-ECEWW-3WVZP',
      customer: 'Hui Min Tan',
      contactEmail: 'huimin@brightwater.example',
      amountMinor: 452306,
      currency: 'SGD',
      sentDate: '2026-03-03',
      expiryDate: '2026-05-01',
      pdf: 'https://app.pandadoc.example/document/1f2e',
      owner: 'priya@harbourline.example',
      missing: [],
    };
    expect(one([viewed, sent], map('pandadoc'))).toMatchObject(expected);
    expect(read([viewed], map('pandadoc'))).toEqual(E.right([]));
    const metadata = { quote_number: 'HL-Q-2041', customer: 'Brightwater Café' };
    const numbered = { ...sent, data: { ...sent.data, metadata } };
    expect(one([numbered], map('pandadoc'))).toMatchObject({ quoteId: 'HL-Q-2041', customer: 'Brightwater Café' });
  });

  it('PandaDoc: a link that is not there yet is missing, not wrong', () => {
    const [sent] = bodyOf('pandadoc');
    for (const recipient of sent.data.recipients) recipient.shared_link = '';
    expect(one([sent], map('pandadoc'))).toMatchObject({ pdf: null, missing: ['pdf'] });
  });

  it('Zoho Books: the estimate, once it is marked as sent', () => {
    const body = bodyOf('zoho-books');
    expect(one(body, map('zoho-books'))).toMatchObject({
      quoteId: 'EST-00012',
      customer: 'Riverside Yoga',
      contactEmail: 'hello@riverside.example',
      amountMinor: 225600,
      currency: 'EUR',
      sentDate: '2026-03-02',
      expiryDate: '2026-03-16',
      pdf: 'https://books.zoho.example/portal/e/1',
      owner: 'Priya',
      missing: [],
    });
    const draft = { estimate: { ...body.estimate, status: 'draft' } };
    expect(read(draft, map('zoho-books'))).toEqual(E.right([]));
    const older = { estimate: { ...body.estimate, contact_persons_associated: [] } };
    expect(one(older, map('zoho-books'))?.contactEmail).toBe('office@riverside.example');
  });

  it('ERPNext: the fields of the quotation, of which nothing is a link', () => {
    expect(one(bodyOf('erpnext'), map('erpnext'))).toMatchObject({
      quoteId: 'SAL-QTN-2026-00042',
      customer: 'Nordlicht GmbH',
      contactEmail: 'anna@nordlicht.example',
      amountMinor: 109000,
      currency: 'EUR',
      sentDate: '2026-03-02',
      expiryDate: '2026-04-01',
      owner: 'priya@harbourline.example',
      missing: ['pdf'],
    });
    const result = read({ ...bodyOf('erpnext'), contact_email: null, grand_total: 0 }, map('erpnext'));
    expect(E.isLeft(result) && result.left.map(({ field }) => field)).toEqual(['contact_email', 'amount']);
  });
});
