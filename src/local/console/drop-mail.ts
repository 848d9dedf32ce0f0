import * as E from 'fp-ts/lib/Either.js';
import { headersOf, type Message } from '../../inbox/message.ts';
import { paths } from '../../letters/console/paths.ts';
import { seeOther } from './answers.ts';
import { droppedFile } from './dropped-file.ts';
import type { ConsoleResponse } from './request.ts';
import type { Visit } from './visit.ts';

/** A mail handed in as a file goes the way of one that came by SMTP; what it says of receivers is not believed either. */
export const dropMail = async (visit: Visit): Promise<ConsoleResponse> => {
  const file = await droppedFile(visit.request);
  if (!file) return seeOther(paths.mailbox, 'no-file');
  return (await takeDropped(visit, file.bytes))
    ? seeOther(`${paths.mailbox}?show=in`, 'dropped')
    : seeOther(paths.mailbox, 'not-mail');
};

/** False when it is no mail at all; then nothing was taken. */
export const takeDropped = async ({ context, world }: Visit, mime: Uint8Array): Promise<boolean> => {
  const read = await world.mailReader.parse(mime);
  // Any other mail that cannot be read goes to a person, as it would by SMTP.
  if (E.isLeft(read) && read.left.kind === 'not-mail') return false;
  const { quotesAddress } = world.installation;
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
