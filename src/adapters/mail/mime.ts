import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { OutgoingMail } from '../../ports/mail.ts';
import { BadHeader } from './bad-header.ts';

const refuseBreaks = (name: string, value: string): void => {
  if (/[\r\n\0]/.test(value)) throw new BadHeader(`${name} holds a line break`);
};

/** The mail as MIME, for whichever service takes it. Blind copies go into the envelope only. Throws `BadHeader`. */
export const mimeOf = async (
  mail: OutgoingMail,
  { messageId, date }: { readonly messageId?: string; readonly date: Date },
): Promise<Uint8Array> => {
  const { from, to, replyTo, subject, text, html, inReplyTo, references, headers, attachments } = mail;
  const checked = {
    from: from.address,
    name: from.name,
    to,
    replyTo: replyTo ?? '',
    subject,
    inReplyTo: inReplyTo ?? '',
    ...headers,
  };
  for (const [name, value] of Object.entries(checked)) refuseBreaks(name, value);
  for (const reference of references ?? []) refuseBreaks('references', reference);
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    date,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(messageId === undefined ? {} : { messageId }),
    ...(html === undefined ? {} : { html }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(inReplyTo === undefined ? {} : { inReplyTo }),
    ...(references === undefined ? {} : { references: [...references] }),
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    attachments: (attachments ?? []).map(({ filename, contentType, content, cid }) => ({
      filename,
      contentType,
      content: Buffer.from(content),
      ...(cid === undefined ? {} : { cid }),
    })),
  });
  return composer.compile().build();
};
