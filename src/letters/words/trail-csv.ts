import type { StoredEvent } from '../../events/envelope.ts';
import { harmlessCsv } from './harmless-csv.ts';

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
