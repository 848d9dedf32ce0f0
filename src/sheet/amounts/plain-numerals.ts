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
