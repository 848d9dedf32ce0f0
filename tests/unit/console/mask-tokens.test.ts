import { describe, expect, test } from 'vitest';
import { mimeOf } from '../../../src/adapters/mail/mime.ts';
import { parseMessage } from '../../../src/adapters/mail/parse-message.ts';
import { maskMail, maskTokens } from '../../../src/console/mask-tokens.ts';

const TOKEN = 'k1.q8Wz0sJ-aVfM2_xYbN4cR7dT9eU1gH3iK5lO6pQ8rS0';
const LINK = `http://127.0.0.1:4280/t/${TOKEN}`;

const mail = (over: { text: string; html?: string; attached?: Uint8Array }): Promise<Uint8Array> =>
  mimeOf(
    {
      from: { name: 'Quote Follow-up', address: 'follow-up@quotes.harbourline.example' },
      to: 'priya@harbourline.example',
      subject: 'Approve: first nudge',
      text: over.text,
      ...(over.html === undefined ? {} : { html: over.html }),
      ...(over.attached === undefined
        ? {}
        : { attachments: [{ filename: 'a.bin', contentType: 'application/octet-stream', content: over.attached }] }),
    },
    { messageId: '<m-1@mail.local.qf>', date: new Date('2026-11-25T01:00:00Z') },
  );

/** Everything a mail program would read out of it. */
const readOut = async (mime: Uint8Array): Promise<string> => {
  const parsed = await parseMessage(mime);
  if (parsed._tag === 'Left') throw new Error(parsed.left.why);
  const { text, html, attachments } = parsed.right;
  return [text, html, ...attachments.map(({ content }) => Buffer.from(content).toString('latin1'))].join('\n');
};

describe('tokens are masked', () => {
  test('in text and in markup, wherever the link stands', () => {
    const masked = maskTokens(`Decide: ${LINK}\n<a href="${LINK}">Decide</a> (${LINK}).`);
    expect(masked).not.toContain('k1.');
    expect(masked.match(/\/t\/…masked…/g)).toHaveLength(3);
  });

  test('and what is no token link stays', () => {
    const text = 'See https://files.example/t and https://files.example/cat/x, and/or t/5.';
    expect(maskTokens(text)).toBe(text);
  });

  test('in a file written as quoted-printable, where a line may break within the token', async () => {
    for (let shift = 0; shift < 76; shift++) {
      const masked = maskMail(await mail({ text: `é${'x'.repeat(shift)} ${LINK} and more.` }));
      expect(await readOut(masked)).not.toMatch(/k1\.q8Wz|pQ8rS0/);
    }
  });

  test('in a file written as base64', async () => {
    const masked = maskMail(await mail({ text: `请批准这份报价的跟进邮件，谢谢您的帮助。`.repeat(20) + LINK }));
    expect(Buffer.from(masked).toString('latin1')).toContain('base64');
    const read = await readOut(masked);
    expect(read).toContain('/t/...masked...');
    expect(read).not.toContain(TOKEN);
    expect(read).toContain('请批准这份报价的跟进邮件');
  });

  test('in a mail that is attached to a mail', async () => {
    const inner = await mail({ text: `é ${LINK}`, html: `<p>é <a href="${LINK}">Decide</a></p>` });
    const masked = maskMail(await mail({ text: 'Forwarded.', attached: inner }));
    expect(await readOut(masked)).not.toMatch(/pQ8rS0/);
  });

  test('and nothing else of a file changes, whatever its attachment holds', async () => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 255);
    const mime = await mail({ text: 'Hello', html: '<p>Hello</p>', attached: noise });
    expect(Buffer.from(maskMail(mime)).equals(Buffer.from(mime))).toBe(true);
  });
});
