import { nameOf } from '../../cadence/owner.ts';
import {
  type Absence,
  type Cadence,
  type Config,
  type Policy,
  policyOf,
  type QuietHours,
  type Tier,
} from '../../cadence/policy.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { PlanChange, PlannedLeave } from '../../presentation/view-models/plan-changes.ts';
import type { Understood } from '../../presentation/view-models/understood.ts';
import { clockTime, longDate } from '../../presentation/when.ts';
import type { RulesReading } from '../../rules-doc/read-rules.ts';
import type { Leaving, RulesChange } from '../planning/rules-changes.ts';

/** Changes as pages and the terminal show them: people by the names that both rules know them by. */
export const changesShown = (
  changes: readonly RulesChange[],
  { before: old, after: fresh }: Readonly<Record<'before' | 'after', Policy>>,
): readonly PlanChange[] => {
  const { timezone } = fresh;
  const people = { ...old.people, ...fresh.people };
  const leave = ({ day, nudge }: Leaving): PlannedLeave => ({
    day,
    time: clockTime(nudge.sendAt.toISOString(), timezone),
    move: nudge.move,
    owner: nameOf(nudge.owner, { people }),
  });
  return changes.map(({ before, after }) => {
    const { row } = (after ?? before).nudge;
    return {
      quoteId: row.quoteId,
      customer: row.customer,
      before: before && leave(before),
      after: after && leave(after),
    };
  });
};

/** What is in force, value by value in words, each with the sentence it came from or where else it comes from. */
export const understoodOf = (reading: RulesReading, config: Config): readonly Understood[] => {
  const policy = policyOf(config, reading.rules);
  const { sentences } = reading;
  const from = (path: string): Pick<Understood, 'sentence'> => ({ sentence: sentences[path] ?? null });
  return [
    ...policy.tiers.map((tier, index) => tierLine(tier, policy, sentences, index)),
    ...Object.entries(policy.teams).map(([team, owner]) => ({
      what: `Team ${team}`,
      value: `defaults to ${owner}`,
      ...from(`owners.teams.${team}`),
    })),
    ...Object.entries(policy.people).map(([person, address]) => ({
      what: person,
      value: address,
      ...from(`owners.people.${person}`),
    })),
    ...policy.away.map((absence, index) => ({
      what: `${absence.person} away`,
      value: awayWords(absence),
      ...from(`away.${index}`),
    })),
    { what: 'Quiet hours', value: quietWords(policy.quietHours), ...from('quiet_hours') },
    {
      what: 'Weekends',
      value: policy.skipWeekends ? 'nothing is sent on Saturday and Sunday' : 'are working days',
      ...from('skip_weekends'),
    },
    {
      what: 'Holidays',
      value: policy.holidays.length === 0 ? 'none' : policy.holidays.join(', '),
      ...from('holidays'),
    },
    { what: 'Most nudges', value: `${policy.nudgeCap} for one quote`, ...from('nudge_cap') },
    { what: 'Least gap', value: `${policy.minGapDays} days between two nudges`, ...from('min_gap_days') },
  ];
};

const tierLine = (
  tier: Tier,
  { currency }: Policy,
  sentences: RulesReading['sentences'],
  index: number,
): Understood => {
  const path = `tiers.${tier.name}`;
  const sentence = sentences[`${path}.nudge_days`] ?? sentences[path] ?? null;
  const bound = boundWords(tier, currency);
  return {
    what: `${tier.name.slice(0, 1).toUpperCase()}${tier.name.slice(1)} quotes${bound === '' ? '' : `, ${bound}`}`,
    value: cadenceWords(tier),
    sentence,
    ...(sentence === null ? { from: index === 0 ? 'config' : 'standard tier' } : {}),
  };
};

const boundWords = ({ bound: { min, max } }: Tier, currency: string): string => {
  const money = (value: number): string =>
    formatMoney({ minor: Math.round(value * 100), currency }).replace(/\.00$/, '');
  const low = min && `${min.inclusive ? 'at least' : 'over'} ${money(min.value)}`;
  const high = max && `${max.inclusive ? 'up to' : 'under'} ${money(max.value)}`;
  return [low, high].filter(Boolean).join(' and ');
};

export const cadenceWords = ({ nudgeDays, lastCallDays }: Cadence): string => {
  const days = nudgeDays.length === 0 ? 'no nudges' : `nudges ${nudgeDays.join(', ')} days after sending`;
  return `${days}, ${lastCallDays === null ? 'no last call' : `last call ${lastCallDays} days before expiry`}`;
};

const awayWords = ({ from, to, cover }: Absence): string => `${longDate(from)} to ${longDate(to)}, ${cover} covers`;

export const quietWords = (quiet: QuietHours): string =>
  quiet === null ? 'none: mail may leave at any hour' : `from ${quiet[0]} to ${quiet[1]}`;
