import { createHash, randomBytes } from 'node:crypto';
import type { Mailer } from '../../ports/mailer.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader } from '../bad-header.ts';
import { mimeOf } from '../mime.ts';
import { keepCopy, OUTBOX } from './outbox.ts';

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
