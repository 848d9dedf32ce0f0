import { nameOf } from '../cadence/owner.ts';
import type { Policy } from '../cadence/policy.ts';
import type { PlanChange, PlannedLeave } from '../letters/views/plan-changes.ts';
import { clockTime } from '../letters/words/when.ts';
import type { Leaving, RulesChange } from './rules-changes.ts';

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
