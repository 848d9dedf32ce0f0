import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { decodeFieldMap, faultOfPath, valueAt } from '../../../../src/quote-intake/webhook/field-map.ts';
import { READY_MAPS } from '../../../../src/quote-intake/webhook/ready-maps.ts';

const BODY = {
  a: {
    b: [
      { role: 'x', n: 1 },
      { role: 'y', n: 2 },
    ],
  },
  first: ' Ann ',
  last: 'Lee',
  'dash-key': true,
};

describe('a place in a JSON body', () => {
  it.each([
    ['a.b[0].n', 1],
    ['a.b[role=y].n', 2],
    ['a.b[role=z].n', undefined],
    ['a.b[7].n', undefined],
    ['a.c.d', undefined],
    ['first + last', 'Ann Lee'],
    ['first + missing', 'Ann'],
    ['missing + gone', undefined],
    ['dash-key', true],
    ['__proto__', undefined],
    ['a.constructor', undefined],
  ])('%s', (path, value) => {
    expect(valueAt(BODY, path)).toEqual(value);
  });

  it.each(['', 'a..b', 'a[', 'a[b]', '[]', 'a b', `a${'.a'.repeat(30)}`])('"%s" is none', path => {
    expect(faultOfPath(path)).not.toBeNull();
  });
});

describe('a field map of one’s own, from the config', () => {
  const MINE = {
    each: 'documents',
    when: { path: 'state', is: 'sent' },
    amount_in: 'minor',
    fields: {
      quote_id: 'no',
      customer: ['client.company', 'client.name'],
      contact_email: 'client.mail',
      amount: 'cents',
    },
  };

  it('is read', () => {
    expect(decodeFieldMap(MINE)).toEqual(
      E.right({
        each: 'documents',
        when: { path: 'state', is: ['sent'] },
        amountIn: 'minor',
        fields: {
          quote_id: ['no'],
          customer: ['client.company', 'client.name'],
          contact_email: ['client.mail'],
          amount: ['cents'],
        },
      }),
    );
  });

  it('is refused with all its faults', () => {
    const faults = decodeFieldMap({
      fields: { quote_id: 'a..b', kustomer: 'x', amount: 7 },
      when: {},
      each: '..',
      amount_in: 'pence',
    });
    expect(E.isLeft(faults) && faults.left.map(fault => fault.split(':')[0])).toEqual([
      'fields.quote_id',
      'fields.kustomer',
      'fields.amount',
      'fields.customer',
      'fields.contact_email',
      'when',
      'each',
      'amount_in',
    ]);
    for (const wrong of [null, [], 'x', { fields: [] }]) expect(E.isLeft(decodeFieldMap(wrong))).toBe(true);
  });

  it('can hold whatever the ready ones hold', () => {
    for (const [name, { fields, when, each }] of Object.entries(READY_MAPS)) {
      const json = { fields, ...(when ? { when } : {}), ...(each === undefined ? {} : { each }) };
      expect(decodeFieldMap(json), name).toEqual(E.right(READY_MAPS[name]));
    }
  });
});
