import * as E from 'fp-ts/lib/Either.js';
import { mimeOf } from '../adapters/mail/mime.ts';
import type { Message, Unreadable } from '../mail-reading/message.ts';
import { safeBody } from '../mail-reading/sanitise.ts';
import {
  chip,
  factsSheet,
  folded,
  form,
  type Target,
  textArea,
  theirLetter,
} from '../presentation/components/parts.ts';
import { type Html, html, raw, type Value } from '../presentation/html.ts';
import type { Fact } from '../presentation/view-models/facts.ts';
import { sizeWords } from '../presentation/view-models/reply-view.ts';
import { exactMoment } from '../presentation/when.ts';
import { type Around, consolePage, paths } from './console-page.ts';
import { type MailEntry, type MailRow, mailKeys, mailRow } from './mailbox.ts';
import { maskMail, maskTokens } from './mask-tokens.ts';
import { type ConsoleResponse, mailFile, notFound, seeOther, shown, troubled } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';

/**
 * A mail of ours as a mail program would show it, in a frame without scripts, forms or an origin. Its links open in a
 * tab of their own. The page needs `pageHeaders({ framesMail: true })`.
 */
export const mailFrame = (title: string, markup: string): Html =>
  html`<iframe class="frame" title="${title}" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" srcdoc="${raw(withTarget(markup))}"></iframe>`;

const HEAD = /<head[^>]*>/i;

const withTarget = (markup: string): string => {
  const base = '<base target="_blank">';
  return HEAD.test(markup) ? markup.replace(HEAD, head => `${head}${base}`) : `${base}${markup}`;
};

/** The field that carries what the customer would write. */
export const ANSWER = 'answer';

export interface MailPage {
  readonly around: Around;
  readonly mail: MailRow;
  /** Its header fields as they were written, tokens masked. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  /**
   * `ours`: the HTML that we wrote, shown as a mail program shows it. `theirs`: safe markup of what somebody else
   * wrote. Null: the mail has no HTML.
   */
  readonly shown:
    | { readonly kind: 'ours'; readonly markup: string }
    | { readonly kind: 'theirs'; readonly safe: Html }
    | null;
  readonly attachments: readonly Fact[];
  /** Where an answer as the customer goes; null where nobody would answer, or mail really leaves. */
  readonly answer: Target | null;
  /** Where the mail can be had as a file. */
  readonly fileUrl: string | null;
}

/** One mail, as it looks: needs `pageHeaders({ framesMail: true })`. */
export const mailPage = (page: MailPage): string => {
  const { around, mail, headers, text, attachments, answer, fileUrl } = page;
  return consolePage(around, {
    heading: mail.subject === '' ? '(no subject)' : mail.subject,
    kicker: html`<a href="${paths.mailbox}">Mailbox</a> / ${chip(mail.tone, mail.kind)}`,
    beside: fileUrl !== null && html`<a class="button" href="${fileUrl}" download>Save as .eml</a>`,
    body: html`<div class="split"><div class="stack">
<p class="soft">${mail.direction === 'out' ? html`To <strong>${mail.to}</strong>, from ${mail.from}` : html`From <strong>${mail.from}</strong>`}${mail.quoteId !== null && html` · <a href="${paths.quote(mail.quoteId)}">${mail.quoteId}</a>`}</p>
${looks(page)}
${page.shown !== null && folded('As plain text', html`<div><pre dir="auto">${text}</pre></div>`)}
${folded('Headers', html`<div><dl class="headers">${headers.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>`)}</div>
<div class="stack">${answer !== null && answerForm(answer, mail.to)}${attachments.length > 0 && factsSheet('Attached', attachments)}</div></div>`,
  });
};

const looks = ({ shown, text, mail }: MailPage): Value => {
  if (shown === null) return theirLetter('The mail', null, text, null);
  return shown.kind === 'ours'
    ? mailFrame(`Mail: ${mail.subject}`, shown.markup)
    : theirLetter('The mail', null, text, shown.safe);
};

const answerForm = (target: Target, to: string): Html => html`<section class="sheet"><h2>Reply as the customer</h2>
${form(target, [
  textArea(ANSWER, `What ${to} would write`, '', 'It comes in by mail, with the marks a mail program would keep.'),
  html`<div class="actions"><button class="button main-act">Send the reply</button></div>`,
])}</section>`;

/** Kinds that a browser shows as a picture and never as a document. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);
const MAX_BYTES = 1024 * 1024;

/** A mail of ours with the pictures it brings along standing in it as data: the console fetches nothing. */
export const withPictures = (markup: string, { attachments }: Pick<Message, 'attachments'>): string =>
  attachments.reduce((text, { contentId, contentType, content }) => {
    const id = contentId?.replace(/^<|>$/g, '') ?? '';
    if (id === '' || !PICTURES.has(contentType) || content.length > MAX_BYTES) return text;
    return text.replaceAll(
      `src="cid:${id}"`,
      `src="data:${contentType};base64,${Buffer.from(content).toString('base64')}"`,
    );
  }, markup);

const MAX_HEADERS = 200;
const MAX_HEADER = 2_000;

const filePath = (id: string): string => `${paths.mail(id)}/file`;

/** The mail as it lies in the store; null when there is none of this id. */
export const storedMail = async (
  { deps }: Pick<Visit, 'deps'>,
  { id, direction }: Pick<MailEntry, 'id' | 'direction'>,
): Promise<Uint8Array | null> => {
  const keys = mailKeys(id);
  return keys === null ? null : ((await deps.objects.get('raw-mime', keys[direction]))?.body ?? null);
};

/** One mail as it looks, its tokens masked: the console must not become a way to decide as somebody else. */
export const showMail = async (visit: Visit, entry: MailEntry): Promise<ConsoleResponse> => {
  const { deps, shelf } = visit;
  const mime = await storedMail(visit, entry);
  if (!mime) return notFound();
  const read = await deps.mailReader.parse(mime);
  return shown(
    mailPage({
      around: aroundOf('mailbox', visit),
      mail: await mailRow(deps, entry, shelf.quoteOfMail),
      ...(E.isRight(read) ? contentOf(read.right.message, entry) : unreadable(read.left)),
      answer: mayAnswer(visit, entry) ? { action: paths.mail(entry.id), hidden: {} } : null,
      fileUrl: filePath(entry.id),
    }),
    { framesMail: true },
  );
};

/** A nudge has a customer who might answer it; where mail really leaves, only the customer does. */
export const mayAnswer = ({ context }: Pick<Visit, 'context'>, { sentAs }: MailEntry): boolean =>
  sentAs === 'nudge' && context.relay === null;

type Content = Pick<MailPage, 'headers' | 'text' | 'shown' | 'attachments'>;

const contentOf = (message: Message, { direction }: MailEntry): Content => {
  const safe = safeBody(message);
  return {
    headers: message.headers
      .slice(0, MAX_HEADERS)
      .map(({ name, value }) => ({ name, value: maskTokens(value.slice(0, MAX_HEADER)) })),
    text: maskTokens(direction === 'out' && message.text !== null ? message.text : safe.text),
    shown: lookOf(message, direction, safe.html),
    attachments: message.attachments.map(({ filename, contentType, size }) => ({
      label: filename ?? contentType,
      value: sizeWords(size),
    })),
  };
};

const lookOf = (message: Message, direction: MailEntry['direction'], safe: string): MailPage['shown'] => {
  const { html } = message;
  if (html === null) return null;
  return direction === 'out'
    ? { kind: 'ours', markup: withPictures(maskTokens(html), message) }
    : { kind: 'theirs', safe: raw(maskTokens(safe)) };
};

const unreadable = ({ why }: Unreadable): Content => ({
  headers: [],
  text: `This mail ${why}. Save it as a file to look at it.`,
  shown: null,
  attachments: [],
});

/** The mail as a file, its tokens masked as on the page. */
export const saveMail = async (visit: Visit, entry: MailEntry): Promise<ConsoleResponse> => {
  const mime = await storedMail(visit, entry);
  return mime ? mailFile(entry.id, maskMail(mime)) : notFound();
};

const MAX_ANSWER = 100_000;

/** An answer to a nudge as the customer's mail program would write it, taken in by the way every mail comes. */
export const answerMail = async (visit: Visit, entry: MailEntry): Promise<ConsoleResponse> => {
  const { context, request, deps, business } = visit;
  const mime = await storedMail(visit, entry);
  const read = mime ? await deps.mailReader.parse(mime) : null;
  if (!read || E.isLeft(read)) return notFound();
  if (!mayAnswer(visit, entry))
    return troubled(409, { kind: 'refused', because: 'nobody would answer this mail', link: paths.mail(entry.id) });
  const text = (request.form[ANSWER] ?? '').replace(/\r\n?/g, '\n').trim().slice(0, MAX_ANSWER);
  if (text === '') return seeOther(paths.mail(entry.id), 'empty');
  const { message } = read.right;
  const to = message.replyTo[0]?.address ?? deps.installation.quotesAddress;
  const reply = await replyMime(message, {
    from: entry.to,
    to,
    text,
    at: business.now,
    zone: business.policy.timezone,
    id: Buffer.from(deps.random(12)).toString('hex'),
  });
  await context.takeMail(reply, { from: entry.to, to });
  await context.runtime().settled();
  const quote = visit.shelf.quoteOfMail.get(entry.id);
  return seeOther(quote === undefined ? paths.mailbox : paths.quote(quote), 'replied');
};

interface Reply {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly at: Date;
  readonly zone: string;
  readonly id: string;
}

const replyMime = (nudge: Message, { from, to, text, at, zone, id }: Reply): Promise<Uint8Array> => {
  const original = nudge.messageId === null ? [] : [`<${nudge.messageId}>`];
  const [first] = original;
  return mimeOf(
    {
      from: { name: '', address: from },
      to,
      subject: /^re:/i.test(nudge.subject) ? nudge.subject : `Re: ${nudge.subject}`,
      text: `${text}\n\n${attribution(nudge, at, zone)}\n${quoted(nudge.text ?? '')}\n`,
      references: [...nudge.references.map(reference => `<${reference}>`), ...original],
      ...(first === undefined ? {} : { inReplyTo: first }),
    },
    { messageId: `<${id}@${from.split('@')[1] ?? 'customer.example'}>`, date: at },
  );
};

const attribution = ({ from, date }: Message, at: Date, zone: string): string => {
  const [sender] = from;
  const who = sender ? `${sender.name} <${sender.address}>`.trim() : 'you';
  return `On ${exactMoment(date ?? at.toISOString(), zone)}, ${who} wrote:`;
};

const quoted = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map(line => (line === '' ? '>' : `> ${line}`))
    .join('\n');
