import { addDays, daysBetween, isLocalDate, type LocalDate, weekday } from '../../kernel/local-date.ts';
import { later } from '../label/resume/spans-of-time.ts';
import type { NumberOrder } from './cue.ts';
import { agrees, type Mention, type Said } from './date-mention.ts';

const pad = (number: number): string => String(number).padStart(2, '0');

const written = (year: number, month: number, day: number): LocalDate | null => {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isLocalDate(text) ? text : null;
};

/** The date in the given year, else the one nearest after `base`'s year turn: January written in December is next year's. */
const inSomeYear = (month: number, day: number, year: number | null, base: LocalDate): LocalDate | null => {
  if (year !== null) return written(year, month, day);
  const thisYear = Number(base.slice(0, 4));
  const dates = [thisYear - 1, thisYear, thisYear + 1].flatMap(one => written(one, month, day) ?? []);
  const nearest = dates.sort((a, b) => distance(base, a) - distance(base, b))[0];
  return nearest ?? null;
};

/** Days ahead count as they are, days gone by thrice: a date without a year is more likely to come. */
const distance = (base: LocalDate, date: LocalDate): number => {
  const days = daysBetween(base, date);
  return days >= 0 ? days : -3 * days;
};

/** The first day after `base` with this day of the month. */
const nextDay = (day: number, base: LocalDate): LocalDate | null => {
  for (let ahead = 1; ahead <= 62; ahead++) {
    const date = addDays(base, ahead);
    if (Number(date.slice(8)) === day) return date;
  }
  return null;
};

const nextWeekday = (wanted: number, base: LocalDate): LocalDate => {
  const ahead = (((wanted - weekday(base)) % 7) + 7) % 7;
  return addDays(base, ahead === 0 ? 7 : ahead);
};

/** "Next Friday" on a Tuesday may be in three days or in ten; on a Friday or later it is the coming one. */
const nextNamed = (wanted: number, base: LocalDate): LocalDate | null =>
  wanted <= weekday(base) ? nextWeekday(wanted, base) : null;

const numberReadings = (said: Said & { kind: 'numbers' }, order: NumberOrder, base: LocalDate): LocalDate[] => {
  const dayFirst = said.second <= 12 ? inSomeYear(said.second, said.first, said.year, base) : null;
  const monthFirst = said.first <= 12 ? inSomeYear(said.first, said.second, said.year, base) : null;
  const readings = order === 'day-first' ? [dayFirst] : order === 'month-first' ? [monthFirst] : [dayFirst, monthFirst];
  const ordered = readings.filter(date => date !== null);
  // "14/5" has one reading whatever the custom.
  const possible = ordered.length > 0 ? ordered : [dayFirst, monthFirst].filter(date => date !== null);
  return [...new Set(possible)];
};

/** All dates a mention may mean, those on another weekday than the one beside it left out. `base` is the day to look on from. */
export const resolveDate = (mention: Mention, order: NumberOrder, base: LocalDate): readonly LocalDate[] => {
  const { said } = mention;
  const dates = ((): (LocalDate | null)[] => {
    switch (said.kind) {
      case 'day-month':
        return [inSomeYear(said.month, said.day, said.year, base)];
      case 'numbers':
        return numberReadings(said, order, base);
      case 'day':
        return [nextDay(said.day, base)];
      case 'weekday':
        if (mention.weekday === null) return [];
        return [said.next ? nextNamed(mention.weekday, base) : nextWeekday(mention.weekday, base)];
      case 'counted':
        return [later(base, said.count, said.unit)];
      case 'tomorrow':
        return [addDays(base, 1)];
      case 'next-week':
        return [nextWeekday(1, base)];
    }
  })();
  return dates.filter(date => date !== null).filter(date => agrees(mention, date));
};
