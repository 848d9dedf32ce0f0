import * as E from 'fp-ts/lib/Either.js';
import { minorDigits } from '../../kernel/money.ts';
import type { Plain } from './number-shape.ts';

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
