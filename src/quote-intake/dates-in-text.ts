import * as E from 'fp-ts/lib/Either.js';
import { monthNamed, weekdayNamed } from '../dates/names.ts';
import { addDays, type LocalDate, toDayNumber } from '../kernel/local-date.ts';
import type { DayOrder } from '../sheet/dates/day-order.ts';
import { readDate } from '../sheet/dates/read-date.ts';

/** A date as a text has it. */
export interface WrittenDate {
  /** What it can mean; two for `03/04/2026` where nothing tells the order, none for a day that is not on the calendar. */
  readonly readings: readonly LocalDate[];
  /** Day and month without a year; `readings` is empty. */
  readonly yearless: { readonly month: number; readonly day: number } | null;
  /** Written in figures with the year last, so that it may tell the order: the two numbers before it. */
  readonly figures: readonly [number, number] | null;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const OF = "(?:(?:of|de|del|di|do|den|der|d')\\s)?";
const WEEKDAY = '(?:(?<weekday>\\p{L}{2,13}(?:-feira)?)\\.?,?\\s(?:(?:den|the|le|el|il|d\\.)\\s)?)?';
const DAY = '\\d{1,2}(?:st|nd|rd|th|er|ère|e|º|ª|°)?\\.?';
const MONTH = '(?<month>[\\p{L}\\p{M}]{3,13})\\.?';
const YEAR = "(?:\\d{4}|'\\d{2})";
const FIGURES =
  '(?<![\\p{L}\\d/.-])(?:\\d{4}(?<s1>[-/.]) ?\\d{1,2}\\k<s1> ?\\d{1,2}|(?<a>\\d{1,2}) ?(?<s2>[-/.]) ?(?<b>\\d{1,2}) ?\\k<s2> ?(?:\\d{4}|\\d{2}))(?![\\d]|[-/.]\\d|\\p{L})';
const VIETNAMESE = '(?:[Nn]g[aà]y )?\\d{1,2} th[aá]ng \\d{1,2},? n[aă]m \\d{4}';
const CJK =
  '(?:(?:令和|平成) ?(?:元|\\d{1,2})|民[国國] ?\\d{2,3}|\\d{4}) ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日号號일]?';
const CJK_END = '(?<y5>\\d{4}) ?[年년] ?(?<m5>\\d{1,2}) ?[月월] ?(?:末日?|底|말일?)';
const DAY_FIRST = `(?<![\\p{L}\\d/.,-])${WEEKDAY}${DAY}[\\s/-]{0,2}${OF}${MONTH}(?:[\\s,/-]{1,2}${OF}(?<y1>${YEAR}|\\d{2}(?=$|[\\s).,;])))?(?![\\p{L}\\d])`;
const MONTH_FIRST = MONTH.replace('month', 'month2');
const AMERICAN = `(?<![\\p{L}\\d/.-])${WEEKDAY.replace('weekday', 'weekday2')}${MONTH_FIRST}\\s(?:the )?${DAY}(?:,?\\s(?<y2>${YEAR}))?(?![\\p{L}\\d:])`;
const YEAR_FIRST = `(?<![\\p{L}\\d/.,-])(?<y3>\\d{4})\\.?\\s${MONTH.replace('month', 'month3')}\\s\\d{1,2}\\.?(?![\\p{L}\\d])`;
const LAST_OF =
  "(?:[Ee]nd of|[Ee]nde|fin de|fin|final(?:es)? de|fine(?: di)?|eind|fim de|slutet av|udgangen af|utgangen av|konca|końca) (?:de |d'|di |of )?";
const MONTH_END = `(?<![\\p{L}\\d])(?<end>${LAST_OF})(?!des )${MONTH.replace('month', 'month4')}(?:,? (?<y4>${YEAR}))?(?![\\p{L}\\d])`;
const DATES = new RegExp(
  `${CJK_END}|(?<cjk>${CJK}|${VIETNAMESE})|(?<fig>${FIGURES})|${MONTH_END}|${YEAR_FIRST}|${DAY_FIRST}|${AMERICAN}`,
  'gu',
);

/** Every date of a text, in order, in figures or words, with or without a year. */
export const datesIn = (text: string, order: DayOrder | undefined): WrittenDate[] => {
  DATES.lastIndex = 0;
  const found: WrittenDate[] = [];
  for (let hit = DATES.exec(text); hit; hit = DATES.exec(text)) {
    const date = written(hit, order) ?? monthFirstAt(text, hit.index, order);
    if (date) {
      found.push(date);
      DATES.lastIndex = date.end;
    }
    // A word that is no month may hide a date behind it: look again from the next word on.
    else DATES.lastIndex = hit.index + (/^\S+\s*/.exec(hit[0])?.[0].length ?? 1);
  }
  return found;
};

const AT_PLACE = new RegExp(AMERICAN, 'uy');
/** "Nov 15. Our": what looked like the day before a month was the day after one. */
const monthFirstAt = (text: string, index: number, order: DayOrder | undefined): WrittenDate | null => {
  AT_PLACE.lastIndex = index;
  const hit = AT_PLACE.exec(text);
  return hit && written(hit, order);
};

const written = (hit: RegExpExecArray, order: DayOrder | undefined): WrittenDate | null => {
  const { cjk, fig, month, month2, month3, weekday, weekday2, y1, y2, y3, a, b } = hit.groups ?? {};
  const words = hit[0];
  const place = { words, start: hit.index, end: hit.index + words.length };
  if (cjk !== undefined || fig !== undefined) {
    const readings = readingsOf(words.replace(/ (?=[-/.\d])|(?<=[-/.]) /g, ''), order);
    return { ...place, readings, yearless: null, figures: a === undefined ? null : [Number(a), Number(b)] };
  }
  const { end, month4, y4, y5, m5 } = hit.groups ?? {};
  if (y5 !== undefined) return { ...place, ...monthEnd(Number(m5), y5), figures: null };
  const number = monthNamed(month ?? month2 ?? month3 ?? month4 ?? '');
  if (number === undefined) return null;
  if (end !== undefined) return { ...place, ...monthEnd(number, y4), figures: null };
  const named = weekday ?? weekday2;
  // Abbreviated days are written large: "do 31 października" is no Thursday.
  if (named !== undefined && /^\p{Ll}{2}$/u.test(named)) return null;
  if (named !== undefined && weekdayNamed(named) === undefined) return null;
  if (y1 === undefined && y2 === undefined && y3 === undefined) {
    const day = Number(/\d{1,2}/.exec(words)?.[0]);
    return day >= 1 && day <= 31 ? { ...place, readings: [], yearless: { month: number, day }, figures: null } : null;
  }
  const plain = words.replace(/(?<=\p{L})\/|\/(?=\p{L})/gu, ' ');
  return { ...place, readings: readingsOf(plain, order), yearless: null, figures: null };
};

/** `end of March`: its last day, in the year if one is said. Day 0 stands for the last. */
const monthEnd = (month: number, year: string | undefined): Pick<WrittenDate, 'readings' | 'yearless'> =>
  year === undefined
    ? { readings: [], yearless: { month, day: 0 } }
    : { readings: [lastDay(Number(year.replace("'", '20')), month)], yearless: null };

const lastDay = (year: number, month: number): LocalDate => addDays(addMonths(`${year}-${two(month)}-01`, 1), -1);

const two = (number: number): string => String(number).padStart(2, '0');

const readingsOf = (words: string, order: DayOrder | undefined): readonly LocalDate[] => {
  // With points the day stands first everywhere.
  const open: readonly (DayOrder | undefined)[] = words.includes('.') ? [undefined, 'dmy'] : [undefined, 'dmy', 'mdy'];
  const orders = order ? [order] : open;
  const dates = orders.flatMap(dayOrder => {
    const read = readDate(words, { dayOrder });
    return E.isRight(read) ? [read.right] : [];
  });
  return [...new Set(dates)];
};

/** The first day of that month and day on or after `from`. */
export const nextOccurrence = ({ month, day }: { month: number; day: number }, from: LocalDate): LocalDate | null => {
  const year = Number(from.slice(0, 4));
  for (const y of [year, year + 1]) {
    const read = day === 0 ? E.right(lastDay(y, month)) : readDate(`${y}-${two(month)}-${two(day)}`, {});
    if (E.isRight(read) && read.right >= from) return read.right;
  }
  return null;
};

/** Calendar months on: from 31 January one month is the last of February. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-01`;
  const next = `${Math.floor((index + 1) / 12)}-${String(((index + 1) % 12) + 1).padStart(2, '0')}-01`;
  const longest = toDayNumber(next) - toDayNumber(first);
  return addDays(first, Math.min(Number(date.slice(8)), longest) - 1);
};
