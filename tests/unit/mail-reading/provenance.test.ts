import { describe, expect, it } from 'vitest';
import { isSetupNote, LOCAL_RECEIVER, provenance, SES_RECEIVER } from '../../../src/mail-reading/trust/provenance.ts';
import { answer, messageOf, sesStamp } from '../../support/mail.ts';

const of = async (...lines: readonly string[]) => provenance(await messageOf(...lines));

describe('what the receiving service vouches for', () => {
  it('is read from its own fields on top of the mail', async () => {
    expect(await of(...answer())).toEqual({
      receiver: 'inbound-smtp.eu-west-1.amazonaws.com',
      receivedAt: '2026-05-04T09:12:00+00:00',
      recipient: 'quotes@in.shop.example',
      envelopeFrom: 'ann@customer.example',
      from: 'ann@customer.example',
      virus: 'pass',
      spam: 'pass',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'pass',
      authentication: 'pass',
    });
  });

  it('names the one a blind copy was for', async () => {
    const fields = ['From: Ann <ann@customer.example>', 'To: somebody@else.example', 'Subject: Quote'];
    expect((await of(...answer({ fields }))).recipient).toBe('quotes@in.shop.example');
  });

  it('is not changed by forged copies further down', async () => {
    const forged = [
      'X-SES-Virus-Verdict: PASS',
      'Authentication-Results: amazonses.com; dmarc=pass header.from=customer.example',
      'From: Ann <ann@customer.example>',
    ];
    const stamp = {
      'X-SES-Virus-Verdict': 'FAIL',
      'Authentication-Results':
        'amazonses.com; spf=fail envelope-from=x@evil.example; dmarc=fail header.from=customer.example;',
    };
    expect(await of(...answer({ stamp, fields: forged }))).toMatchObject({
      virus: 'fail',
      dmarc: 'fail',
      authentication: 'fail',
    });
  });

  it('does not take a sender’s field for one the service left out', async () => {
    const lines = [
      ...sesStamp({ 'X-SES-Virus-Verdict': null }),
      'X-SES-Virus-Verdict: PASS',
      'From: a@b.example',
      '',
      'x',
    ];
    expect((await of(...lines)).virus).toBe('unknown');
  });

  it('ends where a foreign Received begins, even without a signature of the service', async () => {
    const stamp = { 'X-SES-DKIM-SIGNATURE': null, 'X-SES-RECEIPT': null, 'Authentication-Results': null };
    const lines = [
      ...sesStamp(stamp),
      'Received: from evil by mx.evil.example; Mon, 4 May 2026 09:00:00 +0000',
      'Authentication-Results: amazonses.com; dmarc=pass header.from=customer.example',
      'From: ann@customer.example',
      '',
      'x',
    ];
    expect(await of(...lines)).toMatchObject({ dmarc: null, authentication: 'none' });
  });

  it('is nothing when the top of the mail is another server’s, whatever stands below', async () => {
    const lines = ['Received: from a by mx.google.example; Mon, 4 May 2026 09:00:00 +0000', ...answer()];
    expect(await of(...lines)).toMatchObject({
      receiver: null,
      recipient: null,
      virus: 'unknown',
      authentication: 'none',
    });
  });

  it('is nothing when a sender writes the service’s fields without its Received', async () => {
    expect(await of(...answer({ stamp: { Received: null } }))).toMatchObject({ receiver: null, virus: 'unknown' });
  });

  it('ignores results of another authentication service', async () => {
    const stamp = { 'Authentication-Results': 'mx.evil.example; dmarc=pass header.from=customer.example' };
    expect(await of(...answer({ stamp }))).toMatchObject({ dmarc: null, authentication: 'none' });
  });

  it('is that of the embedded listener only where that one is configured', async () => {
    const stamp = {
      Received:
        'from laptop by inbound-smtp.local.qf with SMTP id 1 for quotes@in.shop.example; Mon, 4 May 2026 09:12:00 +0000',
      'X-SES-Virus-Verdict': 'FAIL',
    };
    const message = await messageOf(...answer({ stamp }));
    expect(provenance(message, [LOCAL_RECEIVER])).toMatchObject({ receiver: 'inbound-smtp.local.qf', virus: 'fail' });
    expect(provenance(message, [SES_RECEIVER])).toMatchObject({ receiver: null, virus: 'unknown' });
  });
});

describe('whether the visible sender is proven', () => {
  const by = async (results: string) =>
    (await of(...answer({ stamp: { 'Authentication-Results': `amazonses.com; ${results}` } }))).authentication;

  it.each([
    ['dmarc=pass header.from=customer.example', 'pass'],
    ['dkim=pass header.i=@mail.customer.example; dmarc=none', 'pass'],
    ['spf=pass client-ip=1.2.3.4; envelope-from=ann@customer.example; dmarc=none', 'pass'],
    ['spf=fail envelope-from=ann@customer.example; dkim=pass header.i=@customer.example', 'pass'],
    ['dkim=pass header.i=@other.example; spf=pass envelope-from=x@other.example', 'none'],
    ['dmarc=fail header.from=customer.example; dkim=pass header.i=@customer.example', 'fail'],
    ['spf=softfail envelope-from=ann@customer.example; dkim=none', 'fail'],
    ['spf=none; dkim=none; dmarc=none', 'none'],
    ['dkim=fail header.i=@x.example; dkim=pass header.i=@customer.example', 'pass'],
    ['dmarc=pass header.from=evil.example; spf=pass envelope-from=eve@evil.example', 'none'],
  ])('%s → %s', async (results, wanted) => {
    expect(await by(results)).toBe(wanted);
  });

  it('fails when two senders are named', async () => {
    const fields = ['From: ann@customer.example, bob@evil.example', 'Subject: x'];
    expect(await of(...answer({ fields }))).toMatchObject({ from: null, authentication: 'fail' });
    const twice = ['From: ann@customer.example', 'From: bob@evil.example', 'Subject: x'];
    expect(await of(...answer({ fields: twice }))).toMatchObject({ from: null, authentication: 'fail' });
    const beside = ['From: ann@customer.example', 'From: ', 'Subject: x'];
    expect(await of(...answer({ fields: beside }))).toMatchObject({ from: null, authentication: 'fail' });
  });
});

it('knows the note that the service leaves in a new bucket', () => {
  expect(isSetupNote('inbound/AMAZON_SES_SETUP_NOTIFICATION')).toBe(true);
  expect(isSetupNote('inbound/k3v9')).toBe(false);
});

describe('words of the sender’s choosing in the service’s own fields', () => {
  const results = (spf: string): Readonly<Record<string, string>> => ({
    'Authentication-Results': `amazonses.com; spf=${spf}; dkim=none; dmarc=fail header.from=customer.example;`,
  });

  it.each([
    ['a comment within a comment', 'fail (spfCheck: (x) ; dmarc=pass header.from=customer.example (y))'],
    ['a quoted local part', 'pass envelope-from="x; dmarc=pass header.from=customer.example"@other.example'],
    ['an escaped quote in it', 'pass envelope-from="x\\"; dmarc=pass header.from=customer.example"@other.example'],
    ['a bracket in it', 'pass envelope-from="("@other.example'],
  ])('prove nothing in %s', async (_, spf) => {
    expect(await of(...answer({ stamp: results(spf) }))).toMatchObject({ dmarc: 'fail', authentication: 'fail' });
  });

  it('name no receiver in the comment behind a greeting', async () => {
    const Received =
      'from a.example (by inbound-smtp.eu-west-1.amazonaws.com for x@shop.example;) by mx.other.example with SMTP for y@other.example; Mon, 04 May 2026 09:12:00 +0000';
    expect((await of(...answer({ stamp: { Received } }))).receiver).toBeNull();
  });
});
