import * as E from 'fp-ts/lib/Either.js';
import { minorDigits } from '../../kernel/money.ts';
import { amountCandidates, type Candidate } from './amount-candidates.ts';
import type { CurrencyMark } from './currency-marks.ts';
import { decimalSeparatorOf, plainNumerals, type Separator } from './number-shape.ts';
import { decimalText, settleNumber, shifted } from './read-amount.ts';

export interface FindSettings {
  /** The configured locale, or that of the document's language; leave it out when it is only a default. */
  readonly locale?: string | undefined;
  /** The decimal separator where it is known without a locale. Wins over `locale`. */
  readonly decimal?: Separator | undefined;
}

/** An amount found in running text. */
export interface FoundAmount {
  /** The number in plain decimal: `1200`, `-12.5`. Exact, not rounded to a currency. */
  readonly value: string;
  /** What stood beside it to say its currency. */
  readonly mark: CurrencyMark | null;
  /** The number's digits and separators as the text has them, made plain (`plainNumerals`). */
  readonly words: string;
}

const MAX_TEXT = 20_000;
const FREE = /^[\W_]*(?:free|gratis|kostenlos|gratuit)[\W_]*$/i;
/** A minus sign is neither a bullet nor a dash, and after a label's colon a dash is a minus: the space behind does not make the sum positive. */
const MINUS_APART =
  /((?:^|[\n(\p{Sc}])[^\S\n]{0,8})\u2212[^\S\n]+(?=[\p{L}\p{Sc}\d])|(?<=:[^\S\n]{0,8})[-\u2013\u2212][^\S\n]+(?=[\p{L}\p{Sc}\d])|(?<=\p{L}[^\S\n]{1,3})\u2212[^\S\n]+(?=[\p{Sc}\d]|\p{Lu}{3}[^\S\n]?\d)/gu;
const RANGE = /^\s?(?:-|–|to|bis|à|a|до|do|~)\s?$/iu;

/**
 * The price in a piece of running text: the first number with a currency beside it, else the first that is no percentage,
 * date, time or part of a code; of a range the lower end. Looser than `readAmount` about what stands around the number, as
 * strict about the number itself: one with two readings is refused (left), never guessed.
 */
export const findAmount = (text: string, settings: FindSettings = {}): E.Either<string, FoundAmount> => {
  const plain = plainNumerals(text.slice(0, MAX_TEXT).replace(MINUS_APART, '$1-'));
  const chosen = choose(plain, amountCandidates(plain));
  if (chosen) return amountOf(chosen, settings);
  return FREE.test(plain) ? E.right({ value: '0', mark: null, words: plain.trim() }) : E.left('holds no amount');
};

const choose = (text: string, candidates: readonly Candidate[]): Candidate | undefined => {
  const [first, second] = candidates;
  if (!first || first.mark) return first;
  const isRange =
    second?.mark !== undefined && RANGE.test(text.slice(first.end, second.start)) && !isMore(first, second);
  return isRange ? first : (candidates.find(({ mark }) => mark) ?? first);
};

/** `8812 - 45,00 €` goes down: the first is a number of something. */
const isMore = ({ token: a }: Candidate, { token: b }: Candidate): boolean =>
  /^\d+$/.test(a) && Number(a) > Number(/^\d+/.exec(b.replace(/[ ']/g, '').replace(/[.,](?=\d{3}(?!\d))/g, ''))?.[0]);

const amountOf = (candidate: Candidate, settings: FindSettings): E.Either<string, FoundAmount> => {
  const { token, mark, negative, shift, broken, whole } = candidate;
  if (broken) return E.left(`"${token}" runs on into other signs`);
  const decimal = settings.decimal ?? decimalSeparatorOf(settings.locale);
  const digits = mark?.sure ? minorDigits(mark.codes[0] ?? '') : undefined;
  return E.map((number: Parameters<typeof decimalText>[0]) => {
    const value = decimalText(shifted(number, shift));
    return { value: negative && value !== '0' ? `-${value}` : value, mark: mark ?? null, words: token };
  })(settleNumber(token, { decimal, mark, digits: shift > 0 ? 2 : digits, whole }));
};
