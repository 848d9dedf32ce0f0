import { describe, expect, it } from 'vitest';
import { chartWeeks, digestDate, monthBefore, summaryDate, weekBefore } from '../../../src/reports/period.ts';

describe('the digest that was due last', () => {
  it('is of this Monday from eight o’clock on, and of the one before until then', () => {
    expect(digestDate({ date: '2026-03-16', minute: 8 * 60 })).toBe('2026-03-16');
    expect(digestDate({ date: '2026-03-16', minute: 8 * 60 - 1 })).toBe('2026-03-09');
    expect(digestDate({ date: '2026-03-22', minute: 0 })).toBe('2026-03-16');
  });

  it('tells of the seven days before its Monday', () => {
    expect(weekBefore('2026-03-16')).toEqual({ from: '2026-03-09', to: '2026-03-15' });
  });
});

describe('the summary that was due last', () => {
  it.each([
    ['2026-06-01', 9 * 60, '2026-06-01'],
    ['2026-06-01', 9 * 60 - 1, '2026-05-04'],
    ['2026-06-30', 0, '2026-06-01'],
    ['2026-05-03', 0, '2026-04-06'],
  ])('on %s, minute %i, is of %s', (date, minute, expected) => {
    expect(summaryDate({ date, minute })).toBe(expected);
  });

  it('tells of the calendar month before', () => {
    expect(monthBefore('2026-03-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(monthBefore('2027-01-04')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });
});

it('a chart shows the last evenings of twelve weeks, up to the Sunday before', () => {
  const weeks = chartWeeks('2026-03-16');
  expect(weeks).toHaveLength(12);
  expect([weeks[0], weeks.at(-1)]).toEqual(['2025-12-28', '2026-03-15']);
  expect(chartWeeks('2026-03-18').at(-1)).toBe('2026-03-15');
});
