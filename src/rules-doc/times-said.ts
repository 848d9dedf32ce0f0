import type { Config, Holiday, QuietHours, Rules } from '../cadence/policy.ts';
import { addDays, daysBetween } from '../kernel/local-date.ts';
import { agreed } from './agreed.ts';
import type { Said } from './clause.ts';
import { isoOf } from './date-phrase.ts';
import type { Day } from './entity.ts';
import type { RulesError } from './read-document.ts';

export interface TimesRead {
  readonly rules: Pick<Rules, 'quietHours' | 'skipWeekends' | 'holidays' | 'nudgeCap' | 'minGapDays'>;
  readonly errors: readonly RulesError[];
  readonly sentences: readonly (readonly [path: string, sentence: string])[];
}

/** More days than any holiday has. */
const MAX_HOLIDAY = 62;

/** Quiet hours, weekends, holidays and the two limits, each said once or said alike. */
export const timesSaid = (said: readonly Said[], config: Pick<Config, 'holidays'>): TimesRead => {
  const errors: RulesError[] = [];
  const quiet = quietHoursOf(said, errors);
  const weekends = agreed(
    said.filter(fact => fact.kind === 'weekends'),
    ({ skip }) => String(skip),
    errors,
    'one rule for weekends',
  );
  const cap = agreed(
    said.filter(fact => fact.kind === 'cap'),
    ({ nudges }) => String(nudges),
    errors,
    'one cap on nudges',
  );
  const gap = agreed(
    said.filter(fact => fact.kind === 'gap'),
    ({ days }) => String(days),
    errors,
    'one gap between nudges',
  );
  const holidays = holidaysOf(said, config, errors);
  return {
    rules: {
      ...(quiet && { quietHours: quiet.hours }),
      ...(weekends && { skipWeekends: weekends.skip }),
      ...(holidays.size > 0 && { holidays: [...holidays.keys()] }),
      ...(cap && { nudgeCap: cap.nudges }),
      ...(gap && { minGapDays: gap.days }),
    },
    errors,
    sentences: [
      ...(quiet ? [['quiet_hours', quiet.by.sentence] as const] : []),
      ...(weekends ? [['skip_weekends', weekends.sentence] as const] : []),
      ...[...holidays.values()].map((sentence, i) => [`holidays.${i}`, sentence] as const),
      ...(cap ? [['nudge_cap', cap.sentence] as const] : []),
      ...(gap ? [['min_gap_days', gap.sentence] as const] : []),
    ],
  };
};

interface Quiet {
  readonly hours: QuietHours;
  readonly by: Said;
}

/** "Before 8am" and "after 6pm" may stand in two sentences; one without the other leaves the night open. */
const quietHoursOf = (said: readonly Said[], errors: RulesError[]): Quiet | null => {
  const before = agreed(
    said.filter(fact => fact.kind === 'quietBefore'),
    ({ time }) => time,
    errors,
    'one end of the quiet hours',
  );
  const after = agreed(
    said.filter(fact => fact.kind === 'quietAfter'),
    ({ time }) => time,
    errors,
    'one start of the quiet hours',
  );
  const whole: Quiet[] = said.flatMap((fact): Quiet[] => {
    if (fact.kind === 'noQuietHours') return [{ hours: null, by: fact }];
    return fact.kind === 'quietHours' ? [{ hours: [fact.start, fact.end], by: fact }] : [];
  });
  if (before && after) whole.push({ hours: [after.time, before.time], by: joinedBy(after, before) });
  const [first, ...others] = whole;
  for (const { hours, by } of others) {
    if (String(hours) !== String(first?.hours))
      errors.push(errorAt(by, `the same quiet hours throughout; line ${first?.by.line} says otherwise`));
  }
  for (const half of before && after ? [] : [before, after]) {
    if (half && !agrees(half, first))
      errors.push(errorAt(half, 'both ends of the quiet hours, such as "between 6pm and 8am"'));
  }
  if (first?.hours && first.hours[0] === first.hours[1]) {
    errors.push(errorAt(first.by, 'quiet hours that leave part of the day open, such as "between 6pm and 8am"'));
  }
  return first ?? null;
};

const joinedBy = (after: Said, before: Said): Said =>
  after.sentence === before.sentence ? after : { ...after, sentence: `${after.sentence} ${before.sentence}` };

const agrees = (half: Said, quiet: Quiet | undefined): boolean =>
  (half.kind === 'quietBefore' && half.time === quiet?.hours?.[1]) ||
  (half.kind === 'quietAfter' && half.time === quiet?.hours?.[0]);

/** Each day of a holiday with the sentence that first names it. */
const holidaysOf = (
  said: readonly Said[],
  config: Pick<Config, 'holidays'>,
  errors: RulesError[],
): ReadonlyMap<Holiday, string> => {
  const holidays = new Map<Holiday, string>();
  for (const fact of said) {
    if (fact.kind !== 'holiday') continue;
    const days = daysOf(fact.from, fact.to);
    if (days === null) errors.push(errorAt(fact, `holidays of at most ${MAX_HOLIDAY} days, the first day first`));
    for (const day of days ?? []) if (!holidays.has(day)) holidays.set(day, fact.sentence);
  }
  const kept = said.find(fact => fact.kind === 'holidaysKept');
  if (kept && holidays.size === 0 && config.holidays.length === 0) {
    errors.push(errorAt(kept, 'the dates of the holidays, such as 25 December 2026'));
  }
  return holidays;
};

/** `--12-25` where no year is given. Null: backwards, or too long. */
const daysOf = (from: Day, to: Day): readonly Holiday[] | null => {
  const yearly = to.year === null;
  const start = isoOf({ ...from, year: yearly ? 2024 : (from.year ?? to.year) });
  const sameYear = isoOf({ ...to, year: to.year ?? 2024 });
  const end = yearly && sameYear < start ? isoOf({ ...to, year: 2025 }) : sameYear;
  const length = daysBetween(start, end);
  if (length < 0 || length > MAX_HOLIDAY) return null;
  return Array.from({ length: length + 1 }, (_, i) => addDays(start, i)).map(day =>
    yearly ? `--${day.slice(5)}` : day,
  );
};

const errorAt = ({ line, sentence }: Said, expected: string): RulesError => ({ line, sentence, expected });
