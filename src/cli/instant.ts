import { isLocalDate } from '../kernel/local-date.ts';

/** How times are given to a command: said in its usage. */
export const TIMES = 'Times are UTC, as they are printed: 2026-03-02, "2026-03-02 01:30" or 2026-03-02T01:30:00Z.';

/**
 * A time as people type it, as the log writes it; null when it is none. A date alone is its first moment, or with `end`
 * the first moment of the day after.
 */
export const instantOf = (typed: string, end = false): string | null => {
  const text = typed.trim();
  if (isLocalDate(text)) {
    const start = Date.parse(`${text}T00:00:00.000Z`);
    return new Date(end ? start + 86_400_000 : start).toISOString();
  }
  const parts = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/i.exec(text);
  if (!parts) return null;
  const [, date = '', minute = '', second = ':00', zone = 'Z'] = parts;
  if (!isLocalDate(date)) return null;
  const ms = Date.parse(`${date}T${minute}${second}${zone.toUpperCase()}`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
};
