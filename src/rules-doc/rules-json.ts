import type { Bound, Config, Rules, Tier } from '../cadence/policy.ts';
import type { RulesError } from './read-document.ts';
import type { RulesReading } from './read-rules.ts';

/** A tier as printed: bounds in major units, `last_call_days` null for none. */
export interface TierJson {
  readonly name: string;
  readonly over?: number;
  readonly at_least?: number;
  readonly under?: number;
  readonly up_to?: number;
  readonly nudge_days: readonly number[];
  readonly last_call_days: number | null;
}

/** What a rules doc says, as `qf rules --json` prints it. What it leaves unsaid is absent. */
export interface RulesJson {
  readonly tiers?: readonly TierJson[];
  readonly owners?: {
    /** Team → address. */
    readonly teams?: Readonly<Record<string, string>>;
    readonly people?: Readonly<Record<string, string>>;
  };
  readonly away?: readonly {
    readonly person: string;
    readonly from: string;
    readonly to: string;
    readonly cover: string;
  }[];
  readonly quiet_hours?: readonly [string, string] | null;
  readonly skip_weekends?: boolean;
  readonly holidays?: readonly string[];
  readonly nudge_cap?: number;
  readonly min_gap_days?: number;
  readonly sentences: Readonly<Record<string, string>>;
  readonly not_used?: readonly { readonly line: number; readonly sentence: string }[];
}

/** The reading in the shape that is printed, mailed and logged. The config is not read: last calls are resolved already. */
export const rulesJson = (
  { rules, sentences, notUsed }: RulesReading,
  _config?: Pick<Config, 'currency'>,
): RulesJson => ({
  ...(rules.tiers.length > 0 && { tiers: rules.tiers.map(tierJson) }),
  ...ownersJson(rules),
  ...(rules.away.length > 0 && { away: rules.away }),
  ...(rules.quietHours !== undefined && { quiet_hours: rules.quietHours }),
  ...(rules.skipWeekends !== undefined && { skip_weekends: rules.skipWeekends }),
  ...(rules.holidays !== undefined && { holidays: rules.holidays }),
  ...(rules.nudgeCap !== undefined && { nudge_cap: rules.nudgeCap }),
  ...(rules.minGapDays !== undefined && { min_gap_days: rules.minGapDays }),
  sentences,
  ...(notUsed.length > 0 && { not_used: notUsed }),
});

/** The refusal in the shape that is printed. */
export const rulesErrorsJson = (errors: readonly RulesError[]): { readonly errors: readonly RulesError[] } => ({
  errors: errors.map(({ line, sentence, expected }) => ({ line, sentence, expected })),
});

const tierJson = ({ name, bound, nudgeDays, lastCallDays }: Tier): TierJson => ({
  name,
  ...boundJson(bound),
  nudge_days: nudgeDays,
  last_call_days: lastCallDays,
});

const boundJson = ({ min, max }: Bound): Pick<TierJson, 'over' | 'at_least' | 'under' | 'up_to'> => ({
  ...(min && (min.inclusive ? { at_least: min.value } : { over: min.value })),
  ...(max && (max.inclusive ? { up_to: max.value } : { under: max.value })),
});

const ownersJson = ({ teams, people }: Rules): Pick<RulesJson, 'owners'> => {
  const resolved = Object.entries(teams).map(([team, who]) => [team, Object.hasOwn(people, who) ? people[who] : who]);
  const owners = {
    ...(resolved.length > 0 && { teams: Object.fromEntries(resolved) }),
    ...(Object.keys(people).length > 0 && { people }),
  };
  return Object.keys(owners).length > 0 ? { owners } : {};
};
