import * as E from 'fp-ts/lib/Either.js';
import { compareRules } from '../../application/compare-rules.ts';
import { type Planned, planDays } from '../../application/plan-ahead.ts';
import type { RulesChange } from '../../application/rules-changes.ts';
import type { Policy } from '../../cadence/policy.ts';
import type { RefusedCell } from '../../sheet/row.ts';
import { refusedCellJson } from '../../sheet/sheet-json.ts';
import { refusedLine } from '../../sheet/sheet-table.ts';
import { answerNotRun, type Command, type ExitCode, type Io } from '../command.ts';
import { type PlanAsked, planAsked } from '../plan-asked.ts';
import { changeLine, planChangesText } from '../plan-changes.ts';
import { type PlanInputs, readPlanInputs } from '../plan-inputs.ts';
import { plannedLine, sendTimeIn } from '../plan-lines.ts';
import { planTable } from '../plan-table.ts';
import { readConfig, WITHOUT_CONFIG } from '../read-config.ts';
import { watched } from '../watched.ts';

const usage = `usage: qf plan --quotes FILE --rules FILE [--config FILE] --from YYYY-MM-DD --to YYYY-MM-DD [--json]
       qf plan --quotes FILE --rules NEW --against OLD [--config FILE] --from YYYY-MM-DD [--to YYYY-MM-DD] [--json]

Shows what would be sent from one date to another, both included, were every draft approved at once and nobody
answered. Nothing is sent or stored. Nothing counts as having happened before --from; quotes that had expired by then
are closed out on it. A row that cannot be read is named first and takes no part.

With --against it shows what the rules of NEW change against those of OLD: each nudge that is added, moved to another
time, dropped, or leaves at its time but altered (another move, another owner), by the day on which it leaves. Without
--to it is 30 days.

  --quotes FILE   the sheet, as CSV
  --rules FILE    the rules doc, as text
  --against FILE  the rules doc to compare with
  --config FILE   the business's config.json; its "paused" is left aside
  --json          one JSON object a line: each refused cell; then by date the nudges, then the quotes closed out; or,
                  with --against, the changes by date

FILE may be - for standard input.
${WITHOUT_CONFIG}`;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const asked = planAsked(args);
  if (E.isLeft(asked)) return answerNotRun(asked.left, planCommand, io);
  const config = await readConfig(io, asked.right.config);
  if (E.isLeft(config)) return config.left;
  if (config.right.paused) io.err('the config says "paused": nothing leaves until that ends; planned as if it had');
  const inputs = await readPlanInputs(io, asked.right, config.right);
  if (E.isLeft(inputs)) return inputs.left;
  const lines = await linesOf(asked.right, inputs.right, io);
  if (lines === null) {
    io.err('stopped; nothing was printed');
    return 1;
  }
  for (const line of lines) io.out(line);
  return 0;
};

/** Null when it was stopped. */
const linesOf = async (asked: PlanAsked, inputs: PlanInputs, io: Io): Promise<Iterable<string> | null> => {
  const { from, to } = asked;
  const { sheet, policy, against } = inputs;
  const { rows } = sheet;
  if (against === null) {
    const plan = await watched(planDays({ rows, policy, from, to }), from, io);
    return plan && printed(plan.made, inputs, asked);
  }
  const compared = await watched(compareRules({ rows, before: against, after: policy, from, to }), from, io);
  return compared && compare(compared.made, { ...inputs, against }, asked);
};

const printed = (planned: readonly Planned[], { sheet, policy }: PlanInputs, { json }: PlanAsked): Iterable<string> => {
  if (!json) return planTable(planned, sheet.refused, policy.timezone);
  const sendTime = sendTimeIn(policy.timezone);
  return each(sheet.refused, planned, line => plannedLine(line, sendTime));
};

const compare = (
  changes: readonly RulesChange[],
  { sheet, policy, against }: PlanInputs & { readonly against: Policy },
  { from, to, json }: PlanAsked,
): Iterable<string> => {
  const { refused } = sheet;
  if (json) {
    const sendTime = sendTimeIn(policy.timezone);
    return each(refused, changes, change => changeLine(change, sendTime));
  }
  const text = planChangesText(changes, { from, to, before: against, after: policy });
  return refused.length === 0 ? text : [...refused.map(refusedLine), '', ...text];
};

/** Lines are made as they are printed: a long plan has many. */
function* each<Item>(
  refused: readonly RefusedCell[],
  items: readonly Item[],
  lineOf: (item: Item) => string,
): Iterable<string> {
  for (const cell of refused) yield JSON.stringify(refusedCellJson(cell));
  for (const item of items) yield lineOf(item);
}

export const planCommand: Command = {
  name: 'plan',
  summary: 'what would be sent from one date to another, or what other rules would change of it',
  usage,
  run,
};
