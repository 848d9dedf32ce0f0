import * as E from 'fp-ts/lib/Either.js';
import { headersOf, type Message } from '../mail-reading/message.ts';
import type { Target } from '../presentation/components/parts.ts';
import { type Html, html } from '../presentation/html.ts';
import { proposePdf } from '../workflows/proposals/propose.ts';
import { paths } from './console-page.ts';
import { type ConsoleRequest, type ConsoleResponse, seeOther } from './request.ts';
import type { Visit } from './visit.ts';

/** The field that carries the file. */
export const DROPPED = 'file';

interface Dropped {
  readonly title: string;
  readonly label: string;
  readonly accept: string;
  readonly hint: (quotesAddress: string) => string;
}

const MAIL: Dropped = {
  title: 'Hand in a mail',
  label: 'A mail saved as a file',
  accept: '.eml,message/rfc822',
  hint: address => `It is taken as if it had come to ${address} by mail. Drop it on the field or choose it.`,
};

/** A mail or a PDF of a quote that was sent. */
export const SENT_QUOTE: Dropped = {
  title: 'Hand in a sent quote',
  label: 'A mail saved as a file, or a PDF',
  accept: '.eml,.pdf,message/rfc822,application/pdf',
  hint: address =>
    `A mail is taken as if it had come to ${address}; what a PDF says is proposed to the admin. Drop it on the field or choose it.`,
};

/** A form that hands in a file. The body is multipart/form-data. */
export const dropForm = (
  { action, hidden }: Target,
  quotesAddress: string,
  { title, label, accept, hint }: Dropped = MAIL,
): Html => html`<section class="sheet"><h2>${title}</h2>
<form method="post" action="${action}" enctype="multipart/form-data" class="stack">
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="field drop"><label for="dropped">${label}</label>
<input id="dropped" type="file" name="${DROPPED}" accept="${accept}" required>
<p class="hint">${hint(quotesAddress)}</p></div>
<div class="actions"><button class="button">Hand it in</button></div>
</form></section>`;

export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The file of a multipart form; null when there is none or it is empty. */
export const droppedFile = async ({
  body,
  contentType,
}: Pick<ConsoleRequest, 'body' | 'contentType'>): Promise<DroppedFile | null> => {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    const file = form.get(DROPPED);
    return file instanceof File && file.size > 0
      ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
      : null;
  } catch {
    // A body that breaks off or names another boundary holds no file.
    return null;
  }
};

/** A mail handed in as a file goes the way of one that came by SMTP; what it says of receivers is not believed either. */
export const dropMail = async (visit: Visit): Promise<ConsoleResponse> => {
  const file = await droppedFile(visit.request);
  if (!file) return seeOther(paths.mailbox, 'no-file');
  return (await takeDropped(visit, file.bytes))
    ? seeOther(`${paths.mailbox}?show=in`, 'dropped')
    : seeOther(paths.mailbox, 'not-mail');
};

/** False when it is no mail at all; then nothing was taken. */
export const takeDropped = async ({ context, deps }: Visit, mime: Uint8Array): Promise<boolean> => {
  const read = await deps.mailReader.parse(mime);
  // Any other mail that cannot be read goes to a person, as it would by SMTP.
  if (E.isLeft(read) && read.left.kind === 'not-mail') return false;
  const { quotesAddress } = deps.installation;
  const message = E.isRight(read) ? read.right.message : null;
  const from = message?.from[0]?.address ?? '';
  await context.takeMail(mime, {
    from: from === '' ? 'unknown@localhost' : from,
    to: (message && ourAddress(message, quotesAddress)) ?? quotesAddress,
  });
  await context.runtime().settled();
  return true;
};

/** The address of ours it was written to, mark and all. */
const ourAddress = (message: Message, quotesAddress: string): string | null => {
  const [local = '', domain = ''] = quotesAddress.toLowerCase().split('@');
  const named = [
    ...[...message.to, ...message.cc].map(({ address }) => address),
    ...headersOf(message.headers, 'delivered-to'),
  ];
  return (
    named.find(address => {
      const [name = '', host = ''] = address.toLowerCase().split('@');
      return host === domain && (name === local || name.startsWith(`${local}+`));
    }) ?? null
  );
};

/** A sent quote handed in as a file: a mail goes the way of one that came by SMTP, a PDF is proposed to the admin. */
export const dropQuote = async (visit: Visit): Promise<ConsoleResponse> => {
  const file = await droppedFile(visit.request);
  if (!file) return seeOther(paths.proposals, 'no-file');
  if (!isPdf(file.bytes))
    return seeOther(paths.proposals, (await takeDropped(visit, file.bytes)) ? 'taken' : 'not-quote');
  const by = visit.business.policy.admin.toLowerCase();
  const proposed = await proposePdf(visit.deps, { fileName: file.name, bytes: file.bytes, by });
  await visit.context.runtime().settled();
  return E.isLeft(proposed)
    ? seeOther(paths.proposals, 'not-quote')
    : seeOther(paths.proposal(proposed.right), 'proposed');
};

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
