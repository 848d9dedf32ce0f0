/** An amount in integer minor units (cents) of an ISO 4217 currency. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/**
 * ISO 4217's minor units where they are not two. A table of our own: the platform's figures are those of display
 * (none for IDR or HUF) and change with its updates, but what stored minor units mean must not.
 */
const NOT_TWO = new Map<string, number>([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map(code => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map(code => [code, 3] as const),
  ...'CLF UYW'.split(' ').map(code => [code, 4] as const),
]);

/** Decimal places of a currency: SGD 2, JPY 0, KWD 3. */
export const minorDigits = (currency: string): number => NOT_TWO.get(currency) ?? 2;

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
  return `${currency} ${numberFormat(locale, digits).format(minor / 10 ** digits)}`;
};

const MAX_FORMATS = 100;
const formats = new Map<string, Intl.NumberFormat>();

/** Made once: making one takes a hundred times as long as using it. */
const numberFormat = (locale: string, digits: number): Intl.NumberFormat => {
  const name = `${locale}/${digits}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (formats.size < MAX_FORMATS) formats.set(name, made);
  return made;
};
