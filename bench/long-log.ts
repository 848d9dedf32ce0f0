import { createHash } from 'node:crypto';
import { NO_HASH, sha256Hex, withHash } from '../src/event-store/hash-chain.ts';
import { IV_BYTES, seal, unseal } from '../src/event-store/sealing.ts';
import type { StoredEvent } from '../src/events/stored-event.ts';
import { periodStream } from '../src/events/stream-id.ts';
import { addDays, type LocalDate } from '../src/kernel/local-date.ts';
import type { Row } from '../src/sheet/row.ts';
import { factsOfRow } from '../src/workflows/sheet-sync/facts-of-row.ts';
import { chainOf, withFacts } from './chains-under-way.ts';
import { REF_KEY, SENT } from './timer-day.ts';

/** A log of years: so many quotes a day are sent, each nudged twice; its days are closed by their checks. */
export interface LongLog {
  /** Streams whole, in the order in which they began. */
  readonly streams: Iterable<readonly StoredEvent[]>;
  readonly keys: Iterable<{ readonly ref: string; readonly key: Uint8Array }>;
  /** Numbers of all quotes, the oldest first. */
  readonly quotes: readonly string[];
  /** What the sheet still lists: the quotes of the last weeks. */
  readonly sheet: string;
  readonly today: LocalDate;
}

const DAYS = 1_000;
const PER_DAY = 50;
const CUSTOMERS = 10_000;
/** Between the quotes of a day. */
const APART_MS = 7 * 60_000;
const OPEN_DAYS = 60;
const GOOD_FOR_DAYS = 30;
const REPS = ['priya', 'sam', 'lee', 'ines', 'tom'].map(name => `${name}@harbourline.example`);
/** What a person does; the rest is the system's own. */
const BY_PEOPLE: ReadonlySet<string> = new Set(['DraftEdited', 'DraftApproved']);
export const LONG_LOG_EVENTS = DAYS * PER_DAY * 20;

interface Model {
  readonly event: StoredEvent;
  /** What is sealed in it, opened; undefined where nothing is. */
  readonly clear: unknown;
}

export const longLog = async (): Promise<LongLog> => {
  const model = (await chainOf(rowOf(0))).map(
    (event): Model => ({
      event,
      clear: event.sealed && unseal(event.sealed, { key: new Uint8Array(32), eventId: event.event_id }),
    }),
  );
  const numbers = Array.from({ length: DAYS * PER_DAY }, (_, i) => i);
  return {
    streams: streamsOf(model),
    keys: Array.from({ length: CUSTOMERS }, (_, customer) => keyOf(customer)),
    quotes: numbers.map(i => rowOf(i).key),
    sheet: sheetOf(numbers.slice(-OPEN_DAYS * PER_DAY)),
    today: addDays(SENT, DAYS),
  };
};

const dayOf = (i: number): LocalDate => addDays(SENT, Math.floor(i / PER_DAY));

const customerOf = (i: number): number => i % CUSTOMERS;

const rowOf = (i: number): Row => {
  const customer = customerOf(i);
  const sent = dayOf(i);
  return {
    row: 2 + i,
    quoteId: `Q-${100_000 + i}`,
    key: `Q-${100_000 + i}`,
    customer: `${TRADES[customer % TRADES.length]} No ${customer}`,
    contact: `buyer${customer}@customer${customer}.example`,
    amount: { minor: 100_000 + i, currency: 'SGD' },
    sent,
    expires: addDays(sent, OPEN_DAYS + GOOD_FOR_DAYS),
    owner: REPS[i % REPS.length] ?? null,
    team: null,
    pdfLink: null,
    override: null,
    status: 'open',
  };
};

const TRADES = ['Northwind Bakery', 'Blue Heron Marine', 'Café Lumière', 'Harlow & Finch', 'Tan Brothers Steel'];

const keyOf = (customer: number): { readonly ref: string; readonly key: Uint8Array } => ({
  ref: factsOfRow(rowOf(customer), REF_KEY).facts.contactRef,
  key: createHash('sha256').update(`key of ${customer}`).digest(),
});

function* streamsOf(model: readonly Model[]): Iterable<readonly StoredEvent[]> {
  for (let i = 0; i < DAYS * PER_DAY; i++) {
    yield chainOfRow(rowOf(i), model, i);
    if ((i + 1) % PER_DAY === 0) yield [closingOf(dayOf(i))];
  }
}

const chainOfRow = (row: Row, model: readonly Model[], i: number): readonly StoredEvent[] => {
  const { facts, personal } = factsOfRow(row, REF_KEY);
  const { key } = keyOf(customerOf(i));
  const iv = new Uint8Array(IV_BYTES);
  const events: StoredEvent[] = [];
  for (const { event, clear } of model) {
    const { hash: _, sealed, by_system, ...rest } = shifted(event, i);
    const eventId = `${row.key}/${event.version}`;
    const value = event.version === 1 ? personal : clear;
    events.push(
      withHash({
        ...rest,
        ...(BY_PEOPLE.has(event.action) ? { by_user: row.owner ?? '' } : { by_system: by_system ?? '' }),
        ...(sealed ? { sealed: seal(value as never, { ref: facts.contactRef, key, iv, eventId }) } : {}),
        quote_id: row.key,
        event_id: eventId,
        correlation_id: eventId,
        prev_hash: events.at(-1)?.hash ?? NO_HASH,
        data: withToken(withFacts(rest.data, { ...facts, override: null }), row.key),
      }),
    );
  }
  return events;
};

/** Every letter of every quote has a token of its own. */
const withToken = (data: StoredEvent['data'], key: string): StoredEvent['data'] =>
  typeof data === 'object' && data !== null && 'tokenHash' in data
    ? { ...data, tokenHash: sha256Hex(`${key} ${String(data.tokenHash)}`) }
    : data;

/** The model was sent on one day; each of its dates moves along with the day of another, and its hour a little. */
const shifted = (event: StoredEvent, i: number): StoredEvent => {
  const days = Math.floor(i / PER_DAY);
  const text = JSON.stringify(event).replace(/\b20\d\d-\d\d-\d\d(?!\d)/g, date => addDays(date, days));
  const moved: StoredEvent = JSON.parse(text);
  return { ...moved, ts: new Date(Date.parse(moved.ts) + (i % PER_DAY) * APART_MS).toISOString() };
};

const closingOf = (day: LocalDate): StoredEvent => {
  const quote_id = periodStream('check', day, 'all');
  const ts = `${day}T01:00:09.000Z`;
  const versions = { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' };
  const quotes = { 'no-step-yet': ['Q-100000'] };
  const told = { counts: { 'no-step-yet': 1 }, quotes, detailKey: `checks/${day}.json`, detailHash: 'h' };
  return withHash({
    quote_id,
    version: 1,
    ts,
    day,
    action: 'DayChecked',
    schema: 1,
    by_system: 'timer',
    before: '',
    after: 'checked',
    data: { checked: day, versions, ...told, until: ts, root: NO_HASH, streams: 1 },
    event_id: `${quote_id}/1`,
    correlation_id: `${quote_id}/1`,
    prev_hash: NO_HASH,
  });
};

const sheetOf = (numbers: readonly number[]): string => {
  const head = 'Quote number,Customer,Contact email,Amount,Date sent,Date expires,Owner';
  const lines = numbers.map(i => {
    const { quoteId, customer, contact, amount, sent, expires, owner } = rowOf(i);
    return `${quoteId},${customer},${contact},${(amount.minor / 100).toFixed(2)},${sent},${expires},${owner}`;
  });
  return `${[head, ...lines].join('\n')}\n`;
};
