import * as E from 'fp-ts/lib/Either.js';
import { type LocalDate, weekday } from '../../kernel/local-date.ts';
import { calendarDate, FIRST_SHORT_YEAR, gregorianYear, isBuddhist } from './calendar-date.ts';
import type { DayOrder } from './day-order.ts';

const THREE = /^(\d{1,4}) ?([-/. ]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?$/;
const CJK =
  /^((?:令和|平成) ?(?:元|\d{1,2})|民[国國] ?\d{2,3}|\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]? ?(?:\(?(?:星期|礼拜|週|周)?([一二三四五六日天月火水木金土월화수목금토일])(?:曜日?|요일)?\)?)?$/;
const CJK_WEEKDAYS = ['一月월', '二火화', '三水수', '四木목', '五金금', '六土토', '日天일'];
const VIETNAMESE = /^(?:ngày ?)?(\d{1,2}) ?tháng ?(\d{1,2}),? ?năm ?(\d{4})$/i;
const NO_YEAR = /^\d{1,2} ?[-/.] ?\d{1,2}\.?$/;

type Read = E.Either<string, LocalDate>;

/**
 * A date in figures, or null when the text is none. With a four-digit year first the order is year, month, day. With the
 * year last, points mean day first (nobody writes `04.13.2026`); other separators are read by the day order, else by
 * whichever reading is a real date, and refused when both are and differ.
 */
export const dateInFigures = (text: string, order: DayOrder | undefined): Read | null => {
  const cjk = CJK.exec(text);
  if (cjk) return eastAsian(yearOf(cjk[1] ?? ''), +(cjk[2] ?? 0), +(cjk[3] ?? 0), cjk[4]);
  const [, day, month, year] = VIETNAMESE.exec(text.normalize('NFC')) ?? [];
  if (year !== undefined) return real(calendarDate(Number(year), Number(month), Number(day)));
  if (NO_YEAR.test(text)) return E.left('has no year; write it like 2026-03-09');
  const parts = THREE.exec(text);
  if (!parts) return null;
  const [, first = '', separator = '', middle = '', last = ''] = parts;
  if (first.length === 4) return last.length <= 2 ? real(calendarDate(gregorianYear(+first), +middle, +last)) : null;
  if (first.length === 3 || last.length === 3 || last.length === 1) return null;
  if (last.length === 4)
    return isBuddhist(+last)
      ? real(calendarDate(gregorianYear(+last), +middle, +first))
      : yearLast(+first, +middle, +last, separator, order);
  return twoDigitYear(+first, +middle, +last, order);
};

/** The year before the first of an era: Reiwa, Heisei, the Republic. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 民国: 1911, 民國: 1911 };

const yearOf = (text: string): number => {
  const before = ERAS[text.slice(0, 2)];
  return before === undefined ? gregorianYear(Number(text)) : before + Number(text.slice(2).replace('元', '1'));
};

const eastAsian = (year: number, month: number, day: number, named: string | undefined): Read => {
  const date = calendarDate(year, month, day);
  const isOwn = date === null || named === undefined || CJK_WEEKDAYS[weekday(date) - 1]?.includes(named);
  return isOwn ? real(date) : E.left(`names another weekday than ${date} has`);
};

const yearLast = (
  first: number,
  second: number,
  year: number,
  separator: string,
  order: DayOrder | undefined,
): Read => {
  const dayFirst = calendarDate(year, second, first);
  const monthFirst = calendarDate(year, first, second);
  if (dayFirst === null || monthFirst === null || dayFirst === monthFirst) return real(dayFirst ?? monthFirst);
  if (separator === '.') return order === 'mdy' ? either(dayFirst, monthFirst) : E.right(dayFirst);
  if (order === 'dmy') return E.right(dayFirst);
  return order === 'mdy' ? E.right(monthFirst) : either(dayFirst, monthFirst);
};

/** `26-03-09` may begin or end with the year: only a configured order tells, and only if it gives a year of our time. */
const twoDigitYear = (first: number, second: number, third: number, order: DayOrder | undefined): Read => {
  if (order === undefined) return E.left('has a year of two digits; write it in full, like 2026-03-09');
  const year = order === 'ymd' ? first : third;
  if (year < FIRST_SHORT_YEAR)
    return E.left(`would be of the year 20${String(year).padStart(2, '0')}; write the year in full`);
  if (order === 'ymd') return real(calendarDate(2000 + first, second, third));
  return real(order === 'dmy' ? calendarDate(2000 + third, second, first) : calendarDate(2000 + third, first, second));
};

const either = (a: LocalDate, b: LocalDate): Read =>
  E.left(`can be read as ${a} or as ${b}; write it in that form, or set "locale" in the config`);

const real = (date: LocalDate | null): Read =>
  date === null ? E.left('is not a day between 2000 and 2099; write it like 2026-03-09') : E.right(date);
