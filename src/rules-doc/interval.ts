import type { Bound, Limit } from '../cadence/policy.ts';
import { type Phrase, phrase } from './clause.ts';
import { type Entity, entityOf, mark } from './entity.ts';

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

const V = `((?:${mark('money')}|${mark('number')})(?! (?:nudge|lastcall|times|days|quote)))`;
const WORTH =
  '(?:(?:worth|valued(?: at)?|priced(?: at)?|totall?ing|of|for|with|whose|amounts?|values?|totals?|prices?|sums?|is|are|comes? to|in) )*';
const INCLUSIVE = '(?: (?:inclusive|included|including both))?';
const OVER =
  '(?:over|above|more than|greater than|bigger than|larger than|higher than|exceeding|exceeds?|in excess of|beyond|north of|upwards of(?! and)|>(?!=))';
const UNDER = '(?:under|below|less than|smaller than|lower than|cheaper than|beneath|south of|<(?!=))';
const AT_LEAST =
  '(?:(?:over|above|more than|greater than) or equal to|equal to or (?:over|above|more than|greater than)|at least|from|starting (?:at|from)|(?:a )?minimum(?: of)?|no less than|not less than|no smaller than|not (?:under|below)|>=|≥)';
const UP_TO =
  '(?:(?:under|below|less than|smaller than) or equal to|equal to or (?:under|below|less than|smaller than)|up to(?: and including)?|at most|no more than|not more than|(?:a )?maximum(?: of)?|not (?:over|above|exceeding)|no (?:larger|bigger|higher) than|<=|≤)';
const OR_MORE =
  '(?: (?:or|and) (?:more|up|over|above|upwards?|higher|larger|bigger|greater)| ?\\+| upwards?| onwards?| up)';
const OR_LESS = '(?: (?:or|and) (?:less|under|below|lower|smaller)| at most| maximum| tops)';

/** A bound as a clause states it, with the fault of an amount that can't be used. */
export interface StatedBound {
  readonly kind: 'bound';
  readonly bound: Bound;
  readonly fault?: string;
}

type Side = 'min' | 'max';

const oneSided = (source: string, side: Side, inclusive: boolean): Phrase<StatedBound> =>
  phrase(WORTH + source, (match, entities) => {
    const amount = amountOf(entities, match[1]);
    return { kind: 'bound', bound: { [side]: { value: amount.value, inclusive } }, ...faultOf(amount) };
  });

const between = (source: string): Phrase<StatedBound> =>
  phrase(WORTH + source, (match, entities) => {
    const [low, high] = [amountOf(entities, match[1]), amountOf(entities, match[2])];
    const bound = { min: { value: low.value, inclusive: true }, max: { value: high.value, inclusive: true } };
    return { kind: 'bound', bound, ...faultOf(low, high) };
  });

/** `over` and `under` exclude the bound; `at least`, `up to` and `between` include it. */
export const boundPhrases: readonly Phrase<StatedBound>[] = [
  between(`between ${V} and ${V}${INCLUSIVE}`),
  between(`(?:from )?${V} ?(?:to|-|until|up to|through) ?${V}${INCLUSIVE}`),
  oneSided(`(?:${AT_LEAST} )?${V}${OR_MORE}`, 'min', true),
  oneSided(`(?:${UP_TO} )?${V}${OR_LESS}`, 'max', true),
  oneSided(`${UP_TO} ?${V}${INCLUSIVE}`, 'max', true),
  oneSided(`${AT_LEAST} ?${V}`, 'min', true),
  oneSided(`${OVER} ?${V}`, 'min', false),
  oneSided(`${UNDER} ?${V}`, 'max', false),
];

/** Two bounds of one clause together ("over 500 but under 20,000"); null when both say the same end. */
export const joinBounds = (a: Bound, b: Bound): Bound | null =>
  (a.min && b.min) || (a.max && b.max) ? null : { ...a, ...b };

interface Amount {
  readonly value: number;
  readonly fault?: string;
}

const amountOf = (entities: readonly Entity[], marked: string | undefined): Amount => {
  const entity = marked === undefined ? undefined : entityOf(entities, marked);
  if (entity?.kind === 'money' || entity?.kind === 'number') return entity;
  throw new Error(`no amount at ${marked}`);
};

const faultOf = (...amounts: readonly Amount[]): { readonly fault?: string } => {
  const fault = amounts.find(amount => amount.fault !== undefined)?.fault;
  return fault === undefined ? {} : { fault };
};
