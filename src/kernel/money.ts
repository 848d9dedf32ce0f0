/** An amount in integer minor units (cents) of an ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

const digitsOf = new Map<string, number>();

/** Decimal places of a currency (SGD 2, JPY 0, KWD 3). Throws on a string that is not three letters. */
export const minorDigits = (currency: string): number => {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digitsOf.set(currency, digits);
  return digits;
};

let codes: ReadonlySet<string> | undefined;

/** Upper-case ISO 4217 codes in use. */
export const isCurrency = (code: string): boolean => {
  codes ??= new Set(Intl.supportedValuesOf('currency'));
  return codes.has(code);
};

/** The major-unit number (1234.5 for 123450 SGD minor). Amounts are ranked by it, currency ignored. */
export const majorUnits = ({ minor, currency }: Money): number => minor / 10 ** minorDigits(currency);

/** `SGD 1,200.00`: unambiguous in every language, the form our mails and pages use. */
export const formatMoney = ({ minor, currency }: Money, locale = 'en-US'): string => {
  const digits = minorDigits(currency);
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${currency} ${number.format(minor / 10 ** digits)}`;
};
