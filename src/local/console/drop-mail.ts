import * as E from 'fp-ts/lib/Either.js';
import { headersOf, type Message } from '../../inbox/message.ts';
import { DROPPED } from '../../letters/console/drop-form.ts';
import { paths } from '../../letters/console/paths.ts';
import { seeOther } from './answers.ts';
import type { ConsoleRequest, ConsoleResponse } from './request.ts';
import type { Visit } from './visit.ts';

/** A mail handed in as a file goes the way of one that came by SMTP; what it says of receivers is not believed either. */
export const dropMail = async (visit: Visit): Promise<ConsoleResponse> => {
  const { context, request, world } = visit;
  const mime = await droppedFile(request);
  if (!mime) return seeOther(paths.mailbox, 'no-file');
  const read = await world.mailReader.parse(mime);
  // Any other mail that cannot be read goes to a person, as it would by SMTP.
  if (E.isLeft(read) && read.left.kind === 'not-mail') return seeOther(paths.mailbox, 'not-mail');
  const { quotesAddress } = world.installation;
  const message = E.isRight(read) ? read.right : null;
  const from = message?.from[0]?.address ?? '';
  await context.takeMail(mime, {
    from: from === '' ? 'unknown@localhost' : from,
    to: (message && ourAddress(message, quotesAddress)) ?? quotesAddress,
  });
  await context.runtime().settled();
  return seeOther(`${paths.mailbox}?show=in`, 'dropped');
};

/** The file of a multipart form; null when there is none or it is empty. */
const droppedFile = async ({ body, contentType }: ConsoleRequest): Promise<Uint8Array | null> => {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return null;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'Content-Type': contentType } }).formData();
    const file = form.get(DROPPED);
    return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
  } catch {
    // A body that breaks off or names another boundary holds no file.
    return null;
  }
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
