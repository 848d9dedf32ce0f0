import { allMatches } from '../kernel/all-matches.ts';
import { type CurrencyMark, currencyMark, knownMarks } from '../sheet/amounts/currency-marks.ts';
import { numberShape, plainNumerals } from '../sheet/amounts/number-shape.ts';

/** A sum of money, or a bare number, as it stands in a text. What it is worth depends on the text around it. */
export interface Sum {
  /** Digits and separators, made plain. */
  readonly token: string;
  /** `1.200,-`: the writer showed that there are no decimals. */
  readonly whole: boolean;
  readonly negative: boolean;
  readonly mark: CurrencyMark | null;
  /** In brackets: `(approx. USD 1,300)` is an aside. */
  readonly aside: boolean;
  /** Decimal places are written, or a mark: more than a count of something. */
  readonly looksLikeMoney: boolean;
  /** As written, with its mark. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** Marks that are units, names or common words more often than money where prose is read. */
const NOT_IN_PROSE = new Set(
  'km gs re din kn q won sr qr br bs pen pound pounds dh sh real all try top cup mop e£ р р. br. don bd jd kd'.split(
    ' ',
  ),
);
const SIGNS = knownMarks().filter(mark => !NOT_IN_PROSE.has(mark) && (mark === 'r' || !/^[a-z]$/.test(mark)));
const SMALL_CODES = 'eur usd gbp sgd aud nzd cad hkd myr jpy cny inr pln czk chf zar'.split(' ');
const CODE = `(?-i:${Intl.supportedValuesOf('currency').join('|')})`;
const SIGN = `(?:${[...SIGNS, ...SMALL_CODES].map(literally).join('|')})`;
const MARK = `(?<!\\p{L})(?:${CODE} ?${SIGN}|${CODE}|${SIGN} ?${CODE}|${SIGN})(?!(?!整)\\p{L})`;
const DIGITS =
  "\\d{1,3}(?:[ .,']\\d{3})+(?:[.,]\\d{1,4})?(?!\\d)|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d{1,4})?(?!\\d)|\\d+(?:[.,]\\d{1,4})?(?!\\d)";
const SUM = new RegExp(
  `(?<![\\p{L}\\d.,/#]|[\\p{L}\\d][-–])(?:(?<minus1>[-–]) ?)?(?:(?<before>${MARK})[ :.]{0,2})?(?:(?<minus2>[-–]) ?)?(?<digits>${DIGITS})(?<dash>[.,:] ?(?:-|–){1,2})?(?: ?(?<after>${MARK}))?`,
  'giu',
);
const PERCENT = /^\s?%/;
const GLUED = /^(?:[\p{L}\d]|[:/.,]\d)/u;
const NO_SUM = /^(?:-\d|\s?(?:x|×)\s?\d)/u;

/** Every sum and bare number of a text, in order. Percentages, times, dates and parts of codes are none. */
export const sumsIn = (original: string): Sum[] => {
  const text = plainNumerals(original);
  const inPlace = text.length === original.length;
  return allMatches(text, SUM).flatMap(hit => {
    const { minus1, minus2, before, digits = '', dash, after } = hit.groups ?? {};
    const end = hit.index + hit[0].length;
    const head = text.slice(0, hit.index);
    const tail = text.slice(end);
    // `128 750:-` is how crowns are written in Sweden.
    const mark = surer(markOf(before), markOf(after)) ?? (dash?.startsWith(':') ? markOf('kr') : null);
    if (numberShape(digits).kind === 'none' || PERCENT.test(tail) || /\d\.$/.test(head)) return [];
    if (after === undefined && (GLUED.test(tail) || (!mark && NO_SUM.test(tail)))) return [];
    return [
      {
        token: digits,
        whole: dash !== undefined,
        negative: (minus1 ?? minus2) !== undefined && !/\d\s?$/.test(head) && !isDash(original, hit[0], head, inPlace),
        mark,
        aside: head.lastIndexOf('(') > head.lastIndexOf(')'),
        looksLikeMoney:
          mark !== null || dash !== undefined || /[.,]\d{2}$/.test(digits) || /\d[ ,.']\d{3}/.test(digits),
        words: inPlace ? original.slice(hit.index, end).trim() : hit[0].trim(),
        start: hit.index,
        end,
      },
    ];
  });
};

/** "Total - €4,500.00": a dash with a blank on either side parts the words from the sum. A true minus sign does not. */
const isDash = (original: string, hit: string, head: string, inPlace: boolean): boolean =>
  /^[-–]\s/.test(hit) && /\p{L}\s$/u.test(head) && !(inPlace && original[head.length] === '\u2212');

/** `AUD $`: of two marks together the one that leaves no doubt. */
const markOf = (text: string | undefined): CurrencyMark | null => {
  if (text === undefined) return null;
  const code = /[A-Z]{3}/.exec(text)?.[0];
  return currencyMark(text) ?? (code === undefined ? null : (currencyMark(code) ?? null));
};

const surer = (a: CurrencyMark | null, b: CurrencyMark | null): CurrencyMark | null =>
  a && (a.sure || !b?.sure) ? a : b;
