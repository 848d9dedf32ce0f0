import { setImmediate } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { type PlanAhead, type Planned, planDays } from '../../application/plan-ahead.ts';
import { daysBetween, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { refusedCellJson } from '../../sheet/sheet-json.ts';
import { answerNotRun, type Command, type ExitCode, type Io, type NotRun, parse } from '../command.ts';
import { type PlanInputs, readPlanInputs } from '../plan-inputs.ts';
import { plannedLine, sendTimeIn } from '../plan-lines.ts';
import { planTable } from '../plan-table.ts';
import { readConfig, WITHOUT_CONFIG } from '../read-config.ts';

const usage = `usage: qf plan --quotes FILE --rules FILE [--config FILE] --from YYYY-MM-DD --to YYYY-MM-DD [--json]

Shows what would be sent from one date to another, both included, were every draft approved at once and nobody
answered. Nothing is sent or stored. Nothing counts as having happened before --from; quotes that had expired by then
are closed out on it. A row that cannot be read is named first and takes no part.

  --quotes FILE  the sheet, as CSV
  --rules FILE   the rules doc, as text
  --config FILE  the business's config.json; its "paused" is left aside
  --json         one JSON object a line: each refused cell; then by date the nudges, then the quotes closed out

FILE may be - for standard input.
${WITHOUT_CONFIG}`;

const text = { type: 'string' } as const;
const options = { quotes: text, rules: text, config: text, from: text, to: text, json: { type: 'boolean' } } as const;

/** Five years: longer than any quote is followed, short enough to end. */
const MOST_DAYS = 1827;
/** How long the plan runs before it looks up: for Ctrl-C, and for whoever watches. */
const BREATH_MS = 50;
const PROGRESS_MS = 2000;

interface Asked {
  readonly quotes: string;
  readonly rules: string;
  readonly config: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly json: boolean;
}

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const asked = askedFor(args);
  if (E.isLeft(asked)) return answerNotRun(asked.left, planCommand, io);
  const { from, to, json } = asked.right;
  const config = await readConfig(io, asked.right.config);
  if (E.isLeft(config)) return config.left;
  if (config.right.paused) io.err('the config says "paused": nothing leaves until that ends; planned as if it had');
  const inputs = await readPlanInputs(io, asked.right, config.right);
  if (E.isLeft(inputs)) return inputs.left;
  const { sheet, policy } = inputs.right;
  const planned = await watched({ rows: sheet.rows, policy, from, to }, io);
  if (planned === null) {
    io.err('stopped; nothing was printed');
    return 1;
  }
  print(planned, inputs.right, json, io);
  return 0;
};

const askedFor = (args: readonly string[]): E.Either<NotRun, Asked> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return parsed;
  const { quotes, rules, config, from, to, json = false } = parsed.right.values;
  if (quotes === undefined) return usageError('--quotes is missing');
  if (rules === undefined) return usageError('--rules is missing');
  if (quotes === '-' && rules === '-') return usageError('only one of --quotes and --rules can be standard input');
  if (from === undefined) return usageError('--from is missing');
  if (to === undefined) return usageError('--to is missing');
  const fault = faultOfDate('--from', from) ?? faultOfDate('--to', to) ?? faultOfPeriod(from, to);
  return fault === null ? E.right({ quotes, rules, config, from, to, json }) : usageError(fault);
};

const usageError = (message: string): E.Either<NotRun, never> => E.left({ kind: 'usage', message });

const faultOfDate = (option: string, date: string): string | null =>
  isLocalDate(date) ? null : `${option} ${JSON.stringify(date)} is no date; write YYYY-MM-DD, such as 2026-03-09`;

const faultOfPeriod = (from: LocalDate, to: LocalDate): string | null => {
  if (from > to) return `--from ${from} is after --to ${to}`;
  const days = daysBetween(from, to) + 1;
  return days > MOST_DAYS ? `${from} to ${to} are ${days} days; plan at most ${MOST_DAYS} (five years) at once` : null;
};

/** The plan, made in short stretches. Null when it was stopped. */
const watched = async (input: PlanAhead, io: Io): Promise<readonly Planned[] | null> => {
  const days = planDays(input);
  let breath = performance.now() + BREATH_MS;
  let progress = performance.now() + PROGRESS_MS;
  for (;;) {
    const day = days.next();
    if (day.done) return day.value;
    if (io.signal.aborted) return null;
    const now = performance.now();
    if (now < breath) continue;
    await setImmediate();
    breath = performance.now() + BREATH_MS;
    if (!io.isTty || now < progress) continue;
    progress = now + PROGRESS_MS;
    const share = daysBetween(input.from, day.value) / (daysBetween(input.from, input.to) + 1);
    io.err(`planned to ${day.value}, ${Math.floor(share * 100)} %`);
  }
};

const print = (planned: readonly Planned[], { sheet, policy }: PlanInputs, json: boolean, io: Io): void => {
  if (!json) {
    for (const line of planTable(planned, sheet.refused, policy.timezone)) io.out(line);
    return;
  }
  const sendTime = sendTimeIn(policy.timezone);
  for (const cell of sheet.refused) io.out(JSON.stringify(refusedCellJson(cell)));
  for (const line of planned) io.out(plannedLine(line, sendTime));
};

export const planCommand: Command = {
  name: 'plan',
  summary: 'what would be sent from one date to another',
  usage,
  run,
};
