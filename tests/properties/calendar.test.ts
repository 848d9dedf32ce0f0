import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QuietHours } from '../../src/cadence/policy.ts';
import {
  earliestLeaveDate,
  mayLeaveAt,
  nextAllowedMinute,
  type SendingHours,
  wallClock,
} from '../../src/cadence/sending-hours.ts';
import { PaperClock } from '../support/paper-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One hour at two in the morning, half an hour, and changes at midnight, where a day begins at one or has 0:00 twice. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/Havana',
  'Asia/Singapore',
] as const;

const FIRST = Date.UTC(2024, 0, 1);
const LAST = Date.UTC(2027, 11, 31);

/** Every hour at which a zone's clocks change from 2024 to 2027. */
const clockChanges = (timezone: string): readonly number[] => {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  const offset = (ms: number): string => format.formatToParts(ms).find(p => p.type === 'timeZoneName')?.value ?? '';
  const changes: number[] = [];
  for (let ms = FIRST; ms < LAST; ms += DAY) {
    if (offset(ms) === offset(ms + DAY)) continue;
    let hour = ms;
    while (offset(hour) === offset(hour + HOUR)) hour += HOUR;
    changes.push(hour);
  }
  return changes;
};

const anyTime = fc.integer({ min: 0, max: 1439 }).map(clockTime);
function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
const roundTime = fc.integer({ min: 0, max: 23 }).map(hour => clockTime(hour * 60));

/** Null, within a day, over midnight, from or to midnight; always with a minute to send from eight o'clock on. */
const quietHours: fc.Arbitrary<QuietHours> = fc
  .oneof(
    fc.constant(null),
    fc.constantFrom(['18:00', '08:00'] as const, ['00:00', '08:00'] as const, ['09:00', '00:00'] as const),
    fc.tuple(roundTime, roundTime),
    fc.tuple(anyTime, anyTime),
  )
  .filter(quiet => quiet === null || (quiet[0] !== quiet[1] && leavesAMorning(quiet)));

const leavesAMorning = ([start, end]: readonly [string, string]): boolean =>
  start < end ? start > '08:00' || end <= '23:59' : end < start && start > '08:00';

const changesOf = new Map(ZONES.map(timezone => [timezone, clockChanges(timezone)]));

const zonesAndInstants = fc.constantFrom(...ZONES).chain(timezone => {
  const changes = changesOf.get(timezone) ?? [];
  const anywhere = fc.integer({ min: FIRST, max: LAST });
  const nearAChange = fc
    .tuple(fc.constantFrom(...changes, FIRST), fc.integer({ min: -4 * DAY, max: 2 * DAY }))
    .map(([change, away]) => change + away);
  return fc.record({ timezone: fc.constant(timezone), ms: fc.oneof(anywhere, nearAChange, nearAChange) });
});

/** Holidays around the instant: single days, runs over a weekend, yearly ones. */
const cases = fc
  .record({
    place: zonesAndInstants,
    quietHours,
    skipWeekends: fc.boolean(),
    off: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 6 }),
    onLaterDate: fc.boolean(),
  })
  .map(({ place: { timezone, ms }, off, ...rest }) => ({
    timezone,
    ms,
    holidays: off.map(([ahead, yearly]) => {
      const date = new Date(ms + ahead * DAY).toISOString().slice(0, 10);
      return yearly ? `--${date.slice(5)}` : date;
    }),
    ...rest,
  }));

/** The minutes at which that day's quiet hours begin and end, and those before and after. */
const edges = (paper: PaperClock, ms: number, quiet: QuietHours): readonly number[] =>
  (quiet ?? []).flatMap(time => {
    const edge = ms + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - paper.wall(ms).minute) * MINUTE;
    return [edge - MINUTE, edge, edge + MINUTE];
  });

const law = (run: (hours: SendingHours, asked: Date, onLaterDate: boolean) => void, numRuns: number): void =>
  fc.assert(
    fc.property(cases, ({ ms, onLaterDate, ...hours }) => run(hours, new Date(ms), onLaterDate)),
    { numRuns },
  );

describe('5.5 the next allowed minute', () => {
  test('5.5 is the one that a search minute by minute finds', () => {
    law((hours, asked, onLaterDate) => {
      const searched = new PaperClock(hours).firstAllowed(asked.getTime(), onLaterDate);
      expect(nextAllowedMinute(asked, hours, { onLaterDate })?.toISOString()).toBe(
        searched === null ? undefined : new Date(searched).toISOString(),
      );
    }, 200);
  });

  test('5.5 is a minute at which a mail may leave (P4), and asking again there changes nothing', () => {
    law((hours, asked, onLaterDate) => {
      const found = nextAllowedMinute(asked, hours, { onLaterDate });
      if (found === null) return;
      expect(found.getTime()).toBeGreaterThanOrEqual(asked.getTime());
      expect(mayLeaveAt(found, hours)).toBe(true);
      expect(nextAllowedMinute(found, hours)).toEqual(found);
    }, 1000);
  });

  test('5.5 on one date a later question never has an earlier answer', () => {
    law((hours, asked) => {
      const after = new Date(asked.getTime() + 37 * MINUTE);
      if (wallClock(asked, hours.timezone).date !== wallClock(after, hours.timezone).date) return;
      const [first, second] = [asked, after].map(at => nextAllowedMinute(at, hours));
      if (first && second) expect(second.getTime()).toBeGreaterThanOrEqual(first.getTime());
    }, 1000);
  });

  test('P4 a mail may leave exactly when the wall clock and the calendar allow it', () => {
    law((hours, asked) => {
      const paper = new PaperClock(hours);
      for (const at of [asked.getTime(), ...edges(paper, asked.getTime(), hours.quietHours)]) {
        expect(mayLeaveAt(new Date(at), hours), paper.iso(at)).toBe(paper.allows(at));
      }
    }, 1000);
  });

  test('5.5 the earliest day to leave is the next allowed one that is not taken', () => {
    law((hours, asked, isTaken) => {
      const paper = new PaperClock(hours);
      const first = paper.firstAllowed(asked.getTime(), false);
      const searched = first !== null && isTaken ? paper.firstAllowed(first, true) : first;
      const days = first !== null && isTaken ? [paper.dateOf(first)] : [];
      expect(earliestLeaveDate(asked, hours, date => days.includes(date))).toBe(
        searched === null ? null : paper.dateOf(searched),
      );
    }, 150);
  });
});
