import type { LocalDate } from '../kernel/local-date.ts';
import type { HookSettings } from '../quote-intake/webhook/field-map.ts';

/** `HH:MM` on the wall clock of the configured zone, 24 hours. */
export type WallTime = string;

/** Start inclusive, end exclusive; may span midnight. `null` means mail may leave at any hour. */
export type QuietHours = readonly [start: WallTime, end: WallTime] | null;

/** `YYYY-MM-DD`, or `--MM-DD` for a holiday that comes every year. */
export type Holiday = string;

/** One end of a tier's interval, in major units of the configured currency. */
export interface Limit {
  readonly value: number;
  readonly inclusive: boolean;
}

/** The amounts a tier is for. Both ends absent: the standard tier. */
export interface Bound {
  readonly min?: Limit;
  readonly max?: Limit;
}

/** When a quote is nudged: days since sending, then (unless null) a last call so many days before expiry. */
export interface Cadence {
  readonly nudgeDays: readonly number[];
  readonly lastCallDays: number | null;
}

export interface Tier extends Cadence {
  readonly name: string;
  readonly bound: Bound;
}

export interface Absence {
  readonly person: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly cover: string;
}

/** What a rules doc says; what it leaves unsaid is absent and config's value holds. */
export interface Rules {
  readonly tiers: readonly Tier[];
  /** Team name, lower-case → the person (as written) or address the team's quotes default to. */
  readonly teams: Readonly<Record<string, string>>;
  /** Person as written → e-mail address, lower-case. */
  readonly people: Readonly<Record<string, string>>;
  readonly away: readonly Absence[];
  readonly quietHours?: QuietHours;
  readonly skipWeekends?: boolean;
  readonly holidays?: readonly Holiday[];
  readonly nudgeCap?: number;
  readonly minGapDays?: number;
}

/** The settings of one business (`/qf/config/` on AWS, `config.json` on a laptop). */
export interface Config {
  readonly timezone: string;
  readonly currency: string;
  readonly admin: string;
  readonly locale: string;
  /** True where config names the locale itself: only then may it break ties between readings of an amount or a date. */
  readonly localeConfigured?: boolean;
  readonly quietHours: QuietHours;
  readonly skipWeekends: boolean;
  readonly holidays: readonly Holiday[];
  readonly defaultCadence: Cadence;
  readonly nudgeCap: number;
  readonly minGapDays: number;
  readonly companyDomains: readonly string[];
  readonly knownReps: readonly string[];
  readonly stakeholders: readonly string[];
  readonly paused: boolean;
  /** Absent: the webhook takes signed calls only, read by the ready field maps. */
  readonly hook?: HookSettings;
}

/** Config and rules doc merged: what every decision reads. The rules doc wins where it speaks; holidays add up. */
export interface Policy {
  readonly timezone: string;
  readonly currency: string;
  readonly admin: string;
  readonly locale: string;
  readonly quietHours: QuietHours;
  readonly skipWeekends: boolean;
  readonly holidays: readonly Holiday[];
  readonly nudgeCap: number;
  readonly minGapDays: number;
  /** Never empty: the standard tier is the doc's, else `default_cadence`. */
  readonly tiers: readonly [Tier, ...Tier[]];
  /** Team, lower-case → address. */
  readonly teams: Readonly<Record<string, string>>;
  /** Person → address, lower-case. */
  readonly people: Readonly<Record<string, string>>;
  readonly away: readonly Absence[];
  readonly companyDomains: readonly string[];
  readonly knownReps: readonly string[];
}

/** Rules over config. The standard tier always stands first. */
export const policyOf = (config: Config, rules: Rules): Policy => {
  const standard: Tier = rules.tiers.find(isStandard) ?? { name: 'standard', bound: {}, ...config.defaultCadence };
  const others = rules.tiers.filter(tier => !isStandard(tier));
  const teams = Object.entries(rules.teams).map(([team, who]) => [team, rules.people[who] ?? who] as const);
  return {
    timezone: config.timezone,
    currency: config.currency,
    admin: config.admin,
    locale: config.locale,
    quietHours: rules.quietHours === undefined ? config.quietHours : rules.quietHours,
    skipWeekends: rules.skipWeekends ?? config.skipWeekends,
    holidays: [...new Set([...config.holidays, ...(rules.holidays ?? [])])].sort(),
    nudgeCap: rules.nudgeCap ?? config.nudgeCap,
    minGapDays: rules.minGapDays ?? config.minGapDays,
    tiers: [standard, ...others],
    teams: Object.fromEntries(teams),
    people: rules.people,
    away: rules.away,
    companyDomains: config.companyDomains,
    knownReps: config.knownReps,
  };
};

const isStandard = (tier: Tier): boolean => tier.bound.min === undefined && tier.bound.max === undefined;
