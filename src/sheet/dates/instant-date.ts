import type { LocalDate } from '../../kernel/local-date.ts';

const STAMP =
  /^(\d{4}-\d\d-\d\d)[tT ](\d\d:\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)? ?(?:([zZ]|utc|gmt|UTC|GMT)|([-+]\d\d):?(\d\d))$/;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of an ISO time stamp with an offset, on the calendar of a zone; null for any other text. */
export const localDateOf = (stamp: string, timezone: string): LocalDate | null => {
  const parts = STAMP.exec(stamp);
  if (!parts) return null;
  const [, day = '', time = '', seconds = '00', utc, hours = '', minutes = ''] = parts;
  const instant = Date.parse(`${day}T${time}:${seconds}${utc ? 'Z' : `${hours}:${minutes}`}`);
  if (Number.isNaN(instant)) return null;
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formats.set(timezone, format);
  }
  const local = format.format(instant);
  return /^20\d\d-\d\d-\d\d$/.test(local) ? local : null;
};
