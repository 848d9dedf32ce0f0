import * as E from 'fp-ts/lib/Either.js';
import { formatMoney, minorDigits } from '../../kernel/money.ts';
import { settleNumber, toMinor } from '../../sheet/amounts/read-amount.ts';
import { type Context, codeOf } from '../context.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import { type LabelledSum, labelledSums, type SumKind } from '../labelled-values/labelled-sums.ts';
import type { Piece } from '../layout/line.ts';

/** The quote's total. `currency` is null where a sign may stand for several and nothing tells which. */
export interface Total {
  readonly minor: number;
  readonly currency: string | null;
  /** False: no sign stands beside it, it is in the paper's or the configured currency. */
  readonly marked: boolean;
}

interface Priced extends LabelledSum {
  readonly total: Total;
}

const WEIGHT: Readonly<Record<Exclude<SumKind, 'tax' | 'part' | 'none'>, number>> = {
  gross: 10,
  'total-due': 9,
  total: 8,
  'total-of': 6.5,
  due: 7,
  price: 5,
  net: 5,
  subtotal: 4,
};

/** Everything that may be the total, by its label, and by whether net and tax add up to it. */
export const totalsIn = (pieces: readonly Piece[], context: Context): Candidate<Total>[] => {
  const labelled = pieces.map(piece => labelledSums(piece).flatMap(sum => priced(sum, context)));
  const found = labelled.flatMap(sums => sums.flatMap(sum => candidate(sum, sums)));
  return found.length > 0 ? found : loneSum(labelled.flat());
};

/** As a doubt names it, too. */
export const keyOfTotal = ({ minor, currency }: Total): string =>
  currency === null ? `? ${minor}` : formatMoney({ minor, currency });

const priced = (labelled: LabelledSum, context: Context): Priced[] => {
  const { sum } = labelled;
  const code = codeOf(sum.mark ?? labelled.markAside, context);
  const plain = settleNumber(sum.token, {
    decimal: context.decimal,
    mark: sum.mark ?? labelled.markAside ?? undefined,
    digits: code ? minorDigits(code) : undefined,
    whole: sum.whole,
  });
  if (E.isLeft(plain) || sum.negative) return [];
  const minor = toMinor(plain.right, code ?? 'USD');
  if (E.isLeft(minor) || minor.right === 0) return [];
  const marked = sum.mark !== null || labelled.markAside !== null;
  return [{ ...labelled, total: { minor: minor.right, currency: code ?? null, marked } }];
};

const candidate = (sum: Priced, all: readonly Priced[]): Candidate<Total>[] => {
  const kind = kindInRow(sum, all);
  if (kind === 'tax' || kind === 'part' || kind === 'none') return [];
  if (!sum.sum.looksLikeMoney && (kind === 'price' || !/^(?!(?:19|20)\d\d$)\d{3,}$/.test(sum.sum.token))) return [];
  const place = sum.place === 'above' ? -0.5 : 0;
  const weight =
    WEIGHT[kind] +
    place -
    (kind === 'net' && isTaxed(sum, all) ? 2.5 : 0) +
    (addsUp(sum, all) ? 3 : 0) +
    (sumsParts(sum, all) ? 2 : 0) -
    (sum.sum.aside ? 3 : 0);
  return [{ value: sum.total, words: sum.words, origin: sum.piece.origin, weight }];
};

/** "Totals 6,950.00 1,390.00 8,340.00": in a row of net, tax and gross the last is the whole. */
const kindInRow = (sum: Priced, all: readonly Priced[]): SumKind => {
  if (sum.kind !== 'total' || sum.place !== 'left') return sum.kind;
  const row = all.filter(other => other.line === sum.line && other.piece === sum.piece && other.kind === 'total');
  const [net, tax, whole] = row.map(({ total }) => total.minor);
  if (row.length !== 3 || net === undefined || tax === undefined || net + tax !== whole) return sum.kind;
  return sum === row[2] ? 'gross' : 'part';
};

/** A tax that is added to this sum: the whole is more, wherever it stands. */
const isTaxed = (sum: Priced, all: readonly Priced[]): boolean =>
  all.some(
    ({ kind, total, sum: { looksLikeMoney } }) =>
      kind === 'tax' && looksLikeMoney && total.minor > 0.02 * sum.total.minor && total.minor < 0.3 * sum.total.minor,
  );

/** Some net sum and all or one of the taxes make this sum. */
const addsUp = (sum: Priced, all: readonly Priced[]): boolean => {
  const taxes = all.filter(({ kind }) => kind === 'tax').map(({ total }) => total.minor);
  if (taxes.length === 0 || taxes.length > 12) return false;
  const together = taxes.reduce((a, b) => a + b, 0);
  const bases = all.filter(({ kind }) => kind === 'net' || kind === 'subtotal' || kind.startsWith('total'));
  return bases.some(base => [together, ...taxes].some(tax => tax > 0 && base.total.minor + tax === sum.total.minor));
};

/** The totals of the parts make this one. */
const sumsParts = (sum: Priced, all: readonly Priced[]): boolean => {
  const parts = all.filter(other => other.kind === 'total-of' && other.total.minor !== sum.total.minor);
  return parts.length > 1 && parts.reduce((total, part) => total + part.total.minor, 0) === sum.total.minor;
};

/** One sum of money in all there is: that is the price, whatever stands beside it. */
const loneSum = (sums: readonly Priced[]): Candidate<Total>[] => {
  const money = sums.filter(({ sum, kind }) => sum.mark !== null && !sum.aside && kind !== 'part' && kind !== 'tax');
  const [first] = money;
  const same = money.every(other => keyOfTotal(other.total) === (first ? keyOfTotal(first.total) : ''));
  return first && same ? [{ value: first.total, words: first.words, origin: first.piece.origin, weight: 4 }] : [];
};
