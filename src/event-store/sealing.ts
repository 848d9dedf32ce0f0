import { createCipheriv, createDecipheriv } from 'node:crypto';
import type * as t from 'io-ts';
import type { EventType, Json } from '../events/event-type.ts';
import { oncePerImmutable } from '../events/immutable.ts';
import type { SealedBox, StoredEvent } from '../events/stored-event.ts';
import { StreamFault } from '../events/stream-fault.ts';
import type { KeyState, KeyStore } from '../ports/key-store.ts';

const ALGORITHM = 'aes-256-gcm';
export const KEY_BYTES = 32;
export const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The box, the key or the event it stands in was changed: it must not be read as if it were whole. */
export class SealBroken extends StreamFault {
  override readonly name = 'SealBroken';

  /** `eventId` is `stream/version`, and a stream's name may hold slashes. */
  constructor(eventId: string, what: string, cause?: unknown) {
    const end = eventId.lastIndexOf('/');
    const place = { stream: eventId.slice(0, end), version: Number(eventId.slice(end + 1)) };
    super('seal', place, `the sealed part of ${eventId} ${what}`, cause);
  }
}

/** Personal data of one event under a contact's key. Bound to its event: moved into another one it does not open. */
export const seal = (
  value: Json,
  {
    ref,
    key,
    iv,
    eventId,
  }: { readonly ref: string; readonly key: Uint8Array; readonly iv: Uint8Array; readonly eventId: string },
): SealedBox => {
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(eventId));
  const box = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { ref, iv: Buffer.from(iv).toString('base64'), box: box.toString('base64') };
};

/** Stands where personal data would be when the person was erased before the event: nothing can be sealed any more. */
export const erasedBox = (ref: string): SealedBox => ({ ref, iv: '', box: '' });

/** What was sealed. Throws `SealBroken` when box, key or event do not belong together. */
export const unseal = (
  box: SealedBox,
  { key, eventId }: { readonly key: Uint8Array; readonly eventId: string },
): unknown => {
  const opened = openedBefore(box);
  const known = opened.find(one => one.eventId === eventId && Buffer.compare(one.key, key) === 0);
  if (known) return known.value;
  const value = openBox(box, { key, eventId });
  opened.push({ key: key.slice(), eventId, value });
  return value;
};

/** What a box that can never change held, under which key and in which event. */
const openedBefore = oncePerImmutable(
  (_: SealedBox): { readonly key: Uint8Array; readonly eventId: string; readonly value: unknown }[] => [],
);

const openBox = (box: SealedBox, { key, eventId }: { readonly key: Uint8Array; readonly eventId: string }): unknown => {
  const bytes = Buffer.from(box.box, 'base64');
  try {
    const decipher = createDecipheriv(ALGORITHM, key, Buffer.from(box.iv, 'base64'), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(eventId)).setAuthTag(bytes.subarray(-TAG_BYTES));
    const clear = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
    const value: unknown = JSON.parse(clear.toString('utf8'));
    return value;
  } catch (error) {
    throw new SealBroken(eventId, 'does not open', error);
  }
};

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
