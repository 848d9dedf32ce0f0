import * as E from 'fp-ts/lib/Either.js';
import { type CurrencyMark, currencyMark, knownMarks } from './currency-marks.ts';
import { UNREADABLE } from './number-shape.ts';

/** What stands around the number of an amount cell. */
export interface Affixes {
  readonly marks: readonly CurrencyMark[];
  readonly negative: boolean;
  /** Powers of ten by which the number is written short: 3 for `12k`. */
  readonly shift: number;
}

const TAX =
  'gst vat sst hst pst tax taxes taxe mwst ust mwst. ust. tva iva btw moms mva dph pdv ppn incl incl. inc inc. including inclusive excl excl. exc exc. ex excluding exclusive plus before after net nett netto gross brutto ht ttc hors inkl inkl. exkl exkl. zzgl zzgl. only total und and of & + *';
const SAID: ReadonlySet<string> = new Set(TAX.split(' '));
const SHIFTS: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['lakh', 5],
  ['lakhs', 5],
  ['lac', 5],
  ['crore', 7],
  ['crores', 7],
  ['万', 4],
  ['萬', 4],
  ['만', 4],
]);
const SHORT = /^(?:k(?!\p{L})| ?(?:lakhs?|lac|crores?)(?!\p{L})| ?[万萬만])/iu;
const SIGN_THEN_WORD = /^([^\p{L}]+)(\p{L}+)$/u;
const WORD_THEN_SIGN = /^(\p{L}+)([^\p{L}]+)$/u;

/**
 * Reads what stands before and after the number: currency signs, codes and words, words about tax, a minus, `k` and its
 * kin. Left: the first piece that is none of these; half-understood text is not an amount.
 */
export const amountAffixes = (head: string, tail: string): E.Either<string, Affixes> => {
  const suffix = shortFor(tail);
  const { marks, negative, stray } = pieces(`${head} ${suffix.rest}`, head, suffix.rest);
  if (stray !== undefined) return E.left(`holds "${stray}", which is no part of an amount; write it like 1200.50`);
  return E.right({ marks, negative, shift: suffix.shift });
};

/** Takes a `k`, `lakh`, `crore` or 万 off the front of what follows a number. A `K` set apart is a currency. */
export const shortFor = (tail: string): { readonly shift: number; readonly rest: string } => {
  const word = SHORT.exec(tail)?.[0] ?? '';
  return { shift: SHIFTS.get(word.trim().toLowerCase()) ?? 0, rest: tail.slice(word.length) };
};

const pieces = (all: string, head: string, tail: string) => {
  const marks: CurrencyMark[] = [];
  const joined = [head, tail].map(side => side.replace(/[\s:]+/g, ''));
  const sides = joined.map(side => currencyMark(side));
  if (joined.every((side, i) => side === '' || sides[i])) {
    return { marks: sides.filter(side => side !== undefined), negative: false, stray: undefined };
  }
  let negative = false;
  for (const token of all.split(/[\s:]+/)) {
    const bare = token.replace(/^[([*]+|[)\],;*]+$/g, '');
    const unsigned = bare.replace(/^[-+]|[-]$/g, '');
    if (bare.startsWith('-') || bare.endsWith('-')) negative = true;
    if (unsigned === '' || SAID.has(unsigned.toLowerCase())) continue;
    const found = marksIn(unsigned);
    if (found.length === 0) return { marks, negative, stray: token };
    marks.push(...found);
  }
  return { marks, negative, stray: undefined };
};

const marksIn = (token: string): readonly CurrencyMark[] => {
  const whole = currencyMark(token);
  if (whole) return [whole];
  const parts = SIGN_THEN_WORD.exec(token) ?? WORD_THEN_SIGN.exec(token);
  const first = parts ? currencyMark(parts[1] ?? '') : undefined;
  const second = parts ? currencyMark(parts[2] ?? '') : undefined;
  return first && second ? [first, second] : [];
};

/** A number in running text that may be a price. */
export interface Candidate {
  /** The digits and separators of the number, ready for `numberShape`. */
  readonly token: string;
  readonly mark: CurrencyMark | undefined;
  readonly negative: boolean;
  /** Powers of ten by which it is written short: 3 for `12k`. */
  readonly shift: number;
  /** `1.500,-`: the writer showed that there are no decimals. */
  readonly whole: boolean;
  /** It runs on into something that is no number: `1250€600`, `12½`. */
  readonly broken: boolean;
  readonly start: number;
  readonly end: number;
}

/** Bounded, so that a long row of numbers is not gone through anew from each of them. */
const DIGITS = /\d+(?:[.,' \u066b\u066c]\d+){0,15}/g;
const MONTH_BEFORE = /(?:jan|feb|f[eé]v|m[aä]r|apr|avr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])\p{L}{0,7}\.?,? ?$/iu;
const NO_PRICE_AFTER = /^(?: ?%|\+|[-/:]\d)/;
const NO_PRICE_BEFORE = /(?:[\p{L}#@_]|\d[-/:])$/u;
/** How many must be ordered is no price. */
const COUNT_BEFORE =
  /(?:min(?:imum|\.)? ?order(?: qty)?|moq|мин\. ?заказ|mindestmenge|mindestbestellmenge|pedido m[ií]nimo|ordine minimo)\W*$/iu;
const WHOLE = /^[.,] ?[-–—]{1,2}(?!\d)/;
const NEAR = 24;

/** Every number of the text (see `plainNumerals`) that may be a price, in order. Linear in the length of the text. */
export const amountCandidates = (text: string): readonly Candidate[] => {
  const found: Candidate[] = [];
  const digits = new RegExp(DIGITS);
  for (let match = digits.exec(text); match; match = digits.exec(text)) {
    const candidate = candidateAt(text, match.index, joinedBySpaces(match[0]));
    digits.lastIndex = Math.max(candidate.end, match.index + 1);
    if (isPrice(text, candidate)) found.push(candidate);
  }
  return found;
};

/** Of digits joined by spaces, those that one number can hold: groups of three. */
const joinedBySpaces = (digits: string): string => {
  const [first = '', ...rest] = digits.split(' ');
  if (!/^\d{1,3}$/.test(first)) return first;
  let joined = first;
  for (const part of rest) {
    if (!/^\d{3}(?:[.,]\d+)?$/.test(part)) break;
    joined += ` ${part}`;
    if (part.length > 3) break;
  }
  return joined;
};

const candidateAt = (text: string, at: number, digits: string): Candidate => {
  // `$.75` is three quarters; in `$.750.30` the first point belongs to the sign.
  const stray = /^\d+\.\d\d?$/.test(digits);
  const point = !stray && /(?:^|[^\p{L}\d])[.,]$/u.test(text.slice(Math.max(0, at - 2), at)) ? 1 : 0;
  const start = at - point;
  const left = text.slice(Math.max(0, start - NEAR), start);
  const before = markBefore(left);
  const { token, end } = withDecimals(text, start, text.slice(start, at + digits.length), before.mark !== undefined);
  const right = text.slice(end, end + NEAR);
  const dash = WHOLE.exec(right)?.[0] ?? '';
  const short = shortFor(right.slice(dash.length));
  // In `Art. 1002 £12.00` the sign belongs to what it touches.
  const after = /^\s[$€£¥]\d/.test(right) ? undefined : markAfter(short.rest);
  const lead = left.slice(0, before.at);
  return {
    token,
    mark: narrower(before.mark, after),
    negative:
      before.minus ||
      /(?:^|[\s(:])-$/.test(lead) ||
      (start <= NEAR && /^\s*\($/.test(lead) && /^[^\d(]*\)\s*$/.test(right)),
    shift: short.shift,
    whole: dash !== '',
    broken: right.startsWith(UNREADABLE) || /^[€$£¥]\d|^[.,]{2,}\d/.test(right),
    start,
    end,
  };
};

/** `35€ 99`, `35€99`, `119. 95`: the decimals stand apart. */
const withDecimals = (text: string, start: number, token: string, marked: boolean) => {
  const end = start + token.length;
  const right = text.slice(end, end + NEAR);
  const euro = /^€(?:(\d\d)(?!\d)| (\d\d)\s*$)/.exec(right);
  if (euro && /^[\d ]+$/.test(token)) return { token: `${token}.${euro[1] ?? euro[2]}`, end: end + euro[0].length };
  const apart = /^([.,]) (\d\d)(?![\d.,])/.exec(right);
  const sure = apart && (marked || markAfter(right.slice(apart[0].length)) || /^\d{3,}$/.test(token));
  if (apart && sure && !token.includes(apart[1] ?? '')) {
    return { token: `${token}${apart[1]}${apart[2]}`, end: end + apart[0].length };
  }
  return { token, end };
};

const isPrice = (text: string, { start, end, mark, token }: Candidate): boolean => {
  const right = text.slice(end, end + NEAR);
  if (/^ ?%|^\+/.test(right)) return false;
  if (mark) return true;
  const left = text.slice(Math.max(0, start - NEAR), start);
  if (NO_PRICE_AFTER.test(right) || NO_PRICE_BEFORE.test(left) || COUNT_BEFORE.test(left)) return false;
  return !(/^(?:19|20)\d\d$/.test(token) && MONTH_BEFORE.test(left));
};

const escaped = (words: readonly string[]): string =>
  words.map(word => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');

/** Units of measure that are also currencies when written otherwise. */
const UNITS: ReadonlySet<string> = new Set([
  'ft',
  'km',
  'r',
  'q',
  'gs',
  'p',
  're',
  'din',
  'dh',
  'won',
  'man',
  'b/',
  's/',
]);
const lettered = knownMarks().filter(mark => /^\p{L}/u.test(mark));
const signed = knownMarks().filter(mark => !/^\p{L}/u.test(mark));
const ENDS_IN_MARK = new RegExp(
  `(?:(?<![\\p{L}\\p{M}])(?:${escaped(lettered)})|${escaped(signed)})(?=[\\s:.]{0,3}$)`,
  'iu',
);
const BEGINS_WITH_MARK = new RegExp(`^\\s?(?:(?:${escaped(lettered)})(?![\\p{L}\\p{M}])|${escaped(signed)})`, 'iu');
const ENDS_IN_CODE = /(?<![\p{L}])[A-Z]{3}(?=[\s:.]{0,3}$)/u;
const BEGINS_WITH_CODE = /^\s?[A-Z]{3}(?!\p{L})/u;

interface MarkBefore {
  readonly mark: CurrencyMark | undefined;
  readonly at: number;
  /** `USD -45`: the minus stands between the mark and the number. */
  readonly minus: boolean;
}

const markBefore = (left: string): MarkBefore => {
  const minus = /(?<=\s|\p{Sc})-$/u.test(left);
  const words = minus ? left.slice(0, -1) : left;
  const match = ENDS_IN_MARK.exec(words) ?? ENDS_IN_CODE.exec(words);
  const mark = match ? markOf(match[0]) : undefined;
  return mark && match ? { mark, at: match.index, minus } : { mark: undefined, at: left.length, minus: false };
};

const markAfter = (right: string): CurrencyMark | undefined => {
  const match = BEGINS_WITH_MARK.exec(right) ?? BEGINS_WITH_CODE.exec(right);
  return match ? markOf(match[0].trim()) : undefined;
};

const markOf = (word: string): CurrencyMark | undefined => (UNITS.has(word) ? undefined : currencyMark(word));

/** Of two marks around one number, what they can both mean; where they disagree, the one before it. */
const narrower = (before: CurrencyMark | undefined, after: CurrencyMark | undefined): CurrencyMark | undefined => {
  if (!before || !after) return before ?? after;
  const codes = before.codes.filter(code => after.codes.includes(code));
  if (codes.length === 0) return before;
  const exact = after.codes.length < before.codes.length ? after : before;
  return { ...exact, codes, sure: exact.sure || codes.length === 1 };
};
