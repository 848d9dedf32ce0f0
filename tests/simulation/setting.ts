import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../../src/cadence/policy.ts';
import { decodeConfig } from '../../src/config/decode-config.ts';
import type { Dice } from './dice.ts';
import { REPS } from './sheet.ts';
import { ADMIN, type Setting } from './sim-world.ts';

/** Zones with a change of clocks within the fortnight after their date, and one that has none. */
const PLACES = [
  { timezone: 'Asia/Singapore', start: '2026-11-23' },
  { timezone: 'Europe/Berlin', start: '2026-03-23' },
  { timezone: 'America/New_York', start: '2026-10-26' },
] as const;

export const STAKEHOLDER = 'board@harbourline.example';

/** The file as somebody writes it. */
const fileOf = (dice: Dice, { timezone, start }: { readonly timezone: string; readonly start: string }): object => ({
  timezone,
  currency: 'SGD',
  locale: 'en-SG',
  admin: ADMIN,
  company_domains: ['harbourline.example'],
  known_reps: REPS,
  stakeholders: [STAKEHOLDER],
  quiet_hours: dice.pick([['18:00', '08:00'], ['18:00', '08:00'], ['12:00', '13:00'], null]),
  skip_weekends: dice.percent(60),
  holidays: dice.percent(50) ? [start.slice(0, 8) + String(Number(start.slice(8)) + 2)] : [],
  nudge_cap: 1 + dice.below(3),
  min_gap_days: dice.below(4),
});

export const settingOf = (dice: Dice): Setting => {
  const place = dice.pick(PLACES);
  const decoded = decodeConfig(fileOf(dice, place));
  if (E.isLeft(decoded)) throw new Error(decoded.left.join());
  return { config: decoded.right, start: place.start, rules: dice.pick(RULES) };
};

/** The settings as somebody changed them: other hours, another cap, a pause, or a mistake. */
export const changedSettings = (dice: Dice, { config, start }: Setting): ReturnType<typeof decodeConfig> => {
  const file = fileOf(dice, { timezone: config.timezone, start });
  const kind = dice.weighted({ other: 5, paused: 2, wrong: 3 });
  if (kind === 'wrong') return decodeConfig({ ...file, nudge_cap: -1, timezone: 'Atlantis/Capital' });
  return decodeConfig(kind === 'paused' ? { ...file, paused: true } : file);
};

export const isPaused = ({ paused }: Config): boolean => paused;

const people = `Priya is ${REPS[0]}.\nSam is ${REPS[1]}.\n`;

export const RULES = [
  `Standard quotes: nudge at 1 day and 3 days after sending, then a last call 1 day before the quote expires.\n${people}`,
  `Standard quotes: nudge at 1 day, 2 days and 5 days after sending, then stop.\n${people}`,
  `Standard quotes: nudge at 2 days and 4 days after sending, then a last call 3 days before the quote expires.\nHigh-value quotes over $20,000: a 1/3 cadence.\n${people}`,
] as const;

/** Docs that nobody can act on. */
export const BAD_RULES = [
  'PK\u0003\u0004\u0000\u0000\u0001\u0002',
  'Standard quotes: nugde at sometime.\n',
  'Standard quotes: nudge at 7 days and 3 days after sending.\n',
] as const;
export const BAD_VOICE = [
  'First nudge\nHello {customer}, you get {discount} off!\n',
  'PK\u0003\u0004\u0000\u0000',
] as const;
