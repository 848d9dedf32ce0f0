import fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { expect, test } from 'vitest';
import { fromDayNumber, isLocalDate, toDayNumber } from '../../src/kernel/local-date.ts';
import { calendarDate } from '../../src/sheet/dates/calendar-date.ts';
import { dayOrderOf } from '../../src/sheet/dates/day-order.ts';
import { readDate } from '../../src/sheet/dates/read-date.ts';

const LOCALES =
  'en-US en-GB en-SG de-DE fr-FR es-ES it-IT pt-BR pt-PT nl-NL sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ tr-TR id-ID ru-RU ja-JP zh-CN ko-KR'.split(
    ' ',
  );
const locale = fc.constantFrom(...LOCALES);
const date = fc.integer({ min: toDayNumber('2000-01-01'), max: toDayNumber('2099-12-31') }).map(fromDayNumber);

const read = (cell: string | number, tag?: string): string | null => {
  const day = readDate(cell, { dayOrder: dayOrderOf(tag) });
  return E.isRight(day) ? day.right : null;
};
const written = (day: string, tag: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' }).format(toDayNumber(day) * 86_400_000);

test('figures of a locale are read in that locale', () => {
  fc.assert(
    fc.property(date, locale, (day, tag) => {
      expect(read(written(day, tag, { year: 'numeric', month: 'numeric', day: 'numeric' }), tag)).toBe(day);
      expect(read(written(day, tag, { year: 'numeric', month: '2-digit', day: '2-digit' }), tag)).toBe(day);
    }),
    { numRuns: 1000 },
  );
});

test('without a day order figures are the same day or none, never another', () => {
  fc.assert(
    fc.property(date, locale, (day, tag) => {
      expect([day, null]).toContain(read(written(day, tag, { year: 'numeric', month: 'numeric', day: 'numeric' })));
      expect([day, null]).toContain(read(written(day, tag, { dateStyle: 'short' })));
    }),
    { numRuns: 1000 },
  );
});

test('words of a locale need no day order', () => {
  fc.assert(
    fc.property(date, locale, fc.constantFrom('long', 'medium', 'full'), (day, tag, dateStyle) => {
      // Some medium styles are figures; Norwegian and Danish and others print their own words.
      const text = written(day, tag, { dateStyle });
      if (/\p{L}{2}/u.test(text) || /[年년]/.test(text)) expect([text, read(text)]).toEqual([text, day]);
    }),
    { numRuns: 1000 },
  );
});

test('a serial number is a day, whatever its hour', () => {
  fc.assert(
    fc.property(date, fc.double({ min: 0, max: 0.999, noNaN: true }), (day, hour) => {
      const serial = toDayNumber(day) - toDayNumber('1899-12-30');
      expect(read(serial + hour)).toBe(day);
      expect(read(String(serial))).toBe(day);
    }),
  );
});

test('the quick calendar is the calendar', () => {
  const part = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(part(1990, 2110), part(-1, 14), part(-1, 33), (year, month, day) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const real = year >= 2000 && year < 2100 && isReal(text);
      expect(calendarDate(year, month, day)).toBe(real ? text : null);
    }),
    { numRuns: 2000 },
  );
});

const isReal = (text: string): boolean => {
  try {
    return isLocalDate(text);
  } catch {
    return false;
  }
};

test('any text is a date or is refused with a reason', () => {
  const unit = fc.constantFrom(
    ...'0123456789-/. ,:',
    'Mar',
    'mars',
    'Tue',
    'T',
    'Z',
    'st',
    'de',
    '年',
    '月',
    '日',
    '+08:00',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 14 }), fc.string({ unit: 'binary' }), fc.double()), cell => {
      const day = readDate(cell, { dayOrder: 'dmy', timezone: 'Asia/Singapore' });
      if (E.isLeft(day)) expect(day.left).not.toBe('');
      else expect(isLocalDate(day.right)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
