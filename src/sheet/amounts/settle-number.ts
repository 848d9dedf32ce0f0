import * as E from 'fp-ts/lib/Either.js';
import type { CurrencyMark } from './currency-marks.ts';
import type { Separator } from './decimal-separator.ts';
import { numberShape, type Plain } from './number-shape.ts';

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
