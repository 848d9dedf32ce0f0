import type { Override } from '../sheet/row.ts';
import type { Cadence, Tier } from './policy.ts';

/** The row's own cadence where it has one, else its tier's. `off` has no steps at all, yet the quote still expires. */
export const cadenceFor = (override: Override | null, tier: Tier): Cadence => {
  if (override === null) return tier;
  if (override.kind === 'off') return { nudgeDays: [], lastCallDays: null };
  const { nudgeDays, lastCallDays } = override;
  return { nudgeDays, lastCallDays: lastCallDays === undefined ? tier.lastCallDays : lastCallDays };
};
