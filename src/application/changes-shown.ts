import { DateTime } from 'luxon';
import type { PlanChange, PlannedLeave } from '../letters/views/plan-changes.ts';
import type { Leaving, RulesChange } from './rules-changes.ts';

/** Changes as pages and the terminal show them. */
export const changesShown = (changes: readonly RulesChange[], timezone: string): readonly PlanChange[] =>
  changes.map(({ before, after }) => {
    const { row } = (after ?? before).nudge;
    return {
      quoteId: row.quoteId,
      customer: row.customer,
      before: before && leave(before, timezone),
      after: after && leave(after, timezone),
    };
  });

const leave = ({ day, nudge }: Leaving, timezone: string): PlannedLeave => ({
  day,
  time: DateTime.fromJSDate(nudge.sendAt, { zone: timezone }).toFormat('HH:mm'),
  move: nudge.move,
  owner: nudge.owner,
});
