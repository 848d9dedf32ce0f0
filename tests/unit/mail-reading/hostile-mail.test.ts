import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../src/adapters/mail/read-message.ts';
import { machineMail } from '../../../src/mail-reading/classify/machine-mail.ts';
import { MAIL_LIMITS, type Message } from '../../../src/mail-reading/message.ts';
import { extractNewText } from '../../../src/mail-reading/quoted-text/extract-new-text.ts';
import { safeBody } from '../../../src/mail-reading/sanitise.ts';
import { provenance } from '../../../src/mail-reading/trust/provenance.ts';

const MB = 1024 * 1024;
/** The promise, as work done by the reading thread itself: other processes of the machine take nothing from it. */
const PROMISED_CPU_MS = 5_000;

const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

/** Everything that happens to a mail before anybody decides; gives the message, and fails if it takes too much work. */
const takeIn = async (raw: Uint8Array): Promise<Message> => {
  const start = cpuMs();
  const read = await readMessage(raw);
  if (E.isLeft(read)) throw new Error(read.left.why);
  provenance(read.right);
  machineMail(read.right, () => false);
  safeBody(read.right);
  extractNewText(read.right);
  expect(cpuMs() - start).toBeLessThan(PROMISED_CPU_MS);
  return read.right;
};

const head = 'From: a@b.example\r\nSubject: s\r\n';
const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('no mail hangs or exhausts the reader', () => {
  it.each([
    ['depth', 40],
    ['parts', 10_000],
  ])('multiparts nested past the bound on %s: %i deep', async (bound, deep) => {
    let raw = head;
    for (let depth = 0; depth < deep; depth += 1)
      raw += `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`;
    const message = await takeIn(ascii(`${raw}\r\ndeep down`));
    expect(message.limited).toContain(bound);
    expect(message.text).toContain('deep down');
  });

  it('a hundred thousand parts, which stay one text, with nothing lost', async () => {
    const raw = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: application/x-y\r\n\r\nx\r\n'.repeat(100_000)}--b--`;
    const message = await takeIn(ascii(raw));
    expect(message.limited).toContain('parts');
    expect(message.text?.match(/^--b$/gm)).toHaveLength(100_000);
  });

  it('multiparts whose boundaries never come, one in another', async () => {
    let raw = head;
    for (let depth = 0; depth < 2_000; depth += 1)
      raw += `Content-Type: multipart/mixed; boundary=no${depth}\r\n\r\n--yes${depth}\r\n`;
    await takeIn(ascii(raw + 'x'.repeat(MB)));
  });

  it('a header with a hundred thousand recipients', async () => {
    const to = Array.from({ length: 100_000 }, (_, index) => `"P ${index}" <p${index}@x.example>`).join(',\r\n ');
    const message = await takeIn(ascii(`${head}To: ${to}\r\n\r\nhello`));
    expect(message.to[0]).toEqual({ name: 'P 0', address: 'p0@x.example' });
    expect(message.to).toHaveLength(MAIL_LIMITS.addresses);
    expect(message.limited).toContain('addresses');
    expect(message.text).toBe('hello');
  });

  it('a hundred thousand header fields', async () => {
    const message = await takeIn(ascii(`${head}${'X-A: b\r\n'.repeat(100_000)}\r\nhello`));
    expect(message.limited).toContain('headers');
    expect(message.text).toBe('hello');
  });

  it.each([
    ['words', 'word '.repeat(2 * MB)],
    ['one word', 'x'.repeat(10 * MB)],
    ['quotes', '>'.repeat(10 * MB)],
    ['addresses', 'a@b.example '.repeat(800_000)],
    ['angle brackets', '<'.repeat(2 * MB)],
    ['dashes', '-'.repeat(10 * MB)],
    ['underscores', '_'.repeat(10 * MB)],
    ['digits', '5.1.1 550 '.repeat(MB)],
  ])('a line of ten megabytes of %s', async (_, line) => {
    expect((await takeIn(ascii(`${head}\r\n${line}`))).text?.length).toBe(line.length);
  });

  it.each([
    ['elements', '<div>'.repeat(500_000)],
    ['attributes', `<a ${'x="y" '.repeat(500_000)}>`],
    ['comments', '<!--'.repeat(500_000)],
    ['entities', '&amp;'.repeat(500_000)],
    ['styles', '<p style="color:red;font-size:0">x'.repeat(100_000)],
  ])('HTML of half a million %s', async (_, html) => {
    await takeIn(ascii(`${head}Content-Type: text/html\r\n\r\n${html}`));
  });

  it.each([
    ['encoded words without end', '=?utf-8?Q?a'.repeat(140_000)],
    ['encoded words', '=?utf-8?B?YQ==?= '.repeat(100_000)],
    ['brackets', '('.repeat(MB)],
    ['quotation marks', '"'.repeat(MB)],
    ['ids', '<a@b> '.repeat(200_000)],
    ['semicolons', 'a;b="'.repeat(200_000)],
    ['blanks', ' \t'.repeat(MB / 2)],
    ['reply prefixes', 'Re: '.repeat(300_000)],
  ])('fields full of %s', async (_, value) => {
    const fields = [
      'From',
      'To',
      'Subject',
      'References',
      'Content-Type',
      'Date',
      'Received',
      'Auto-Submitted',
      'Return-Path',
    ];
    await takeIn(ascii(`${fields.map(name => `${name}: ${value}`).join('\r\n')}\r\n\r\nhello`));
  });

  it('an address field of one word without end, which is looked through once', async () => {
    const raw = ascii(`From: ${'x'.repeat(MB)}\r\n\r\nhello`);
    const start = cpuMs();
    await takeIn(raw);
    expect(cpuMs() - start).toBeLessThan(PROMISED_CPU_MS / 10);
  });

  it('a delivery report on a hundred thousand recipients', async () => {
    const record =
      'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 user unknown\r\n\r\n';
    const raw = `From: mailer-daemon@b.example\r\nSubject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nsorry\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${record.repeat(100_000)}\r\n--b--`;
    await takeIn(ascii(raw));
  });
});

it.each(['user ', 'mailbox is ', '550 5.7.1 ', 'a@b.example ', '- ', '<'])(
  'a delivery report made of %j',
  async word => {
    const line = `x@y.example: ${word.repeat(150)}\r\n`;
    await takeIn(ascii(`From: mailer-daemon@b.example\r\nSubject: Undelivered\r\n\r\n${line.repeat(5_000)}`));
  },
);

it('an archive is never unpacked, so a bomb stays as small as it is', async () => {
  const bomb = Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100_000, 0x78)]);
  const raw = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nsee\r\n--b\r\nContent-Type: application/zip; name=bomb.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n${bomb.toString('base64')}\r\n--b--`;
  const [attachment] = (await takeIn(ascii(raw))).attachments;
  expect(attachment).toMatchObject({ filename: 'bomb.zip', size: bomb.length });
});

it('fifteen megabytes are read in a small multiple of their size', async () => {
  const before = process.memoryUsage();
  const raw = `${head}Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUJD'.repeat((14 * MB) / 4)}`;
  const message = await takeIn(ascii(raw));
  const after = process.memoryUsage();
  expect(message.attachments[0]?.size).toBe((14 * MB * 3) / 4);
  expect(after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers).toBeLessThan(256 * MB);
});
