const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const FOOTNOTES = /[\u00b9\u00b2\u00b3\u2070-\u209f]/g;
const FRACTIONS = /\p{No}/gu;
const OTHER_DIGITS = /[^\P{Nd}0-9]/gu;
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DIGIT = /\p{Nd}/u;

/** Stands where a numeral was that is no decimal digit (½, ①): whoever meets it must not read on. */
export const UNREADABLE = '\ufffd';

/**
 * Numbers of any script in one spelling: ASCII digits, plain spaces, `'` for every apostrophe, `-` for a minus, `–` for
 * a dash; the Arabic separators ٫ and ٬ stay, for they have one meaning each. Superscripts are footnote marks and
 * become `*`: under plain Unicode folding `1200²` would turn into 12002.
 */
export const plainNumerals = (text: string): string =>
  PLAIN_ASCII.test(text)
    ? text.replace(/`/g, "'")
    : text
        .replace(FOOTNOTES, '*')
        .replace(/[\u2018\u2019\u02bc\u02bb\u2032\u00b4`]/g, "'")
        .replace(FRACTIONS, UNREADABLE)
        .normalize('NFKC')
        .replace(INVISIBLE, '')
        .replace(OTHER_DIGITS, digit => String(digitValue(digit.codePointAt(0) ?? 0)))
        .replace(/[\s\p{Zs}]/gu, ' ')
        .replace(/\u05f4/g, '"')
        .replace(/[\u2010\u2011\u2012\u2212\ufe63]/g, '-')
        .replace(/[\u2014\u2015\u2500]/g, '–')
        .replace(/\u060c/g, ',');

/** Decimal digits stand in runs of ten from zero to nine, so the value is the distance to the start of the run. */
const digitValue = (codePoint: number): number => {
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(codePoint - value - 1))) value += 1;
  return value;
};

/** A number as its digits, sign apart: `whole` without leading zeros (at least "0"), `fraction` as written. */
export interface Plain {
  readonly whole: string;
  readonly fraction: string;
}

/** What the digits and separators of a number allow by themselves. */
export type Shape =
  | { readonly kind: 'one'; readonly value: Plain }
  /** `1.200`: twelve hundred to some, one and a fifth to others. */
  | { readonly kind: 'two'; readonly grouped: Plain; readonly decimal: Plain; readonly separator: '.' | ',' }
  | { readonly kind: 'none' };

const NONE: Shape = { kind: 'none' };
const SEPARATORS = /[^\d]/g;
const ARABIC = /^\d{1,3}(?:\u066c\d{3})*(?:\u066b\d+)?$|^\d+(?:\u066b\d+)?$/;
const MAX_DIGITS = 40;

/**
 * Reads the shape of a number written with digits, `.`, `,`, `'`, spaces and the Arabic separators (see
 * `plainNumerals`). The last of two kinds of separator is the decimal one; a separator that repeats groups; groups are of
 * three digits, or of two before the last three as in India; a single point or comma before exactly three digits has
 * two readings, unless the digits before it could not be a group.
 */
export const numberShape = (token: string): Shape => {
  if (token.length > MAX_DIGITS) return NONE;
  if (/^\d+$/.test(token)) return one(token, '');
  if (/[\u066b\u066c]/.test(token)) return arabic(token);
  if (/^[.,]\d+$/.test(token)) return one('0', token.slice(1));
  const marks = token.match(SEPARATORS) ?? [];
  const last = marks.at(-1) ?? '';
  if (!/^\d[\d.,' ]*\d$/.test(token)) return NONE;
  const kinds = new Set(marks);
  if (kinds.size > 2) return NONE;
  const at = token.lastIndexOf(last);
  const left = token.slice(0, at);
  const right = token.slice(at + 1);
  if (kinds.size === 2) return mixed(left, right, last);
  return marks.length === 1 ? single(left, right, last) : isGrouped(token, last) ? one(bare(token), '') : NONE;
};

const single = (left: string, right: string, separator: string): Shape => {
  // A padded group, or a padded number of units? Nobody writes `01.200` for money.
  if (right.length === 3 && left.startsWith('0') && left !== '0') return NONE;
  const groups = right.length === 3 && left.length <= 3 && !left.startsWith('0');
  if (separator !== '.' && separator !== ',') return groups ? one(left + right, '') : NONE;
  if (!groups) return one(left, right);
  return { kind: 'two', grouped: plain(left + right, ''), decimal: plain(left, right), separator };
};

const mixed = (left: string, right: string, decimal: string): Shape => {
  if ((decimal !== '.' && decimal !== ',') || left.includes(decimal)) return NONE;
  const group = left.match(SEPARATORS)?.[0] ?? '';
  return isGrouped(left, group) ? one(bare(left), right) : NONE;
};

const isGrouped = (digits: string, separator: string): boolean => {
  const groups = digits.split(separator);
  const [first = '', ...rest] = groups;
  if (first.startsWith('0')) return false;
  const inner = rest.slice(0, -1);
  if (rest.at(-1)?.length !== 3) return false;
  if (first.length <= 3 && first.length > 0 && inner.every(group => group.length === 3)) return true;
  return separator === ',' && (first.length === 1 || first.length === 2) && inner.every(group => group.length === 2);
};

const arabic = (token: string): Shape => {
  if (!ARABIC.test(token)) return NONE;
  const [whole = '', fraction = ''] = token.replace(/\u066c/g, '').split('\u066b');
  return one(whole, fraction);
};

const bare = (digits: string): string => digits.replace(SEPARATORS, '');

const plain = (whole: string, fraction: string): Plain => ({ whole: whole.replace(/^0+(?=\d)/, ''), fraction });

const one = (whole: string, fraction: string): Shape => ({ kind: 'one', value: plain(whole, fraction) });

export type Separator = '.' | ',';

const known = new Map<string, Separator | undefined>();

/**
 * The decimal separator of a locale where numbers are written with ASCII digits; undefined for no locale and for one
 * the runtime does not know. Trap: a *default* locale says nothing about the person who typed; pass a configured one.
 */
export const decimalSeparatorOf = (locale: string | undefined): Separator | undefined => {
  if (locale === undefined) return undefined;
  if (!known.has(locale)) known.set(locale, look(locale));
  return known.get(locale);
};

const look = (locale: string): Separator | undefined => {
  try {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
    const separator = parts.find(part => part.type === 'decimal')?.value;
    return separator === '.' || separator === ',' ? separator : undefined;
  } catch {
    return undefined;
  }
};
