import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { monthNamed, namesInText, weekdayNamed } from '../../../src/dates/names.ts';
import { readDate } from '../../../src/sheet/dates/read-date.ts';

describe('names in cells', () => {
  it.each([
    ['März', 3],
    ['mar.', 3],
    ['FÉVRIER', 2],
    ['вересня', 9],
    ['сен', 9],
    ['กุมภาพันธ์', 2],
    ['kedd', undefined],
  ])('%s is month %s', (name, month) => {
    expect(monthNamed(name)).toBe(month);
  });

  it('that mean two things in two languages mean none', () => {
    // "so" is Sunday in German, Saturday in Czech; without marks the short Thai January and March are one.
    expect(weekdayNamed('so')).toBeUndefined();
    expect(monthNamed('ม.ค')).toBeUndefined();
    expect(weekdayNamed('sonntag')).toBe(7);
  });

  it('make the short months of Russian a date', () => {
    expect(readDate('3 фев 2026', {})).toEqual(E.right('2026-02-03'));
  });
});

it('short names that are words of other languages are no months in the middle of a text', () => {
  expect(namesInText('months', ['cs']).get('pro')).toBeUndefined();
  expect(monthNamed('pro')).toBe(12);
  expect(namesInText('weekdays', ['vi']).get('thứ hai')).toBe(1);
});
