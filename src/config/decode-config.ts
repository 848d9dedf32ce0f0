import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import type { Config } from '../cadence/policy.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { SIGNED_ONLY } from '../quote-intake/webhook/field-map.ts';
import * as settings from './settings.ts';
import { byValue, listOf, optional, required, type Telling } from './settings.ts';

const STANDARD = {
  locale: 'en-US',
  quietHours: ['18:00', '08:00'],
  defaultCadence: { nudgeDays: [3, 7], lastCallDays: 3 },
  nudgeCap: 3,
  minGapDays: 2,
} as const;

const addresses = listOf(settings.email, '["priya@your-company.com"]');

const fileOf = (tell: Telling) =>
  t.type({
    timezone: required(settings.timezone, tell),
    currency: required(settings.currency, tell),
    admin: required(settings.email, tell),
    locale: optional(settings.locale, STANDARD.locale, tell),
    quiet_hours: optional(settings.quietHours, STANDARD.quietHours, tell),
    skip_weekends: optional(settings.flag, true, tell),
    holidays: optional(listOf(settings.holiday, '["2026-12-25","--01-01"]'), [], tell),
    default_cadence: optional(settings.cadence, STANDARD.defaultCadence, tell),
    nudge_cap: optional(settings.count(1, 100, '3'), STANDARD.nudgeCap, tell),
    min_gap_days: optional(settings.count(0, 365, '2'), STANDARD.minGapDays, tell),
    company_domains: optional(listOf(settings.domain, '["your-company.com"]'), [], tell),
    known_reps: optional(addresses, [], tell),
    stakeholders: optional(addresses, [], tell),
    paused: optional(settings.flag, false, tell),
    webhook_plain_secret: optional(settings.flag, SIGNED_ONLY.plainSecret, tell),
    webhook_maps: optional(settings.fieldMaps, SIGNED_ONLY.maps, tell),
  });

type File = t.TypeOf<ReturnType<typeof fileOf>>;

export const SETTING_NAMES: readonly string[] = Object.keys(fileOf(byValue).props);

/**
 * The settings of `config.json` with the defaults filled in. Every fault is listed, each naming its key, what it held
 * and an example; what it held as `tell` tells of it. Other keys are let be, unless they look like a misspelt one.
 */
export const decodeConfig = (json: unknown, tell: Telling = byValue): E.Either<readonly string[], Config> => {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return E.left(['the config is not a JSON object; for example {"timezone":"Asia/Singapore","currency":"SGD",…}']);
  }
  const slips = Object.keys(json).flatMap(slipOf);
  const decoded = fileOf(tell).decode(json);
  if (E.isRight(decoded)) {
    return slips.length > 0 ? E.left(slips) : E.right(configOf(decoded.right, 'locale' in json));
  }
  return E.left([...decoded.left.map(messageOf), ...slips]);
};

const configOf = (file: File, localeConfigured: boolean): Config => ({
  timezone: file.timezone,
  currency: file.currency,
  admin: file.admin,
  locale: file.locale,
  localeConfigured,
  quietHours: file.quiet_hours,
  skipWeekends: file.skip_weekends,
  holidays: file.holidays,
  defaultCadence: file.default_cadence,
  nudgeCap: file.nudge_cap,
  minGapDays: file.min_gap_days,
  companyDomains: file.company_domains,
  knownReps: file.known_reps,
  stakeholders: file.stakeholders,
  paused: file.paused,
  ...hookOf(file),
});

/** Left out where the file says nothing of it. */
const hookOf = ({ webhook_plain_secret, webhook_maps }: File): Pick<Config, 'hook'> =>
  webhook_plain_secret || Object.keys(webhook_maps).length > 0
    ? { hook: { plainSecret: webhook_plain_secret, maps: webhook_maps } }
    : {};

const messageOf = ({ context, message }: t.ValidationError): string =>
  `${context[1]?.key ?? 'config'}: ${message ?? 'cannot be read'}`;

/** `time_zone`, `quietHours` or `nudge-cap` would silently leave the default in force. */
const slipOf = (key: string): readonly string[] => {
  if (SETTING_NAMES.includes(key)) return [];
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  const meant = SETTING_NAMES.find(
    known => editDistance(plain, known.replaceAll('_', '')) <= (known.length > 6 ? 2 : 1),
  );
  return meant === undefined ? [] : [`${key}: is not a setting; did you mean ${meant}?`];
};

/** What a command uses when it is given no config: UTC, US dollars, admin@example.com. */
export const defaultConfig: Config = {
  timezone: 'UTC',
  currency: 'USD',
  admin: 'admin@example.com',
  locale: STANDARD.locale,
  localeConfigured: false,
  quietHours: STANDARD.quietHours,
  skipWeekends: true,
  holidays: [],
  defaultCadence: STANDARD.defaultCadence,
  nudgeCap: STANDARD.nudgeCap,
  minGapDays: STANDARD.minGapDays,
  companyDomains: [],
  knownReps: [],
  stakeholders: [],
  paused: false,
};
