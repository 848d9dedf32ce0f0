import { describe, expect, it } from 'vitest';
import { assessTrust, mayPassAttachments } from '../../../src/mail-reading/trust/assess-trust.ts';
import { type Provenance, provenance } from '../../../src/mail-reading/trust/provenance.ts';
import type { Reference } from '../../../src/mail-reading/which-quote.ts';
import { answer, messageOf } from '../../support/mail.ts';

const vouched = provenance(await messageOf(...answer()));
const marked: Reference = { how: 'plus-address', quoteId: 'Q-1', candidates: ['Q-1'], disagree: false, why: 'found' };
const bySender: Reference = { ...marked, how: 'sender' };
const ask = (change: Partial<Provenance>, reference = marked) => assessTrust({ ...vouched, ...change }, reference);

describe('may a message act on its quote', () => {
  it('yes, when the contact is proven and the mark is ours', () => {
    expect(ask({})).toEqual({ kind: 'believe' });
  });
  it('yes, from another address with a valid mark', () => {
    expect(ask({ from: 'bob@customer.example' })).toEqual({ kind: 'believe' });
  });
  it('yes, where nobody can prove or disprove the sender', () => {
    expect(ask({ authentication: 'none' }).kind).toBe('believe');
  });
  it('no, a person is asked, when authentication failed', () => {
    expect(ask({ authentication: 'fail' }).kind).toBe('ask');
  });
  it('no, a person is asked, by the sender alone, by disagreeing marks and by none', () => {
    expect(ask({}, bySender).kind).toBe('ask');
    expect(ask({}, { ...marked, quoteId: null, disagree: true }).kind).toBe('ask');
    expect(ask({}, { ...marked, how: 'none', quoteId: null }).kind).toBe('ask');
  });
});

it('passes attachments on only after a scan that found nothing', () => {
  expect(mayPassAttachments(vouched)).toBe(true);
  expect(mayPassAttachments({ ...vouched, virus: 'unknown' })).toBe(false);
  expect(mayPassAttachments({ ...vouched, virus: 'disabled' })).toBe(false);
  expect(mayPassAttachments({ ...vouched, spam: 'fail' })).toBe(false);
  expect(mayPassAttachments({ ...vouched, spam: 'gray' })).toBe(false);
});
