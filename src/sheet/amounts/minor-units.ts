import * as E from 'fp-ts/lib/Either.js';
import { minorDigits } from '../../kernel/money.ts';
import type { Plain } from './number-shape.ts';

/** From this many decimals on, a fraction was computed, not typed: 0.1 + 0.2 is 0.30000000000000004. */
const COMPUTED = 8;

/** Minor units of a currency, exact. Left: a fraction of its smallest coin, or more than a whole number can hold. */
export const toMinor = ({ whole, fraction }: Plain, currency: string): E.Either<string, number> => {
  const digits = minorDigits(currency);
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const dropped = fraction.slice(digits);
  const noise = fraction.length >= COMPUTED && dropped.length > 5;
  const up = noise && /^9{5}/.test(dropped);
  if (!up && !(noise ? /^0{5}/ : /^0*$/).test(dropped)) {
    return E.left(
      digits === 0
        ? `has decimals, and ${currency} has none`
        : `has a fraction of the smallest ${currency} coin; write at most ${digits} decimals`,
    );
  }
  const minor = Number(whole + kept) + (up ? 1 : 0);
  return Number.isSafeInteger(minor) ? E.right(minor) : E.left('is too large to be an amount');
};
