import { describe, expect, it } from 'vitest';
import {
  markRef,
  markToken,
  plusAddress,
  subjectTag,
  tokensInSubject,
  verifyMark,
} from '../../../src/mail-reading/reply-token.ts';
import { isPublicMailProvider, provenance } from '../../../src/mail-reading/trust/provenance.ts';
import {
  marksOf,
  messageIdKey,
  numbersNamed,
  type QuoteLookup,
  whichQuote,
} from '../../../src/mail-reading/which-quote.ts';
import { answer, messageOf } from '../../support/mail.ts';

const key = (kid: string, byte: number) => ({ kid, secret: new Uint8Array(32).fill(byte) });
const K1 = key('2026-01', 1);
const K2 = key('2026-07', 2);
const LONG = 'Ω'.repeat(100);
const token = markToken(K1, 'Q-1042');
const address = plusAddress('quotes@in.shop.example', token);

const QUOTES = ['Q-1042', 'Q-7', LONG];
const lookup: QuoteLookup = {
  byRef: async ref => QUOTES.filter(quote => markRef(quote) === ref),
  byMessageId: async id => (id === '0102018f-aa' ? ['Q-1042'] : id === 'orig@shop.example' ? ['Q-7'] : []),
  openByAddress: async sender => (sender === 'ann@customer.example' ? ['Q-1042', 'Q-7'] : []),
  openByDomain: async domain =>
    domain === 'solo.example' ? ['Q-7'] : ['customer.example', 'gmail.com'].includes(domain) ? ['Q-7', LONG] : [],
};

interface Change {
  readonly to?: string;
  readonly from?: string;
  readonly subject?: string;
  readonly more?: readonly string[];
  readonly recipient?: string;
}

const find = async (change: Change, keys = [K1]) => {
  const fields = [
    `From: ${change.from ?? 'stranger@elsewhere.example'}`,
    `To: ${change.to ?? 'quotes@in.shop.example'}`,
    `Subject: ${change.subject ?? 'Re: hello'}`,
    ...(change.more ?? []),
  ];
  const stamp =
    change.recipient === undefined
      ? {}
      : {
          Received: `from a by inbound-smtp.eu-west-1.amazonaws.com with SMTP id k for ${change.recipient}; Mon, 4 May 2026 09:12:00 +0000`,
        };
  const message = await messageOf(...answer({ fields, stamp }));
  return whichQuote(marksOf(message, provenance(message), keys), lookup);
};

/** SHA-256 of `quote-mark:Q-1042` in base32, twelve letters: mails with it lie in customers' mailboxes. */
const REF = '2egqq4x4ukeh';

describe('a signed mark', () => {
  it('fits into an address whatever the quote number, and into a subject', () => {
    const long = plusAddress('quotes@in.shop.example', markToken(K1, LONG));
    expect(long.split('@')[0]?.length).toBeLessThanOrEqual(64);
    expect(long).toMatch(/^quotes\+[a-z2-7]{26}@in\.shop\.example$/);
    expect(subjectTag('Q[1]#2\r\n', token)).toBe(`[Q 1 2 #${token}]`);
  });

  it('names its quote only with the right key', () => {
    expect(verifyMark(token, [K1])).toBe(REF);
    expect(verifyMark(token.toUpperCase(), [K1])).toBe(REF);
    expect(verifyMark(token, [K2])).toBeNull();
    expect(verifyMark(token, [key('2026-01', 9)])).toBeNull();
  });

  it('stays valid after the key was rotated', () => {
    expect(verifyMark(token, [K2, K1])).toBe(REF);
    expect(verifyMark(markToken(K2, 'Q-1042'), [K2, K1])).toBe(REF);
  });

  it('is worthless after a change of any character', () => {
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'a' ? 'b' : 'a';
      expect(verifyMark(token.slice(0, at) + other + token.slice(at + 1), [K1])).toBeNull();
    }
  });

  it.each([
    `AW: Ihr Angebot [Q-1042 #${token}]`,
    `回复: 报价 [Q-1042 #${token}]`,
    `RE: Fwd: Your quote [Q-1042 #${token.toUpperCase()}]`,
    `Re: Your quote ［Q-1042 ＃${token}］ (ticket 55)`,
  ])('is found in the subject %s', subject => {
    expect(tokensInSubject(subject)).toEqual([token]);
  });

  it('is found in a subject that was folded and encoded', async () => {
    const encoded = Buffer.from(`AW: Angebot für Sie [Q-1042 #${token}]`).toString('base64');
    const cut = encoded.slice(0, 40);
    const found = await find({ subject: `=?UTF-8?B?${cut}?=\r\n =?UTF-8?B?${encoded.slice(40)}?=` });
    expect(found).toMatchObject({ how: 'subject-tag', quoteId: 'Q-1042' });
  });
});

describe('which quote a mail is about', () => {
  it('is told by the plus-address it was sent to, in sight or blind', async () => {
    expect(await find({ to: address })).toMatchObject({ how: 'plus-address', quoteId: 'Q-1042' });
    expect(await find({ to: address.toLowerCase() })).toMatchObject({ how: 'plus-address' });
    expect(await find({ recipient: address })).toMatchObject({ how: 'plus-address', quoteId: 'Q-1042' });
    expect(await find({ more: [`Delivered-To: ${address}`] })).toMatchObject({ how: 'plus-address' });
  });

  it('is told by the id of a nudge, whatever host the sending service gave it', async () => {
    const replied = ['In-Reply-To: <0102018f-aa@eu-west-1.amazonses.com>'];
    expect(await find({ more: replied })).toMatchObject({ how: 'message-id', quoteId: 'Q-1042' });
    const forwarded = ['References: <a@b.example>\r\n <0102018F-AA@email.amazonses.com> <c@d.example>'];
    expect(await find({ more: forwarded })).toMatchObject({ how: 'message-id', quoteId: 'Q-1042' });
  });

  it('is told by the id of the original quote mail', async () => {
    expect(await find({ more: ['In-Reply-To: <orig@Shop.Example>'] })).toMatchObject({
      how: 'message-id',
      quoteId: 'Q-7',
    });
  });

  it('is told by the tag when a client dropped all ids', async () => {
    expect(await find({ subject: `Re: quote [Q-1042 #${token}]` })).toMatchObject({
      how: 'subject-tag',
      quoteId: 'Q-1042',
    });
  });

  it('prefers the stronger sign and names it', async () => {
    const all = await find({
      to: address,
      subject: `[Q #${token}]`,
      more: ['In-Reply-To: <0102018f-aa@x.amazonses.com>'],
    });
    expect(all).toMatchObject({ how: 'plus-address', quoteId: 'Q-1042', disagree: false });
  });

  it('is nobody’s guess when signs disagree', async () => {
    const found = await find({ to: address, more: ['In-Reply-To: <orig@shop.example>'] });
    expect(found).toMatchObject({ quoteId: null, disagree: true, candidates: ['Q-1042', 'Q-7'] });
  });

  it('is found for a colleague or an alias, because a mark does not name the sender', async () => {
    expect(await find({ from: 'bob@customer.example', to: address })).toMatchObject({
      how: 'plus-address',
      quoteId: 'Q-1042',
    });
  });

  it('is only held and asked about when nothing but the sender tells', async () => {
    expect(await find({ from: 'Ann <ANN@customer.example>' })).toMatchObject({
      how: 'sender',
      quoteId: null,
      candidates: ['Q-1042', 'Q-7'],
    });
    expect(await find({ from: 'bob@customer.example' })).toMatchObject({
      how: 'sender',
      quoteId: null,
      candidates: ['Q-7', LONG],
    });
    expect(await find({ from: 'cy@solo.example' })).toMatchObject({ how: 'sender', quoteId: 'Q-7' });
    expect(await find({ from: 'eve@gmail.com' })).toMatchObject({ how: 'none', candidates: [] });
  });

  it('ignores marks of unknown keys and of unknown quotes', async () => {
    expect(await find({ to: address }, [K2])).toMatchObject({ how: 'none' });
    const unknown = plusAddress('quotes@in.shop.example', markToken(K1, 'Q-999'));
    expect(await find({ to: unknown })).toMatchObject({ how: 'none' });
  });
});

it('compares ids by their local part where the sending service chose the host', () => {
  expect(messageIdKey('<AB-1@us-east-1.amazonses.com>')).toBe('ab-1');
  expect(messageIdKey('ab-1')).toBe('ab-1');
  expect(messageIdKey('<Ab@Mail.Example>')).toBe('Ab@mail.example');
});

it('knows public mail providers in every country', () => {
  for (const domain of [
    'gmail.com',
    'web.de',
    'yahoo.co.jp',
    'hotmail.fr',
    'qq.com',
    '163.com',
    'naver.com',
    'mail.ru',
    'proton.me',
    'icloud.com',
    'outlook.de',
  ])
    expect(isPublicMailProvider(domain)).toBe(true);
  for (const domain of ['acme.com', 'yahoo-builders.example', 'live-music.de'])
    expect(isPublicMailProvider(domain)).toBe(false);
});

it('finds a quote number in a text only as a whole word', () => {
  expect(numbersNamed('they took q-1042!', ['Q-1042', 'Q-10'])).toEqual(['Q-1042']);
  expect(numbersNamed('見積Q-1042について', ['Q-1042', 'Q-104'])).toEqual(['Q-1042']);
});
