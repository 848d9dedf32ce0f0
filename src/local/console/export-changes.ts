import { changeKind, type PlanChanges, type PlannedLeave } from '../../letters/views/plan-changes.ts';
import { harmlessCsv } from '../../letters/words/harmless-csv.ts';
import { moveName } from '../../letters/words/move-name.ts';
import { exported } from './exported.ts';
import type { ConsoleResponse } from './request.ts';
import type { Visit } from './visit.ts';

const LEAVE = ['day', 'time', 'nudge', 'owner'];
const COLUMNS = [
  'Change',
  'Quote number',
  'Customer',
  ...LEAVE.map(name => `Before: ${name}`),
  ...LEAVE.map(name => `After: ${name}`),
];

/** What other rules would change, all of it, as a file: a line for each nudge. */
export const exportChanges = (visit: Visit, { changes }: PlanChanges): Promise<ConsoleResponse> =>
  exported(visit, {
    view: 'what other rules would change',
    name: 'rules-compared',
    rows: changes.length,
    format: 'csv',
    body: harmlessCsv([
      COLUMNS,
      ...changes.map(change => [
        changeKind(change),
        change.quoteId,
        change.customer,
        ...cellsOf(change.before),
        ...cellsOf(change.after),
      ]),
    ]),
  });

const cellsOf = (leave: PlannedLeave | null): readonly string[] =>
  leave === null ? ['', '', '', ''] : [leave.day, leave.time, moveName(leave.move), leave.owner];
