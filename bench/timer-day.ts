import type { Config } from '../src/cadence/policy.ts';
import { defaultConfig } from '../src/config/decode-config.ts';
import type { LocalDate } from '../src/kernel/local-date.ts';

/** The business whose check is timed: its quotes were all sent on one day, and its checks run for a week. */
export const QUOTES = 10_000;
export const EVENTS_EACH = 20;
export const SENT: LocalDate = '2026-02-09';
/** The first is for warming up. */
export const DAYS: readonly LocalDate[] = ['2026-03-06', '2026-03-09', '2026-03-10', '2026-03-11'];
/** So long that no quote expires in the days that are checked. */
export const LAST_CALL_DAYS = 20;
/** Nine o'clock in the business's zone. */
export const nineOn = (day: LocalDate): Date => new Date(`${day}T01:00:00.000Z`);
export const REF_KEY = new Uint8Array(32).fill(3);
export const BUSINESS: Config = {
  ...defaultConfig,
  timezone: 'Asia/Singapore',
  currency: 'SGD',
  admin: 'owner@harbourline.example',
  defaultCadence: { nudgeDays: [3, 7], lastCallDays: LAST_CALL_DAYS },
};
