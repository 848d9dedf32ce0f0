import type { Override } from './row.ts';

/** A cadence as the override column writes it: `2,5,10 last 3`, `3,7 no last call`, `off`. `readCadence` reads it back. */
export const overrideText = (override: Override): string => {
  if (override.kind === 'off') return 'off';
  const days = override.nudgeDays.join(',');
  if (override.lastCallDays === undefined) return days;
  return override.lastCallDays === null ? `${days} no last call` : `${days} last ${override.lastCallDays}`;
};
