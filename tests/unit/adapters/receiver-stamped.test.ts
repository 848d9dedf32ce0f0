import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { parseMessage } from '../../../src/adapters/mail/parse-message.ts';
import { receiverStamped } from '../../../src/adapters/mail/smtp-listener.ts';
import { LOCAL_RECEIVER, type Provenance, provenance } from '../../../src/mail-reading/trust/provenance.ts';

const HOST = 'inbound-smtp.local.qf';

const taken = async (from: readonly string[], envelopeFrom: string, helo?: string): Promise<Provenance> => {
  const mail = [...from, 'To: quotes@in.shop.example', 'Subject: Re', '', 'Stop.', ''].join('\r\n');
  const { raw } = receiverStamped(Buffer.from(mail), {
    from: envelopeFrom,
    to: 'quotes@in.shop.example',
    host: HOST,
    at: new Date('2026-11-25T01:00:00Z'),
    ...(helo === undefined ? {} : { helo }),
  });
  const read = await parseMessage(raw);
  if (E.isLeft(read)) throw new Error(read.left.why);
  return provenance(read.right, [LOCAL_RECEIVER]);
};

describe('what the local mail listener vouches for', () => {
  test.each([
    ['Dana <dana@northwind.example>', 'dana@northwind.example'],
    ['"Dana, of Northwind" <dana@Northwind.example>', 'bounces@mail.northwind.example'],
    ['dana@northwind.example (Dana)', 'DANA@NORTHWIND.EXAMPLE'],
  ])('the visible sender %s, who came as %s', async (from, envelope) => {
    expect(await taken([`From: ${from}`], envelope)).toMatchObject({ authentication: 'pass', dmarc: 'pass' });
  });

  test.each([
    ['somebody else than the one who connected', ['From: Dana <dana@northwind.example>'], 'eve@evil.example'],
    ['several senders in one header', ['From: eve@evil.example, dana@northwind.example'], 'eve@evil.example'],
    ['two sender headers', ['From: eve@evil.example', 'From: dana@northwind.example'], 'eve@evil.example'],
    ['an address shown as a name', ['From: "eve@evil.example" <dana@northwind.example>'], 'eve@evil.example'],
    ['a domain that only ends alike', ['From: dana@northwind.example'], 'eve@evilnorthwind.example'],
    ['a folded header', ['From: Dana', ' <dana@northwind.example>'], 'eve@evil.example'],
    ['an encoded word', ['From: =?utf-8?q?eve=40evil.example?= <dana@northwind.example>'], 'eve@evil.example'],
    ['a header after a bare line feed', ['X-A: b\nFrom: dana@northwind.example'], 'eve@evil.example'],
  ])('not for %s', async (_, from, envelope) => {
    expect((await taken(from, envelope)).authentication).toBe('fail');
  });

  test('for nobody where no sender is named, by envelope or by header', async () => {
    expect((await taken([], 'eve@evil.example')).authentication).toBe('fail');
    expect((await taken(['From: dana@northwind.example'], '')).authentication).toBe('none');
  });
});
