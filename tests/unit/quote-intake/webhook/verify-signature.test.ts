import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { deliveryOf } from '../../../../src/quote-intake/webhook/read-hook.ts';
import {
  isSecret,
  type SignedRequest,
  signatureOf,
  verifySignature,
} from '../../../../src/quote-intake/webhook/verify-signature.ts';

const BODY = Buffer.from('{"quote_id":"Q-1042"}');
const NOW = new Date('2026-03-02T09:00:00Z');
const STAMP = String(NOW.getTime() / 1000);
const request = (over: Partial<SignedRequest> = {}): SignedRequest => ({
  timestamp: STAMP,
  signature: signatureOf('current', STAMP, BODY),
  body: BODY,
  secrets: ['current', 'previous'],
  now: NOW,
  ...over,
});
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('a signed body is taken', () => {
  it.each([
    ['signed with the current secret', {}],
    ['signed with the previous one', { signature: signatureOf('previous', STAMP, BODY) }],
    [
      'signed with two, of which one is known',
      { signature: `${signatureOf('next', STAMP, BODY)}, ${signatureOf('current', STAMP, BODY)}` },
    ],
    ['five minutes late', { now: at(300) }],
    ['five minutes early', { now: at(-300) }],
    ['with the digits alone, in capitals', { signature: signatureOf('current', STAMP, BODY).slice(3).toUpperCase() }],
  ])('%s', (_, over) => {
    expect(verifySignature(request(over))).toEqual(E.right(true));
  });
});

describe('a body is refused', () => {
  it.each([
    ['with one byte changed', { body: Buffer.from('{"quote_id":"Q-1043"}') }, 'wrong'],
    ['with another time', { timestamp: String(Number(STAMP) + 1) }, 'wrong'],
    ['signed with a secret that is gone', { secrets: ['next', 'new'] }, 'wrong'],
    ['with a signature of another length', { signature: 'v1=00' }, 'wrong'],
    ['with no digits', { signature: '' }, 'wrong'],
    ['five minutes and a second late', { now: at(301) }, 'stale'],
    ['five minutes and a second early', { now: at(-301) }, 'stale'],
    ['with a time that is none', { timestamp: 'now', signature: signatureOf('current', 'now', BODY) }, 'stale'],
    ['without a signature', { signature: undefined }, 'no-signature'],
    ['without a time', { timestamp: undefined }, 'no-signature'],
    ['where no secret is set', { secrets: [] }, 'no-secret'],
    ['where the secret is empty', { secrets: [''], signature: signatureOf('', STAMP, BODY) }, 'no-secret'],
  ])('%s', (_, over, fault) => {
    expect(verifySignature(request(over))).toEqual(E.left(fault));
  });
});

describe('a plain secret', () => {
  it.each([
    ['current', true],
    ['previous', true],
    ['curren', false],
    ['', false],
    [undefined, false],
  ])('%s', (given, right) => {
    expect(isSecret(given, ['current', 'previous', ''])).toBe(right);
  });
});

describe('two requests are one delivery', () => {
  it('for good with the same id, whatever the body', () => {
    const first = deliveryOf({ 'x-qf-delivery': 'd-1' }, BODY);
    expect(first.forMs).toBeNull();
    expect(deliveryOf({ 'x-qf-delivery': ' d-1 ' }, Buffer.from('other'))).toEqual(first);
    expect(deliveryOf({ 'x-qf-delivery': 'd-2' }, BODY)).not.toEqual(first);
  });

  it('for a day with the same body, where no id is given', () => {
    const first = deliveryOf({ 'x-qf-delivery': '' }, BODY);
    expect(first.forMs).toBe(86_400_000);
    expect(deliveryOf({}, Buffer.from(BODY))).toEqual(first);
    expect(deliveryOf({}, Buffer.from('{}'))).not.toEqual(first);
  });
});
