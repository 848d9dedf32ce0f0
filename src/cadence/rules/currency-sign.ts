import { isCurrency } from '../../kernel/money.ts';

const DOLLARS =
  'USD SGD AUD CAD NZD HKD TWD BND FJD JMD BBD TTD NAD LRD BSD BZD GYD SRD XCD KYD BMD SBD MXN CLP COP ARS UYU DOP'.split(
    ' ',
  );

/** What a sign or a currency's name may stand for. A bare `$` is every dollar and peso; the configured one decides. */
const MEANINGS: Readonly<Record<string, readonly string[]>> = {
  $: DOLLARS,
  dollar: DOLLARS,
  dollars: DOLLARS,
  bucks: DOLLARS,
  us$: ['USD'],
  s$: ['SGD'],
  sg$: ['SGD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  hk$: ['HKD'],
  nt$: ['TWD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  '€': ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  '£': ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  pound: ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  pounds: ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  quid: ['GBP'],
  '¥': ['JPY', 'CNY'],
  yen: ['JPY'],
  yuan: ['CNY'],
  rmb: ['CNY'],
  '₹': ['INR'],
  rs: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rupee: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rupees: ['INR', 'PKR', 'LKR', 'NPR', 'MUR', 'SCR'],
  rm: ['MYR'],
  ringgit: ['MYR'],
  rp: ['IDR'],
  rupiah: ['IDR'],
  '₱': ['PHP'],
  '฿': ['THB'],
  baht: ['THB'],
  '₫': ['VND'],
  dong: ['VND'],
  '₩': ['KRW', 'KPW'],
  '₪': ['ILS'],
  '₺': ['TRY'],
  '₦': ['NGN'],
  '₴': ['UAH'],
  '₽': ['RUB'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  kronor: ['SEK'],
  kroner: ['NOK', 'DKK'],
  fr: ['CHF'],
  francs: ['CHF'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
};

/** Currency codes that are English words or names: read as a currency only where it is the configured one. */
const WORDS = new Set('ALL TRY TOP MAD CUP GEL PEN COP MOP SOS BOB RON BAM RUB LAK WST MOP SLE TMT'.split(' '));

const escaped = (sign: string): string => sign.replace(/[$]/g, '\\$&');

/** Regex source of a sign, a name or three letters that may be a code. */
export const CURRENCY = `(?:${Object.keys(MEANINGS)
  .sort((a, b) => b.length - a.length)
  .map(sign => (/\p{L}$/u.test(sign) ? `${sign}(?![a-z])` : escaped(sign)))
  .join('|')}|[a-z]{3}(?![a-z]))`;

/** True for a sign, a name or a code; false for any other three letters. */
export const isCurrencyMark = (words: string, configured: string): boolean => {
  const code = words.toUpperCase();
  return words in MEANINGS || (isCurrency(code) && (code === configured || !WORDS.has(code)));
};

/** True where the mark may stand for this currency. */
export const standsFor = (words: string, currency: string): boolean =>
  MEANINGS[words]?.includes(currency) ?? words.toUpperCase() === currency;
