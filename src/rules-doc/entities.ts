import { isCurrency } from '../kernel/money.ts';
import { type DayOrder, datesAt } from './date-phrase.ts';
import { type Entity, MAX_ENTITIES, markOf, NUMBER, numberOf, ORDINAL } from './entity.ts';

const DOLLARS =
  'USD SGD AUD CAD NZD HKD TWD BND FJD JMD BBD TTD NAD LRD BSD BZD GYD SRD XCD KYD BMD SBD MXN CLP COP ARS UYU DOP'.split(
    ' ',
  );

/** What a sign or a currency's name may stand for. A bare `$` is every dollar and peso; the configured one decides. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  $: DOLLARS,
  dollar: DOLLARS,
  dollars: DOLLARS,
  bucks: DOLLARS,
  us$: ['USD'],
  s$: ['SGD'],
  sg$: ['SGD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  '€': ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  '£': ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  pound: ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  pounds: ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  quid: ['GBP'],
  '¥': ['JPY', 'CNY'],
  yen: ['JPY'],
  yuan: ['CNY'],
  rmb: ['CNY'],
  '₹': ['INR'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rupee: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rupees: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rm: ['MYR'],
  ringgit: ['MYR'],
  rp: ['IDR'],
  rupiah: ['IDR'],
  '₱': ['PHP'],
  '฿': ['THB'],
  baht: ['THB'],
  '₫': ['VND'],
  dong: ['VND'],
  '₩': ['KRW', 'KPW'],
  '₪': ['ILS'],
  '₺': ['TRY'],
  '₦': ['NGN'],
  '₴': ['UAH'],
  '₽': ['RUB'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  kronor: ['SEK'],
  kroner: ['NOK', 'DKK'],
  fr: ['CHF'],
  francs: ['CHF'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
};

/** Currency codes that are English words or names: read as a currency only where it is the configured one. */
const CURRENCY_WORDS = new Set(
  'ALL TRY TOP MAD CUP GEL PEN COP MOP SOS BOB RON BAM RUB LAK WST MOP SLE TMT'.split(' '),
);

const escaped = (sign: string): string => sign.replace(/[$]/g, '\\$&');

/** Regex source of a sign, a name or three letters that may be a code. */
export const CURRENCY = `(?:${Object.keys(MEANINGS)
  .sort((a, b) => b.length - a.length)
  .map(sign => (/\p{L}$/u.test(sign) ? `${sign}(?![a-z])` : escaped(sign)))
  .join('|')}|[a-z]{3}(?![a-z]))`;

/** True for a sign, a name or a code; false for any other three letters. */
export const isCurrencyMark = (words: string, configured: string): boolean => {
  const code = words.toUpperCase();
  return words in MEANINGS || (isCurrency(code) && (code === configured || !CURRENCY_WORDS.has(code)));
};

/** True where the mark may stand for this currency. */
export const standsFor = (words: string, currency: string): boolean =>
  MEANINGS[words]?.includes(currency) ?? words.toUpperCase() === currency;

/** An amount found at a place, in major units. `plain`: a bare number, perhaps no money at all. */
export interface Amount {
  readonly value: number;
  readonly plain: boolean;
  readonly next: number;
  readonly fault?: string;
}

/** What reads an amount: the configured currency, and the configured locale's decimal sign (null: none is configured). */
export interface MoneySettings {
  readonly currency: string;
  readonly decimal: ',' | '.' | null;
}

const DIGITS =
  "(\\d{1,3}(?:,\\d{2,3})*,\\d{3}(?:\\.\\d+)?|\\d{1,3}(?:[ ']\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:[.,]\\d+)?)(?![\\d])";
const SCALE = '(?: ?(k|thousand|grand|m|mn|mio|million)(?![a-z]))?';

const SIGNED = new RegExp(`(${CURRENCY}) ?${DIGITS}${SCALE}(?:(?:\\.-|,-))?(?: ?(${CURRENCY})(?! ?\\d))?`, 'y');
const FOLLOWED = new RegExp(`${DIGITS}${SCALE}(?: ?(${CURRENCY}))?`, 'y');

const SPELT = new RegExp(`(${NUMBER}|an?) (hundred|thousand|million)(?: (${CURRENCY}))?`, 'y');

/** `$20,000`, `20k`, `S$20 000`, `USD 20000`, `20,000 dollars`, or null. A sign that is not the configured currency's is a fault. */
export const amountAt = (text: string, at: number, settings: MoneySettings): Amount | null => {
  const signed = matchMoney(SIGNED, text, at);
  if (signed && isCurrencyMark(signed[1] ?? '', settings.currency)) {
    const marks = [signed[1], signed[4]].filter(mark => mark !== undefined && isCurrencyMark(mark, settings.currency));
    const words = marks.length > 1 || signed[4] === undefined ? signed[0] : withoutLast(signed[0], signed[4]);
    return amountOf(at, words, signed[2] ?? '', signed[3], marks, settings);
  }
  const spelt = matchMoney(SPELT, text, at);
  if (spelt) return speltAmount(at, spelt, settings);
  const followed = matchMoney(FOLLOWED, text, at);
  if (!followed) return null;
  const mark = followed[3];
  const marked = mark !== undefined && isCurrencyMark(mark, settings.currency);
  const words = marked || mark === undefined ? followed[0] : withoutLast(followed[0], mark);
  return amountOf(at, words, followed[1] ?? '', followed[2], marked ? [mark] : [], settings);
};

/** `five hundred dollars`. */
const speltAmount = (at: number, parts: RegExpExecArray, settings: MoneySettings): Amount => {
  const [words, count = '', scale = '', mark] = parts;
  const marked = mark !== undefined && isCurrencyMark(mark, settings.currency);
  const value = (/^an?$/.test(count) ? 1 : numberOf(count)) * (scale === 'hundred' ? 100 : scaleOf(scale));
  const next = at + (marked || mark === undefined ? words : withoutLast(words, mark)).length;
  const fault = marked && !standsFor(mark, settings.currency) ? { fault: foreignFault(words, settings) } : {};
  return { value, plain: !marked, next, ...fault };
};

const foreignFault = (words: string, { currency }: MoneySettings): string =>
  `an amount in ${currency}, the configured currency; ${words} is another`;

const withoutLast = (words: string, last: string): string => words.slice(0, -last.length).trimEnd();

const amountOf = (
  at: number,
  words: string,
  digits: string,
  scale: string | undefined,
  marks: readonly (string | undefined)[],
  settings: MoneySettings,
): Amount => {
  const value = numberIn(digits, settings.decimal);
  const plain = marks.length === 0 && scale === undefined;
  const next = at + words.length;
  if (value === null) {
    return {
      value: 0,
      plain,
      next,
      fault: `an amount with one reading, such as ${digits.replace(/\D/g, '')}; ${words} has two`,
    };
  }
  const foreign = marks.find(mark => mark !== undefined && !standsFor(mark, settings.currency));
  const fault = foreign && { fault: `an amount in ${settings.currency}, the configured currency; ${words} is another` };
  return { value: value * scaleOf(scale), plain, next, ...fault };
};

const scaleOf = (scale: string | undefined): number =>
  scale === undefined ? 1 : scale === 'k' || scale === 'thousand' || scale === 'grand' ? 1000 : 1_000_000;

/**
 * A comma before three digits groups them, this being English prose; a single dot before three digits does so only
 * where the configured locale says so (`1.200` is 1200 or 1.2), else null.
 */
const numberIn = (digits: string, decimal: ',' | '.' | null): number | null => {
  if (/^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}\.\d{3},\d+$/.test(digits)) return fromContinental(digits);
  if (/^\d{1,3}\.\d{3}$/.test(digits)) return decimal === ',' ? fromContinental(digits) : null;
  const plain = digits.replace(/[ ']/g, '');
  if (/^\d+,\d{1,2}$/.test(plain)) return decimal === '.' ? null : Number(plain.replace(',', '.'));
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
};

const fromContinental = (digits: string): number => Number(digits.replaceAll('.', '').replace(',', '.'));

const matchMoney = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const HOUR = `(${NUMBER})`;
const MERIDIEM = "(?: ?([ap])\\.? ?m\\b\\.?| ?(?:o'clock )?(in the (?:morning|afternoon|evening)|at night))";

const TIME_WORDS = /(?:12 )?(noon|midday|midnight)\b/y;
const TWELVE = new RegExp(`${HOUR}(?:[:.](\\d\\d))?${MERIDIEM}`, 'y');
const TWENTY_FOUR = /(\d{1,2})(?:(?::|h ?)(\d\d)(?::00)?|h\b|:?(\d\d) ?(?:hours|hrs|h)\b)/y;
const OCLOCK = /(\d{1,2}) ?o'clock/y;

/** A time of day found at a place: `HH:MM`, and where the text goes on. */
export interface Time {
  readonly time: string;
  readonly next: number;
  readonly fault?: string;
}

/** `6pm`, `6:30 p.m.`, `18:00`, `18h`, `six in the evening`, `noon`. A bare `6 o'clock` has two readings and is a fault. */
export const timeAt = (text: string, at: number): Time | null => {
  const word = matchTime(TIME_WORDS, text, at);
  if (word) return { time: word[1] === 'midnight' ? '00:00' : '12:00', next: at + word[0].length };
  const twelve = matchTime(TWELVE, text, at);
  if (twelve) return timeOf(at, twelve[0], hourOf(numberOf(twelve[1] ?? ''), isLate(twelve)), twelve[2]);
  const full = matchTime(TWENTY_FOUR, text, at);
  if (full) return timeOf(at, full[0], Number(full[1]), full[2] ?? full[3]);
  const clock = matchTime(OCLOCK, text, at);
  if (!clock) return null;
  const hour = Number(clock[1]);
  const time = timeOf(at, clock[0], hour, undefined);
  return hour > 12 || hour === 0 || time.fault
    ? time
    : { ...time, fault: `am or pm after ${hour}, or a time such as 18:00` };
};

const isLate = (parts: RegExpExecArray): boolean => {
  if (parts[3] !== undefined) return parts[3] === 'p';
  const hour = numberOf(parts[1] ?? '');
  return parts[4] === 'at night' ? hour >= 6 && hour < 12 : parts[4] !== 'in the morning';
};

/** 12 am is midnight, 12 pm noon; `18:00 pm` stays 18. */
const hourOf = (hour: number, late: boolean): number => (hour > 12 ? hour : (hour % 12) + (late ? 12 : 0));

const timeOf = (at: number, words: string, hour: number, minutes: string | undefined): Time => {
  const minute = Number(minutes ?? 0);
  const real = (hour < 24 && minute < 60) || (hour === 24 && minute === 0);
  return {
    time: `${String(hour % 24).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
    next: at + words.length,
    ...(real ? {} : { fault: `a time of day; ${words} is none` }),
  };
};

const matchTime = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** Days found at a place. `bare`: numbers without a unit, such as `3/7`. */
export interface Period {
  readonly days: readonly number[];
  readonly bare: boolean;
  /** Written "a week" or "a day". */
  readonly rate?: boolean;
  readonly next: number;
  readonly fault?: string;
}

const PERIOD_LINK = ' ?(?:, and|, then|,|and then|and|then|&|\\/|\\+|plus) ?';
/** More days than any cadence holds; a limit keeps long lists from being read again and again. */
const MOST = 14;
const NUMBERS = `${NUMBER}(?:${PERIOD_LINK}${NUMBER}){0,${MOST}}`;
const UNIT = '(calendar )?(days?|d|weeks?|wks?|fortnights?|hours?|hrs?)(?![a-z])';

const COUNTED = new RegExp(`(${NUMBERS})(?: |-)?${UNIT}`, 'y');
const ONE = /(?:an? (?:whole |full )?|(?<=\banother ))(day|week|fortnight)(?![a-z])/y;
const NAMED = new RegExp(`days? (${NUMBERS})(?!\\d| ?[ap]\\.?m\\b)`, 'y');
const ORDINAL_DAYS = new RegExp(
  `(${ORDINAL}(?:${PERIOD_LINK}(?:on )?(?:the )?${ORDINAL}){0,${MOST}}) days?(?![a-z])`,
  'y',
);
const HYPHENATED = /(\d{1,3})-(\d{1,3})(?=(?: days?)?(?:[ -]?(?:day )?(?:cadence|rhythm|schedule|pattern)))/y;
const BARE =
  /\d{1,3}(?:(?: ?\/ ?\d{1,3}){1,14}|(?:-\d{1,3}){2,14}|(?:,\d{1,2}(?!\d)){1,14}(?: and \d{1,3})?|(?:, \d{1,3}){0,14},? (?:and|&) \d{1,3})(?![\d,./:-]*\d| ?(?:[ap]\.?m\b|o'clock|%|k\b|nudge|times\b|working|business|week|month|hour|minute|year))/y;
const AFTER_BETWEEN = /\bbetween $/;

/** `3 days`, `3, 7 and 14 days`, `two weeks`, `a fortnight`, `48 hours`, `days 3 and 7`, `3/7`, `3-7-14`, or null. */
export const periodAt = (text: string, at: number): Period | null => {
  const counted = matchPeriod(COUNTED, text, at);
  if (counted) return inDays(at, counted[0], numbersIn(counted[1], NUMBER), counted[3] ?? 'day');
  const one = matchPeriod(ONE, text, at);
  if (one) return { ...inDays(at, one[0], [1], one[1] ?? 'day'), rate: true };
  const named = matchPeriod(NAMED, text, at) ?? null;
  if (named) return { days: numbersIn(named[1], NUMBER), bare: false, next: at + named[0].length };
  const ordinal = matchPeriod(ORDINAL_DAYS, text, at);
  if (ordinal) return { days: numbersIn(ordinal[1], ORDINAL), bare: false, next: at + ordinal[0].length };
  const bare = matchPeriod(HYPHENATED, text, at) ?? matchPeriod(BARE, text, at);
  if (!bare || AFTER_BETWEEN.test(text.slice(Math.max(0, at - 8), at))) return null;
  return { days: numbersIn(bare[0], NUMBER), bare: true, next: at + bare[0].length };
};

const DAYS_IN: Readonly<Record<string, number>> = { d: 1, w: 7, f: 14 };

const inDays = (at: number, words: string, counts: readonly number[], unit: string): Period => {
  const hours = unit.startsWith('h');
  const days = counts.map(count => (hours ? count / 24 : count * (DAYS_IN[unit[0] ?? 'd'] ?? 1)));
  const whole = days.every(Number.isInteger);
  return {
    days: days.map(Math.floor),
    bare: false,
    next: at + words.length,
    ...(whole ? {} : { fault: `whole days; ${words} is none` }),
  };
};

const numbersIn = (words: string | undefined, pattern: string): readonly number[] =>
  (words?.match(new RegExp(pattern, 'g')) ?? []).map(numberOf);

const matchPeriod = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** What values in prose are read by. */
export interface ReadingSettings extends MoneySettings {
  readonly dayOrder: DayOrder;
}

/** A sentence in lower case whose values have become marks; `entities[i]` is what mark `i` stands for. */
export interface Marked {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** The longest name of a known person that begins here, and where the text goes on. */
export type PersonAt = (at: number) => { readonly name: string; readonly next: number } | null;

interface Found {
  readonly found: readonly (Entity | ', ')[];
  readonly next: number;
}

const ADDRESS =
  /(?:mailto:)?([^\s@<>()[\],;:"]{1,64}@[a-z0-9\u0080-\uffff](?:[a-z0-9.\u0080-\uffff-]{0,250}[a-z0-9\u0080-\uffff])?)/y;
const LINK = /(?:https?:\/\/|www\.)[^\s)>]+/y;
const COUNT = new RegExp(NUMBER, 'y');
const RANK = new RegExp(ORDINAL, 'y');

/** Marks every address, date, time, amount, period, count and known person of one sentence, longest reading first. */
export const markEntities = (low: string, settings: ReadingSettings, personAt: PersonAt): Marked => {
  const entities: Entity[] = [];
  const pieces: string[] = [];
  let at = 0;
  while (at < low.length) {
    const hit =
      entities.length < MAX_ENTITIES && startsWord(low, at) ? entityAtPlace(low, at, settings, personAt) : null;
    if (!hit || hit.next <= at) {
      pieces.push(low[at] ?? '');
      at += 1;
      continue;
    }
    for (const piece of hit.found) pieces.push(piece === ', ' ? piece : markOf(piece, entities.push(piece) - 1));
    at = hit.next;
  }
  return { text: pieces.join(''), entities };
};

const startsWord = (text: string, at: number): boolean => {
  const char = text[at] ?? '';
  if (char === ' ') return false;
  const before = text[at - 1] ?? ' ';
  return !/[\p{L}\p{N}]/u.test(before) || !/[\p{L}\p{N}]/u.test(char);
};

/** Words that a date, time, amount, period or count may begin with; three letters may be a currency. */
const BEGINS = new RegExp(
  `(?:[^a-z]|the |an? |another |between |days? |${ORDINAL}|${NUMBER}|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|noon|mid|[a-z]{1,4}[$. ]?\\d|dollars?|euros?|pounds?)`,
  'y',
);

const entityAtPlace = (text: string, at: number, settings: ReadingSettings, personAt: PersonAt): Found | null => {
  const address = text.includes('@', at) ? match(ADDRESS, text, at) : null;
  if (address) return one({ kind: 'address', address: address[1] ?? '' }, at + address[0].length);
  const link = match(LINK, text, at);
  if (link) return one({ kind: 'link' }, at + link[0].length);
  const person = personAt(at);
  if (!match(BEGINS, text, at)) return person && one({ kind: 'person', name: person.name }, person.next);
  const dates = datesAt(text, at, settings.dayOrder);
  if (dates) return dates;
  if (person) return one({ kind: 'person', name: person.name }, person.next);
  const time = timeAt(text, at);
  if (time) return one({ kind: 'time', time: time.time, ...faultOf(time) }, time.next);
  const period = periodAt(text, at);
  if (period) return one(entityOfPeriod(period), period.next);
  const rank = match(RANK, text, at);
  if (rank) return one({ kind: 'ordinal', value: numberOf(rank[0]) }, at + rank[0].length);
  const amount = amountAt(text, at, settings);
  if (amount) {
    const { value } = amount;
    return one({ kind: amount.plain ? 'number' : 'money', value, ...faultOf(amount) }, amount.next);
  }
  const count = match(COUNT, text, at);
  return count && one({ kind: 'number', value: numberOf(count[0]) }, at + count[0].length);
};

const entityOfPeriod = (period: Period): Entity =>
  period.bare
    ? { kind: 'bareDays', days: period.days }
    : { kind: 'days', days: period.days, rate: period.rate ?? false, ...faultOf(period) };

const one = (entity: Entity, next: number): Found => ({ found: [entity], next });

const faultOf = ({ fault }: { readonly fault?: string }): { readonly fault?: string } =>
  fault === undefined ? {} : { fault };

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
