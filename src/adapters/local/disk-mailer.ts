import { randomBytes } from 'node:crypto';
import type { Mailer, OutgoingMail } from '../../ports/mailer.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader, mimeOf } from '../mime.ts';

/** Where a laptop's mailbox lies in the object store. */
export const OUTBOX = 'outbox/';

/** What the mailbox knows beside the MIME: the envelope, and when it was handed over. */
export interface OutboxEntry {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly kind: string;
}

/** Mail out to a mailbox on disk: nothing leaves the machine, everything can be looked at. The file is there before it says sent. */
export const diskMailer = ({
  objects,
  clock,
  host,
}: {
  readonly objects: ObjectStore;
  readonly clock: Clock;
  readonly host: string;
}): Mailer => ({
  send: async mail => {
    const at = clock.now();
    const id = `${at.getTime().toString(36).padStart(9, '0')}-${randomBytes(8).toString('hex')}`;
    try {
      const mime = await mimeOf(mail, { messageId: `<${id}@${host}>`, date: at });
      await objects.put('raw-mime', `${OUTBOX}${id}.eml`, mime, 'message/rfc822');
      await objects.put(
        'raw-mime',
        `${OUTBOX}${id}.json`,
        new TextEncoder().encode(JSON.stringify(entryOf(mail, id, at))),
        'application/json',
      );
      return { kind: 'sent', messageId: id };
    } catch (error) {
      if (error instanceof BadHeader) return { kind: 'refused', reason: error.message };
      return { kind: 'throttled', reason: error instanceof Error ? error.message : 'the disk refused' };
    }
  },
});

const entryOf = (mail: OutgoingMail, id: string, at: Date): OutboxEntry => ({
  id,
  at: at.toISOString(),
  from: mail.from.address,
  to: [mail.to],
  bcc: mail.bcc ?? [],
  subject: mail.subject,
  kind: mail.tags?.kind ?? 'letter',
});
