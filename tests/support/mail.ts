import * as E from 'fp-ts/lib/Either.js';
import { readMessage } from '../../src/adapters/mail/read-message.ts';
import type { Limits, Message, Unreadable } from '../../src/mail-reading/message.ts';

/** Bytes of a mail from its lines. Header values may hold any text; it is sent as UTF-8. */
export const mail = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

export const messageOf = async (...lines: readonly string[]): Promise<Message> =>
  right(await readMessage(mail(...lines)));

export const right = (read: E.Either<Unreadable, Message>): Message => {
  if (E.isLeft(read)) throw new Error(`unreadable: ${read.left.why}`);
  return read.right;
};

export const read = (raw: Uint8Array, limits?: Limits): Promise<E.Either<Unreadable, Message>> =>
  readMessage(raw, limits);

/** The fields SES puts on top of a mail it stores, each value replaceable, `null` leaves a field out. */
export const sesStamp = (change: Readonly<Record<string, string | null>> = {}): readonly string[] => {
  const fields: Readonly<Record<string, string | null>> = {
    'Return-Path': '<ann@customer.example>',
    Received:
      'from mx.customer.example (mx.customer.example [192.0.2.10]) by inbound-smtp.eu-west-1.amazonaws.com with SMTP id k3v9 for quotes@in.shop.example; Mon, 04 May 2026 09:12:00 +0000 (UTC)',
    'X-SES-Spam-Verdict': 'PASS',
    'X-SES-Virus-Verdict': 'PASS',
    'Received-SPF':
      'pass (spfCheck: domain of customer.example designates 192.0.2.10 as permitted sender) client-ip=192.0.2.10; envelope-from=ann@customer.example; helo=mx.customer.example;',
    'Authentication-Results':
      'amazonses.com; spf=pass (spfCheck: domain of customer.example designates 192.0.2.10) client-ip=192.0.2.10; envelope-from=ann@customer.example; helo=mx.customer.example; dkim=pass header.i=@customer.example; dmarc=pass header.from=customer.example;',
    'X-SES-RECEIPT': 'AEFBQUFB',
    'X-SES-DKIM-SIGNATURE': 'a=rsa-sha256; q=dns/txt; b=abc; d=amazonses.com;',
    ...change,
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
};

/** A customer's answer as SES stores it. */
export const answer = (
  change: {
    readonly stamp?: Readonly<Record<string, string | null>>;
    readonly fields?: readonly string[];
    readonly body?: string;
  } = {},
): readonly string[] => [
  ...sesStamp(change.stamp),
  'Received: from laptop by mx.customer.example; Mon, 4 May 2026 11:11:59 +0200',
  ...(change.fields ?? ['From: Ann <ann@customer.example>', 'To: quotes@in.shop.example', 'Subject: Re: Your quote']),
  'Date: Mon, 4 May 2026 11:11:58 +0200',
  '',
  change.body ?? 'Please go ahead.',
];
