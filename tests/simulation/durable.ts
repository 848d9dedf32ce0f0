import { createHash } from 'node:crypto';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { KeyStore } from '../../src/ports/key-store.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Clock, MoveNotice } from '../../src/ports/world.ts';
import {
  type MemoryIntruder,
  type MemoryReadModels,
  memoryKeys,
  memoryLog,
  memoryObjects,
  memoryReadModels,
} from '../support/in-memory-ports.ts';

/** What outlives a process: the log and the tables, the objects, what waits on the bus, the one-off schedules. */
export interface Durable {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly readModels: MemoryReadModels;
  readonly objects: ObjectStore;
  /** Every event in the order of its append, over all streams: what the change feed shows. */
  readonly log: readonly StoredEvent[];
  readonly intruder: MemoryIntruder;
  /** Over the hashes of all events in the order of their append. */
  readonly fingerprint: () => string;
  readonly bus: MoveNotice[];
  readonly oneOffs: Map<string, { readonly at: Date; readonly payload: MoveNotice }>;
}

export const openDurable = (clock: Clock): Durable => {
  const kept = memoryLog();
  return {
    ...kept,
    fingerprint: () =>
      createHash('sha256')
        .update(kept.log.map(({ hash }) => hash).join())
        .digest('hex'),
    keys: memoryKeys(),
    readModels: memoryReadModels(),
    objects: memoryObjects(clock),
    bus: [],
    oneOffs: new Map(),
  };
};
