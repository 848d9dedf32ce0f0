import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import {
  judge,
  looksLikeSentQuote,
  type OwnSide,
  type ReadingSettings,
  readingOf,
  takeIn,
} from '../../../src/mail-reading/mail-reading.ts';
import { SES_RECEIVER } from '../../../src/mail-reading/trust/provenance.ts';
import { answer, mail, messageOf, read } from '../../support/mail.ts';

const NOBODY: OwnSide = { quotesAddress: null, reps: [], companyDomains: [] };
const settings: ReadingSettings = { receivers: [SES_RECEIVER], keys: [], side: NOBODY, locale: null };
const reading = async (...lines: readonly string[]) => readingOf(await read(mail(...lines)), settings);

describe('the kind of a mail is the first that fits', () => {
  it('unreadable, with the reason', () => {
    expect(readingOf(E.left({ kind: 'not-mail', why: 'empty' }), settings)).toMatchObject({
      kind: 'unreadable',
      why: 'empty',
      provenance: null,
      hard: null,
    });
  });
  it('quarantine before all that can be read, and its words are not shown', async () => {
    const stamp = { 'X-SES-Virus-Verdict': 'FAIL' };
    expect(
      await reading(...answer({ stamp, fields: ['From: a@b.example', 'List-Id: <x>'], body: 'click' })),
    ).toMatchObject({
      kind: 'quarantine',
      text: '',
      label: null,
    });
  });
  it('never quarantine without the receiving service', async () => {
    expect((await reading('X-SES-Virus-Verdict: FAIL', 'From: a@b.example', 'Subject: Re: q', '', 'yes')).kind).toBe(
      'reply',
    );
  });
  it('bounce, hard or soft, with what the mail system wrote', async () => {
    const found = await reading(
      'From: MAILER-DAEMON@mx.example',
      'Subject: failure notice',
      '',
      '<ann@x.example>:',
      '550 5.1.1 user unknown',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'Dear Ann',
    );
    expect(found).toMatchObject({
      kind: 'bounce',
      hard: true,
      label: null,
      elided: '--- Below this line is a copy of the message.\n\nDear Ann',
    });
    expect(found.why).toContain('no-such-user, 5.1.1, ann@x.example');
  });
  it('auto-reply is out-of-office, save a read receipt', async () => {
    expect(await reading('From: a@b.example', 'Subject: Automatic reply: q', '', 'Away')).toMatchObject({
      kind: 'auto-reply',
      label: 'out-of-office',
      hard: null,
    });
    const receipt = [
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      '',
      'read',
      '--b--',
    ];
    expect(await reading('From: a@b.example', 'Subject: Read: q', ...receipt)).toMatchObject({
      kind: 'auto-reply',
      label: null,
    });
  });
  it('auto-reply of somebody who is there no more is a question', async () => {
    expect(
      await reading('From: a@b.example', 'Subject: Automatic reply: q', '', 'Ann has left the company.'),
    ).toMatchObject({
      kind: 'auto-reply',
      label: 'question',
      returnDate: null,
    });
  });
  it('list, unless it carries our mark: then somebody answered by way of their own list', async () => {
    const taken = takeIn(
      await messageOf('From: a@b.example', 'Subject: Re: q', 'List-Id: <team.b.example>', '', 'yes'),
      settings,
    );
    expect(judge(taken, { how: 'none', quoteId: null }).kind).toBe('list');
    expect(judge(taken, { how: 'sender', quoteId: 'Q-1' }).kind).toBe('list');
    expect(judge(taken, { how: 'plus-address', quoteId: 'Q-1' })).toMatchObject({
      kind: 'reply',
      reference: { how: 'plus-address', quoteId: 'Q-1' },
    });
  });
  it('reply, a no when they ask to hear nothing more', async () => {
    expect(await reading('From: a@b.example', 'Subject: Re: q', '', 'Stop')).toMatchObject({
      kind: 'reply',
      label: 'decline',
    });
  });
  it('reply, with what they wrote apart from what they quote', async () => {
    const found = await reading(
      'From: a@b.example',
      'Subject: Re: q',
      'Date: Mon, 4 May 2026 09:00:00 +0200',
      '',
      'Go ahead.',
      '',
      '> Dear Ann,',
      '> the quote',
    );
    expect(found).toMatchObject({
      kind: 'reply',
      text: 'Go ahead.',
      subject: 'Re: q',
      date: '2026-05-04T09:00:00+02:00',
    });
    expect(found.elided).toContain('Dear Ann');
  });
});

describe('a quote on its way to a customer', () => {
  const message = async (fields: readonly string[], body: string, pdf: string | null = null) =>
    await messageOf(
      ...answer({
        fields: [
          'From: Priya <priya@shop.example>',
          'To: ann@customer.example',
          ...fields,
          'MIME-Version: 1.0',
          'Content-Type: multipart/mixed; boundary=b',
        ],
        body: '',
      }),
      '--b',
      '',
      body,
      ...(pdf === null ? [] : ['--b', `Content-Type: application/pdf; name="${pdf}"`, '', '%PDF']),
      '--b--',
    );
  const is = (found: Awaited<ReturnType<typeof message>>, side = NOBODY) =>
    looksLikeSentQuote(found, takeIn(found, settings).provenance, side);

  it.each([
    [['Subject: Quotation Q-1042'], 'Dear Ann, please find attached our quotation.', 'Q-1042.pdf'],
    [['Subject: Ihr Angebot 1042'], 'anbei unser Angebot über 1.200,00 €, gültig bis 30.05.2026', null],
    [['Subject: Devis n° 77'], 'Veuillez trouver ci-joint notre devis.', 'devis.pdf'],
    [['Subject: 見積書'], '添付をご確認ください。', '見積書.pdf'],
  ])('is told by what it offers: %j', async (fields, body, pdf) => {
    expect(is(await message(fields, body, pdf))).toBe(true);
  });

  it.each([
    [['Subject: Re: Quotation Q-1042'], 'Thank you, USD 1,200 is fine. Please find attached our order.', 'order.pdf'],
    [['Subject: Quotation Q-1042', 'In-Reply-To: <x@y.example>'], 'Attached is our order for the quotation.', 'po.pdf'],
    [['Subject: Quote Q-1042'], 'Please find attached the signed quote.', 'Q-1042 signed.pdf'],
    [['Subject: Angebot'], 'Anbei das unterschriebene Angebot.', 'Angebot.pdf'],
    [['Subject: Your quote'], 'Can you do it for less?', null],
    [['Subject: Lunch'], 'At noon?', null],
  ])('is not what answers one: %j', async (fields, body, pdf) => {
    expect(is(await message(fields, body, pdf))).toBe(false);
  });

  it('is, once we know the business, what one of us sends in blind copy, and only that', async () => {
    const side: OwnSide = { quotesAddress: 'quotes@in.shop.example', reps: ['priya@shop.example'], companyDomains: [] };
    expect(is(await message(['Subject: As discussed'], 'See you'), side)).toBe(true);
    const strange = { ...side, reps: ['sam@shop.example'] };
    expect(is(await message(['Subject: Quotation'], 'Please find attached our quotation.', 'q.pdf'), strange)).toBe(
      false,
    );
    const visible = await message(['Cc: quotes@in.shop.example', 'Subject: As discussed'], 'See you');
    expect(is(visible, side)).toBe(false);
  });
});
