import { type Money, minorDigits } from '../kernel/money.ts';

/**
 * An amount as plain digits that have one reading in any locale: `1200.50`, `12000` for yen. Where three decimals would
 * stand (dinars) a fourth is added: `1.200` alone might be twelve hundred.
 */
export const amountText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}${digits === 3 ? '0' : ''}`;
};
