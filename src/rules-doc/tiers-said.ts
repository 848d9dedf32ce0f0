import type { Bound, Config, Tier } from '../cadence/policy.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { agreed } from './agreed.ts';
import { type Said, STANDARD } from './clause.ts';
import { isEmpty, relationOf } from './interval.ts';
import type { RulesError, Unused } from './read-document.ts';
import { tierKey } from './tier-name.ts';

type OfTier = Said<Extract<Said, { tier: string }>>;

/** A tier as several sentences may state it together. */
interface Stated {
  readonly name: string;
  readonly key: string;
  readonly bound?: Said & { kind: 'bound' };
  readonly nudgeDays?: Said & { kind: 'nudgeDays' };
  readonly lastCall?: Said & { kind: 'lastCall' };
}

export interface TiersRead {
  readonly tiers: readonly Tier[];
  readonly errors: readonly RulesError[];
  readonly notUsed: readonly Unused[];
  readonly sentences: readonly (readonly [path: string, sentence: string])[];
}

/** More tiers than any business tells apart. */
const MAX_TIERS = 50;

/** Puts the tiers together and holds them against each other. A tier silent on its last call takes the standard tier's. */
export const tiersSaid = (said: readonly Said[], config: Pick<Config, 'defaultCadence' | 'currency'>): TiersRead => {
  const ofTiers = said.filter((fact): fact is OfTier => 'tier' in fact);
  const { stated, errors } = gather(ofTiers);
  const spoken = stated.filter(({ nudgeDays, lastCall }) => nudgeDays !== undefined || lastCall !== undefined);
  const unspoken = stated.filter(tier => !spoken.includes(tier));
  const tooMany = spoken[MAX_TIERS];
  const first = tooMany?.nudgeDays ?? tooMany?.lastCall;
  const faults = first
    ? [errorAt(first, `at most ${MAX_TIERS} tiers`)]
    : spoken.flatMap(tier => faultOf(tier, stated) ?? []);
  const standard = spoken.find(({ key }) => key === STANDARD);
  const lastCall = standard?.lastCall?.days;
  const tiers = spoken.map(tier =>
    tierOf(tier, lastCall === undefined ? config.defaultCadence.lastCallDays : lastCall, config),
  );
  return {
    tiers,
    errors: [...errors, ...faults, ...(faults.length > 0 ? [] : clashes(spoken))],
    notUsed: unspoken.flatMap(({ bound }) => (bound ? [{ line: bound.line, sentence: bound.sentence }] : [])),
    sentences: spoken.flatMap(tier => sentencesOf(tier, standard)),
  };
};

const gather = (
  said: readonly OfTier[],
): { readonly stated: readonly Stated[]; readonly errors: readonly RulesError[] } => {
  const byKey = Map.groupBy(said, fact => tierKey(fact.tier));
  const errors: RulesError[] = [];
  const stated = [...byKey].map(([key, all]): Stated => {
    const bound = agreed(
      all.filter(fact => fact.kind === 'bound'),
      ({ bound }) => JSON.stringify(bound),
      errors,
      `one bound for ${key} quotes`,
    );
    const nudgeDays = agreed(
      all.filter(fact => fact.kind === 'nudgeDays'),
      ({ days }) => days.join(),
      errors,
      `the same nudge days for ${key} quotes`,
    );
    const lastCall = agreed(
      all.filter(fact => fact.kind === 'lastCall'),
      ({ days }) => String(days),
      errors,
      `the same last call for ${key} quotes`,
    );
    return {
      key,
      name: all.find(({ tier }) => key !== STANDARD || tier !== STANDARD)?.tier ?? all[0]?.tier ?? key,
      ...(bound && { bound }),
      ...(nudgeDays && { nudgeDays }),
      ...(lastCall && { lastCall }),
    };
  });
  return { stated, errors };
};

const faultOf = ({ key, name, bound, nudgeDays, lastCall }: Stated, all: readonly Stated[]): RulesError | null => {
  const first = nudgeDays ?? lastCall;
  if (!first) return null;
  const near =
    all.find(other => other.key !== key && other.bound !== undefined && isNear(key, other.key))?.name ??
    (isNear(key, STANDARD) ? STANDARD : null);
  if (key !== STANDARD && near !== null && (near === STANDARD || !bound))
    return errorAt(first, `"${near} quotes" in place of "${name} quotes"`);
  if (key === STANDARD) return bound ? errorAt(bound, NO_BOUND) : null;
  if (!bound)
    return errorAt(
      first,
      `a bound on the amount, such as "${name} quotes over 20,000"; only standard quotes have none`,
    );
  if (isEmpty(bound.bound)) return errorAt(bound, 'a bound that some amount can meet, the smaller number first');
  return nudgeDays ? null : errorAt(first, `the nudge days of ${name} quotes, such as "nudge at 4 days"`);
};

const NO_BOUND = 'no bound on the standard tier: it takes every amount that no other tier claims';

const isNear = (a: string, b: string): boolean =>
  a !== b && a.length > 3 && editDistance(a, b, 2) <= (b.length > 7 ? 2 : 1);

/** Nested is fine: the narrowest wins. The same interval twice, or two that overlap in part, leave amounts with two tiers. */
const clashes = (spoken: readonly Stated[]): readonly RulesError[] =>
  spoken.flatMap((tier, i) =>
    spoken.slice(0, i).flatMap(other => {
      if (!tier.bound || !other.bound) return [];
      const relation = relationOf(tier.bound.bound, other.bound.bound);
      if (relation !== 'equal' && relation !== 'overlapping') return [];
      const how = relation === 'equal' ? 'are for the same amounts' : 'overlap in part';
      return [
        errorAt(
          tier.bound,
          `bounds that do not meet, or one inside the other; ${tier.name} and ${other.name} quotes (line ${other.bound.line}) ${how}`,
        ),
      ];
    }),
  );

const tierOf = (
  { name, bound, nudgeDays, lastCall }: Stated,
  standardLastCall: number | null,
  config: Pick<Config, 'defaultCadence'>,
): Tier => ({
  name,
  bound: bound?.bound ?? {},
  nudgeDays: nudgeDays?.days ?? config.defaultCadence.nudgeDays,
  lastCallDays: lastCall ? lastCall.days : standardLastCall,
});

const sentencesOf = (tier: Stated, standard: Stated | undefined): readonly (readonly [string, string])[] => {
  const { bound, nudgeDays } = tier;
  const lastCall = tier.lastCall ?? standard?.lastCall;
  const path = (key: string) => `tiers.${tier.name}.${key}`;
  const ends = bound ? boundKeys(bound.bound).map(key => [path(key), bound.sentence] as const) : [];
  return [
    ...ends,
    ...(nudgeDays ? [[path('nudge_days'), nudgeDays.sentence] as const] : []),
    ...(lastCall ? [[path('last_call_days'), lastCall.sentence] as const] : []),
  ];
};

/** The names of a bound's ends in what is printed: `over`, `at_least`, `under`, `up_to`. */
export const boundKeys = ({ min, max }: Bound): readonly ('over' | 'at_least' | 'under' | 'up_to')[] => [
  ...(min ? [min.inclusive ? ('at_least' as const) : ('over' as const)] : []),
  ...(max ? [max.inclusive ? ('up_to' as const) : ('under' as const)] : []),
];

const errorAt = ({ line, sentence }: Said, expected: string): RulesError => ({ line, sentence, expected });
