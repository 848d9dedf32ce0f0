import { createHash } from 'node:crypto';
import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../../src/adapters/sqlite/key-store.ts';
import { type Database, openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../../src/adapters/sqlite/read-models.ts';
import type { StoredEvent } from '../../src/events/envelope.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { KeyStore } from '../../src/ports/key-store.ts';
import type { ObjectStore, StoredObject } from '../../src/ports/object-store.ts';
import type { ReadModels } from '../../src/ports/read-models.ts';
import type { Clock, MoveNotice } from '../../src/ports/world.ts';

/** What outlives a process: the log and the tables, the objects, what waits on the bus, the one-off schedules. */
export interface Durable {
  readonly database: Database;
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly readModels: ReadModels;
  readonly objects: ObjectStore;
  /** Every event in the order of its append, over all streams: what the change feed shows. */
  readonly log: readonly StoredEvent[];
  readonly bus: MoveNotice[];
  readonly oneOffs: Map<string, { readonly at: Date; readonly payload: MoveNotice }>;
}

export const openDurable = (clock: Clock): Durable => {
  const database = openDatabase(':memory:');
  const store = sqliteEventStore(database);
  const log: StoredEvent[] = [];
  return {
    database,
    store: {
      ...store,
      append: async event => {
        const answer = await store.append(event);
        if (answer === 'appended') log.push(event);
        return answer;
      },
    },
    keys: sqliteKeyStore(database),
    readModels: sqliteReadModels(database),
    objects: memoryObjects(clock),
    log,
    bus: [],
    oneOffs: new Map(),
  };
};

/** Buckets without a disk; a put replaces the whole object at once, as S3 and the folder do. */
const memoryObjects = (clock: Clock): ObjectStore => {
  const stored = new Map<string, StoredObject>();
  const put = (key: string, body: Uint8Array): string => {
    const version = createHash('sha256').update(body).digest('hex').slice(0, 16);
    stored.set(key, { body, version, modified: clock.now().toISOString() });
    return version;
  };
  return {
    get: async (bucket, key) => stored.get(`${bucket}/${key}`) ?? null,
    put: async (bucket, key, body) => put(`${bucket}/${key}`, body),
    putOnce: async (bucket, key, body) => {
      if (stored.has(`${bucket}/${key}`)) return false;
      put(`${bucket}/${key}`, body);
      return true;
    },
    list: async (bucket, prefix) =>
      [...stored]
        .filter(([key]) => key.startsWith(`${bucket}/${prefix}`))
        .map(([key, { body, modified }]) => ({ key: key.slice(bucket.length + 1), bytes: body.length, modified }))
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    touch: async (bucket, key) => {
      const known = stored.get(`${bucket}/${key}`);
      if (known) stored.set(`${bucket}/${key}`, { ...known, modified: clock.now().toISOString() });
    },
  };
};
