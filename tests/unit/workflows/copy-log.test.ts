import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import { copyLog, LogsDiffer } from '../../../src/workflows/audit/copy-log.ts';
import { inMemory } from '../../support/memory.ts';
import { storedEvent, storedStream } from '../../support/stored-events.ts';

const KEY = new Uint8Array(32).fill(7);
const clock = { now: () => new Date('2026-03-02T01:00:00Z') };
let from: ReturnType<typeof inMemory>;
let to: ReturnType<typeof inMemory>;

const sealed = storedEvent({ quote_id: 'HL-3', sealed: { ref: 'dana', iv: 'aXY=', box: 'Ym94' } });
const log: readonly StoredEvent[] = [...storedStream('HL-1', 3), ...storedStream('HL-2', 2), sealed];

beforeEach(async () => {
  [from, to] = [inMemory(), inMemory()];
  for (const event of log) await from.store.append(event);
  await from.keys.obtain('dana', () => KEY);
});
afterEach(() => {
  for (const engine of [from, to]) engine.close();
});

const copy = () => copyLog({ from, to, clock });
const held = async (engine: typeof from): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  for await (const event of engine.store.scan()) events.push(event);
  return events;
};

it('puts every event as it stands, and the keys of what is sealed', async () => {
  expect(await copy()).toEqual({ streams: 3, events: 6, already: 0 });
  expect(await held(to)).toEqual(await held(from));
  expect(await to.keys.get('dana')).toEqual({ key: KEY });
});

it('run again copies what came since', async () => {
  await copy();
  const since = storedEvent({}, log[2]);
  await from.store.append(since);
  expect(await copy()).toEqual({ streams: 3, events: 7, already: 6 });
  expect(await to.store.head('HL-1')).toEqual(since);
});

it('a key that was destroyed since is destroyed there too', async () => {
  await copy();
  await from.keys.destroy('dana', '2026-03-02T02:00:00Z');
  await copy();
  expect(await to.keys.get('dana')).toBe('destroyed');
});

it('an event that needs a key comes after it', async () => {
  const broken = { ...to.keys, obtain: () => Promise.reject(new Error('no table')) };
  await expect(copyLog({ from, to: { store: to.store, keys: broken }, clock })).rejects.toThrow('no table');
  expect(await to.store.head('HL-3')).toBeNull();
});

it('does not go on where an event of another log stands', async () => {
  await to.store.append(storedEvent({ quote_id: 'HL-2', after: 'written there' }));
  await expect(copy()).rejects.toThrow(new LogsDiffer('HL-2/1 stands there as another event'));
});

it('does not go on where a contact has another key', async () => {
  await to.keys.obtain('dana', () => new Uint8Array(32).fill(8));
  await expect(copy()).rejects.toThrow(/dana has another key/);
  expect(await to.store.head('HL-3')).toBeNull();
});
