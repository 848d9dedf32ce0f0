import * as E from 'fp-ts/lib/Either.js';
import { type CurrencyMark, currencyMark } from './currency-marks.ts';

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
