import * as E from 'fp-ts/lib/Either.js';
import { takeMail } from '../application/take-mail.ts';
import type { World } from '../application/world.ts';
import { MailStored } from './mail-stored.ts';

/** One stored message: parsed once, then it goes the way of a reply, a report, a rep's mail or a list. */
export const mailRouter =
  (world: World) =>
  async (event: unknown): Promise<void> => {
    const stored = MailStored.decode(event);
    if (E.isLeft(stored))
      throw new TypeError('mail-router: expected an S3 "Object Created" event with detail.object.key');
    await takeMail(world, stored.right.detail.object.key);
  };
