import { hash } from 'node:crypto';
import type { SQLOutputValue } from 'node:sqlite';
import type { EventStore } from '../../ports/event-store.ts';
import { checkEventSize, checkKey } from '../dynamodb-limits.ts';
import { AUDIT_COLUMNS, toEvent, toValues } from './audit-row.ts';
import type { Database } from './open-database.ts';

type Row = Record<string, SQLOutputValue>;

const PAGE = 500;

/** The log in SQLite: one row an event, the columns are the item's attributes. */
export const sqliteEventStore = ({ db, commit, bell }: Database): EventStore => {
  const insert = db.prepare(
    `INSERT INTO qf_audit (${AUDIT_COLUMNS.join(', ')}) VALUES (${AUDIT_COLUMNS.map(() => '?').join(', ')})
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
      checkEventSize(event);
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
    scan: async function* ({ signal, segment = 0, segments = 1, after = { stream: '', version: 0 } } = {}) {
      let behind = after;
      for (;;) {
        signal?.throwIfAborted();
        const events = next.all(behind.stream, behind.version, PAGE).map(toEvent);
        const last = events.at(-1);
        if (!last) return;
        for (const event of events) if (segmentOf(event.quote_id, segments) === segment) yield event;
        behind = { stream: last.quote_id, version: last.version };
      }
    },
  };
};

/** A stream lies wholly in one segment, as a DynamoDB partition does. */
const segmentOf = (stream: string, segments: number): number =>
  segments === 1 ? 0 : Number.parseInt(hash('sha256', stream, 'hex').slice(0, 8), 16) % segments;

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
