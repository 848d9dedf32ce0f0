import type { SQLOutputValue } from 'node:sqlite';
import type { StoredEvent } from '../../events/stored-event.ts';

type Row = Record<string, SQLOutputValue>;

/** The columns of `qf_audit` are the attributes of the item; `data` and `sealed` are JSON. */
export const AUDIT_COLUMNS = [
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

/** The values of an insert, in the order of `AUDIT_AUDIT_COLUMNS`. */
export const toValues = (event: StoredEvent): (string | number | null)[] =>
  AUDIT_COLUMNS.map(column => {
    const value = event[column];
    if (value === undefined) return null;
    return column === 'data' || column === 'sealed' ? JSON.stringify(value) : (value as string | number);
  });

/** Every column that is filled, those a newer release added too: the hash is over all that is stored. */
export const toEvent = (row: Row): StoredEvent => {
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
