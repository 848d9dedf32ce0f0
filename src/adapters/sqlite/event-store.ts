import { hash } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { StoredEvent } from '../../events/envelope.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { checkItemSize, checkKey } from '../dynamodb-limits.ts';
import type { Database } from './open-database.ts';

type Row = Record<string, SQLOutputValue>;

const COLUMNS = [
  'quote_id',
  'version',
  'ts',
  'day',
  'action',
  'schema',
  'by_user',
  'by_system',
  'before',
  'after',
  'data',
  'sealed',
  'event_id',
  'correlation_id',
  'causation_id',
  'prev_hash',
  'hash',
] as const;

const PAGE = 500;

/** The log in SQLite: one row an event, the columns are the item's attributes. */
export const sqliteEventStore = ({ db, commit, bell }: Database): EventStore => {
  const insert = db.prepare(
    `INSERT INTO qf_audit (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (quote_id, version) DO NOTHING`,
  );
  const readAfter = db.prepare('SELECT * FROM qf_audit WHERE quote_id = ? AND version > ? ORDER BY version');
  const newest = db.prepare('SELECT * FROM qf_audit WHERE quote_id = ? ORDER BY version DESC LIMIT 1');
  const next = db.prepare(
    'SELECT * FROM qf_audit WHERE (quote_id, version) > (?, ?) ORDER BY quote_id, version LIMIT ?',
  );
  const forward = db.prepare(
    'SELECT * FROM qf_audit WHERE day = ? AND ts >= ? AND (ts, seq) > (?, ?) ORDER BY ts, seq LIMIT ?',
  );
  const backward = db.prepare(
    'SELECT * FROM qf_audit WHERE day = ? AND ts <= ? AND (ts, seq) < (?, ?) ORDER BY ts DESC, seq DESC LIMIT ?',
  );

  return {
    read: async (stream, after = 0) => readAfter.all(stream, after).map(toEvent),
    append: async event => {
      checkKey(event.quote_id);
      checkItemSize(event.event_id, event);
      const values = toValues(event);
      const { changes } = await commit(() => insert.run(...values));
      if (changes === 0) return 'lost';
      bell.ring();
      return 'appended';
    },
    head: async stream => {
      const row = newest.get(stream);
      return row ? toEvent(row) : null;
    },
    byDay: async (day, { newestFirst = false, from, limit = 100, cursor } = {}) => {
      const after = cursor === undefined ? (newestFirst ? AT_THE_END : AT_THE_START) : fromCursor(cursor);
      const statement = newestFirst ? backward : forward;
      const rows = statement.all(day, from ?? (newestFirst ? '~' : ''), after.ts, after.seq, limit + 1);
      const items = rows.slice(0, limit);
      const last = items.at(-1);
      return { items: items.map(toEvent), next: rows.length > limit && last ? toCursor(last) : null };
    },
    scan: async function* ({ signal, segment = 0, segments = 1 } = {}) {
      let after: { readonly stream: string; readonly version: number } = { stream: '', version: 0 };
      for (;;) {
        signal?.throwIfAborted();
        const events = next.all(after.stream, after.version, PAGE).map(toEvent);
        const last = events.at(-1);
        if (!last) return;
        for (const event of events) if (segmentOf(event.quote_id, segments) === segment) yield event;
        after = { stream: last.quote_id, version: last.version };
      }
    },
  };
};

/** A stream lies wholly in one segment, as a DynamoDB partition does. */
const segmentOf = (stream: string, segments: number): number =>
  segments === 1 ? 0 : Number.parseInt(hash('sha256', stream, 'hex').slice(0, 8), 16) % segments;

const toValues = (event: StoredEvent): (string | number | null)[] =>
  COLUMNS.map(column => {
    const value = event[column];
    if (value === undefined) return null;
    return column === 'data' || column === 'sealed' ? JSON.stringify(value) : (value as string | number);
  });

/** Every column that is filled, those a newer release added too: the hash is over all that is stored. */
const toEvent = (row: Row): StoredEvent => {
  const event: Record<string, unknown> = {};
  for (const column in row) {
    const value = row[column];
    if (value === null || column === 'seq') continue;
    event[column] = column === 'data' || column === 'sealed' ? fromJson(value) : value;
  }
  return event as unknown as StoredEvent;
};

/** A text that is no JSON was put there behind our back: it stays a text, for verify to find. */
const fromJson = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
};

interface Place {
  readonly ts: string;
  readonly seq: number;
}

const AT_THE_START: Place = { ts: '', seq: 0 };
const AT_THE_END: Place = { ts: '~', seq: 0 };

const toCursor = ({ ts, seq }: Row): string => Buffer.from(JSON.stringify([ts, seq])).toString('base64url');

const fromCursor = (cursor: string): Place => {
  const [ts, seq] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, number];
  return { ts, seq };
};
