import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import {
  matcher,
  newestOf,
  searchTrail,
  type TrailPlace,
  type TrailSearch,
} from '../../../src/workflows/audit/query-audit-trail.ts';
import { inMemory } from '../../support/memory.ts';
import { storedEvent } from '../../support/stored-events.ts';

const everything: TrailSearch = {
  streams: null,
  since: '2026-03-01T00:00:00.000Z',
  until: '2026-04-01T00:00:00.000Z',
  actor: '',
  actions: [],
};

let memory: ReturnType<typeof inMemory>;
beforeEach(() => {
  memory = inMemory();
});
afterEach(() => memory.close());

/** Events of three quotes, some at one instant, over several days. */
const log = async (times: readonly (readonly [quote: string, ts: string, over?: Partial<StoredEvent>])[]) => {
  const last = new Map<string, StoredEvent>();
  const events: StoredEvent[] = [];
  for (const [quote_id, ts, over = {}] of times) {
    const before = last.get(quote_id);
    const event = storedEvent({ quote_id, ts, action: 'QuoteReopened', data: { source: 'rep' }, ...over }, before);
    last.set(quote_id, event);
    events.push(event);
    await memory.store.append(event);
  }
  return events;
};

const found = async (search: Partial<TrailSearch>): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { event_id } of searchTrail(memory.store, { ...everything, ...search })) ids.push(event_id);
  return ids;
};

const pages = async (
  search: Partial<TrailSearch>,
  size: number,
  most = 1000,
): Promise<readonly (readonly string[])[]> => {
  const all: (readonly string[])[] = [];
  let from: TrailPlace | null = null;
  do {
    const part: Awaited<ReturnType<typeof newestOf>> = await newestOf(
      memory.store,
      { ...everything, ...search },
      { size, most, from },
    );
    all.push(part.events.map(({ event_id }) => event_id));
    from = part.next;
  } while (from !== null);
  return all;
};

describe('a search of the log', () => {
  beforeEach(async () => {
    await log([
      ['Q-1', '2026-03-02T01:00:00.000Z'],
      ['Q-2', '2026-03-02T01:00:00.000Z', { by_user: 'priya@h.example' }],
      ['Q-1', '2026-03-03T09:00:00.000Z', { action: 'ApprovalCancelled', data: { draftId: 'd1' } }],
      ['Q-2', '2026-03-05T23:59:59.999Z', { by_user: 'Priya@h.example' }],
    ]);
  });

  it('gives what happened in a span of time over all streams, oldest first', async () => {
    expect(await found({})).toEqual(['Q-1/1', 'Q-2/1', 'Q-1/2', 'Q-2/2']);
    expect(await found({ since: '2026-03-02T01:00:00.001Z' })).toEqual(['Q-1/2', 'Q-2/2']);
    expect(await found({ until: '2026-03-05T23:59:59.999Z' })).toEqual(['Q-1/1', 'Q-2/1', 'Q-1/2']);
  });

  it('knows actors by a part of their name and actions by their name, in any case', async () => {
    expect(await found({ actor: 'PRIYA' })).toEqual(['Q-2/1', 'Q-2/2']);
    expect(await found({ actor: 'test' })).toEqual(['Q-1/1', 'Q-1/2']);
    expect(await found({ actions: ['approvalcancelled'] })).toEqual(['Q-1/2']);
  });

  it('asks one quote by its key, several in the order of time', async () => {
    const store = { ...memory.store, byDay: () => Promise.reject(new Error('the day index was read')) };
    const ids: string[] = [];
    for await (const { event_id } of searchTrail(store, { ...everything, streams: ['Q-2', 'Q-1'] })) ids.push(event_id);
    expect(ids).toEqual(['Q-1/1', 'Q-2/1', 'Q-1/2', 'Q-2/2']);
  });

  it('reads no day outside its span', async () => {
    const days: string[] = [];
    const byDay: typeof memory.store.byDay = (day, options) => {
      days.push(day);
      return memory.store.byDay(day, options);
    };
    const search = { ...everything, since: '2026-03-02T12:00:00.000Z', until: '2026-03-04T00:00:00.000Z' };
    for await (const _ of searchTrail({ read: memory.store.read, byDay }, search));
    expect(days).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  });

  it('ends a page that would take too long to fill, and goes on from there', async () => {
    expect(await pages({ actions: ['QuoteReopened'] }, 10, 2)).toEqual([['Q-2/2'], ['Q-2/1', 'Q-1/1'], []].slice(0, 2));
  });
});

it('pages back in time lose nothing and show nothing twice, however many events share an instant', async () => {
  const quotes = ['Q-1', 'Q-2', 'Q-3'];
  const step = fc.tuple(fc.constantFrom(...quotes), fc.nat(3));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), async (steps, size) => {
      memory.close();
      memory = inMemory();
      let at = Date.parse('2026-03-30T12:00:00.000Z');
      const events = await log(
        steps.map(([quote, hours]) => {
          at += hours * 7 * 3_600_000;
          return [quote, new Date(at).toISOString()] as const;
        }),
      );
      const wanted = events.filter(matcher(everything)).map(({ event_id }) => event_id);
      for (const streams of [null, quotes]) {
        const shown = await pages({ streams }, size);
        expect(shown.flat().toSorted()).toEqual(wanted.toSorted());
        expect(shown.slice(0, -1).every(page => page.length === size)).toBe(true);
      }
    }),
    { numRuns: 40 },
  );
});
