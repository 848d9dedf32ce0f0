import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isLastCallOpen, lastCallOpens } from '../../src/cadence/due.ts';
import { byValue, type Candidate, onePerContact } from '../../src/cadence/one-per-contact.ts';
import { isWorkingDay, workingDayBefore, workingDaysAfter, workingDaysBetween } from '../../src/cadence/working-day.ts';
import { addDays } from '../../src/kernel/local-date.ts';

const FIRST = '2026-02-20';
const dates = fc.integer({ min: 0, max: 60 }).map(day => addDays(FIRST, day));

/** Calendars with long runs of holidays, some of them yearly. */
const calendars = fc.record({
  skipWeekends: fc.boolean(),
  holidays: fc
    .array(fc.tuple(dates, fc.integer({ min: 1, max: 12 }), fc.boolean()), { maxLength: 3 })
    .map(runs =>
      runs.flatMap(([start, length, yearly]) =>
        Array.from({ length }, (_, i) => addDays(start, i)).map(day => (yearly ? `--${day.slice(5)}` : day)),
      ),
    ),
});

describe('4.8 the last-call window', () => {
  test('is open from the day it opens to the expiry, and on no other day', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 0, max: 9 }), dates, (days, expires, lastCallDays, today) => {
        const open = today >= lastCallOpens(expires, lastCallDays, days) && today <= expires;
        expect(isLastCallOpen(today, expires, lastCallDays, days)).toBe(open);
      }),
      { numRuns: 2000 },
    );
  });

  test('holds a working day always', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 0, max: 9 }), (days, expires, lastCallDays) => {
        let working = 0;
        for (let date = lastCallOpens(expires, lastCallDays, days); date <= expires; date = addDays(date, 1)) {
          if (isWorkingDay(date, days)) working++;
        }
        expect(working).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('working days', () => {
  test('counted forth and back agree', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 1, max: 10 }), (days, date, count) => {
        const after = workingDaysAfter(date, count, days);
        expect(isWorkingDay(after, days)).toBe(true);
        expect(workingDaysBetween(date, after, days)).toBe(count);
        const before = workingDayBefore(date, days) ?? '';
        expect(isWorkingDay(before, days) && before < date).toBe(true);
        expect(workingDaysBetween(before, addDays(date, -1), days)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});

test('a working day is looked for 400 days, and no more than 400 are counted', () => {
  const off = (days: number, from = FIRST) => ({
    skipWeekends: false,
    holidays: Array.from({ length: days }, (_, i) => addDays(from, i)),
  });
  expect(workingDayBefore(addDays(FIRST, 399), off(399))).toBe(addDays(FIRST, -1));
  expect(workingDayBefore(addDays(FIRST, 400), off(400))).toBeNull();
  expect(workingDaysAfter(addDays(FIRST, -1), 1, off(399))).toBe(addDays(FIRST, 399));
  expect(workingDaysAfter(addDays(FIRST, -1), 1, off(400))).toBe(FIRST);
  expect(workingDaysBetween(FIRST, addDays(FIRST, 500), off(0))).toBe(400);
});

const candidates = fc
  .array(
    fc.record({
      contactRef: fc.constantFrom('ann', 'bob', 'cas'),
      amount: fc.record({
        minor: fc.constantFrom(100, 10_000, 20_000),
        currency: fc.constantFrom('SGD', 'JPY', 'KWD'),
      }),
      canLeaveInTime: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map(all => all.map((candidate, i): Candidate => ({ ...candidate, key: `Q-${(i * 5) % 12}` })));

describe('4 one contact, one offer a check', () => {
  test('every candidate has one answer; nobody is offered twice, nor to somebody served', () => {
    fc.assert(
      fc.property(candidates, fc.subarray(['ann', 'bob', 'cas']), (all, served) => {
        const { offered, waiting, tooLate } = onePerContact(all, new Set(served));
        expect([...offered, ...waiting, ...tooLate].sort(byValue)).toEqual([...all].sort(byValue));
        const contacts = offered.map(({ contactRef }) => contactRef);
        expect(new Set(contacts).size).toBe(contacts.length);
        expect(contacts.filter(contact => served.includes(contact))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('it is the largest that can leave in time; what cannot uses nobody’s turn', () => {
    fc.assert(
      fc.property(candidates, all => {
        const { offered, tooLate } = onePerContact(all, new Set());
        expect(tooLate.every(({ canLeaveInTime }) => !canLeaveInTime)).toBe(true);
        for (const contact of ['ann', 'bob', 'cas']) {
          const [largest] = all.filter(one => one.contactRef === contact && one.canLeaveInTime).sort(byValue);
          expect(offered.find(({ contactRef }) => contactRef === contact)).toEqual(largest);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('the larger of two amounts is larger to the last cent, however large', () => {
    const of = (minor: number, key: string) => ({ key, amount: { minor, currency: 'SGD' } });
    const most = Number.MAX_SAFE_INTEGER;
    expect(byValue(of(most, 'Q-2'), of(most - 1, 'Q-1'))).toBeLessThan(0);
    expect(byValue(of(most - 1, 'Q-1'), of(most, 'Q-2'))).toBeGreaterThan(0);
  });

  test('value is a total order: by the major-unit number, currency ignored, then by number', () => {
    fc.assert(
      fc.property(candidates, all => {
        const worth = ({ amount: { minor, currency } }: Candidate): number =>
          currency === 'JPY' ? minor * 1000 : currency === 'KWD' ? minor : minor * 10;
        for (const a of all) {
          for (const b of all) {
            const expected = worth(b) - worth(a) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
            expect(Math.sign(byValue(a, b))).toBe(Math.sign(expected));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
