import * as E from 'fp-ts/lib/Either.js';
import { monthNamed, weekdayNamed } from '../../dates/names.ts';
import { type LocalDate, weekday } from '../../kernel/local-date.ts';
import { calendarDate, FIRST_SHORT_YEAR, gregorianYear } from './calendar-date.ts';

const FILLERS: ReadonlySet<string> = new Set('the of de del den der le la el em o am di da dne en г года р'.split(' '));
const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|re|ère|e|º|ª|°|ème)?\.?$/;
const WORDS = /[\p{L}\p{M}]+\.?|'?\d+(?:st|nd|rd|th|er|re|ère|ème|e|º|ª|°)?\.?(?![\p{L}\d])|\d+|[^\s,/-]/gu;
const SHORT_YEAR = /^'?(\d{2})$/;

type Read = E.Either<string, LocalDate>;

interface Found {
  day?: number;
  month?: number;
  year?: number;
  shortYear?: true;
  weekday?: number;
}

/**
 * A date with its month in words, in any order that leaves no doubt (`3 Mar 2026`, `Mar 3, 2026`, `Mon, 3rd of March 2026`,
 * `3 de marzo de 2026`, `3-Mar-26`), or null when the text is none. A weekday must be the date's own.
 */
export const dateInWords = (text: string): Read | null => {
  const words = text.toLowerCase().replace('-feira', '').match(WORDS) ?? [];
  const found: Found = {};
  for (const [i, word] of words.entries()) {
    if (FILLERS.has(word.replace(/\.$/, ''))) continue;
    if (!take(found, word, words.slice(i + 1))) return null;
  }
  const { day, month, year } = found;
  if (month === undefined || day === undefined) return null;
  if (year === undefined) return E.left('has no year; write it like 2026-03-09');
  if (found.shortYear && year < 2000 + FIRST_SHORT_YEAR)
    return E.left('may begin with its year; write it like 2026-03-09');
  const date = calendarDate(year, month, day);
  if (date === null) return E.left('is not a day between 2000 and 2099; write it like 2026-03-09');
  if (found.weekday !== undefined && weekday(date) !== found.weekday)
    return E.left(`names another weekday than ${date} has`);
  return E.right(date);
};

const take = (found: Found, word: string, rest: readonly string[]): boolean => {
  const month = monthNamed(word);
  const dayName = weekdayNamed(word);
  // `mar` is March to most and Tuesday to some: a weekday when another word is the month.
  const monthElsewhere = rest.some(other => monthNamed(other) !== undefined);
  if (month !== undefined && found.month === undefined && !(dayName !== undefined && monthElsewhere)) {
    found.month = month;
    return true;
  }
  if (dayName !== undefined && found.weekday === undefined) {
    found.weekday = dayName;
    return true;
  }
  return takeNumber(found, word);
};

/** The day comes before a year of two digits, whichever side of them the month is on. */
const takeNumber = (found: Found, word: string): boolean => {
  if (/^\d{4}\.?$/.test(word) && found.year === undefined) {
    found.year = gregorianYear(Number(word.slice(0, 4)));
    return true;
  }
  const day = ORDINAL.exec(word);
  if (day && found.day === undefined) {
    found.day = Number(day[1]);
    return true;
  }
  const year = SHORT_YEAR.exec(word);
  if (year && found.day !== undefined && found.month !== undefined && found.year === undefined) {
    found.year = 2000 + Number(year[1]);
    found.shortYear = true;
    return true;
  }
  return false;
};
