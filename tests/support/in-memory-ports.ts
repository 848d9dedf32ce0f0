import { createHash } from 'node:crypto';
import { checkEventSize, checkKey, rowKey } from '../../src/adapters/dynamodb-limits.ts';
import { immutable } from '../../src/events/immutable.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { KeyState, KeyStore } from '../../src/ports/key-store.ts';
import type { Bucket, ObjectStore, StoredObject } from '../../src/ports/object-store.ts';
import type { Model, ReadModels, Rows } from '../../src/ports/read-models.ts';
import type { Clock } from '../../src/ports/world.ts';

/** The ports without an engine: maps in memory, held to the same contracts. For runs that make millions of calls. */

const LIST_PAGE = 500;

interface Entry {
  readonly event: StoredEvent;
  readonly seq: number;
}

const isBefore = (a: Pick<Entry, 'seq'> & { readonly ts: string }, b: typeof a): boolean =>
  a.ts === b.ts ? a.seq < b.seq : a.ts < b.ts;

/** The first place in `entries` (ordered by time, then by arrival) that does not stand before `at`. */
const placeOf = (entries: readonly Entry[], at: { readonly ts: string; readonly seq: number }): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry && isBefore({ ts: entry.event.ts, seq: entry.seq }, at)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const toCursor = ({ event, seq }: Entry): string => JSON.stringify([event.ts, seq]);
const fromCursor = (cursor: string): { readonly ts: string; readonly seq: number } => {
  const [ts, seq] = JSON.parse(cursor) as [string, number];
  return { ts, seq };
};

/** A stream lies wholly in one segment, as a DynamoDB partition does. */
const segmentOf = (stream: string, segments: number): number =>
  segments === 1 ? 0 : Number.parseInt(createHash('sha256').update(stream).digest('hex').slice(0, 8), 16) % segments;

/** Whoever gets past what guards the log: puts an event over the one that stands there, or takes it away. */
export interface MemoryIntruder {
  readonly write: (event: StoredEvent) => void;
  readonly remove: (event: Pick<StoredEvent, 'quote_id' | 'version'>) => void;
}

export interface MemoryLog {
  readonly store: EventStore;
  /** Every event in the order of its append, over all streams: what a change feed shows. */
  readonly log: readonly StoredEvent[];
  readonly intruder: MemoryIntruder;
}

export const memoryLog = (): MemoryLog => {
  const streams = new Map<string, StoredEvent[]>();
  const days = new Map<string, Entry[]>();
  const log: StoredEvent[] = [];
  let names: readonly string[] | null = [];

  const inOrder = (): readonly string[] => {
    names ??= [...streams.keys()].toSorted();
    return names;
  };
  const put = (event: StoredEvent): void => {
    const stream = streams.get(event.quote_id);
    if (stream) stream.push(event);
    else {
      streams.set(event.quote_id, [event]);
      names = null;
    }
    log.push(event);
    const seq = log.length;
    const day = days.get(event.day) ?? [];
    days.set(event.day, day);
    day.splice(placeOf(day, { ts: event.ts, seq }), 0, { event, seq });
  };
  const replaceIn = (list: StoredEvent[] | undefined, version: number, by: readonly StoredEvent[]): void => {
    const at = list?.findIndex(known => known.version === version) ?? -1;
    if (at >= 0) list?.splice(at, 1, ...by);
    else list?.push(...by);
  };

  return {
    log,
    intruder: {
      write: event => {
        replaceIn(streams.get(event.quote_id), event.version, [immutable(event)]);
        for (const [name, day] of days)
          days.set(
            name,
            day.map(one =>
              one.event.quote_id === event.quote_id && one.event.version === event.version ? { ...one, event } : one,
            ),
          );
      },
      remove: ({ quote_id, version }) => {
        replaceIn(streams.get(quote_id), version, []);
        for (const [name, day] of days)
          days.set(
            name,
            day.filter(({ event }) => event.quote_id !== quote_id || event.version !== version),
          );
      },
    },
    store: {
      read: async (stream, after = 0) => {
        const events = streams.get(stream);
        if (!events) return [];
        if (after === 0) return events.slice();
        // Versions are without gaps, as a rule: the place of one is known.
        return events[after - 1]?.version === after ? events.slice(after) : events.filter(one => one.version > after);
      },
      append: async event => {
        checkKey(event.quote_id);
        checkEventSize(event);
        const events = streams.get(event.quote_id);
        const last = events?.at(-1)?.version ?? 0;
        if (event.version <= last && events?.some(({ version }) => version === event.version)) return 'lost';
        put(immutable(event));
        return 'appended';
      },
      head: async stream => streams.get(stream)?.at(-1) ?? null,
      byDay: async (day, { newestFirst = false, from, limit = 100, cursor } = {}) => {
        const entries = days.get(day) ?? [];
        if (newestFirst) {
          let at = cursor === undefined ? entries.length : placeOf(entries, fromCursor(cursor));
          if (from !== undefined) at = Math.min(at, placeOf(entries, { ts: from, seq: Number.POSITIVE_INFINITY }));
          const items = entries.slice(Math.max(0, at - limit), at).reverse();
          const last = items.at(-1);
          return { items: items.map(({ event }) => event), next: at > limit && last ? toCursor(last) : null };
        }
        let at = 0;
        if (cursor !== undefined) {
          const { ts, seq } = fromCursor(cursor);
          at = placeOf(entries, { ts, seq: seq + 1 });
        }
        if (from !== undefined) at = Math.max(at, placeOf(entries, { ts: from, seq: 0 }));
        const items = entries.slice(at, at + limit);
        const last = items.at(-1);
        return {
          items: items.map(({ event }) => event),
          next: at + limit < entries.length && last ? toCursor(last) : null,
        };
      },
      scan: async function* ({ signal, segment = 0, segments = 1, after = { stream: '', version: 0 } } = {}) {
        signal?.throwIfAborted();
        for (const name of inOrder()) {
          if (name < after.stream || segmentOf(name, segments) !== segment) continue;
          signal?.throwIfAborted();
          for (const event of streams.get(name)?.slice() ?? [])
            if (name > after.stream || event.version > after.version) yield event;
        }
      },
    },
  };
};

const compared = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part === other) continue;
    return part < other ? -1 : 1;
  }
  return 0;
};

class Table<M extends Model> {
  readonly #model: M;
  readonly #rows = new Map<string, Rows[M]>();
  #sorted: readonly Rows[M][] | null = null;

  constructor(model: M) {
    this.#model = model;
  }

  static keyOf = <M extends Model>(model: M, row: Rows[M]): string => JSON.stringify(rowKey(model, row));

  get(key: string): Rows[M] | null {
    return this.#rows.get(key) ?? null;
  }

  set(row: Rows[M]): void {
    this.#rows.set(Table.keyOf(this.#model, row), immutable({ ...row }));
    this.#sorted = null;
  }

  delete(row: Rows[M]): void {
    this.#rows.delete(Table.keyOf(this.#model, row));
    this.#sorted = null;
  }

  all(): readonly Rows[M][] {
    const keyed = (row: Rows[M]): readonly (string | number)[] => rowKey(this.#model, row);
    this.#sorted ??= [...this.#rows.values()].toSorted((a, b) => compared(keyed(a), keyed(b)));
    return this.#sorted;
  }
}

/** Rows of a quote, by quote: the tables are large, a quote has few. */
const ofQuote = <R extends { readonly quote_id: string }>(index: Map<string, Map<string, R>>, quote: string): R[] => [
  ...(index.get(quote)?.values() ?? []),
];

export interface MemoryReadModels extends ReadModels {
  /** What a table's time-to-live removes, late, of rows whose end lies before `seconds`: gives how many. */
  readonly expire: (seconds: number) => number;
}

export const memoryReadModels = (): MemoryReadModels => {
  const tables = { nudges: new Table('nudges'), reply: new Table('reply'), approvals: new Table('approvals') };
  const nudges = new Map<string, Map<string, Rows['nudges']>>();
  const replies = new Map<string, Map<string, Rows['reply']>>();
  const tableOf = <M extends Model>(model: M): Table<M> => tables[model] as unknown as Table<M>;
  const note = <M extends Model>(model: M, row: Rows[M], isGone: boolean): void => {
    const index = (model === 'nudges' ? nudges : model === 'reply' ? replies : null) as Map<
      string,
      Map<string, object>
    > | null;
    if (index === null) return;
    const quote = (row as unknown as { readonly quote_id: string }).quote_id;
    const rows = index.get(quote) ?? new Map<string, object>();
    index.set(quote, rows);
    const key = Table.keyOf(model, row);
    if (isGone) rows.delete(key);
    else rows.set(key, tableOf(model).get(key) ?? row);
  };
  return {
    put: async (model, row) => {
      const [partition, sort] = rowKey(model, row);
      checkKey(String(partition), sort);
      const table = tableOf(model);
      const stored = table.get(Table.keyOf(model, row));
      if (stored && stored.version >= row.version) return false;
      table.set(row);
      note(model, row, false);
      return true;
    },
    mend: async (model, stored, row) => {
      const table = tableOf(model);
      const now = table.get(Table.keyOf(model, stored));
      if (now?.version !== stored.version) return false;
      table.delete(stored);
      note(model, stored, true);
      if (row) {
        table.set(row);
        note(model, row, false);
      }
      return true;
    },
    nudgesOf: async quote => ofQuote(nudges, quote).toSorted((a, b) => a.step_index - b.step_index),
    repliesOf: async quote => ofQuote(replies, quote).toSorted((a, b) => (a.reply_date < b.reply_date ? -1 : 1)),
    approval: async token => tables.approvals.get(JSON.stringify([token])),
    nudgeByMessage: async id => tables.nudges.all().find(({ message_id }) => message_id === id) ?? null,
    all: async <M extends Model>(model: M, cursor?: string) => {
      const rows = tableOf(model).all();
      const key = cursor === undefined ? null : (JSON.parse(cursor) as (string | number)[]);
      const from = key === null ? 0 : rows.findIndex(row => compared(rowKey(model, row), key) > 0);
      const items = from < 0 ? [] : rows.slice(from, from + LIST_PAGE);
      const last = items.at(-1);
      return {
        items,
        next: from >= 0 && from + LIST_PAGE < rows.length && last ? JSON.stringify(rowKey(model, last)) : null,
      };
    },
    expire: seconds => {
      const over = tables.approvals.all().filter(({ expires_at }) => expires_at < seconds);
      for (const row of over) tables.approvals.delete(row);
      return over.length;
    },
  };
};

export const memoryKeys = (): KeyStore => {
  const keys = new Map<string, Uint8Array | null>();
  const stateOf = (ref: string): KeyState => {
    const key = keys.get(ref);
    return key === undefined ? 'absent' : key === null ? 'destroyed' : { key };
  };
  return {
    get: async ref => stateOf(ref),
    obtain: async (ref, fresh) => {
      const known = stateOf(ref);
      if (known !== 'absent') return known;
      checkKey(ref);
      const key = fresh();
      keys.set(ref, key);
      return { key };
    },
    destroy: async ref => {
      checkKey(ref);
      keys.set(ref, null);
    },
  };
};

const MAX_KEY_BYTES = 512;
const checkObjectKey = (key: string): void => {
  const bytes = Buffer.byteLength(key);
  if (bytes === 0 || bytes > MAX_KEY_BYTES) throw new RangeError(`a key has 1 to ${MAX_KEY_BYTES} bytes, not ${bytes}`);
};

/** Buckets without a disk; a put replaces the whole object at once, as S3 and the folder do. */
export const memoryObjects = (clock: Clock): ObjectStore => {
  const buckets = new Map<Bucket, Map<string, StoredObject>>();
  const objectsIn = (bucket: Bucket): Map<string, StoredObject> => {
    const known = buckets.get(bucket) ?? new Map<string, StoredObject>();
    buckets.set(bucket, known);
    return known;
  };
  const put = (bucket: Bucket, key: string, body: Uint8Array): string => {
    checkObjectKey(key);
    const version = createHash('sha256').update(body).digest('hex').slice(0, 16);
    objectsIn(bucket).set(key, { body: body.slice(), version, modified: clock.now().toISOString() });
    return version;
  };
  return {
    get: async (bucket, key) => {
      checkObjectKey(key);
      return objectsIn(bucket).get(key) ?? null;
    },
    put: async (bucket, key, body) => put(bucket, key, body),
    putOver: async (bucket, key, body, over) => {
      if ((objectsIn(bucket).get(key)?.version ?? null) !== over) return false;
      put(bucket, key, body);
      return true;
    },
    putOnce: async (bucket, key, body) => {
      if (objectsIn(bucket).has(key)) return false;
      put(bucket, key, body);
      return true;
    },
    list: async (bucket, prefix) =>
      [...objectsIn(bucket)]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, { body, modified }]) => ({ key, bytes: body.length, modified }))
        .toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    touch: async (bucket, key) => {
      const known = objectsIn(bucket).get(key);
      if (known) objectsIn(bucket).set(key, { ...known, modified: clock.now().toISOString() });
    },
  };
};
