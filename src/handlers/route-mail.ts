import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { laneOf, type MailDestination } from '../workflows/replies/mail-destination.ts';

/** "Object Created" of the bucket of raw mail, as the event bus brings it; the routing step passes it on in the same form. */
export const MailStored = t.type({ detail: t.type({ object: t.type({ key: t.string }) }) });

/** Passes a stored message's key on to whoever takes its lane. */
export type PassOn = (lane: MailDestination, key: string) => Promise<void>;

/** One stored message: parsed once to tell whose it is. It records nothing; a repeat passes the same key on once more. */
export const laneRouter =
  (deps: Parameters<typeof laneOf>[0], passOn: PassOn) =>
  async (event: unknown): Promise<void> => {
    const stored = MailStored.decode(event);
    if (E.isLeft(stored))
      throw new TypeError('mail-router: expected an S3 "Object Created" event with detail.object.key');
    const { key } = stored.right.detail.object;
    await passOn(await laneOf(deps, key), key);
  };
