import { expect, test } from 'vitest';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import { flooded, isBurst } from '../../../src/workflows/proposals/handle-quote-webhook.ts';

const NOON = Date.UTC(2026, 10, 25, 0, 30);
const MINUTE = 60_000;

const fields = { number: null, minor: null, currency: null, sent: null, expires: null, owner: null };
const reported = (id: string, at: number, lane: 'webhook' | 'mail' = 'webhook') => ({
  quote_id: `~proposal/${id}`,
  ts: new Date(at).toISOString(),
  action: 'ProposalMade',
  data: { fields, lane, source: 'plain', missing: [], original: null, pdfKey: null },
});

/** Pages of two, so that every reading goes over page ends. */
const storeOf = (events: readonly ReturnType<typeof reported>[]): Pick<EventStore, 'byDay'> => ({
  byDay: async (day, { cursor = '0' } = {}) => {
    const ofDay = events.filter(({ ts }) => ts.startsWith(day)).toReversed();
    const from = Number(cursor);
    const items = ofDay.slice(from, from + 2) as unknown as readonly StoredEvent[];
    return { items, next: from + 2 < ofDay.length ? String(from + 2) : null };
  },
});

const everyMinute = (count: number, lane: 'webhook' | 'mail' = 'webhook') =>
  Array.from({ length: count }, (_, at) => reported(`p${at}`, NOON - (count - 1 - at) * MINUTE * 0.9, lane));

test('sixty within an hour are no flood, the sixty-first is; midnight makes no difference', async () => {
  expect(await isBurst(storeOf(everyMinute(60)), new Date(NOON))).toBe(false);
  expect(await isBurst(storeOf(everyMinute(61)), new Date(NOON))).toBe(true);
  expect(await isBurst(storeOf(everyMinute(61)), new Date(NOON + 10 * MINUTE))).toBe(false);
});

test('quotes that reps mail are not counted', async () => {
  expect(await isBurst(storeOf(everyMinute(100, 'mail')), new Date(NOON))).toBe(false);
});

test('the list holds what came after the sixtieth of its hour, and nothing else', async () => {
  const early = Array.from({ length: 70 }, (_, at) => reported(`e${at}`, NOON - 300 * MINUTE + at * 2 * MINUTE));
  const store = storeOf([...early, ...everyMinute(63)]);
  expect([...(await flooded(store, new Date(NOON)))]).toEqual(['p60', 'p61', 'p62']);
});
