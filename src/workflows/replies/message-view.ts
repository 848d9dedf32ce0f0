import * as E from 'fp-ts/lib/Either.js';
import type { Message, Unreadable } from '../../mail-reading/message.ts';
import { safeAttachments } from '../../mail-reading/sanitise.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import { raw } from '../../presentation/html.ts';
import type { MessageView } from '../../presentation/view-models/reply-view.ts';
import type { Dependencies } from '../dependencies.ts';
import { type ReadMail, readStoredMail } from './read-mail.ts';

/** A customer's message as it may be shown and passed on, with what its receiver's verdicts let through. */
export interface PassedMessage {
  readonly view: MessageView;
  /** Who an answer goes to; null when the mail names nobody. */
  readonly sender: string | null;
  readonly attachments: readonly OutgoingAttachment[];
  readonly read: ReadMail | null;
}

/** As much as goes along with a letter; the rest stays in the store. */
const MAX_ATTACHED_BYTES = 10 * 1024 * 1024;
const MAX_ATTACHED = 20;

/** The stored message made safe. One that cannot be read is named as such; its original stays where it is. */
export const passedMessage = async (
  deps: Pick<Dependencies, 'objects' | 'mailReader' | 'clock' | 'readModels'>,
  key: string,
  at: string,
): Promise<PassedMessage> => {
  const read = await readStoredMail(deps, key);
  if (!read) return unshown('The original of this mail is gone.', at, null);
  if (E.isLeft(read)) return unread(read.left, at, read.left.head);
  const { message, provenance } = read.right;
  const body = await deps.mailReader.safe(message);
  if (E.isLeft(body)) return unread(body.left, at, read.right);
  const { passed, withheld } = safeAttachments(message, provenance);
  const fit = passed.map(({ filename, contentType, content }) => ({
    filename: plainName(filename),
    contentType,
    content,
  }));
  const along = fitting(fit);
  const why = (at: number): string | null => {
    const kept = withheld[at];
    if (kept !== undefined) return kept.why;
    return along.some(one => one === fit[at]) ? null : 'too much for one letter';
  };
  return {
    view: {
      from: senderOf(message),
      subject: message.subject,
      at,
      text: body.right.text,
      html: message.html === null ? null : raw(body.right.html),
      attachments: message.attachments.map(({ filename, size }, at) => {
        const kept = why(at);
        return { name: filename ?? 'unnamed', bytes: size, ...(kept === null ? {} : { withheld: kept }) };
      }),
    },
    sender: message.replyTo[0]?.address ?? provenance.from,
    attachments: along,
    read: read.right,
  };
};

const senderOf = ({ from: [from] }: Pick<Message, 'from'>): string =>
  from ? (from.name === '' ? from.address : `${from.name} <${from.address}>`) : 'nobody named';

const unread = ({ why }: Unreadable, at: string, head: ReadMail | null): PassedMessage =>
  unshown(`This mail could not be read (${why}). Its original is kept.`, at, head);

/** Of what is shown only who wrote and about what is known, or nothing. */
const unshown = (text: string, at: string, head: ReadMail | null): PassedMessage => ({
  view: {
    from: head ? senderOf(head.message) : 'unknown',
    subject: head?.message.subject ?? '',
    at,
    text,
    html: null,
    attachments: [],
  },
  sender: head?.provenance.from ?? null,
  attachments: [],
  read: null,
});

const plainName = (name: string | null): string => (name ?? 'attachment').replace(/[\r\n\0"]/g, ' ').slice(0, 150);

/** Those of the attachments that go along with one letter. */
export const fitting = (all: readonly OutgoingAttachment[]): readonly OutgoingAttachment[] => {
  let left = MAX_ATTACHED_BYTES;
  return all.slice(0, MAX_ATTACHED).filter(({ content }) => {
    left -= content.length;
    return left >= 0;
  });
};
