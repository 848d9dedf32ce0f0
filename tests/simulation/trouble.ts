import { NO_HASH, withHash } from '../../src/event-store/hash-chain.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { SimWorld } from './sim-world.ts';

/** A version of the code that is not here yet wrote into the log: an action that this one does not know. */
export const newerVersionWrote = async (sim: SimWorld, stream: string): Promise<void> => {
  const head = await sim.durable.store.head(stream);
  const version = (head?.version ?? 0) + 1;
  const now = new Date(sim.now).toISOString();
  const ts = head && head.ts > now ? head.ts : now;
  const event: StoredEvent = withHash({
    quote_id: stream,
    version,
    ts,
    day: ts.slice(0, 10),
    action: 'QuotePraised',
    schema: 1,
    by_system: 'a newer version',
    before: '',
    after: '',
    data: { stars: 5 },
    event_id: `${stream}/${version}`,
    correlation_id: `newer${version}`,
    prev_hash: head?.hash ?? NO_HASH,
  });
  if ((await sim.durable.store.append(event)) !== 'appended') return;
  sim.truth.count('a newer version wrote');
  sim.truth.unreadable.set(stream, sim.truth.run);
};

/** Somebody with the table's keys changes an event, and leaves its hash as it was. */
export const tamper = (sim: SimWorld, event: StoredEvent): void => {
  sim.durable.intruder.write({ ...event, after: `${event.after} (put right)` });
  sim.truth.count('somebody tampered');
  sim.truth.tampered.set(event.quote_id, sim.truth.run);
};
