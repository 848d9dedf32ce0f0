import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import {
  earliestLeaveDate,
  inQuietHours,
  mayLeaveAt,
  nextAllowedMinute,
  type SendingHours,
  wallClock,
} from '../../../src/cadence/sending-hours.ts';
import { addDays } from '../../../src/kernel/local-date.ts';

const berlin: SendingHours = {
  timezone: 'Europe/Berlin',
  quietHours: ['18:00', '08:00'],
  skipWeekends: true,
  holidays: [],
};

const at = (local: string, { timezone } = berlin): Date => DateTime.fromISO(local, { zone: timezone }).toJSDate();

/** The answer as the wall clock shows it, with the offset. */
const next = (asked: string, hours: Partial<SendingHours> = {}, onLaterDate = false): string | null => {
  const all = { ...berlin, ...hours };
  const found = nextAllowedMinute(at(asked, all), all, { onLaterDate });
  return found && DateTime.fromJSDate(found, { zone: all.timezone }).toFormat("yyyy-MM-dd'T'HH:mmZZ");
};

describe('5.5 the next allowed minute', () => {
  test.each([
    ['within the day it is the minute itself', '2026-03-09T10:15', '2026-03-09T10:15+01:00'],
    ['a begun minute is over', '2026-03-09T10:15:01', '2026-03-09T10:16+01:00'],
    ['the start of quiet hours is quiet', '2026-03-09T18:00', '2026-03-10T08:00+01:00'],
    ['their end no longer', '2026-03-09T08:00', '2026-03-09T08:00+01:00'],
    ['before their end it is their end', '2026-03-09T03:00', '2026-03-09T08:00+01:00'],
    ['on a Friday evening it is Monday', '2026-03-06T19:00', '2026-03-09T08:00+01:00'],
    ['on a Saturday too', '2026-03-07T11:00', '2026-03-09T08:00+01:00'],
    ['over the spring clock change', '2026-03-27T18:00', '2026-03-30T08:00+02:00'],
    ['over the autumn clock change', '2026-10-23T18:00', '2026-10-26T08:00+01:00'],
  ])('%s', (_, asked, expected) => expect(next(asked)).toBe(expected));

  test('on the same date it may be before eight; on a later one not', () => {
    const early = { quietHours: ['18:00', '06:00'] } as const;
    expect(next('2026-03-09T05:00', early)).toBe('2026-03-09T06:00+01:00');
    expect(next('2026-03-09T19:00', early)).toBe('2026-03-10T08:00+01:00');
    expect(next('2026-03-09T19:00', { quietHours: ['18:00', '09:30'] })).toBe('2026-03-10T09:30+01:00');
  });

  test('without quiet hours a later date still begins at eight', () => {
    expect(next('2026-03-09T23:59', { quietHours: null })).toBe('2026-03-09T23:59+01:00');
    expect(next('2026-03-07T01:00', { quietHours: null })).toBe('2026-03-09T08:00+01:00');
  });

  test('on a later date, when today is used up', () => {
    expect(next('2026-03-09T10:00', {}, true)).toBe('2026-03-10T08:00+01:00');
    expect(next('2026-03-06T10:00', {}, true)).toBe('2026-03-09T08:00+01:00');
  });

  test('a run of holidays, some of them yearly, over a weekend', () => {
    const holidays = ['2026-12-24', '--12-25', '--12-26', '2026-12-28', '2027-01-01'];
    expect(next('2026-12-23T20:00', { holidays })).toBe('2026-12-29T08:00+01:00');
  });

  test('quiet hours over noon', () => {
    const noon = { quietHours: ['12:00', '14:00'] } as const;
    expect(next('2026-03-09T12:30', noon)).toBe('2026-03-09T14:00+01:00');
    expect(next('2026-03-09T23:00', noon)).toBe('2026-03-09T23:00+01:00');
  });

  test('a quiet end that the clock jumps over is the first minute after the jump', () => {
    const night = { quietHours: ['22:00', '02:30'], skipWeekends: false } as const;
    expect(next('2026-03-29T00:30', night)).toBe('2026-03-29T03:00+02:00');
  });

  test('an hour that comes twice is allowed, or quiet, both times', () => {
    const night = { quietHours: ['22:00', '02:30'], skipWeekends: false } as const;
    const answers = ['2026-10-25T00:10:00Z', '2026-10-25T01:10:00Z'].map(asked =>
      nextAllowedMinute(new Date(asked), { ...berlin, ...night })?.toISOString(),
    );
    expect(answers).toEqual(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']);
  });

  test('a day that begins at one (Cairo), and half an hour (Lord Howe)', () => {
    const cairo = { timezone: 'Africa/Cairo', skipWeekends: false, quietHours: ['23:00', '00:30'] } as const;
    expect(next('2026-04-24T01:00', cairo)).toBe('2026-04-24T01:00+03:00');
    const howe = { timezone: 'Australia/Lord_Howe', skipWeekends: false } as const;
    expect(next('2026-10-03T19:00', howe)).toBe('2026-10-04T08:00+11:00');
  });

  test('where quiet hours leave nothing after eight, mail goes in the night rather than never', () => {
    expect(next('2026-03-09T10:00', { quietHours: ['07:00', '00:00'] })).toBe('2026-03-10T00:00+01:00');
  });

  test('a day on which the clock changes ends at midnight: what begins then is another day', () => {
    const evening = { quietHours: ['20:00', '00:00'], skipWeekends: false } as const;
    expect(next('2026-03-29T21:00', evening)).toBe('2026-03-30T08:00+02:00');
  });

  test('a working day is looked for 400 days ahead', () => {
    const off = (days: number) => ({
      skipWeekends: false,
      holidays: Array.from({ length: days }, (_, i) => addDays('2026-03-09', i)),
    });
    expect(next('2026-03-09T10:00', off(400))).toBe('2027-04-13T08:00+02:00');
    expect(next('2026-03-09T10:00', off(401))).toBeNull();
  });

  test('null when there is no working day in sight', () => {
    const all = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(4, 10));
    expect(next('2026-03-09T10:00', { holidays: all.map(day => `-${day}`) })).toBeNull();
  });
});

describe('the wall clock', () => {
  test('of one instant in two zones', () => {
    const instant = new Date('2026-03-09T23:30:00Z');
    expect(wallClock(instant, 'UTC')).toEqual({ date: '2026-03-09', minute: 23 * 60 + 30 });
    expect(wallClock(instant, 'Asia/Kolkata')).toEqual({ date: '2026-03-10', minute: 5 * 60 });
    expect(wallClock(instant, 'UTC')).toEqual({ date: '2026-03-09', minute: 23 * 60 + 30 });
  });
  test('quiet hours may span midnight or not, or be none', () => {
    expect([0, 479, 480, 1079, 1080].map(minute => inQuietHours(minute, ['18:00', '08:00']))).toEqual([
      ...[true, true, false, false, true],
    ]);
    expect([539, 540, 1019, 1020].map(minute => inQuietHours(minute, ['09:00', '17:00']))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(inQuietHours(0, null)).toBe(false);
    expect([0, 479, 480, 1439].map(minute => inQuietHours(minute, ['08:00', '08:00']))).toEqual([
      ...[true, true, true, true],
    ]);
  });
  test('mail may leave on a working day outside quiet hours', () => {
    expect(mayLeaveAt(at('2026-03-09T10:00'), berlin)).toBe(true);
    expect(mayLeaveAt(at('2026-03-09T18:00'), berlin)).toBe(false);
    expect(mayLeaveAt(at('2026-03-08T10:00'), berlin)).toBe(false);
  });
});

describe('4 when a nudge offered now could leave', () => {
  test('today, or the next working day when it is quiet, or when the contact’s day is taken', () => {
    const leaves = (asked: string, ...taken: readonly string[]) =>
      earliestLeaveDate(at(asked), berlin, date => taken.includes(date));
    expect(leaves('2026-03-06T09:00')).toBe('2026-03-06');
    expect(leaves('2026-03-06T19:00')).toBe('2026-03-09');
    expect(leaves('2026-03-06T09:00', '2026-03-06')).toBe('2026-03-09');
  });
  test('never, where no working day comes', () => {
    const holidays = Array.from({ length: 401 }, (_, i) => addDays('2026-03-06', i));
    expect(earliestLeaveDate(at('2026-03-06T09:00'), { ...berlin, holidays }, () => false)).toBeNull();
    expect(
      earliestLeaveDate(at('2026-03-05T09:00'), { ...berlin, holidays: holidays.slice(0, 401) }, () => true),
    ).toBeNull();
  });
});
