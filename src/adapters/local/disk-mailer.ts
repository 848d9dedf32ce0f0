import { randomBytes } from 'node:crypto';
import type { Mailer } from '../../ports/mailer.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Clock } from '../../ports/world.ts';
import { BadHeader, mimeOf } from '../mime.ts';
import { keepCopy } from './outbox.ts';

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
      await keepCopy(objects, mail, mime, { id, at });
      return { kind: 'sent', messageId: id };
    } catch (error) {
      if (error instanceof BadHeader) return { kind: 'refused', reason: error.message };
      return { kind: 'throttled', reason: error instanceof Error ? error.message : 'the disk refused' };
    }
  },
});
