import { inGroups, wholeStreams } from '../../event-store/whole-streams.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { KeyStore } from '../../ports/key-store.ts';
import type { Clock } from '../../ports/world.ts';

export interface CopyDeps {
  readonly from: { readonly store: Pick<EventStore, 'scan'>; readonly keys: Pick<KeyStore, 'get'> };
  readonly to: { readonly store: Pick<EventStore, 'append' | 'read'>; readonly keys: KeyStore };
  readonly clock: Clock;
}

export interface Copied {
  readonly streams: number;
  readonly events: number;
  /** Those that stood there as they are. */
  readonly already: number;
}

/** The other log has a life of its own: an event, or a contact's key, stands there as another. */
export class LogsDiffer extends Error {}

/** Streams that are copied side by side. */
const SIDE_BY_SIDE = 16;

/**
 * Puts every event of a log into another one as it stands, with the keys of what is sealed in it. A key is there before
 * the events that need it, an event before the next of its stream; so whatever ends it can be run again, and then copies
 * what is left and what came since. Throws `LogsDiffer` rather than mix two logs.
 */
export const copyLog = async (
  deps: CopyDeps,
  { onProgress = () => {}, signal }: { onProgress?: (soFar: Copied) => void; signal?: AbortSignal } = {},
): Promise<Copied> => {
  let soFar: Copied = { streams: 0, events: 0, already: 0 };
  const keys = new Map<string, Promise<void>>();
  const scanned = wholeStreams(deps.from.store.scan(signal ? { signal } : {}));
  for await (const group of inGroups(scanned, SIDE_BY_SIDE)) {
    const copied = await Promise.all(group.map(({ events }) => copyStream(deps, events, keys)));
    const count = (of: 'events' | 'already'): number => copied.reduce((sum, one) => sum + one[of], soFar[of]);
    soFar = { streams: soFar.streams + group.length, events: count('events'), already: count('already') };
    onProgress(soFar);
  }
  return soFar;
};

const copyStream = async (
  deps: CopyDeps,
  events: readonly StoredEvent[],
  keys: Map<string, Promise<void>>,
): Promise<Pick<Copied, 'events' | 'already'>> => {
  let already = 0;
  for (const event of events) {
    if (event.sealed) await keyOf(deps, event.sealed.ref, keys);
    if ((await deps.to.store.append(event)) === 'appended') continue;
    const [there] = await deps.to.store.read(event.quote_id, event.version - 1);
    if (there?.hash !== event.hash) throw new LogsDiffer(`${event.event_id} stands there as another event`);
    already += 1;
  }
  return { events: events.length, already };
};

/** Each key once. */
const keyOf = (deps: CopyDeps, ref: string, keys: Map<string, Promise<void>>): Promise<void> => {
  const copying = keys.get(ref) ?? copyKey(deps, ref);
  keys.set(ref, copying);
  return copying;
};

/** A key that was destroyed is destroyed there too, where an earlier copy had brought it. */
const copyKey = async ({ from, to, clock }: CopyDeps, ref: string): Promise<void> => {
  const state = await from.keys.get(ref);
  if (state === 'absent') return;
  if (state === 'destroyed') return to.keys.destroy(ref, clock.now().toISOString());
  const there = await to.keys.obtain(ref, () => state.key);
  if (there !== 'destroyed' && Buffer.compare(there.key, state.key) !== 0)
    throw new LogsDiffer(`the contact ${ref} has another key there`);
};
