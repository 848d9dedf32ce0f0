import type { Bound, Cadence, Config, QuietHours, Tier } from '../cadence/policy.ts';
import type { RulesError } from './read-document.ts';
import type { RulesReading } from './read-rules.ts';
import { boundKeys } from './tiers-said.ts';

interface Value {
  readonly label: string;
  readonly value: string;
  /** Null: the doc does not say; config or the standard tier does. */
  readonly sentence: string | null;
  readonly otherwise?: string;
}

/** A rules doc for a person's eyes: what was understood, line by line, each value over the sentence it came from. */
export const rulesTable = (reading: RulesReading, config: Config): readonly string[] => {
  const sections = [
    ['Tiers', tierValues(reading, config)],
    ['Owners', ownerValues(reading)],
    ['Away', awayValues(reading)],
    ['Sending', sendingValues(reading, config)],
  ] as const;
  const width = Math.max(...sections.flatMap(([, values]) => values.map(({ label }) => label.length)));
  return [
    ...sections.flatMap(([title, values]) =>
      values.length === 0 ? [] : [title, ...values.flatMap(value => linesOf(value, width)), ''],
    ),
    ...notUsedLines(reading),
  ];
};

/** A refusal for a person's eyes: one line for each fault. */
export const rulesErrorLines = (errors: readonly RulesError[]): readonly string[] =>
  errors.map(({ line, sentence, expected }) => `line ${line}: "${sentence}" — expected ${expected}`);

const linesOf = ({ label, value, sentence, otherwise }: Value, width: number): readonly string[] => [
  `  ${label.padEnd(width)}  ${value}${sentence === null ? `  (${otherwise ?? 'config'})` : ''}`,
  ...(sentence === null ? [] : [`  ${' '.repeat(width)}    “${sentence}”`]),
];

const notUsedLines = ({ notUsed }: RulesReading): readonly string[] =>
  notUsed.length === 0 ? [] : ['Not used', ...notUsed.map(({ line, sentence }) => `  line ${line}: “${sentence}”`), ''];

const tierValues = ({ rules, sentences }: RulesReading, config: Config): readonly Value[] => {
  const values = rules.tiers.map(
    (tier): Value => ({
      label: tier.name,
      value: [boundText(tier.bound, config.currency), cadenceText(tier)].filter(text => text !== '').join(': '),
      sentence: sentenceOf(tier, sentences),
    }),
  );
  const hasStandard = rules.tiers.some(({ bound }) => boundKeys(bound).length === 0);
  return hasStandard
    ? values
    : [{ label: 'standard', value: cadenceText(config.defaultCadence), sentence: null }, ...values];
};

const sentenceOf = ({ name }: Tier, sentences: RulesReading['sentences']): string | null => {
  const own = Object.entries(sentences).filter(
    ([path]) => path.startsWith(`tiers.${name}.`) && !path.endsWith('.last_call_days'),
  );
  const all = [...new Set(own.map(([, sentence]) => sentence))];
  return all.length === 0 ? (sentences[`tiers.${name}.last_call_days`] ?? null) : all.join(' ');
};

const boundText = (bound: Bound, currency: string): string =>
  boundKeys(bound)
    .map(
      key =>
        `${key.replace('_', ' ')} ${currency} ${(key === 'over' || key === 'at_least' ? bound.min : bound.max)?.value.toLocaleString('en-US')}`,
    )
    .join(', ');

const cadenceText = ({ nudgeDays, lastCallDays }: Cadence): string => {
  if (nudgeDays.length === 0 && lastCallDays === null) return 'no nudges';
  const nudges =
    nudgeDays.length === 0
      ? 'no nudges'
      : `nudge at ${listed(nudgeDays.map(String))} ${nudgeDays.at(-1) === 1 ? 'day' : 'days'}`;
  if (lastCallDays === null) return `${nudges}, no last call`;
  return `${nudges}, last call ${lastCallDays === 0 ? 'on the day of expiry' : `${days(lastCallDays)} before expiry`}`;
};

const ownerValues = ({ rules, sentences }: RulesReading): readonly Value[] => [
  ...Object.entries(rules.people).map(
    ([name, address]): Value => ({
      label: name,
      value: address,
      sentence: sentences[`owners.people.${name}`] ?? null,
    }),
  ),
  ...Object.entries(rules.teams).map(
    ([team, who]): Value => ({
      label: `${team} team`,
      value: who,
      sentence: sentences[`owners.teams.${team}`] ?? null,
    }),
  ),
];

const awayValues = ({ rules, sentences }: RulesReading): readonly Value[] =>
  rules.away.map(({ person, from, to, cover }, i): Value => {
    const known = cover.includes('@') || Object.hasOwn(rules.people, cover);
    const when = from === to ? from : `${from} to ${to}`;
    const who = known ? cover : `${cover}, whose address is not given: the admin stands in`;
    return { label: person, value: `${when}, covered by ${who}`, sentence: sentences[`away.${i}`] ?? null };
  });

const sendingValues = ({ rules, sentences }: RulesReading, config: Config): readonly Value[] => [
  {
    label: 'quiet hours',
    value: quietText(rules.quietHours === undefined ? config.quietHours : rules.quietHours),
    sentence: sentences.quiet_hours ?? null,
  },
  {
    label: 'weekends',
    value: (rules.skipWeekends ?? config.skipWeekends) ? 'skipped' : 'like any day',
    sentence: sentences.skip_weekends ?? null,
  },
  ...(rules.holidays ?? []).map(
    (day, i): Value => ({
      label: 'holiday',
      value: day.startsWith('--') ? `${day.slice(2)} every year` : day,
      sentence: sentences[`holidays.${i}`] ?? null,
    }),
  ),
  ...config.holidays.map((day): Value => ({ label: 'holiday', value: day, sentence: null })),
  { label: 'nudges at most', value: String(rules.nudgeCap ?? config.nudgeCap), sentence: sentences.nudge_cap ?? null },
  {
    label: 'days between',
    value: String(rules.minGapDays ?? config.minGapDays),
    sentence: sentences.min_gap_days ?? null,
  },
];

const quietText = (hours: QuietHours): string => (hours === null ? 'none' : `${hours[0]} to ${hours[1]}`);

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
