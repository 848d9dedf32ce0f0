import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventTooLarge, KeyRefused } from '../../src/event-store/errors.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { enginesAndMemory, type Ports } from '../support/engines.ts';
import { storedEvent, storedStream } from '../support/stored-events.ts';

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const appendAll = async (store: EventStore, events: readonly Parameters<EventStore['append']>[0][]): Promise<void> => {
  for (const event of events) expect(await store.append(event)).toBe('appended');
};

describe.each(enginesAndMemory)('the log on $name', ({ fresh }) => {
  let instance: Ports;
  let store: EventStore;
  beforeEach(async () => {
    instance = await fresh();
    store = instance.store;
  });
  afterEach(() => instance.close());

  it('gives back every attribute as it was stored', async () => {
    const event = storedEvent({
      quote_id: 'ÅÄ-1/ü 見積 #7',
      by_user: 'priya@example.com',
      before: 'ten\u0000nul "quotes" \\ 🙂',
      data: {
        text: '',
        list: [1, -0.5, 1e21, 1e-7, null, true, [], {}],
        deep: { a: { b: [{ c: 'd' }] } },
        'key ü': 'é',
      },
      sealed: { ref: 'r1', iv: 'aXY=', box: 'Ym94' },
      causation_id: 'Q-2/4',
    });
    await appendAll(store, [event]);
    expect(await store.read(event.quote_id)).toEqual([event]);
  });

  it('reads a stream in version order, from any version on', async () => {
    const events = storedStream('Q-1', 12);
    await appendAll(store, events);
    expect(await store.read('Q-1')).toEqual(events);
    expect(await store.read('Q-1', 9)).toEqual(events.slice(9));
    expect(await store.read('Q-1', 12)).toEqual([]);
    expect(await store.read('Q-2')).toEqual([]);
  });

  it('keeps streams apart that differ in case or by a suffix', async () => {
    const [upper, longer] = [storedEvent({ quote_id: 'Q-1' }), storedEvent({ quote_id: 'Q-1/2' })];
    await appendAll(store, [upper, longer]);
    expect(await store.read('Q-1')).toEqual([upper]);
    expect(await store.read('q-1')).toEqual([]);
  });

  it('refuses a version that is taken, and leaves what stands', async () => {
    const first = storedEvent({ data: { draftId: 'first' } });
    await appendAll(store, [first]);
    expect(await store.append(storedEvent({ data: { draftId: 'second' } }))).toBe('lost');
    expect(await store.read('Q-1')).toEqual([first]);
  });

  it('lets exactly one of many racing appends win', async () => {
    const racers = Array.from({ length: 20 }, (_, i) => storedEvent({ data: { draftId: `d${i}` } }));
    const results = await Promise.all(racers.map(event => store.append(event)));
    expect(results.filter(result => result === 'appended')).toHaveLength(1);
    expect(await store.read('Q-1')).toEqual([racers[results.indexOf('appended')]]);
  });

  it('finds the newest event of a stream', async () => {
    const events = storedStream('Q-1', 3);
    await appendAll(store, events);
    expect(await store.head('Q-1')).toEqual(events[2]);
    expect(await store.head('Q-2')).toBeNull();
  });

  it('takes an item just under 400 KB and refuses one just over', async () => {
    const filled = (bytes: number) => storedEvent({ data: { text: 'x'.repeat(bytes) } });
    await expect(store.append(filled(400 * 1024 - 300))).rejects.toThrow(EventTooLarge);
    expect(await store.append(filled(400 * 1024 - 800))).toBe('appended');
  });

  it('counts bytes, not characters', async () => {
    const wide = storedEvent({ data: { text: '見'.repeat(140 * 1024) } });
    await expect(store.append(wide)).rejects.toThrow(EventTooLarge);
    expect(await store.read('Q-1')).toEqual([]);
  });

  it('reads a stream that is longer than one answer of the engine', async () => {
    const events = storedStream('Q-1', 5, { data: { text: 'x'.repeat(300 * 1024) } });
    await appendAll(store, events);
    expect(await store.read('Q-1')).toEqual(events);
  });

  it('refuses a stream name that is empty or over 2048 bytes', async () => {
    await expect(store.append(storedEvent({ quote_id: '' }))).rejects.toThrow(KeyRefused);
    await expect(store.append(storedEvent({ quote_id: '見'.repeat(683) }))).rejects.toThrow(KeyRefused);
    expect(await store.append(storedEvent({ quote_id: '見'.repeat(682) }))).toBe('appended');
  });

  it('shows a day across streams by time, page by page, in both directions', async () => {
    const at = (minute: number) => `2026-03-02T01:${String(minute).padStart(2, '0')}:00.000Z`;
    const events = Array.from({ length: 7 }, (_, i) =>
      storedEvent({ quote_id: `Q-${i % 3}`, version: i + 1, ts: at(i) }),
    );
    await appendAll(store, events);
    await appendAll(store, [storedEvent({ quote_id: 'Q-9', ts: '2026-03-03T00:00:00.000Z' })]);

    const first = await store.byDay('2026-03-02', { limit: 3 });
    expect(first.items).toEqual(events.slice(0, 3));
    const second = await store.byDay('2026-03-02', { limit: 5, cursor: String(first.next) });
    expect(second).toEqual({ items: events.slice(3), next: null });

    const newest = await store.byDay('2026-03-02', { newestFirst: true, limit: 2 });
    expect(newest.items).toEqual([events[6], events[5]]);
    const older = await store.byDay('2026-03-02', { newestFirst: true, limit: 10, cursor: String(newest.next) });
    expect(older.items).toEqual(events.slice(0, 5).reverse());

    expect((await store.byDay('2026-03-02', { from: at(5) })).items).toEqual(events.slice(5));
    expect((await store.byDay('2026-03-02', { from: at(1), newestFirst: true })).items).toEqual([events[1], events[0]]);
    expect(await store.byDay('2026-03-01')).toEqual({ items: [], next: null });
  });

  it('scans every event once, each stream together and in order', async () => {
    const streams = ['Q-1', 'Q-2', '~contact/a', '~system'].map(name => storedStream(name, 11));
    for (const events of streams) await appendAll(store, events);
    const scanned = await collect(store.scan());
    expect(scanned).toHaveLength(44);
    for (const events of streams) {
      const from = scanned.findIndex(({ quote_id }) => quote_id === events[0]?.quote_id);
      expect(scanned.slice(from, from + 11)).toEqual(events);
    }
  });

  it('scans in segments that together hold every stream once and whole', async () => {
    const streams = Array.from({ length: 12 }, (_, i) => storedStream(`Q-${i}`, 3));
    for (const events of streams) await appendAll(store, events);
    const segments = await Promise.all([0, 1, 2].map(segment => collect(store.scan({ segment, segments: 3 }))));
    const ids = segments.map(events => events.map(({ event_id }) => event_id));
    expect(ids.flat().toSorted()).toEqual(
      streams
        .flat()
        .map(({ event_id }) => event_id)
        .toSorted(),
    );
    const homes = segments.map(events => new Set(events.map(({ quote_id }) => quote_id)));
    expect(homes.reduce((sum, names) => sum + names.size, 0)).toBe(12);
  });

  it('goes on with a scan after any event', async () => {
    for (const name of ['Q-1', 'Q-2', 'Q-3']) await appendAll(store, storedStream(name, 4));
    const all = await collect(store.scan());
    for (const place of [3, 5]) {
      const last = all[place];
      const after = last && { stream: last.quote_id, version: last.version };
      expect(await collect(store.scan(after ? { after } : {}))).toEqual(all.slice(place + 1));
    }
  });

  it('stops a scan that is no longer wanted', async () => {
    await appendAll(store, storedStream('Q-1', 3));
    const stop = new AbortController();
    stop.abort(new Error('no longer wanted'));
    await expect(collect(store.scan({ signal: stop.signal }))).rejects.toThrow('no longer wanted');
  });
});
