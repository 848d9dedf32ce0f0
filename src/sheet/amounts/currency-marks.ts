import { isCurrency } from '../../kernel/money.ts';

/** What people write beside a number to say its currency. */
export interface CurrencyMark {
  /** ISO 4217 codes it may stand for, the usual one first. */
  readonly codes: readonly string[];
  /** True when, with nothing else to go by, it means `codes[0]`: `€`, `S$`, `USD`; not `$`, `¥`, `kr`. */
  readonly sure: boolean;
  /** The decimal separator of the places that write it, where they all agree. `€` has none: Dublin and Berlin differ. */
  readonly decimal: '.' | ',' | null;
}

const POINT =
  'USD GBP AUD CAD NZD SGD HKD TWD INR PKR LKR NPR BDT MYR PHP THB JPY CNY KRW ILS MXN AED SAR QAR KES NGN GHS JMD TTD BND FJD MOP PEN GTQ IRT EGP MUR SCR';
const COMMA =
  'SEK NOK DKK ISK PLN CZK HUF RON MDL BOB VES BGN RUB UAH BYN TRY BRL ARS CLP COP UYU PYG IDR VND MKD RSD BAM ALL AOA';
const pointed = new Set(POINT.split(' '));
const commaed = new Set(COMMA.split(' '));

/** Marks of one currency, separated by spaces; spelt as `plainNumerals` does, lower-case, their own spaces left out. */
const OWN: Readonly<Record<string, string>> = {
  USD: 'us$ us-$ u$s u.s usd$ usdollars usdollar',
  EUR: '€ euro euros eur ευρώ евро',
  GBP: 'stg sterling gb£ uk£ £stg poundssterling',
  AUD: 'a$ au$ aud$ aus$ australiandollars australiandollar',
  CAD: 'ca$ can$ cad$ cdn$ cdn canadiandollars canadiandollar',
  SGD: 's$ sg$ sgd$ sing$ singaporedollars singaporedollar',
  HKD: 'hk$ hkd$ hongkongdollars hongkongdollar',
  NZD: 'nz$ nzd$ newzealanddollars newzealanddollar',
  TWD: 'nt$ ntd',
  MXN: 'mx$ mex$ mxn$',
  BRL: 'r$ reais',
  JMD: 'j$ ja$',
  TTD: 'tt$',
  BND: 'b$',
  GYD: 'gy$ g$',
  MOP: 'mop$',
  BOB: '$b',
  VES: 'bs.s bs.d',
  MYR: 'rm ringgit',
  INR: '₹ र inr ரூ रु रू',
  IDR: 'rp',
  PHP: '₱ php',
  THB: '฿ baht บาท',
  VND: '₫ đ vnđ đồng dong',
  KRW: '₩ 원 won',
  JPY: '円 yen jp¥ 日元',
  CNY: 'rmb cn¥ 人民币 人民幣 yuan',
  ILS: '₪ nis שח ש"ח ש\'ח',
  TRY: '₺ tl',
  RUB: '₽',
  UAH: '₴ грн гривень',
  BYN: 'бел.руб br',
  KZT: '₸ тг тенге',
  BGN: 'лв',
  MKD: 'ден',
  RSD: 'дин din',
  BAM: 'км km',
  PLN: 'zł zl złotych złote',
  CZK: 'kč kc korun',
  HUF: 'ft forint',
  RON: 'ron',
  HRK: 'kn',
  CHF: 'sfr chf swissfrancs schweizerfranken franken',
  DKK: 'dkr dkk',
  NOK: 'nkr nok',
  SEK: 'skr sek',
  ZAR: 'r zar',
  AED: 'د.إ',
  SAR: 'ر.س',
  QAR: 'qr ر.ق',
  KWD: 'kd د.ك',
  JOD: 'jd د.أ',
  BHD: 'bd .د.ب',
  EGP: 'e£ ج.م جنيه',
  DZD: 'دج د.ج',
  LYD: 'ل.د',
  IQD: 'ع.د',
  // Ten rials, and no ISO currency: knowing the word keeps a toman from being taken for a rial.
  IRT: 'تومان toman',
  IRR: '﷼ ریال',
  KES: 'ksh kshs',
  TZS: 'tsh',
  UGX: 'ush',
  NGN: '₦',
  GHS: 'gh₵ ₵',
  LAK: '₭',
  KHR: '៛',
  MNT: '₮',
  AMD: '֏',
  AZN: '₼',
  AFN: '؋',
  GEL: '₾ ლარი',
  CRC: '₡',
  PYG: '₲ gs',
  PEN: 's/ soles',
  GTQ: 'q',
  PAB: 'b/',
};

/** Marks that several countries share; the usual meaning first. */
const SHARED: readonly (readonly [marks: string, codes: string])[] = [
  [
    '$ dollar dollars',
    'USD AUD CAD SGD HKD NZD TWD MXN ARS CLP COP UYU BND FJD JMD TTD BSD BBD BZD GYD LRD NAD SBD SRD XCD KYD BMD',
  ],
  ['¥', 'JPY CNY'],
  ['元 圆 圓', 'JPY CNY TWD HKD MOP'],
  ['fcfa cfa', 'XOF XAF'],
  ['bs', 'BOB VES'],
  ['kr kronor kroner', 'SEK NOK DKK ISK'],
  ['rs rupees re', 'INR PKR LKR NPR MUR SCR'],
  ['pesos peso', 'MXN ARS CLP COP PHP UYU DOP CUP'],
  ['franc francs frs ₣', 'CHF XOF XAF XPF CDF RWF BIF DJF GNF KMF'],
  ['ريال', 'SAR QAR OMR YER'],
  ['دينار', 'KWD JOD BHD IQD LYD TND DZD'],
];

/** Marks where one meaning is so usual that it holds unless the configured currency says otherwise. */
const LED: readonly (readonly [marks: string, codes: string, decimal: '.' | ',' | null])[] = [
  ['£ ₤ pound pounds', 'GBP EGP LBP SYP SDG GIP FKP SHP', '.'],
  ['c$', 'CAD NIO', '.'],
  ['dhs dh درهم', 'AED MAD', '.'],
  ['sr', 'SAR SCR', '.'],
  ['lei leu', 'RON MDL', ','],
  ['руб рублей рубля рубль р', 'RUB BYN', ','],
  ['fr', 'CHF XOF XAF XPF CDF RWF BIF DJF GNF KMF', null],
];

const NO_MONEY: ReadonlySet<string> = new Set(['XXX', 'XTS']);

/** Codes that are also English words: they count in capitals only. */
const WORDS: ReadonlySet<string> = new Set(
  'ALL TRY TOP CUP MOP PEN MAD COP SOS GEL BAM LAK ANG STD SHP AWG'.split(' '),
);

const conventionOf = (codes: readonly string[]): '.' | ',' | null =>
  codes.every(code => pointed.has(code)) ? '.' : codes.every(code => commaed.has(code)) ? ',' : null;

const marks = new Map<string, CurrencyMark>();
const add = (words: string, codes: readonly string[], sure: boolean, decimal: '.' | ',' | null): void => {
  for (const word of words.split(' ')) marks.set(word, { codes, sure, decimal });
};
for (const [code, words] of Object.entries(OWN)) add(words, [code], true, conventionOf([code]));
for (const [words, codes] of SHARED) {
  const list = codes.split(' ');
  // A bare `$` before `1,200` is dollars and grouping everywhere it matters: where `$` goes with a decimal comma,
  // three decimals are not money.
  add(words, list, false, words.startsWith('$') ? '.' : conventionOf(list));
}
for (const [words, codes, decimal] of LED) add(words, codes.split(' '), true, decimal);

/** The meaning of a sign, abbreviation, word or ISO code (any case), or undefined when it is none. */
export const currencyMark = (text: string): CurrencyMark | undefined => {
  if (text === 'GBp') return undefined; // pence
  const known = marks.get(text.toLowerCase()) ?? marks.get(text.toLowerCase().replace(/\.+$/, ''));
  if (known) return known;
  const code = text.toUpperCase();
  if (!/^[A-Z]{3}$/.test(code) || !isCurrency(code) || NO_MONEY.has(code)) return undefined;
  if (WORDS.has(code) && text !== code) return undefined;
  const mark: CurrencyMark = { codes: [code], sure: true, decimal: conventionOf([code]) };
  if (!WORDS.has(code)) marks.set(text.toLowerCase(), mark);
  return mark;
};

/** Every spelling in the table, longest first, for whoever looks for marks in running text. */
export const knownMarks = (): readonly string[] => [...marks.keys()].sort((a, b) => b.length - a.length);
