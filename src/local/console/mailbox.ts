import * as E from 'fp-ts/lib/Either.js';
import { OUTBOX, type OutboxEntry } from '../../adapters/local/outbox.ts';
import { mimeOf } from '../../adapters/mime.ts';
import type { World } from '../../application/world.ts';
import type { Message } from '../../inbox/message.ts';
import { safeBody } from '../../inbox/sanitise.ts';
import type { MailPage } from '../../letters/console/mail-page.ts';
import type { MailRow } from '../../letters/console/mailbox-page.ts';
import { raw } from '../../letters/html/html.ts';
import { maskTokens } from './mask-tokens.ts';

const INBOUND = 'inbound/';
const KINDS: Readonly<Record<string, string>> = {
  nudge: 'Nudge',
  approval: 'Approval',
  reply: 'Reply',
  expired: 'Expired',
  unsure: 'Which quote?',
};

/** Every mail that went out or came in, newest first. */
export const mailRows = async (world: World): Promise<readonly MailRow[]> => {
  const [out, came] = await Promise.all([
    world.objects.list('raw-mime', OUTBOX),
    world.objects.list('raw-mime', INBOUND),
  ]);
  const outgoing = await Promise.all(
    out.filter(({ key }) => key.endsWith('.json')).map(({ key }) => outRow(world, key)),
  );
  const incoming = await Promise.all(came.map(({ key, modified }) => inRow(world, key, modified)));
  return [...outgoing, ...incoming].filter(row => row !== null).sort((a, b) => (a.at < b.at ? 1 : -1));
};

const outRow = async (world: World, key: string): Promise<MailRow | null> => {
  const stored = await world.objects.get('raw-mime', key);
  if (!stored) return null;
  const { id, at, from, to, subject, kind }: OutboxEntry = JSON.parse(new TextDecoder().decode(stored.body));
  return {
    id,
    at,
    direction: 'out',
    from,
    to: to.join(', '),
    subject,
    kind: KINDS[kind] ?? 'Letter',
    tone: kind === 'nudge' ? 'good' : 'plain',
    quoteId: null,
  };
};

const inRow = async (world: World, key: string, at: string): Promise<MailRow | null> => {
  const message = await messageAt(world, key);
  const id = key.slice(INBOUND.length).replace(/\.eml$/, '');
  return {
    id,
    at,
    direction: 'in',
    from: message?.from[0]?.address ?? 'unknown',
    to: '',
    subject: message?.subject ?? '(cannot be read)',
    kind: 'Came in',
    tone: 'info',
    quoteId: null,
  };
};

const messageAt = async (world: World, key: string): Promise<Message | null> => {
  const stored = await world.objects.get('raw-mime', key);
  const parsed = stored ? await world.mailReader.parse(stored.body) : null;
  return parsed && E.isRight(parsed) ? parsed.right : null;
};

/** One mail as it looks, its tokens masked; null when there is none of that id. */
export const mailShown = async (
  world: World,
  id: string,
): Promise<Omit<MailPage, 'around' | 'answer' | 'fileUrl'> | null> => {
  const row = (await mailRows(world)).find(known => known.id === id);
  if (!row) return null;
  const message = await messageAt(world, row.direction === 'out' ? `${OUTBOX}${id}.eml` : `${INBOUND}${id}.eml`);
  if (!message) return null;
  const body = safeBody(message);
  const shown =
    message.html === null
      ? null
      : row.direction === 'out'
        ? ({ kind: 'ours', markup: maskTokens(message.html) } as const)
        : ({ kind: 'theirs', safe: raw(maskTokens(body.html)) } as const);
  return {
    mail: row,
    headers: message.headers.slice(0, 60).map(({ name, value }) => ({ name, value: maskTokens(value) })),
    text: maskTokens(message.text ?? body.text),
    shown,
    attachments: message.attachments.map(({ filename, size }) => ({
      label: filename ?? 'unnamed',
      value: `${size} bytes`,
    })),
  };
};

/** What the customer's mail program would send: to the reply address, with the marks that programs keep. */
export const replyAsCustomer = async (
  world: World,
  id: string,
  text: string,
): Promise<{ readonly raw: Uint8Array; readonly from: string; readonly to: string } | null> => {
  const message = await messageAt(world, `${OUTBOX}${id}.eml`);
  const to = message?.replyTo[0]?.address;
  const from = message?.to[0]?.address;
  if (!message || to === undefined || from === undefined) return null;
  const original = `<${message.messageId ?? ''}>`;
  const quoted = (message.text ?? '')
    .split('\n')
    .map(line => `> ${line}`)
    .join('\n');
  const now = world.clock.now();
  const reply = await mimeOf(
    {
      from: { name: '', address: from },
      to,
      subject: /^re:/i.test(message.subject) ? message.subject : `Re: ${message.subject}`,
      inReplyTo: original,
      references: [original],
      text: `${text}\n\nOn ${now.toUTCString()}, ${message.from[0]?.address ?? ''} wrote:\n${quoted}\n`,
    },
    { date: now },
  );
  return { raw: reply, from, to };
};
