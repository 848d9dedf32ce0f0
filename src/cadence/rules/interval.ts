import type { Bound, Limit } from '../policy.ts';

/** How two intervals of amounts lie to each other. `inside`: the first lies in the second, and they differ. */
export type Relation = 'apart' | 'equal' | 'inside' | 'around' | 'overlapping';

export const includes = ({ min, max }: Bound, value: number): boolean =>
  (min === undefined || value > min.value || (min.inclusive && value === min.value)) &&
  (max === undefined || value < max.value || (max.inclusive && value === max.value));

/** True where every amount of `inner` is one of `outer` too; an interval contains itself. */
export const contains = (outer: Bound, inner: Bound): boolean =>
  lowEnd(outer.min, inner.min) <= 0 && highEnd(outer.max, inner.max) >= 0;

export const relationOf = (a: Bound, b: Bound): Relation => {
  const [aInB, bInA] = [contains(b, a), contains(a, b)];
  if (aInB && bInA) return 'equal';
  if (aInB) return 'inside';
  if (bInA) return 'around';
  return isEmpty(meetOf(a, b)) ? 'apart' : 'overlapping';
};

/** True where no amount can lie: the ends cross, or touch at a bound that is excluded. Amounts are above zero. */
export const isEmpty = ({ min, max }: Bound): boolean => {
  if (max !== undefined && max.value <= 0) return true;
  if (min === undefined || max === undefined) return false;
  return min.value > max.value || (min.value === max.value && !(min.inclusive && max.inclusive));
};

const meetOf = (a: Bound, b: Bound): Bound => {
  const min = lowEnd(a.min, b.min) >= 0 ? a.min : b.min;
  const max = highEnd(a.max, b.max) <= 0 ? a.max : b.max;
  return { ...(min && { min }), ...(max && { max }) };
};

/** Negative: `a` reaches lower. An absent end reaches without limit. */
const lowEnd = (a: Limit | undefined, b: Limit | undefined): number => {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined);
  return a.value - b.value || Number(b.inclusive) - Number(a.inclusive);
};

/** Positive: `a` reaches higher. */
const highEnd = (a: Limit | undefined, b: Limit | undefined): number => {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a.value - b.value || Number(a.inclusive) - Number(b.inclusive);
};
