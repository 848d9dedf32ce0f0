import { isLocalDate, weekday } from '../kernel/local-date.ts';
import type { Day, Entity } from './entity.ts';

/** Which number comes first in `03/04/2026`; null when no locale is configured. */
export type DayOrder = 'day-first' | 'month-first' | null;

/** Dates found at one place: what they are, joined as the text joins them, and where the text goes on. */
export interface Dates {
  readonly found: readonly (Entity | ', ')[];
  readonly next: number;
}

interface Spot {
  readonly day: Day;
  readonly next: number;
  readonly fault?: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const WEEKDAY = '(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?(?![a-z])\\.?,? (?:the )?)?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?(?![\\da-z])';
const YEAR = '(?:(?:,? (?:of |in )?|-)((?:19|20|21)\\d\\d)(?!\\d|:\\d))?';

const DAY_MONTH = new RegExp(`${WEEKDAY}(?:the )?${DAY}(?: of|-)? ?${MONTH}${YEAR}`, 'y');
const MONTH_DAY = new RegExp(`${WEEKDAY}${MONTH} (?:the )?${DAY}${YEAR}`, 'y');
const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/y;
const NUMERIC = /(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/y;
const LONE_DAY = new RegExp(`(?:the )?${DAY}`, 'y');

const THROUGH =
  / ?(?:-|to and including|up to and including|up to|to|until|till?|through|thru|and ending(?: on)?) ?(?:and including )?(?:the )?/y;
const AND = / and (?:the )?/y;
const LISTED = / ?(?:, and|, or|, nor|,|and|or|nor|&|\/) ?(?:on )?(?:the )?/y;

/** The date, range of dates or list of days sharing one month (`25 and 26 December`) that begins here, or null. */
export const datesAt = (text: string, at: number, order: DayOrder): Dates | null => {
  const between = match(/between (?:the )?/y, text, at);
  if (between) return rangeAt(text, at + between[0].length, order, AND);
  return rangeAt(text, at, order, THROUGH) ?? sharedMonth(text, at) ?? single(dayAt(text, at, order));
};

const rangeAt = (text: string, at: number, order: DayOrder, through: RegExp): Dates | null => {
  const start = dayAt(text, at, order) ?? loneDay(text, at);
  const link = start && match(through, text, start.next);
  if (!start || !link) return null;
  const then = start.next + link[0].length;
  const end = dayAt(text, then, order) ?? (start.day.month > 0 ? endInSameMonth(text, then, start.day) : null);
  if (!end) return null;
  return { found: [rangeOf(start, end)], next: end.next };
};

/** `Aug 3-14, 2026`: the end has only its day, and perhaps the year. */
const endInSameMonth = (text: string, at: number, start: Day): Spot | null => {
  const lone = loneDay(text, at);
  if (!lone) return null;
  const year = match(/,? ((?:19|20|21)\d\d)(?!\d|:\d)/y, text, lone.next);
  const day = { day: lone.day.day, month: start.month, year: year ? Number(year[1]) : start.year };
  return { day, next: lone.next + (year?.[0].length ?? 0), ...faultOf(day) };
};

const rangeOf = (start: Spot, end: Spot): Entity => {
  const to = end.day;
  const month = start.day.month === 0 ? to.month : start.day.month;
  const turnsYear = month > to.month || (month === to.month && start.day.day > to.day);
  const inferred = to.year !== null && turnsYear && start.day.month > 0 ? to.year - 1 : to.year;
  const from = { day: start.day.day, month, year: start.day.year ?? inferred };
  return {
    kind: 'range',
    from,
    to,
    ...(start.fault === undefined
      ? end.fault === undefined
        ? faultOf(from)
        : { fault: end.fault }
      : { fault: start.fault }),
  };
};

/** `25 and 26 December 2026`, `December 24, 25 and 26, 2026`. */
const sharedMonth = (text: string, at: number): Dates | null => {
  const days: number[] = [];
  let next = at;
  for (;;) {
    const last = match(DAY_MONTH, text, next);
    if (last && days.length > 0) {
      const spot = spotOf(last, next, Number(last[2]), last[3], last[4], last[1]);
      return listOf([...days, spot.day.day], spot.day, spot.next);
    }
    const lone = loneDay(text, next);
    const link = lone && match(LISTED, text, lone.next);
    if (!lone || !link) break;
    days.push(lone.day.day);
    next = lone.next + link[0].length;
  }
  return monthThenDays(text, at);
};

const monthThenDays = (text: string, at: number): Dates | null => {
  const first = match(MONTH_DAY, text, at);
  if (!first || first[4] !== undefined) return null;
  const month = monthOf(first[2]);
  const days = [Number(first[3])];
  let next = at + first[0].length;
  for (;;) {
    const link = match(LISTED, text, next);
    const lone = link && !dayAt(text, next + link[0].length, null) ? loneDay(text, next + link[0].length) : null;
    if (!lone) break;
    days.push(lone.day.day);
    next = lone.next;
  }
  const year = match(/,? ((?:19|20|21)\d\d)(?!\d|:\d)/y, text, next);
  const shared = { month, year: year ? Number(year[1]) : null };
  return days.length < 2 ? null : listOf(days, shared, next + (year?.[0].length ?? 0));
};

const listOf = (days: readonly number[], { month, year }: Pick<Day, 'month' | 'year'>, next: number): Dates => ({
  found: days.flatMap((day, i) => [...(i > 0 ? [', ' as const] : []), dateOf({ day, month, year })]),
  next,
});

const dateOf = (on: Day): Entity => ({ kind: 'date', on, ...faultOf(on) });

const single = (spot: Spot | null): Dates | null =>
  spot && {
    found: [{ kind: 'date', on: spot.day, ...(spot.fault === undefined ? {} : { fault: spot.fault }) }],
    next: spot.next,
  };

const dayAt = (text: string, at: number, order: DayOrder): Spot | null => {
  const iso = match(ISO, text, at);
  if (iso) return spotOf(iso, at, Number(iso[3]), iso[2], iso[1]);
  const numeric = match(NUMERIC, text, at);
  if (numeric) return numericSpot(numeric, at, order);
  const dayMonth = match(DAY_MONTH, text, at);
  if (dayMonth) return spotOf(dayMonth, at, Number(dayMonth[2]), dayMonth[3], dayMonth[4], dayMonth[1]);
  const monthDay = match(MONTH_DAY, text, at);
  return monthDay && spotOf(monthDay, at, Number(monthDay[3]), monthDay[2], monthDay[4], monthDay[1]);
};

/** Above 12 a number can only be a day. Dots are the custom of day-first countries; else only the locale can tell. */
const numericSpot = (parts: RegExpExecArray, at: number, order: DayOrder): Spot => {
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  const custom = parts[2] === '.' ? (order === 'month-first' ? null : 'day-first') : order;
  const read = first > 12 ? 'day-first' : second > 12 ? 'month-first' : custom;
  const [day, month] = read === 'month-first' ? [second, first] : [first, second];
  const spot = spotOf(parts, at, day, String(month), parts[4]);
  if (read !== null || first === second) return spot;
  return { ...spot, fault: `a date with one reading; ${parts[0]} has two: write the month as a word` };
};

const spotOf = (
  parts: RegExpExecArray,
  at: number,
  day: number,
  month: string | undefined,
  year: string | undefined,
  named?: string,
): Spot => {
  const on = { day, month: monthOf(month), year: year === undefined ? null : Number(year) };
  return { day: on, next: at + parts[0].replace(/ $/, '').length, ...faultOf(on, named) };
};

const faultOf = (on: Day, named?: string): { fault?: string } => {
  const iso = isoOf(on);
  // 2024 was a leap year: 29 February may come every year.
  if (!isLocalDate(iso))
    return {
      fault: `a date that exists; ${on.day}/${on.month}${on.year === null ? '' : `/${on.year}`} (day/month) does not`,
    };
  if (named === undefined || on.year === null || weekday(iso) === WEEKDAYS.indexOf(named) + 1) return {};
  return { fault: `a weekday and a date that agree; ${iso} is no ${named}` };
};

/** `YYYY-MM-DD`; a day without a year is put in the leap year 2024. */
export const isoOf = ({ year, month, day }: Day): string =>
  `${year ?? 2024}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const monthOf = (word: string | undefined): number =>
  word !== undefined && /^\d/.test(word) ? Number(word) : MONTHS.indexOf((word ?? '').slice(0, 3)) + 1;

const loneDay = (text: string, at: number): Spot | null => {
  const parts = match(LONE_DAY, text, at);
  return parts && { day: { day: Number(parts[1]), month: 0, year: null }, next: at + parts[0].length };
};

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
