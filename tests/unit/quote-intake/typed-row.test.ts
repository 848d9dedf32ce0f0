import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { type RowField, readTypedRow } from '../../../src/quote-intake/quote-fields.ts';

const SETTINGS = { currency: 'SGD', locale: 'en-US', localeConfigured: false, timezone: 'Asia/Singapore' };
const WHOLE = {
  quote_id: ' Q-7 ',
  customer: '=IMPORTXML("http://x.example","//a")',
  contact: 'dana@northwind.example',
  amount: '4820.50',
  currency: 'eur',
  sent: '2026-11-24',
  expires: '',
  owner: 'priya@harbourline.example',
  pdf_link: '',
};

describe('a row as typed on a page', () => {
  it('is read by the rules of the sheet; a formula is text', () => {
    expect(readTypedRow(WHOLE, SETTINGS)).toEqual(
      E.right({
        number: 'Q-7',
        customer: '=IMPORTXML("http://x.example","//a")',
        contact: 'dana@northwind.example',
        amount: { minor: 482_050, currency: 'EUR' },
        sent: '2026-11-24',
        expires: null,
        owner: 'priya@harbourline.example',
        link: null,
      }),
    );
  });

  it('is in the configured currency where it names none', () => {
    const read = readTypedRow({ ...WHOLE, currency: '' }, SETTINGS);
    expect(E.isRight(read) && read.right.amount).toEqual({ minor: 482_050, currency: 'SGD' });
  });

  it('tells every field that cannot stand, not only the first', () => {
    const read = readTypedRow({ ...WHOLE, quote_id: '', contact: 'dana', amount: '1.200', sent: '' }, SETTINGS);
    expect(E.isLeft(read) && Object.keys(read.left)).toEqual(['quote_id', 'contact', 'amount', 'sent']);
  });

  it.each<[RowField, string, RegExp]>([
    ['quote_id', '~x', /begins with ~/],
    ['quote_id', '', /fill it in/],
    ['amount', '1.200', /This .*\./],
    ['amount', '-5', /This/],
    ['currency', 'gold', /currency/],
    ['sent', '03/04/2026', /This/],
    ['expires', '2026-11-01', /before the date sent, 2026-11-24/],
    ['owner', 'priya@', /neither/],
    ['pdf_link', 'javascript:alert(1)', /web link/],
  ])('refuses %s %s', (field, value, why) => {
    const read = readTypedRow({ ...WHOLE, [field]: value }, SETTINGS);
    expect(E.isLeft(read) && read.left[field]).toMatch(why);
  });
});
