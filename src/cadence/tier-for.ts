import { type Money, majorUnits } from '../kernel/money.ts';
import type { Bound, Policy, Tier } from './policy.ts';
import { contains, includes } from './rules/interval.ts';

/**
 * The tier of an amount: of all whose interval holds it, the one that lies inside the others. An amount in another
 * currency than the configured one is standard: bounds are in that currency only.
 */
export const tierFor = (amount: Money, { currency, tiers }: Pick<Policy, 'currency' | 'tiers'>): Tier => {
  const [standard, ...others] = tiers;
  if (amount.currency !== currency) return standard;
  const value = majorUnits(amount);
  return others
    .filter(({ bound }) => isBounded(bound) && includes(bound, value))
    .reduce((narrowest, tier) => (contains(narrowest.bound, tier.bound) ? tier : narrowest), standard);
};

const isBounded = ({ min, max }: Bound): boolean => min !== undefined || max !== undefined;
