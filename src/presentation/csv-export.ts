import type { StoredEvent } from '../events/stored-event.ts';

/** What a spreadsheet program would run as a formula when it opens the file. */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r]/;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;

/**
 * Rows as CSV (RFC 4180, CR LF) for people's spreadsheet programs. A cell that would be run as a formula gets an
 * apostrophe in front, so that it shows as the text it is; plain negative numbers stay numbers.
 */
export const harmlessCsv = (rows: readonly (readonly string[])[]): string =>
  rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');

const cell = (text: string): string => {
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const COLUMNS = [
  'time',
  'stream',
  'version',
  'action',
  'who',
  'before',
  'after',
  'event_id',
  'caused_by',
  'hash',
] as const;

export const trailCsvHead = (): string => harmlessCsv([COLUMNS]);

/** An event as a line of CSV: what anybody may read of it, with the hash that proves it. Sealed parts stay sealed. */
export const trailCsvLine = (event: StoredEvent): string =>
  harmlessCsv([
    [
      event.ts,
      event.quote_id,
      String(event.version),
      event.action,
      event.by_user ?? event.by_system ?? '',
      event.before,
      event.after,
      event.event_id,
      event.causation_id ?? '',
      event.hash,
    ],
  ]);
