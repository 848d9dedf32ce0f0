import type { Policy } from '../cadence/policy.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { type PlanAhead, type Planned, planDays } from './plan-ahead.ts';
import { type RulesChange, rulesChanges } from './rules-changes.ts';

/** How many days are compared where nobody says otherwise. */
export const COMPARED_DAYS = 30;

/**
 * How far past the last day both plans are followed: a nudge that goes beyond it is told as moved there, and only what
 * finds no counterpart within a quarter of a year as dropped.
 */
const LOOK_PAST_DAYS = 92;

export interface CompareRules extends Omit<PlanAhead, 'policy'> {
  readonly before: Policy;
  readonly after: Policy;
  /** The first day told of, where it is not that of the first check: something that waits may leave before. */
  readonly shownFrom?: LocalDate;
}

/**
 * What `after` changes against `before` for the nudges that leave from `from` to `to`, both included. Both plans are of
 * one sheet, under one time zone. Yields each date that a plan has checked, so that it can be watched and left.
 */
export function* compareRules({
  before,
  after,
  shownFrom,
  ...plan
}: CompareRules): Generator<LocalDate, readonly RulesChange[]> {
  const to = addDays(plan.to, LOOK_PAST_DAYS);
  const old: readonly Planned[] = yield* planDays({ ...plan, to, policy: before });
  const fresh: readonly Planned[] = yield* planDays({ ...plan, to, policy: after });
  const first = shownFrom ?? plan.from;
  const isShown = (day: LocalDate | undefined): boolean => day !== undefined && day >= first && day <= plan.to;
  return rulesChanges(old, fresh, before.timezone).filter(
    change => isShown(change.before?.day) || isShown(change.after?.day),
  );
}
