import type { Policy } from '../../cadence/policy.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { type PlanAhead, type Planned, type PlannedNudge, planDays } from './plan-ahead.ts';

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

/** A nudge and the local date on which it would leave. */
export interface Leaving {
  readonly day: LocalDate;
  readonly nudge: PlannedNudge;
}

/**
 * What other rules make of one nudge. `moved`: it leaves at another time. `altered`: at the same time, but as another
 * move or from another owner. A moved one may be altered as well.
 */
export type RulesChange =
  | { readonly kind: 'added'; readonly before: null; readonly after: Leaving }
  | { readonly kind: 'dropped'; readonly before: Leaving; readonly after: null }
  | { readonly kind: 'moved' | 'altered'; readonly before: Leaving; readonly after: Leaving };

/**
 * How far two plans of one sheet differ, quote by quote: the nudges of both are laid side by side in their order, as
 * many as can be and with the least shifting of days; what is left over was added or dropped. A last call is the same
 * as another last call, never as a follow-up of another day. In the order of days, then of the first plan's quotes.
 */
export const rulesChanges = (
  before: readonly Planned[],
  after: readonly Planned[],
  timezone: string,
): readonly RulesChange[] => {
  const old = byQuote(before, timezone);
  const fresh = byQuote(after, timezone);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .flatMap(key => changesOf(old.get(key) ?? [], fresh.get(key) ?? []))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0));
};

/** The day a change is told for: the one it brings about, else the one it takes away. */
const dayOf = ({ before, after }: RulesChange): LocalDate => (after ?? before).day;

const byQuote = (planned: readonly Planned[], timezone: string): ReadonlyMap<string, readonly Leaving[]> => {
  const leavings = planned.flatMap(line =>
    line.kind === 'nudge' ? [{ day: wallClock(line.sendAt, timezone).date, nudge: line }] : [],
  );
  const byKey = Map.groupBy(leavings, ({ nudge }) => nudge.row.key);
  for (const list of byKey.values()) list.sort((a, b) => a.nudge.sendAt.getTime() - b.nudge.sendAt.getTime());
  return byKey;
};

const changesOf = (before: readonly Leaving[], after: readonly Leaving[]): readonly RulesChange[] =>
  sideBySide(before, after).flatMap(({ old, fresh }): readonly RulesChange[] => {
    if (!old) return fresh ? [{ kind: 'added', before: null, after: fresh }] : [];
    if (!fresh) return [{ kind: 'dropped', before: old, after: null }];
    const moved = old.nudge.sendAt.getTime() !== fresh.nudge.sendAt.getTime();
    if (moved) return [{ kind: 'moved', before: old, after: fresh }];
    return isAltered(old, fresh) ? [{ kind: 'altered', before: old, after: fresh }] : [];
  });

const isAltered = ({ nudge: old }: Leaving, { nudge: fresh }: Leaving): boolean =>
  old.move !== fresh.move || old.owner !== fresh.owner;

interface Pair {
  readonly old: Leaving | null;
  readonly fresh: Leaving | null;
}

interface Way {
  readonly alone: number;
  readonly shift: number;
  readonly last: Pair | null;
  readonly before: Way | null;
}

const START: Way = { alone: 0, shift: 0, last: null, before: null };

/** The pairing in order that leaves the fewest alone; of those, the one that shifts the fewest days. */
const sideBySide = (before: readonly Leaving[], after: readonly Leaving[]): readonly Pair[] => {
  let above: Way[] = [START];
  for (const fresh of after) above.push(alone(above.at(-1) ?? START, { old: null, fresh }));
  for (const old of before) {
    const row = [alone(above[0] ?? START, { old, fresh: null })];
    after.forEach((fresh, index) => {
      const ways = [
        ...(areAlike(old, fresh) ? [together(above[index] ?? START, old, fresh)] : []),
        alone(above[index + 1] ?? START, { old, fresh: null }),
        alone(row[index] ?? START, { old: null, fresh }),
      ];
      row.push(ways.reduce(better));
    });
    above = row;
  }
  return walked(above.at(-1) ?? START);
};

const alone = (way: Way, last: Pair): Way => ({ alone: way.alone + 1, shift: way.shift, last, before: way });

const together = (way: Way, old: Leaving, fresh: Leaving): Way => ({
  alone: way.alone,
  shift: way.shift + Math.abs(daysBetween(old.day, fresh.day)),
  last: { old, fresh },
  before: way,
});

const better = (a: Way, b: Way): Way => (b.alone < a.alone || (b.alone === a.alone && b.shift < a.shift) ? b : a);

const isLastCall = ({ nudge }: Leaving): boolean => nudge.move === 'last_call';

const areAlike = (old: Leaving, fresh: Leaving): boolean =>
  isLastCall(old) === isLastCall(fresh) || old.day === fresh.day;

const walked = (end: Way): readonly Pair[] => {
  const pairs: Pair[] = [];
  for (let way: Way | null = end; way !== null; way = way.before) if (way.last) pairs.push(way.last);
  return pairs.reverse();
};
