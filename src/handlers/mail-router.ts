import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { takeMail } from '../application/take-mail.ts';
import type { World } from '../application/world.ts';

/** "Object Created" of the bucket of raw mail, as EventBridge brings it. */
const Stored = t.type({ detail: t.type({ object: t.type({ key: t.string }) }) });

/** One stored message: parsed once, then it goes the way of a reply, a report, a rep's mail or a list. */
export const mailRouter =
  (world: World) =>
  async (event: unknown): Promise<void> => {
    const stored = Stored.decode(event);
    if (E.isLeft(stored))
      throw new TypeError('mail-router: expected an S3 "Object Created" event with detail.object.key');
    await takeMail(world, stored.right.detail.object.key);
  };
