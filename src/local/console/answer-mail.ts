import * as E from 'fp-ts/lib/Either.js';
import { mimeOf } from '../../adapters/mime.ts';
import type { Message } from '../../inbox/message.ts';
import { ANSWER } from '../../letters/console/mail-page.ts';
import { paths } from '../../letters/console/paths.ts';
import { exactMoment } from '../../letters/words/when.ts';
import { notFound, seeOther, troubled } from './answers.ts';
import type { MailEntry } from './mail-entries.ts';
import type { ConsoleResponse } from './request.ts';
import { mayAnswer, storedMail } from './show-mail.ts';
import type { Visit } from './visit.ts';

const LONGEST_ANSWER = 100_000;

/** An answer to a nudge as the customer's mail program would write it, taken in by the way every mail comes. */
export const answerMail = async (visit: Visit, entry: MailEntry): Promise<ConsoleResponse> => {
  const { context, request, world, business } = visit;
  const mime = await storedMail(visit, entry);
  const read = mime ? await world.mailReader.parse(mime) : null;
  if (!read || E.isLeft(read)) return notFound();
  if (!mayAnswer(visit, entry))
    return troubled(409, { kind: 'refused', because: 'nobody would answer this mail', link: paths.mail(entry.id) });
  const text = (request.form[ANSWER] ?? '').replace(/\r\n?/g, '\n').trim().slice(0, LONGEST_ANSWER);
  if (text === '') return seeOther(paths.mail(entry.id), 'empty');
  const { message } = read.right;
  const to = message.replyTo[0]?.address ?? world.installation.quotesAddress;
  const reply = await replyMime(message, {
    from: entry.to,
    to,
    text,
    at: business.now,
    zone: business.policy.timezone,
    id: Buffer.from(world.random(12)).toString('hex'),
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
