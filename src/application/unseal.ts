import type * as t from 'io-ts';
import type { EventType } from '../events/define-event.ts';
import type { StoredEvent } from '../events/envelope.ts';
import { SealBroken, unseal } from '../events/seal.ts';
import type { KeyState, KeyStore } from '../ports/key-store.ts';

/**
 * The personal part of a stored event of the given type: `erased` when the person's key is gone, `null` when the
 * event holds nothing personal. Throws `SealBroken` when it was tampered with.
 */
export type Unsealer = <N extends string, D extends t.Mixed, S extends t.Mixed>(
  type: EventType<N, D, S>,
  stored: StoredEvent,
) => Promise<t.TypeOf<S> | 'erased'>;

/** Make one per request: it asks for each person's key once, so an erasure made meanwhile is seen by the next. */
export const unsealer = (keys: Pick<KeyStore, 'get'>): Unsealer => {
  const asked = new Map<string, Promise<KeyState>>();
  const keyOf = (ref: string): Promise<KeyState> => {
    const known = asked.get(ref) ?? keys.get(ref);
    asked.set(ref, known);
    return known;
  };
  return async (type, stored) => {
    if (stored.action !== type.name) throw new TypeError(`${stored.event_id} is no ${type.name}`);
    const value = stored.sealed === undefined ? null : await open(stored.sealed, stored.event_id, keyOf);
    if (value === 'erased' || type.sealed.is(value)) return value;
    throw new SealBroken(stored.event_id, 'is not of its shape');
  };
};

const open = async (
  box: NonNullable<StoredEvent['sealed']>,
  eventId: string,
  keyOf: (ref: string) => Promise<KeyState>,
): Promise<unknown> => {
  if (box.box === '') return 'erased';
  const state = await keyOf(box.ref);
  return state === 'destroyed' || state === 'absent' ? 'erased' : unseal(box, { key: state.key, eventId });
};
