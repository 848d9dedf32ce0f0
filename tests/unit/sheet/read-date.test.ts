import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { dayOrderOf } from '../../../src/sheet/dates/day-order.ts';
import { readDate } from '../../../src/sheet/dates/read-date.ts';

const read = (cell: string | number | boolean, locale?: string): string => {
  const date = readDate(cell, { dayOrder: dayOrderOf(locale), timezone: 'Asia/Singapore' });
  return E.isRight(date) ? date.right : 'refused';
};

describe('a date with one reading needs no locale', () => {
  test.each([
    ['2026-03-02', '2026-03-02'],
    ['2026-3-2', '2026-03-02'],
    ['2026/03/02', '2026-03-02'],
    ['2026.03.02.', '2026-03-02'],
    ['20260302', '2026-03-02'],
    [20260302, '2026-03-02'],
    [46083, '2026-03-02'],
    [46083.99, '2026-03-02'],
    ['46083', '2026-03-02'],
    ['2026-03-02 00:00:00', '2026-03-02'],
    ['2026-03-02T10:15', '2026-03-02'],
    ['2028-02-29', '2028-02-29'],
    ['13/04/2026', '2026-04-13'],
    ['03/04/2569', '2026-04-03'],
    ['2569-04-03', '2026-04-03'],
    ['3 เมษายน 2569', '2026-04-03'],
    ['ngày 14 tháng 04 năm 2026', '2026-04-14'],
    ['平成30年4月1日', '2018-04-01'],
    ['民國115年4月1日', '2026-04-01'],
    ['4/13/2026', '2026-04-13'],
    ['03/03/2026', '2026-03-03'],
    ['13.4.2026 10:30 Uhr', '2026-04-13'],
    ['3. 3. 2026', '2026-03-03'],
    ['3 Mar 2026', '2026-03-03'],
    ['Mar 3, 2026', '2026-03-03'],
    ['MARCH 3RD 2026', '2026-03-03'],
    ['the 3rd of March, 2026', '2026-03-03'],
    ['2026 Mar 3', '2026-03-03'],
    ['3-Mar-26', '2026-03-03'],
    ["3 Mar '26", '2026-03-03'],
    ['Tue, 3 March 2026', '2026-03-03'],
    ['Dienstag, 3. März 2026', '2026-03-03'],
    ['3 Maerz 2026', '2026-03-03'],
    ['1er février 2026', '2026-02-01'],
    ['15 août 2026', '2026-08-15'],
    ['3 de marzo de 2026', '2026-03-03'],
    ['3 marzo 2026', '2026-03-03'],
    ['3 de março de 2026', '2026-03-03'],
    ['3 mrt 2026', '2026-03-03'],
    ['3 maj 2026', '2026-05-03'],
    ['3 maja 2026', '2026-05-03'],
    ['30 października 2026', '2026-10-30'],
    ['5. desember 2026', '2026-12-05'],
    ['3 марта 2026 г.', '2026-03-03'],
    ['mar 3 mar 2026', '2026-03-03'],
    ['2026年3月4日', '2026-03-04'],
    ['2026年3月4日(水)', '2026-03-04'],
    ['2026年3月4日星期三', '2026-03-04'],
    ['２０２６年３月４日', '2026-03-04'],
    ['2026년 3월 4일', '2026-03-04'],
    ['3/13/2026 0:00:00', '2026-03-13'],
    ['3/13/2026 12:00 AM', '2026-03-13'],
    ['Wed Mar 04 2026 08:00:00 GMT+0800 (Singapore Standard Time)', '2026-03-04'],
  ])('%j is %s', (cell, date) => {
    for (const locale of [undefined, 'en-US', 'en-SG', 'ja']) expect(read(cell, locale)).toBe(date);
  });
});

describe('two readings', () => {
  test('a year of two digits that may be the day is refused', () => {
    expect(read('26 Mar 02')).toBe('refused');
    expect(read('3 Mar 26')).toBe('2026-03-03');
  });

  test.each(['03/04/2026', '3-4-2026', '3 4 2026', '3/4/2026 12:00 AM'])('%j is refused without a day order', text => {
    expect(read(text)).toBe('refused');
    expect(read(text, 'ja')).toBe('refused');
    expect(read(text, 'en-US')).toBe('2026-03-04');
    expect(read(text, 'en-SG')).toBe('2026-04-03');
    expect(read(text, 'de')).toBe('2026-04-03');
  });

  test('both are named', () => {
    const date = readDate('03/04/2026', {});
    expect(E.isLeft(date) && date.left).toBe(
      'can be read as 2026-04-03 or as 2026-03-04; write it in that form, or set "locale" in the config',
    );
  });

  test('points mean day first, save where the locale says otherwise', () => {
    expect(read('03.04.2026')).toBe('2026-04-03');
    expect(read('03.04.2026', 'de')).toBe('2026-04-03');
    expect(read('03.04.2026', 'en-US')).toBe('refused');
  });

  test('a year of two digits is read by the day order alone, if it gives our time', () => {
    expect(read('13/04/26')).toBe('refused');
    expect(read('13/04/26', 'en-SG')).toBe('2026-04-13');
    expect(read('04/13/26', 'en-US')).toBe('2026-04-13');
    expect(read('26/04/13', 'ja')).toBe('2026-04-13');
    expect(read('26-04-13', 'en-SG')).toBe('refused');
  });
});

describe('a time stamp with an offset is a day of the configured zone', () => {
  test.each([
    ['2026-03-02T23:30:00Z', '2026-03-03'],
    ['2026-03-02 23:30:00 UTC', '2026-03-03'],
    ['2026-03-02T23:30:00.000+08:00', '2026-03-02'],
    ['2026-03-02T12:00Z', '2026-03-02'],
  ])('%s is %s', (stamp, date) => {
    expect(read(stamp)).toBe(date);
  });

  test('without a zone it is the day as written', () => {
    expect(readDate('2026-03-02T23:30:00Z', {})).toEqual(E.right('2026-03-02'));
  });
});

describe('no date', () => {
  test.each([
    '',
    'soon',
    'March 2026',
    '3 March',
    '3/3',
    '2026',
    '2026-02-30',
    '31/04/2026',
    '2026-13-04',
    'Feb 29 2026',
    'Monday 3 March 2026',
    '2026年3月4日(木)',
    '3 Mar 4 2026',
    '3 Mar Apr 2026',
    '3 listopad listopad',
    '1926-03-02',
    '12/31/1999',
    '9999-12-31',
    '26-03-02-01',
    '{-3}',
    '5',
    '=TODAY()',
    'x'.repeat(5000),
    5,
    -46083,
    1e12,
    Number.NaN,
    true,
  ])('%j is refused', cell => {
    expect(read(cell)).toBe('refused');
    expect(read(cell, 'en-US')).toBe('refused');
    expect(read(cell, 'de')).toBe('refused');
  });
});
