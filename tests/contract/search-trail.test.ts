import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TrailValues, trailQuestion } from '../../src/cli/commands/trail.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { addDays } from '../../src/kernel/local-date.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { newestOf, searchTrail, type TrailSearch } from '../../src/workflows/audit/query-audit-trail.ts';
import { engines, type Instance } from '../support/engines.ts';
import { storedEvent } from '../support/stored-events.ts';

const QUOTES = 12;
const DAYS = 5;
const FIRST = '2026-03-02';

/** Each of the quotes has one event a day; of three the rep acted in one, the timer in the others. */
const history = (): readonly StoredEvent[] => {
  const last = new Map<string, StoredEvent>();
  const events: StoredEvent[] = [];
  for (let day = 0; day < DAYS; day++)
    for (let quote = 0; quote < QUOTES; quote++) {
      const quote_id = `Q-${quote}`;
      const ts = `${addDays(FIRST, day)}T01:00:${String(quote).padStart(2, '0')}.000Z`;
      const what =
        quote % 2 === 0
          ? { action: 'QuoteReopened', data: { source: 'rep' } }
          : { action: 'ApprovalCancelled', data: { draftId: 'd1' } };
      const who = (quote + day) % 3 === 0 ? { by_user: 'priya@harbourline.example' } : { by_system: 'timer' };
      const event = storedEvent({ quote_id, ts, ...what, ...who }, last.get(quote_id));
      last.set(quote_id, event);
      events.push(event);
    }
  return events;
};

const search = (over: Partial<TrailSearch>): TrailSearch => ({
  streams: null,
  since: `${FIRST}T00:00:00.000Z`,
  until: `${addDays(FIRST, DAYS)}T00:00:00.000Z`,
  actor: '',
  actions: [],
  ...over,
});

/** Each option of `qf trail` with what it keeps, said once more in the plainest way. */
const OPTIONS: Readonly<
  Record<string, readonly [TrailValues & { readonly quote?: string }, (e: StoredEvent) => boolean]>
> = {
  quote: [{ quote: 'q-4' }, ({ quote_id }) => quote_id === 'Q-4'],
  since: [{ since: '2026-03-03' }, ({ ts }) => ts >= '2026-03-03'],
  until: [{ until: '2026-03-05 01:00:06' }, ({ ts }) => ts < '2026-03-05T01:00:06'],
  actor: [{ actor: 'PRIYA' }, ({ by_user }) => by_user !== undefined],
  action: [{ action: 'quotereopened,NudgeSent' }, ({ action }) => action === 'QuoteReopened'],
};

/** Each alone, and with any of the others: none at all as well. */
const combined = Array.from({ length: 2 ** Object.keys(OPTIONS).length }, (_, set) =>
  Object.keys(OPTIONS).filter((_, at) => (set >> at) % 2 === 1),
);

describe.each(engines)('a search of the trail on $name', ({ fresh }) => {
  let instance: Instance;
  let calls: string[];
  let store: EventStore;
  beforeEach(async () => {
    instance = await fresh();
    for (const event of history()) await instance.store.append(event);
    calls = [];
    store = counted(instance.store);
  });
  afterEach(() => instance.close());

  /** What of the log's readings is asked for, in order. */
  const counted = (over: EventStore): EventStore => ({
    ...over,
    read: (stream, after) => {
      calls.push(`read ${stream}`);
      return over.read(stream, after);
    },
    byDay: (day, options) => {
      calls.push(`day ${day}`);
      return over.byDay(day, options);
    },
    scan: options => {
      calls.push('scan');
      return over.scan(options);
    },
  });

  const found = async (over: Partial<TrailSearch>): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const { event_id } of searchTrail(store, search(over))) ids.push(event_id);
    return ids;
  };

  it('of a span of time asks the index for its days, each once, and never goes over the table', async () => {
    const since = `${addDays(FIRST, 1)}T00:00:00.000Z`;
    const until = `${addDays(FIRST, 2)}T00:00:00.000Z`;
    expect(await found({ since, until })).toEqual(Array.from({ length: QUOTES }, (_, quote) => `Q-${quote}/2`));
    expect(calls).toEqual([`day ${addDays(FIRST, 1)}`, `day ${addDays(FIRST, 2)}`]);
  });

  it.each(combined.map(names => [names] as const))(
    'by %j finds what fits all of it, in order, without a scan',
    async names => {
      const values: TrailValues & { readonly quote?: string } = Object.assign(
        {},
        ...names.map(name => OPTIONS[name]?.[0]),
      );
      const fits = names.map(name => OPTIONS[name]?.[1] ?? (() => false));
      const question = trailQuestion(values, values.quote, new Date('2026-03-09T00:00:00.000Z'));
      if (E.isLeft(question)) throw new Error(question.left);
      const ids: string[] = [];
      for await (const { event_id } of searchTrail(store, question.right.search)) ids.push(event_id);
      expect(ids).toEqual(
        history()
          .filter(event => fits.every(is => is(event)))
          .map(({ event_id }) => event_id),
      );
      expect(ids.length).toBeGreaterThan(0);
      expect(calls).not.toContain('scan');
      if (names.includes('quote')) expect(calls).toEqual(['read Q-4']);
      else expect(calls.every(call => call.startsWith('day '))).toBe(true);
    },
  );

  it('is over soon where somebody names an end that lies generations ahead', async () => {
    const question = trailQuestion(
      { since: FIRST, until: '2199-12-31' },
      undefined,
      new Date('2026-03-09T00:00:00.000Z'),
    );
    expect(E.isRight(question) && question.right.search.until).toBe('2027-03-10T00:00:00.000Z');
  });

  it('of a quote reads its stream and nothing else', async () => {
    expect(await found({ streams: ['Q-3'], since: `${addDays(FIRST, 3)}T00:00:00.000Z` })).toEqual(['Q-3/4', 'Q-3/5']);
    expect(calls).toEqual(['read Q-3']);
  });

  it('reads no further than somebody goes on asking', async () => {
    for await (const { event_id } of searchTrail(store, search({}))) {
      expect(event_id).toBe('Q-0/1');
      break;
    }
    expect(calls).toEqual([`day ${FIRST}`]);
  });

  it('fills a page of the newest from the newest day', async () => {
    const { events } = await newestOf(store, search({ until: '2026-03-07T00:00:00.000Z' }), {
      size: QUOTES - 1,
      most: 100,
      from: null,
    });
    expect(events.map(({ event_id }) => event_id)).toEqual(
      Array.from({ length: QUOTES - 1 }, (_, place) => `Q-${QUOTES - 1 - place}/5`),
    );
    expect(calls).toEqual(['day 2026-03-07', 'day 2026-03-06', 'day 2026-03-05']);
  });

  it('leaps over months in which nothing happened, and looks at each day once', async () => {
    expect(await found({ since: '2025-10-01T00:00:00.000Z' })).toHaveLength(QUOTES * DAYS);
    expect(new Set(calls).size).toBe(calls.length);
  });

  it('picks out the events of many quotes where they were not named one by one', async () => {
    expect(await found({ among: new Set(['Q-2', 'Q-5']), until: '2026-03-03T00:00:00.000Z' })).toEqual([
      'Q-2/1',
      'Q-5/1',
    ]);
  });
});
