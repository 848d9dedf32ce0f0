import * as E from 'fp-ts/lib/Either.js';
import { isCurrency, type Money, minorDigits } from '../../kernel/money.ts';
import { amountAffixes } from './amount-candidates.ts';
import type { CurrencyMark } from './currency-marks.ts';
import {
  decimalSeparatorOf,
  numberShape,
  type Plain,
  plainNumerals,
  type Separator,
  UNREADABLE,
} from './number-shape.ts';

/** From this many decimals on a number was computed, not typed, and is rounded as a sheet shows it. Three may be a group. */
const COMPUTED = 4;

/** Minor units of a currency. Left: a typed fraction of its smallest coin, or more than a whole number can hold. */
export const toMinor = ({ whole, fraction }: Plain, currency: string): E.Either<string, number> => {
  const digits = minorDigits(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const dropped = fraction.slice(digits);
  if (fraction.length < COMPUTED && !/^0*$/.test(dropped)) {
    return E.left(
      digits === 0
        ? `has decimals, and ${currency} has none`
        : `has a fraction of the smallest ${currency} coin; write at most ${digits} decimals`,
    );
  }
  const minor = Number(whole + kept) + (dropped >= '5' ? 1 : 0);
  return Number.isSafeInteger(minor) ? E.right(minor) : E.left('is too large to be an amount');
};

/** What may decide between two readings of a number. */
export interface Hints {
  /** The decimal separator of the configured locale. */
  readonly decimal?: Separator | undefined;
  /** The currency written beside the number. */
  readonly mark?: CurrencyMark | undefined;
  /** Decimal places of the currency, when it is known. */
  readonly digits?: number | undefined;
  /** The writer showed that there are no decimals: `1.200,-`. */
  readonly whole?: boolean;
}

/**
 * The one number a token stands for. Its shape decides; then the currency written beside it (no yen has decimals,
 * nobody writes dollars with a decimal comma); then the locale. The locale never makes three decimals of a currency that has
 * two: there its word and the shape disagree, and the number is refused as it is without a locale.
 */
export const settleNumber = (token: string, hints: Hints): E.Either<string, Plain> => {
  const shape = numberShape(token);
  if (shape.kind === 'one') return E.right(shape.value);
  if (shape.kind === 'none') return E.left('is not a number in any usual form; write it like 1200.50');
  const { separator, grouped, decimal } = shape;
  const { mark } = hints;
  if (hints.whole || hints.digits === 0) return E.right(grouped);
  if (mark?.decimal && mark.decimal !== separator) return E.right(grouped);
  if (hints.decimal !== undefined && hints.decimal !== separator) return E.right(grouped);
  if (hints.decimal === separator && (hints.digits ?? 2) >= 3) return E.right(decimal);
  const less = decimalText(decimal);
  const plainly = `write ${grouped.whole} or ${twoDecimals(decimal)}`;
  return E.left(
    hints.decimal === separator
      ? `has three decimals where money has two: ${grouped.whole} or ${less} may be meant; ${plainly}`
      : `can be read as ${grouped.whole} or as ${less}; ${plainly}, or set "locale" in the config`,
  );
};

/** `1.20`, `1.23`: nobody takes its point for grouping. */
const twoDecimals = ({ whole, fraction }: Plain): string => `${whole}.${fraction.slice(0, 2).padEnd(2, '0')}`;

/** `1200`, `1.2`: point for the decimals, no needless zeros. */
export const decimalText = ({ whole, fraction }: Plain): string => {
  const decimals = fraction.replace(/0+$/, '');
  return decimals === '' ? whole : `${whole}.${decimals}`;
};

/** The number times a power of ten. */
export const shifted = ({ whole, fraction }: Plain, power: number): Plain =>
  power === 0
    ? { whole, fraction }
    : {
        whole: (whole + fraction.slice(0, power).padEnd(power, '0')).replace(/^0+(?=\d)/, ''),
        fraction: fraction.slice(power),
      };

export interface AmountSettings {
  /** ISO 4217: what an amount without any sign is in. */
  readonly currency: string;
  /** The configured locale; leave it out when it is only a default. */
  readonly locale?: string | undefined;
  /** The code the row's own currency column gives. It must agree with a sign in the amount. */
  readonly stated?: string | undefined;
}

const LONGEST = 100;
const FAST = /^(\d{1,12})(?:\.(\d{1,2}))?$/;
/** `.-` `,-` `.–` `:-` `/-` `,--` `,=`: no cents. */
const WHOLE_MARK = /^(?: ?[.,:] ?[-–=]{1,2}|\/-)/;

/**
 * One amount as people type it, nothing else in the cell: `1.200,00`, `S$1 200`, `12 000 kr`, `₹1,20,000`, `USD 12k`.
 * The left says why not, in words that follow the value. Refused: two readings (`1.200` with no locale), fractions of the
 * smallest coin, zero, less than zero, a currency that is not certain or not the row's own.
 */
export const readAmount = (text: string, settings: AmountSettings): E.Either<string, Money> => {
  const fast = FAST.exec(text);
  const digits = minorDigits(settings.stated ?? settings.currency);
  if (fast && digits === 2) {
    const minor = Number(fast[1]) * 100 + Number((fast[2] ?? '').padEnd(2, '0'));
    return positive(minor, settings.stated ?? settings.currency);
  }
  return readSlowly(text, settings);
};

/** The amount of a cell that arrives as a number: it has one reading, rounded to the smallest coin as a sheet shows it. */
export const amountOfNumber = (value: number, currency: string): E.Either<string, Money> => {
  const scaled = Math.abs(value) * 10 ** minorDigits(currency);
  if (!(scaled <= Number.MAX_SAFE_INTEGER)) return E.left('is too large to be an amount');
  // 1.005 * 100 is 100.49999999999999: look past the noise of binary fractions before rounding half up.
  return positive(Math.sign(value) * Math.round(Number(scaled.toPrecision(15))), currency);
};

const readSlowly = (text: string, settings: AmountSettings): E.Either<string, Money> => {
  if (text.length > LONGEST) return E.left('is too long to be an amount');
  const split = splitAmount(plainNumerals(text).trim());
  if (E.isLeft(split)) return split;
  const { head, number, tail, whole, inParentheses } = split.right;
  const affixes = amountAffixes(head, tail);
  if (E.isLeft(affixes)) return affixes;
  const { marks, negative, shift } = affixes.right;
  if (negative || inParentheses) return E.left('is less than zero; a quote is for more');
  const currency = currencyOf(marks, settings);
  if (E.isLeft(currency)) return currency;
  const digits = minorDigits(currency.right);
  const decimal = decimalSeparatorOf(settings.locale);
  const plain = settleNumber(number, { decimal, mark: marks[0], digits: shift > 0 ? 2 : digits, whole });
  if (E.isLeft(plain)) return plain;
  const minor = toMinor(shifted(plain.right, shift), currency.right);
  return E.isLeft(minor) ? minor : positive(minor.right, currency.right);
};

const positive = (minor: number, currency: string): E.Either<string, Money> => {
  if (minor < 0) return E.left('is less than zero; a quote is for more');
  return minor === 0 ? E.left('is zero; a quote is for more') : E.right({ minor, currency });
};

interface Split {
  readonly head: string;
  readonly number: string;
  readonly tail: string;
  readonly whole: boolean;
  /** `(1,200)`: how bookkeepers write less than zero. */
  readonly inParentheses: boolean;
}

const splitAmount = (text: string): E.Either<string, Split> => {
  if (text.includes(UNREADABLE)) return E.left('holds a sign that is no decimal digit; write it like 1200.50');
  if (text.includes('%')) return E.left('is a percentage, not an amount');
  if (/\d ?[eE] ?[+-]?\d/.test(text)) return E.left('is in scientific notation; write all its digits');
  const first = text.search(/\d/);
  if (first < 0) return E.left(text === '' ? 'is empty' : 'holds no number; write it like 1200.50');
  const point = first > 0 && /(?:^|[^\p{L}\d])[.,]$/u.test(text.slice(0, first)) ? 1 : 0;
  const start = first - point;
  const end = text.search(/\d\D*$/) + 1;
  const number = text.slice(start, end).replace(/^(\d[\d.,' ]*)€(?=\d\d$)/, (_, euros: string) => `${euros}.`);
  if (!/^[\d.,' \u066b\u066c]+$/.test(number)) return E.left('holds more than one number; write one, like 1200.50');
  const rest = text.slice(end);
  const whole = WHOLE_MARK.test(rest);
  const tail = rest.replace(whole ? WHOLE_MARK : /^[.,](?=\s|$)/, '');
  const euro = number === text.slice(start, end) ? '' : '€';
  const head = `${text.slice(0, start)}${euro}`;
  const inParentheses = head.trimEnd().endsWith('(') && /^[^(]*\)/.test(tail);
  return E.right({ head, number, tail, whole, inParentheses });
};

const currencyOf = (marks: readonly CurrencyMark[], { currency, stated }: AmountSettings): E.Either<string, string> => {
  if (marks.length === 0) return E.right(stated ?? currency);
  const codes = marks.reduce<readonly string[]>(
    (both, mark) => both.filter(code => mark.codes.includes(code)),
    marks[0]?.codes ?? [],
  );
  const [usual] = codes;
  if (usual === undefined) return E.left('names two currencies');
  if (stated !== undefined) {
    return codes.includes(stated) ? E.right(stated) : E.left(`is in ${usual}, where the sheet says ${stated}`);
  }
  if (codes.includes(currency)) return E.right(currency);
  if (!marks.some(mark => mark.sure) && codes.length > 1) {
    return E.left(`may be in ${codes.slice(0, 3).join(', ')} …; name the currency in the currency column`);
  }
  return isCurrency(usual) ? E.right(usual) : E.left('is in no ISO 4217 currency');
};
