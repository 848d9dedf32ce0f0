import { NUMBER, numberOf } from './number-words.ts';

const HOUR = `(${NUMBER})`;
const MERIDIEM = "(?: ?([ap])\\.? ?m\\b\\.?| ?(?:o'clock )?(in the (?:morning|afternoon|evening)|at night))";

const WORDS = /(?:12 )?(noon|midday|midnight)\b/y;
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
  const word = match(WORDS, text, at);
  if (word) return { time: word[1] === 'midnight' ? '00:00' : '12:00', next: at + word[0].length };
  const twelve = match(TWELVE, text, at);
  if (twelve) return timeOf(at, twelve[0], hourOf(numberOf(twelve[1] ?? ''), isLate(twelve)), twelve[2]);
  const full = match(TWENTY_FOUR, text, at);
  if (full) return timeOf(at, full[0], Number(full[1]), full[2] ?? full[3]);
  const clock = match(OCLOCK, text, at);
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

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
