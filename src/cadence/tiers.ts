import { type Money, majorUnits } from '../kernel/money.ts';
import { contains, includes } from '../rules-doc/interval.ts';
import type { Override } from '../sheet/row.ts';
import type { Bound, Cadence, Policy, Tier } from './policy.ts';

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

/** The row's own cadence where it has one, else its tier's. `off` has no steps at all, yet the quote still expires. */
export const cadenceFor = (override: Override | null, tier: Tier): Cadence => {
  if (override === null) return tier;
  if (override.kind === 'off') return { nudgeDays: [], lastCallDays: null };
  const { nudgeDays, lastCallDays } = override;
  return { nudgeDays, lastCallDays: lastCallDays === undefined ? tier.lastCallDays : lastCallDays };
};
