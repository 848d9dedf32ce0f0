import type { OutgoingMail } from '../../ports/mailer.ts';
import type { ObjectStore } from '../../ports/object-store.ts';

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
