import { describe, expect, it } from 'vitest';
import {
  dayAndMonth,
  duration,
  exactMoment,
  longDate,
  monthAndYear,
  plainDate,
  relativeDay,
  shortDate,
  shortMoment,
} from '../../../src/presentation/when.ts';
import { counted, listed } from '../../../src/presentation/wording.ts';

describe('a date in a letter', () => {
  it('names its weekday and month, so that no order of digits can be mistaken', () => {
    expect(longDate('2026-03-03')).toBe('Tue 3 March 2026');
    expect(plainDate('2026-12-31')).toBe('31 December 2026');
    expect(shortDate('2026-03-03')).toBe('3 Mar 2026');
    expect(dayAndMonth('2028-02-29')).toBe('Tue 29 Feb');
    expect(monthAndYear('2026-02-01')).toBe('February 2026');
  });

  it.each([
    ['2026-03-10', 'today'],
    ['2026-03-11', 'tomorrow'],
    ['2026-03-09', 'yesterday'],
    ['2026-04-03', 'in 24 days'],
    ['2026-03-05', '5 days ago'],
  ])('counts %s from 10 March as %s', (date, words) => {
    expect(relativeDay(date, '2026-03-10')).toBe(words);
  });
});

describe('an instant in a letter', () => {
  it('is told on the wall clock of the configured zone, with the zone', () => {
    expect(exactMoment('2026-03-03T01:02:00.000Z', 'Asia/Singapore')).toBe('Tue 3 March 2026, 09:02 (Asia/Singapore)');
    expect(exactMoment('2026-03-03T01:02:00.000Z', 'America/New_York')).toBe(
      'Mon 2 March 2026, 20:02 (America/New_York)',
    );
  });

  it('follows a clock change', () => {
    expect(shortMoment('2026-03-29T00:59:00Z', 'Europe/Berlin')).toBe('29 Mar 2026, 01:59');
    expect(shortMoment('2026-03-29T01:00:00Z', 'Europe/Berlin')).toBe('29 Mar 2026, 03:00');
  });
});

describe('a count', () => {
  it.each([
    [0, '0 seconds'],
    [1, '1 second'],
    [59.9, '59 seconds'],
    [60, '1 minute'],
    [3_599, '59 minutes'],
    [7_200, '2 hours'],
    [200_000, '2 days'],
    [-5, '0 seconds'],
  ])('of %d seconds is %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });

  it('agrees with its noun', () => {
    expect([counted(0, 'quote'), counted(1, 'quote'), counted(1_200, 'quote'), counted(2, 'reply', 'replies')]).toEqual(
      ['0 quotes', '1 quote', '1,200 quotes', '2 replies'],
    );
    expect([listed([]), listed(['a']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b and c']);
  });
});
