import { describe, expect, test } from 'vitest';
import { minutesAhead, startOfDay } from '../../../src/cadence/zone.ts';

const starts = (date: string, timezone: string): string => new Date(startOfDay(date, timezone)).toISOString();

describe('a local date begins', () => {
  test.each([
    ['at its midnight', '2026-11-24', 'Asia/Singapore', '2026-11-23T16:00:00.000Z'],
    ['also on a day on which the clock changes later', '2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['at one, where the change skips midnight', '2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['with the first of two midnights', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['after the hour before midnight was lived twice', '2026-10-30', 'Africa/Cairo', '2026-10-29T22:00:00.000Z'],
  ])('%s', (_, date, timezone, utc) => expect(starts(date, timezone)).toBe(utc));
});

test('a wall clock may be half an hour or three quarters apart from the others', () => {
  const at = Date.UTC(2026, 5, 1, 12, 0, 59);
  expect([minutesAhead(at, 'Asia/Kolkata'), minutesAhead(at, 'Asia/Kathmandu')]).toEqual([330, 345]);
  expect(minutesAhead(at, 'America/St_Johns')).toBe(-150);
  expect(() => minutesAhead(at, 'Mars/Olympus')).toThrow(RangeError);
});
