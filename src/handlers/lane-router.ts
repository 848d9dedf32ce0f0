import * as E from 'fp-ts/lib/Either.js';
import { type Lane, laneOf } from '../application/lane-of.ts';
import { MailStored } from './mail-stored.ts';

/** Passes a stored message's key on to whoever takes its lane. */
export type PassOn = (lane: Lane, key: string) => Promise<void>;

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
