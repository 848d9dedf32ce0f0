import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { cadenceOf, readCadence } from '../../../src/cadence/cadence-text.ts';

const days = (nudgeDays: number[], lastCallDays?: number | null) => E.right({ kind: 'days', nudgeDays, lastCallDays });

describe('a cadence override', () => {
  test.each([
    ['2,5,10', days([2, 5, 10])],
    ['3/7', days([3, 7])],
    ['3 / 7 / 14', days([3, 7, 14])],
    ['3-7-14', days([3, 7, 14])],
    ['3–7', days([3, 7])],
    ['2, 5 and 10', days([2, 5, 10])],
    ['5', days([5])],
    ['5 days', days([5])],
    ['3 days, 7 days', days([3, 7])],
    ['day 3 and day 7', days([3, 7])],
    ['after 3 and 7 days', days([3, 7])],
    ['2;5;10', days([2, 5, 10])],
    ['２，５，１０', days([2, 5, 10])],
    ['3/7 last 3', days([3, 7], 3)],
    ['3/7 LAST 3', days([3, 7], 3)],
    ['3/7, last call 5', days([3, 7], 5)],
    ['3/7 + last call 5 days before expiry', days([3, 7], 5)],
    ['3/7 last3', days([3, 7], 3)],
    ['3/7 last: 3', days([3, 7], 3)],
    ['2,5,10 no last call', days([2, 5, 10], null)],
    ['2,5,10, no last call.', days([2, 5, 10], null)],
    ['2,5,10 no last', days([2, 5, 10], null)],
    ['3/7 without a last call', days([3, 7], null)],
    ['off', E.right({ kind: 'off' })],
    [' Off ', E.right({ kind: 'off' })],
    ['no follow-up', E.right({ kind: 'off' })],
    ['don’t chase', E.right({ kind: 'off' })],
    ["don't nudge", E.right({ kind: 'off' })],
    ['do  not   remind', E.right({ kind: 'off' })],
    ['1/365 last 1', days([1, 365], 1)],
    ['3 \t and   7 last 365', days([3, 7], 365)],
    ['1,2,3,4,5,6,7,8,9,10,11,12', days([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])],
    [`3/7${' '.repeat(197)}`, days([3, 7])],
  ])('%s is understood', (text, expected) => {
    expect(readCadence(text)).toEqual(expected);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['soon', 'not a cadence'],
    ['weekly', 'not a cadence'],
    ['7/3', 'rise'],
    ['3/3', 'rise'],
    ['0/3', 'from 1 to 365'],
    ['3/400', 'from 1 to 365'],
    ['3/7 last 0', 'no last call'],
    ['3/7 last 999', '1 to 365'],
    ['last 3', 'names no nudge days'],
    ['no last call', 'names no nudge days'],
    ['3/7 last', 'not a cadence'],
    ['3/7 last 3 last 4', 'not a cadence'],
    ['46088', 'is a date'],
    ['46088.25', 'is a date'],
    ['146088', 'from 1 to 365'],
    ['46088.', 'is a date'],
    ['46088 soon', 'not a cadence'],
    ['2.5', 'decimal'],
    ['12.25', 'decimal'],
    ['day 2.5', 'not a cadence'],
    ['2.5 days', 'not a cadence'],
    ['3/366', 'from 1 to 365'],
    ['3/7 last 366', '1 to 365'],
    [`3/7${' '.repeat(198)}`, 'too long'],
    ['-3', 'not a cadence'],
    ['3/7 except Fridays', 'not a cadence'],
    ['1,2,3,4,5,6,7,8,9,10,11,12,13', 'at most 12'],
    [`3${' '.repeat(50_000)}x`, 'too long'],
    ['3,'.repeat(50_000), 'too long'],
  ])('%# %.20s is refused', (text, reason) => {
    expect(readCadence(text)).toEqual(E.left(expect.stringContaining(reason)));
  });
});

describe('default_cadence', () => {
  test('names its last call', () => {
    expect(cadenceOf('3/7 last 3')).toEqual(E.right({ nudgeDays: [3, 7], lastCallDays: 3 }));
  });
  test.each(['3/7', '3/7 no last call'])('%s has no last call', text => {
    expect(cadenceOf(text)).toEqual(E.right({ nudgeDays: [3, 7], lastCallDays: null }));
  });
  test('cannot be off', () => {
    expect(cadenceOf('off')).toEqual(E.left(expect.stringContaining('paused')));
  });
});
