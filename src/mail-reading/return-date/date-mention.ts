import { type Language, namesInText } from '../../dates/names.ts';
import { allMatches } from '../../kernel/all-matches.ts';
import {
  addDays,
  daysBetween,
  isLocalDate,
  type LocalDate,
  weekday,
  weekday as weekdayOf,
} from '../../kernel/local-date.ts';
import type { NumberOrder } from './cue.ts';
import { countedSpansIn, later, type Unit } from './spans-of-time.ts';

/** How the locale writes day and month in numbers; `locale` when it is unknown. */
export const orderOfLocale = (locale: string | undefined): NumberOrder => {
  if (locale === undefined) return 'locale';
  try {
    const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
    const day = parts.findIndex(({ type }) => type === 'day');
    return day < parts.findIndex(({ type }) => type === 'month') ? 'day-first' : 'month-first';
  } catch {
    return 'locale';
  }
};

/** The order that other dates of the same text show ("28/4"), if they agree. */
export const orderShown = (mentions: readonly Mention[]): NumberOrder => {
  const shown = new Set(
    mentions.flatMap(({ said }): NumberOrder[] => {
      if (said.kind !== 'numbers' || said.first === said.second) return [];
      if (said.first > 12) return ['day-first'];
      return said.second > 12 ? ['month-first'] : [];
    }),
  );
  const [only] = shown;
  return shown.size === 1 && only ? only : 'locale';
};

/** The languages in which a mail's own text is read for dates. */
const LANGUAGES: readonly Language[] = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'sk',
  'ru',
  'th',
  'id',
  'ja',
  'zh',
  'ko',
  'vi',
];

const months = namesInText('months', LANGUAGES);
const weekdays = namesInText('weekdays', LANGUAGES);

const alternatives = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/\./g, '\\.').replace(/ /g, '\\s'))
    .join('|');

/** Names of two letters are words too ("so", "do"); they name a day only beside a date. */
const LONG_ENOUGH = 3;
const SHORT_WORDS = new Set([
  'man',
  'mer',
  'sun',
  'sat',
  'vie',
  'ven',
  'dom',
  'sam',
  'mon',
  'wed',
  'fre',
  'jue',
  'tis',
  'ons',
  'lun',
  'gio',
  'sab',
  'sex',
  'jeu',
  'dim',
  'fri',
  'segunda',
  'quarta',
  'quinta',
  'sexta',
  'terça',
]);

export const MONTH = alternatives(months.keys());
export const WEEKDAY = alternatives(weekdays.keys());
/** Weekday names that stand for a day even without a date. */
export const WEEKDAY_ALONE = alternatives(
  [...weekdays.keys()].filter(name => (name.length >= LONG_ENOUGH || /[一-龯]/.test(name)) && !SHORT_WORDS.has(name)),
);

/** 1–12; the name in lower case. */
export const monthNumber = (name: string): number | null => months.get(name.replace(/\.$/, '')) ?? null;

/** 1 Monday … 7 Sunday; the name in lower case. */
export const weekdayNumber = (name: string): number | null =>
  weekdays.get(name.replace(/[.,]+$/, '').replace(/\s+/g, ' ')) ?? null;

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

/** What a mention says; parts it leaves out are to be inferred. */
export type Said =
  | { readonly kind: 'day-month'; readonly day: number; readonly month: number; readonly year: number | null }
  /** `5/12`: which is the month is not said. */
  | { readonly kind: 'numbers'; readonly first: number; readonly second: number; readonly year: number | null }
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'weekday'; readonly next: boolean }
  /** "In two weeks", counted from the day of writing. */
  | { readonly kind: 'counted'; readonly count: number; readonly unit: Unit }
  | { readonly kind: 'tomorrow' }
  | { readonly kind: 'next-week' };

/** A date as it stands in a text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly said: Said;
  /** The weekday written beside it: 1 Monday … 7 Sunday. */
  readonly weekday: number | null;
  /** Written as the end of a range ("May 4-15"). */
  readonly endsRange?: boolean;
}

const YEAR = '(?:[\\s,]*(?:de|del|năm|year|พ\\.ศ\\.)?\\s*(\\d{4}))';
const NOT_DIGIT_BEFORE = '(?<![\\d/:]|\\d[.,])';
const MAX_MENTIONS = 200;
const NOT_LETTER = '(?![\\p{L}\\p{M}])';
/** Between words that are parted by spaces; signs of scripts without spaces stand beside each other. */
const LETTER =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])[\\p{L}\\p{M}]';
const WORD_BEGINS = `(?<!${LETTER})`;
const WORD_ENDS = `(?!${LETTER})`;
const ORDINAL = "(?:st|nd|rd|th|er|ère|º|ª|°|\\.|:e|:a|e|de|ste|-?го|-е|(?:\\s*(?:of|de|del|d['’]|di|den)))?";

interface Pattern {
  readonly shape: RegExp;
  readonly endsRange?: boolean;
  readonly read: (groups: readonly (string | undefined)[]) => Said | null;
}

const number = (text: string | undefined): number => Number(text ?? Number.NaN);

/** Four digits as written, two as this century's, Buddhist years as common ones. */
const yearOf = (text: string | undefined): number | null => {
  if (text === undefined) return null;
  const year = Number(text);
  if (text.length === 2) return 2000 + year;
  return year > 2400 ? year - 543 : year;
};

const dayMonth = (day: number, month: number | null, year: number | null): Said | null =>
  month !== null && month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { kind: 'day-month', day, month, year } : null;

/** Read in this order; of two that overlap the one that begins first stands, of two that begin together the earlier here. */
const PATTERNS: readonly Pattern[] = [
  {
    shape: new RegExp(`${NOT_DIGIT_BEFORE}(\\d{4})\\s?[-./]\\s?(\\d{1,2})\\s?[-./]\\s?(\\d{1,2})(?!\\d)`, 'gu'),
    read: ([, year, month, day]) => dayMonth(number(day), number(month), yearOf(year)),
  },
  {
    shape: /(?<!\d)(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日号號일]?(?![間间內内]|\d)/gu,
    read: ([, year, month, day]) => dayMonth(number(day), number(month), yearOf(year)),
  },
  {
    shape: new RegExp(`${NOT_DIGIT_BEFORE}(\\d{1,2})\\s*(?:tháng|thg|th)\\.?\\s*(\\d{1,2})(?!\\d)${YEAR}?`, 'gu'),
    read: ([, day, month, year]) => dayMonth(number(day), number(month), yearOf(year)),
  },
  {
    shape: new RegExp(
      `${NOT_DIGIT_BEFORE}(\\d{1,2})${ORDINAL}\\s*-?(${MONTH})${NOT_LETTER}\\.?(?:-?${YEAR})?(?!\\d)`,
      'gu',
    ),
    read: ([, day, month, year]) => dayMonth(number(day), monthNumber(month ?? ''), yearOf(year)),
  },
  {
    // "May 4-15": the end of the range, the month carried over.
    endsRange: true,
    shape: new RegExp(
      `(?<![\\p{L}\\p{M}])(${MONTH})\\.?\\s*\\d{1,2}(?:st|nd|rd|th)?\\s*(?:-|–|—|to|through|thru|until)\\s*(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s*(\\d{4}))?`,
      'gu',
    ),
    read: ([, month, day, year]) => dayMonth(number(day), monthNumber(month ?? ''), yearOf(year)),
  },
  {
    shape: new RegExp(
      `(?<![\\p{L}\\p{M}])(${MONTH})\\.?\\s*(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s*(\\d{4})(?!\\d))?`,
      'gu',
    ),
    read: ([, month, day, year]) => dayMonth(number(day), monthNumber(month ?? ''), yearOf(year)),
  },
  {
    shape: new RegExp(`${NOT_DIGIT_BEFORE}(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2}(?!\\d)))?(?!\\d)`, 'gu'),
    read: ([, day, month, year]) => dayMonth(number(day), number(month), yearOf(year)),
  },
  {
    shape: new RegExp(
      `${NOT_DIGIT_BEFORE}(\\d{1,2})\\.(0[1-9]|1[0-2])(?![\\d:]|\\s?(?:uhr|h(?![\\p{L}])|kr|eur|€|%))`,
      'gu',
    ),
    read: ([, day, month]) => dayMonth(number(day), number(month), null),
  },
  {
    shape: new RegExp(`${NOT_DIGIT_BEFORE}(?!24/7)(\\d{1,2})([/-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/-])`, 'gu'),
    read: ([, first, , second, year]) => numbers(number(first), number(second), yearOf(year)),
  },
  {
    shape: new RegExp(`${NOT_DIGIT_BEFORE}(?!24/7)(\\d{1,2})/(\\d{1,2})(?![\\d/%])`, 'gu'),
    read: ([, first, second]) => numbers(number(first), number(second), null),
  },
  {
    shape:
      /(?<![\p{L}\p{M}\d])(?:the|den|der|dem|am|le|el|el\sdía|il|dia|día|op|d\.|tgl\.?|tanggal|ngày|วันที่|zum)\s(\d{1,2})(?:st|nd|rd|th|\.|e|:e|º)?(?![\d:.,%/]\d|[:\d%]|\s?(?:uhr|h(?![\p{L}])|am(?![\p{L}])|pm(?![\p{L}])|o['’]clock|heures|horas|ore|days|tage|jours|días|giorni|weeks|wochen))/gu,
    read: ([, day]) => dayOnly(number(day)),
  },
  {
    shape: new RegExp(`${NOT_DIGIT_BEFORE}(\\d{1,2})(?:st|nd|rd|th|-?го|\\sчисла|:e)${NOT_LETTER}`, 'gu'),
    read: ([, day]) => dayOnly(number(day)),
  },
  {
    shape: /(?<![\d月月월])(\d{1,2})\s?[日号號일](?![間间內内동간本])/gu,
    read: ([, day]) => dayOnly(number(day)),
  },
  {
    shape: new RegExp(
      `${WORD_BEGINS}((?:next|coming|this coming|nächsten|kommenden|prochain|próximo|prossimo|volgende|komende|nästa|næste|neste|przyszły|следующ(?:ий|ую|ее)|下|来|來|다음)\\s?(?:주\\s)?)?(${WEEKDAY_ALONE})${WORD_ENDS}(\\s(?:prochain|próximo|prossimo|que viene))?`,
      'gu',
    ),
    read: ([, before, , after]) => ({ kind: 'weekday', next: before !== undefined || after !== undefined }),
  },
  {
    shape: new RegExp(
      `${WORD_BEGINS}(?:tomorrow|morgen(?!\\s?s)|demain|mañana|domani|amanhã|imorgon|i\\smorgon|i\\smorgen|huomenna|jutro|завтра|明日|明天|내일|ngày mai|besok|พรุ่งนี้)${WORD_ENDS}`,
      'gu',
    ),
    read: () => ({ kind: 'tomorrow' }),
  },
  {
    shape: new RegExp(
      `${WORD_BEGINS}(?:next week|nächste[rn]? woche|kommende[rn]? woche|la semaine prochaine|la próxima semana|la semana que viene|la settimana prossima|la prossima settimana|na próxima semana|semana que vem|volgende week|nästa vecka|næste uge|neste uke|ensi viikolla|w przyszłym tygodniu|на следующей неделе|下周|下週|来週|다음 ?주|tuần sau|minggu depan|สัปดาห์หน้า)${WORD_ENDS}`,
      'gu',
    ),
    read: () => ({ kind: 'next-week' }),
  },
];

const numbers = (first: number, second: number, year: number | null): Said | null => {
  const inRange = first >= 1 && second >= 1 && Math.min(first, second) <= 12 && Math.max(first, second) <= 31;
  return inRange ? { kind: 'numbers', first, second, year } : null;
};

const dayOnly = (day: number): Said | null => (day >= 1 && day <= 31 ? { kind: 'day', day } : null);

const ARTICLE = '(?:\\(?(?:the|den|der|dem|d\\.|le|el|il|dia|día|ngày|วันที่|ที่|tgl|tanggal)\\s)?';
/** A name of two letters ("Do", "so") is a word as well, unless a full stop or comma follows it. */
const BEFORE = new RegExp(
  `${WORD_BEGINS}(${WEEKDAY})((?<=[\\p{L}\\p{M}]{3})[.,]?|(?<=[一-龯])|[.,])\\s*${ARTICLE}\\s*$`,
  'u',
);
const AFTER = new RegExp(`^\\s*[(（]\\s*(${WEEKDAY}|[月火水木金土日一二三四五六월화수목금토일])[.]?\\s?[)）]`, 'u');
const ONE_SIGN = ['月一월', '火二화', '水三수', '木四목', '金五금', '土六토', '日天일'];
const NEAR = 28;

interface Beside {
  readonly weekday: number | null;
  readonly start: number;
  readonly end: number;
}

/** The weekday written just before ("Monday, 4 May") or in brackets after ("5月4日（月）"), and the span with it. */
const besides = (text: string, start: number, end: number): Beside => {
  const before = BEFORE.exec(text.slice(Math.max(0, start - NEAR), start));
  if (before?.[1] !== undefined) return { weekday: weekdayNumber(before[1]), start: start - before[0].length, end };
  const after = AFTER.exec(text.slice(end, end + NEAR));
  if (after?.[1] === undefined) return { weekday: null, start, end };
  const name = after[1];
  const sign = ONE_SIGN.findIndex(signs => signs.includes(name));
  return { weekday: sign >= 0 ? sign + 1 : weekdayNumber(name), start, end: end + after[0].length };
};

/** All dates in a text that is in lower case, left to right, none overlapping. */
export const dateMentions = (text: string): Mention[] => withoutOverlaps(datesIn(text));

/** The same with "in two weeks" and its kin. */
export const datesAndCounts = (text: string): Mention[] => {
  const dates = datesIn(text);
  // "In two weeks, on 18 May": the date says what was counted roughly.
  const dated = (end: number): boolean => dates.some(({ start }) => start >= end && start - end <= BESIDE_A_COUNT);
  return withoutOverlaps([...dates, ...counts(text).filter(({ end }) => !dated(end))]);
};

const BESIDE_A_COUNT = 8;

const datesIn = (text: string): Mention[] => {
  const found: Mention[] = [];
  for (const { shape, read, endsRange } of PATTERNS)
    for (const match of allMatches(text, shape)) {
      const said = read(match);
      if (said === null) continue;
      const end = match.index + match[0].length;
      const named = said.kind === 'weekday';
      const span = named
        ? { weekday: weekdayNumber(match[2] ?? ''), start: match.index, end }
        : besides(text, match.index, end);
      found.push(endsRange === true ? { ...span, said, endsRange } : { ...span, said });
    }
  return found;
};

/** "Within two days of my return" and "an answer within a day" speak of an answer. */
const OF_AN_ANSWER = /^(?:within|binnen|innerhalb)/u;
const BACK = /^(?:again|back) /u;

const counts = (text: string): Mention[] =>
  countedSpansIn(text).flatMap(({ start, end, count, unit }) => {
    const words = text.slice(start, end);
    const lead = BACK.exec(words)?.[0].length ?? 0;
    if (OF_AN_ANSWER.test(words.slice(lead))) return [];
    return [{ start: start + lead, end, said: { kind: 'counted', count, unit }, weekday: null }];
  });

/** Of mentions that overlap, the one that says more stands, then the one that begins first. */
const withoutOverlaps = (found: readonly Mention[]): Mention[] => {
  const weight = ({ said }: Mention): number => (said.kind === 'day-month' || said.kind === 'numbers' ? 0 : 1);
  const kept: Mention[] = [];
  for (const mention of [...found].sort((a, b) => weight(a) - weight(b) || a.start - b.start || b.end - a.end))
    if (!kept.some(other => mention.start < other.end && other.start < mention.end)) kept.push(mention);
  return kept.sort((a, b) => a.start - b.start).slice(0, MAX_MENTIONS);
};

/** Does the date fall on the weekday written beside it? */
export const agrees = (mention: Mention, date: LocalDate): boolean =>
  mention.said.kind === 'weekday' || mention.weekday === null || weekdayOf(date) === mention.weekday;
