import * as E from 'fp-ts/lib/Either.js';
import { type AnyKnownEvent, decodeKnown, type UnknownEvent } from '../events/event-registry.ts';
import type { StoredEvent } from '../events/stored-event.ts';

/** A stream as a reader sees it: what it knows, and what it does not. */
export interface PastEvents {
  readonly known: readonly AnyKnownEvent[];
  readonly unknown: readonly UnknownEvent[];
}

/** For readers that show: they go on with what they know. Whoever decides stops at the first unknown event (`load`). */
export const decodeAll = (stored: readonly StoredEvent[]): PastEvents => {
  const known: AnyKnownEvent[] = [];
  const unknown: UnknownEvent[] = [];
  for (const event of stored) {
    const past = decodeKnown(event);
    if (E.isRight(past)) known.push(past.right);
    else unknown.push(past.left);
  }
  return { known, unknown };
};
