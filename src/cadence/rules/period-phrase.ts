import { NUMBER, numberOf, ORDINAL } from './number-words.ts';

/** Days found at a place. `bare`: numbers without a unit, such as `3/7`. */
export interface Period {
  readonly days: readonly number[];
  readonly bare: boolean;
  /** Written "a week" or "a day". */
  readonly rate?: boolean;
  readonly next: number;
  readonly fault?: string;
}

const LINK = ' ?(?:, and|, then|,|and then|and|then|&|\\/|\\+|plus) ?';
/** More days than any cadence holds; a limit keeps long lists from being read again and again. */
const MOST = 14;
const NUMBERS = `${NUMBER}(?:${LINK}${NUMBER}){0,${MOST}}`;
const UNIT = '(calendar )?(days?|d|weeks?|wks?|fortnights?|hours?|hrs?)(?![a-z])';

const COUNTED = new RegExp(`(${NUMBERS})(?: |-)?${UNIT}`, 'y');
const ONE = /(?:an? (?:whole |full )?|(?<=\banother ))(day|week|fortnight)(?![a-z])/y;
const NAMED = new RegExp(`days? (${NUMBERS})(?!\\d| ?[ap]\\.?m\\b)`, 'y');
const ORDINAL_DAYS = new RegExp(`(${ORDINAL}(?:${LINK}(?:on )?(?:the )?${ORDINAL}){0,${MOST}}) days?(?![a-z])`, 'y');
const HYPHENATED = /(\d{1,3})-(\d{1,3})(?=(?: days?)?(?:[ -]?(?:day )?(?:cadence|rhythm|schedule|pattern)))/y;
const BARE =
  /\d{1,3}(?:(?: ?\/ ?\d{1,3}){1,14}|(?:-\d{1,3}){2,14}|(?:,\d{1,2}(?!\d)){1,14}(?: and \d{1,3})?|(?:, \d{1,3}){0,14},? (?:and|&) \d{1,3})(?![\d,./:-]*\d| ?(?:[ap]\.?m\b|o'clock|%|k\b|nudge|times\b|working|business|week|month|hour|minute|year))/y;
const AFTER_BETWEEN = /\bbetween $/;

/** `3 days`, `3, 7 and 14 days`, `two weeks`, `a fortnight`, `48 hours`, `days 3 and 7`, `3/7`, `3-7-14`, or null. */
export const periodAt = (text: string, at: number): Period | null => {
  const counted = match(COUNTED, text, at);
  if (counted) return inDays(at, counted[0], numbersIn(counted[1], NUMBER), counted[3] ?? 'day');
  const one = match(ONE, text, at);
  if (one) return { ...inDays(at, one[0], [1], one[1] ?? 'day'), rate: true };
  const named = match(NAMED, text, at) ?? null;
  if (named) return { days: numbersIn(named[1], NUMBER), bare: false, next: at + named[0].length };
  const ordinal = match(ORDINAL_DAYS, text, at);
  if (ordinal) return { days: numbersIn(ordinal[1], ORDINAL), bare: false, next: at + ordinal[0].length };
  const bare = match(HYPHENATED, text, at) ?? match(BARE, text, at);
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

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
