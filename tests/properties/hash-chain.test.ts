import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromItem, toItem } from '../../src/adapters/aws/attribute-value.ts';
import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { chainFaults, hashOf, rootOf } from '../../src/event-store/hash-chain.ts';
import { toStorableJson } from '../../src/events/storable-json.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { storedEvent } from '../support/stored-events.ts';

/** JSON as anybody may hand it in: odd texts, half pairs, -0, large and small numbers, names every object has. */
const anyJson = fc.jsonValue({ depthSize: 'medium', stringUnit: 'binary' });
const data = fc.dictionary(fc.string({ unit: 'binary', minLength: 1 }), anyJson, { noNullPrototype: true });

const inRange = (value: unknown): boolean => {
  try {
    toStorableJson(value);
    return true;
  } catch {
    return false;
  }
};

const stored = fc
  .record({ data: data.filter(inRange), before: fc.string(), after: fc.string({ unit: 'grapheme' }) })
  .map(fields => {
    const { data: clear, before, after } = fields;
    return storedEvent({ data: toStorableJson(clear), before, after });
  });

const chain = fc
  .array(fc.record({ note: fc.string(), minutes: fc.nat(50) }), { minLength: 1, maxLength: 8 })
  .map(steps => {
    const events: StoredEvent[] = [];
    let at = Date.parse('2026-03-02T00:00:00.000Z');
    for (const { note, minutes } of steps) {
      at += minutes * 60_000;
      events.push(storedEvent({ after: note, ts: new Date(at).toISOString() }, events.at(-1) ?? null));
    }
    return events;
  });

/** An engine gives the names of a map back in whatever order it likes. */
const turnedRound = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(turnedRound) as T;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, field]) => [name, turnedRound(field)])
      .reverse(),
  ) as T;
};

describe('the hash of an event', () => {
  it('is the same after it was stored and read, on either engine', async () => {
    const database = openDatabase(':memory:');
    const store = sqliteEventStore(database);
    let version = 0;
    await fc.assert(
      fc.asyncProperty(
        data.filter(inRange).map(value => toStorableJson(value)),
        async clear => {
          const event = storedEvent({ version: ++version, data: clear });
          const back = fromItem(toItem(event)) as unknown as StoredEvent;
          expect(hashOf(back)).toBe(event.hash);
          expect(hashOf(turnedRound(back))).toBe(event.hash);
          await store.append(event);
          const [read] = await store.read('Q-1', version - 1);
          expect(read).toEqual(event);
          expect(read && hashOf(read)).toBe(event.hash);
        },
      ),
      { numRuns: 300 },
    );
    database.close();
  });

  it('differs when anything in the event does', () => {
    fc.assert(
      fc.property(
        stored,
        fc.constantFrom('ts', 'action', 'before', 'after', 'correlation_id', 'prev_hash'),
        (event, field) => {
          expect(hashOf({ ...event, [field]: `${event[field]}.` })).not.toBe(event.hash);
        },
      ),
    );
  });
});

describe('what is stored of a value', () => {
  it.each([
    ['half a pair', { a: 'x\ud800', 'k\udc00': 1 }, '{"a":"x\ufffd","k\ufffd":1}'],
    ['minus zero', { a: -0 }, '{"a":0}'],
    ['a field that is not there', { a: undefined, b: 1 }, '{"b":1}'],
    ['the name of a prototype', JSON.parse('{"__proto__":{"x":1},"b":1}'), '{"b":1}'],
  ])('can be given back unchanged by every engine: %s', (_, value, json) => {
    expect(JSON.stringify(toStorableJson(value))).toBe(json);
    expect(Object.getPrototypeOf(toStorableJson(value))).toBe(Object.prototype);
    expect(Object.is(Object(toStorableJson(value)).a, -0)).toBe(false);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [1e126], [new Date(0)], [() => 1], [1n]])(
    'is refused when it is no JSON: %s',
    value => {
      expect(() => toStorableJson({ value })).toThrow();
    },
  );
});

describe('a chain', () => {
  it('is whole as it was made', () => {
    fc.assert(
      fc.property(chain, events => {
        expect(chainFaults(events)).toEqual([]);
      }),
    );
  });

  it('shows any event that is changed, removed before the last, repeated or moved', () => {
    const gap = [storedEvent(), storedEvent({ version: 3, prev_hash: storedEvent().hash })];
    expect(chainFaults(gap)).toMatchObject([{ version: 3, kind: 'gap' }]);
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom('change', 'remove', 'repeat', 'move'), (events, pick, how) => {
        const at = pick % events.length;
        const event = events[at];
        if (!event) return;
        const others = events.toSpliced(at, 1);
        const broken = {
          change: events.with(at, { ...event, after: `${event.after}!` }),
          remove: at === events.length - 1 ? null : others,
          repeat: events.toSpliced(at, 0, event),
          move: events.length < 2 ? null : others.toSpliced((at + 1) % events.length, 0, event),
        }[how];
        if (broken === null) return;
        expect(chainFaults(broken)).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the root over all heads', () => {
  const heads = fc.uniqueArray(
    fc.record({ stream: fc.string({ minLength: 1 }), version: fc.nat(), hash: fc.string() }),
    {
      selector: ({ stream }) => stream,
    },
  );

  it('does not depend on their order, and differs when one is missing or older', () => {
    fc.assert(
      fc.property(heads, fc.nat(), (all, pick) => {
        expect(rootOf(all.toReversed())).toBe(rootOf(all));
        const at = pick % Math.max(1, all.length);
        const head = all[at];
        if (!head) return;
        expect(rootOf(all.toSpliced(at, 1))).not.toBe(rootOf(all));
        expect(rootOf(all.with(at, { ...head, version: head.version + 1 }))).not.toBe(rootOf(all));
      }),
    );
  });
});
