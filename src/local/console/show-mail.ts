import * as E from 'fp-ts/lib/Either.js';
import type { Message, Unreadable } from '../../inbox/message.ts';
import { safeBody } from '../../inbox/sanitise.ts';
import { type MailPage, mailPage } from '../../letters/console/mail-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { raw } from '../../letters/html/html.ts';
import { sizeWords } from '../../letters/views/reply-view.ts';
import { mailFile, notFound, shown } from './answers.ts';
import { type MailEntry, mailKeys, mailRow } from './mail-entries.ts';
import { maskMail, maskTokens } from './mask-tokens.ts';
import type { ConsoleResponse } from './request.ts';
import { aroundOf, type Visit } from './visit.ts';
import { withPictures } from './with-pictures.ts';

const MOST_HEADERS = 200;
const LONGEST_HEADER = 2_000;

const filePath = (id: string): string => `${paths.mail(id)}/file`;

/** The mail as it lies in the store; null when there is none of this id. */
export const storedMail = async (
  { world }: Pick<Visit, 'world'>,
  { id, direction }: Pick<MailEntry, 'id' | 'direction'>,
): Promise<Uint8Array | null> => {
  const keys = mailKeys(id);
  return keys === null ? null : ((await world.objects.get('raw-mime', keys[direction]))?.body ?? null);
};

/** One mail as it looks, its tokens masked: the console must not become a way to decide as somebody else. */
export const showMail = async (visit: Visit, entry: MailEntry): Promise<ConsoleResponse> => {
  const { world, shelf } = visit;
  const mime = await storedMail(visit, entry);
  if (!mime) return notFound();
  const read = await world.mailReader.parse(mime);
  return shown(
    mailPage({
      around: aroundOf('mailbox', visit),
      mail: await mailRow(world, entry, shelf.quoteOfMail),
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
      .slice(0, MOST_HEADERS)
      .map(({ name, value }) => ({ name, value: maskTokens(value.slice(0, LONGEST_HEADER)) })),
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
