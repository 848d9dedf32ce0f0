import * as E from 'fp-ts/lib/Either.js';
import { type PastEvent, pastEvent } from '../events/catalogue.ts';
import type { StoredEvent } from '../events/envelope.ts';
import type { UnknownEvent } from '../events/unknown-event.ts';

/** A stream as a reader sees it: what it knows, and what it does not. */
export interface PastEvents {
  readonly known: readonly PastEvent[];
  readonly unknown: readonly UnknownEvent[];
}

/** For readers that show: they go on with what they know. Whoever decides stops at the first unknown event (`load`). */
export const pastEvents = (stored: readonly StoredEvent[]): PastEvents => {
  const known: PastEvent[] = [];
  const unknown: UnknownEvent[] = [];
  for (const event of stored) {
    const past = pastEvent(event);
    if (E.isRight(past)) known.push(past.right);
    else unknown.push(past.left);
  }
  return { known, unknown };
};
