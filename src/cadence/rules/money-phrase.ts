import { CURRENCY, isCurrencyMark, standsFor } from './currency-sign.ts';
import { NUMBER, numberOf } from './number-words.ts';

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
  const signed = match(SIGNED, text, at);
  if (signed && isCurrencyMark(signed[1] ?? '', settings.currency)) {
    const marks = [signed[1], signed[4]].filter(mark => mark !== undefined && isCurrencyMark(mark, settings.currency));
    const words = marks.length > 1 || signed[4] === undefined ? signed[0] : withoutLast(signed[0], signed[4]);
    return amountOf(at, words, signed[2] ?? '', signed[3], marks, settings);
  }
  const spelt = match(SPELT, text, at);
  if (spelt) return speltAmount(at, spelt, settings);
  const followed = match(FOLLOWED, text, at);
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

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};
