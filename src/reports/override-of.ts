import type { Facts } from '../events/quote-events.ts';
import type { Override } from '../sheet/row.ts';

/** A row's override as the log keeps it, read back. */
export const overrideOf = (facts: Pick<Facts, 'override'>): Override | null => {
  const { override } = facts;
  if (override === null || override.kind === 'off') return override;
  return {
    kind: 'days',
    nudgeDays: override.nudgeDays,
    lastCallDays: override.lastCallDays === 'tier' ? undefined : override.lastCallDays,
  };
};
