import { createHash, randomBytes } from 'node:crypto';
import type { Mailer, OutgoingMail } from '../../ports/mail.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader } from './bad-header.ts';
import { mimeOf } from './mime.ts';

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

/** Keeps the mail as it left, with its envelope. */
export const keepCopy = async (
  objects: ObjectStore,
  mail: OutgoingMail,
  mime: Uint8Array,
  { id, at }: { readonly id: string; readonly at: Date },
): Promise<void> => {
  await objects.put('raw-mime', `${OUTBOX}${id}.eml`, mime, 'message/rfc822');
  const entry = new TextEncoder().encode(JSON.stringify(entryOf(mail, id, at)));
  await objects.put('raw-mime', `${OUTBOX}${id}.json`, entry, 'application/json');
};

const entryOf = (mail: OutgoingMail, id: string, at: Date): OutboxEntry => ({
  id,
  at: at.toISOString(),
  from: mail.from.address,
  to: [mail.to],
  bcc: mail.bcc ?? [],
  subject: mail.subject,
  kind: mail.tags?.kind ?? 'letter',
});

/** Ids of letters that have a name of their own, so that one name is one mail whatever is cut off in between. */
const ONCE = 'outbox-once/';

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
    const fresh = `${at.getTime().toString(36).padStart(9, '0')}-${randomBytes(8).toString('hex')}`;
    try {
      const id = mail.onceKey === undefined ? fresh : await idOfName(objects, mail.onceKey, fresh);
      if (id !== fresh && (await objects.get('raw-mime', `${OUTBOX}${id}.json`)))
        return { kind: 'sent', messageId: id };
      const mime = await mimeOf(mail, { messageId: `<${id}@${host}>`, date: at });
      await keepCopy(objects, mail, mime, { id, at });
      return { kind: 'sent', messageId: id };
    } catch (error) {
      if (error instanceof BadHeader) return { kind: 'refused', reason: error.message };
      return { kind: 'throttled', reason: error instanceof Error ? error.message : 'the disk refused' };
    }
  },
});

/** The id that the first letter of this name got; `fresh` where this is the first. */
const idOfName = async (objects: ObjectStore, name: string, fresh: string): Promise<string> => {
  const key = `${ONCE}${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;
  if (await objects.putOnce('raw-mime', key, new TextEncoder().encode(fresh), 'text/plain')) return fresh;
  const known = await objects.get('raw-mime', key);
  return known ? new TextDecoder().decode(known.body) : fresh;
};
