import { setImmediate } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { DateTime } from 'luxon';
import { type Config, type Policy, policyOf } from '../../cadence/policy.ts';
import { addDays, daysBetween, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import { type ChangeDay, changesSummary, changeWeeks, weekName } from '../../presentation/view-models/plan-changes.ts';
import { dayAndMonth, plainDate } from '../../presentation/when.ts';
import { readRules } from '../../rules-doc/read-rules.ts';
import { rulesErrorLines } from '../../rules-doc/rules-table.ts';
import { readCsv } from '../../sheet/csv/read-csv.ts';
import { readSheet, refusedLine } from '../../sheet/read-sheet.ts';
import type { RefusedCell, Sheet } from '../../sheet/row.ts';
import { refusedCellJson } from '../../sheet/sheet-json.ts';
import { changesShown } from '../../workflows/notifications/understood.ts';
import { type Planned, planDays } from '../../workflows/planning/plan-ahead.ts';
import { COMPARED_DAYS, compareRules, type Leaving, type RulesChange } from '../../workflows/planning/rules-changes.ts';
import { answerNotRun, type Command, type ExitCode, type Io, type NotRun, parse, readInput } from '../command.ts';
import { decodeText, readConfig, WITHOUT_CONFIG } from '../read-config.ts';
import { printable } from '../text-table.ts';

/** What would happen, as one line of JSON; instants with the zone's offset at that instant. */
export const plannedLine = (planned: Planned, sendTime: (instant: Date) => string): string => {
  const { checked, row } = planned;
  if (planned.kind === 'expired') return JSON.stringify({ checked, quote_id: row.quoteId, event: 'expired' });
  return JSON.stringify({
    checked,
    quote_id: row.quoteId,
    move: planned.move,
    step_index: planned.stepIndex,
    send_at: sendTime(planned.sendAt),
    owner: planned.owner,
    owner_from: planned.ownerFrom,
    tier: planned.tier,
    days_since_sent: planned.daysSinceSent,
    days_to_expiry: planned.daysToExpiry,
  });
};

/** `2026-03-09T09:00:00+08:00`; `+00:00` too, never `Z`. Most mail of a day leaves at one instant: the last is remembered. */
export const sendTimeIn = (timezone: string): ((instant: Date) => string) => {
  let last = Number.NaN;
  let text = '';
  return instant => {
    if (instant.getTime() !== last) {
      last = instant.getTime();
      text = DateTime.fromMillis(last, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
    }
    return text;
  };
};

const HEAD = ['checked', 'quote', 'what', 'step', 'leaves', 'owner', 'from', 'tier', 'sent', 'expires'];
/** Step, and the days since and until: numbers. */
const RIGHT = new Set([3, 8, 9]);
const MAX_CELL = 40;

/** A plan for a person's eyes: the cells that were refused, then what happens day by day, then a count. */
export const planTable = (
  planned: readonly Planned[],
  refused: readonly RefusedCell[],
  timezone: string,
): readonly string[] => [
  ...refused.map(refusedLine),
  ...(refused.length > 0 ? [''] : []),
  ...(planned.length > 0 ? [...table([HEAD, ...planned.map(line => cellsOf(line, timezone))]), ''] : []),
  summary(planned, refused),
];

const cellsOf = (planned: Planned, timezone: string): readonly string[] => {
  const { checked, row } = planned;
  if (planned.kind === 'expired') return [checked, row.quoteId, 'expired'];
  const { move, stepIndex, sendAt, owner, ownerFrom, tier, daysSinceSent, daysToExpiry } = planned;
  return [
    checked,
    row.quoteId,
    move.replace('_', ' '),
    String(stepIndex),
    DateTime.fromJSDate(sendAt, { zone: timezone }).setLocale('en-GB').toFormat('ccc d LLL yyyy HH:mm ZZ'),
    owner,
    ownerFrom,
    tier,
    `${daysSinceSent} d`,
    daysToExpiry === null ? 'never' : `${daysToExpiry} d`,
  ];
};

const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const shown = lines.map(cells => HEAD.map((_, at) => cutCell(visible(cells[at] ?? ''))));
  const widths = HEAD.map((_, at) => shown.reduce((widest, cells) => Math.max(widest, (cells[at] ?? '').length), 0));
  const padded = (cell: string, at: number): string =>
    RIGHT.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return shown.map(cells => cells.map(padded).join('  ').trimEnd());
};

const cutCell = (text: string): string => (text.length <= MAX_CELL ? text : `${text.slice(0, MAX_CELL - 1)}…`);

/** A terminal must not be steered by what a cell holds. */
const visible = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '\ufffd');

const summary = (planned: readonly Planned[], refused: readonly RefusedCell[]): string => {
  const nudges = planned.filter(({ kind }) => kind === 'nudge').length;
  const closed = planned.length - nudges;
  const bad = new Set(refused.map(({ row }) => row)).size;
  return [
    `${nudges === 0 ? 'No nudge' : counted(nudges, 'nudge')} would leave`,
    `${closed === 0 ? 'no quote' : counted(closed, 'quote')} would be closed out as expired`,
    ...(bad === 0 ? [] : [`${counted(bad, 'row')} refused`]),
  ].join(', ');
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly before: Policy;
  readonly after: Policy;
}

/** What changes, week by week, for a person's eyes: the twin of the console's calendar. */
export const planChangesText = (
  changes: readonly RulesChange[],
  { from, to, ...policies }: Period,
): readonly string[] => {
  const shown = { from, to, changes: changesShown(changes, policies) };
  const weeks = changeWeeks(shown);
  const widths = widthsOf(weeks.flatMap(({ days }) => days));
  return [
    `${plainDate(from)} to ${plainDate(to)}, by the day on which a nudge leaves: ${changesSummary(shown)}.`,
    ...weeks.flatMap(week => ['', weekName(week), ...week.days.flatMap(day => changeLinesOf(day, widths))]),
  ];
};

interface Widths {
  readonly day: number;
  readonly kind: number;
  readonly quoteId: number;
  readonly customer: number;
}

const WIDEST = 32;

const cut = (text: string): string => {
  const plain = printable(text);
  return plain.length <= WIDEST ? plain : `${plain.slice(0, WIDEST - 1)}…`;
};

const widthsOf = (days: readonly ChangeDay[]): Widths => {
  const lines = days.flatMap(({ lines }) => lines);
  const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, text.length), 0);
  return {
    day: widest(days.map(({ day }) => dayAndMonth(day))),
    kind: widest(lines.map(({ kind }) => kind)),
    quoteId: widest(lines.map(({ quoteId }) => cut(quoteId))),
    customer: widest(lines.map(({ customer }) => cut(customer))),
  };
};

/** The day stands before its first change only. */
const changeLinesOf = ({ day, lines }: ChangeDay, widths: Widths): readonly string[] =>
  lines.map(({ kind, quoteId, customer, words }, index) =>
    [
      ` ${(index === 0 ? dayAndMonth(day) : '').padEnd(widths.day)}`,
      kind.padEnd(widths.kind),
      cut(quoteId).padEnd(widths.quoteId),
      cut(customer).padEnd(widths.customer),
      words,
    ].join('  '),
  );

/** A change as one line of JSON; `before` is under the rules compared with, `after` under the others. */
export const changeLine = ({ kind, before, after }: RulesChange, sendTime: (instant: Date) => string): string => {
  const { row } = (after ?? before).nudge;
  return JSON.stringify({
    change: kind,
    quote_id: row.quoteId,
    customer: row.customer,
    before: before && leavingJson(before, sendTime),
    after: after && leavingJson(after, sendTime),
  });
};

const leavingJson = ({ day, nudge }: Leaving, sendTime: (instant: Date) => string): object => ({
  day,
  checked: nudge.checked,
  move: nudge.move,
  step_index: nudge.stepIndex,
  send_at: sendTime(nudge.sendAt),
  owner: nudge.owner,
});

/** What a plan is made from. */
export interface PlanInputs {
  readonly sheet: Sheet;
  readonly policy: Policy;
  /** What the rules to compare with come to; null where there are none. */
  readonly against: Policy | null;
}

/** Sheet and rules docs as the business has them. Left: every fault of each is said on stderr already, and the exit code. */
export const readPlanInputs = async (
  io: Io,
  files: { readonly quotes: string; readonly rules: string; readonly against: string | null },
  config: Config,
): Promise<E.Either<ExitCode, PlanInputs>> => {
  const policy = await policyFrom(io, files.rules, config);
  const against = files.against === null ? E.right(null) : await policyFrom(io, files.against, config);
  const sheet = await sheetFrom(io, files.quotes, config);
  if (E.isRight(policy) && E.isRight(against) && E.isRight(sheet))
    return E.right({ sheet: sheet.right, policy: policy.right, against: against.right });
  return E.left(worst([policy, against, sheet]));
};

const worst = (read: readonly E.Either<ExitCode, unknown>[]): ExitCode =>
  read.reduce<ExitCode>((code, one) => (E.isLeft(one) && one.left > code ? one.left : code), 0);

const policyFrom = async (io: Io, path: string, config: Config): Promise<E.Either<ExitCode, Policy>> => {
  const bytes = await readInput(io, path);
  if (E.isLeft(bytes)) return says(io, 2, [bytes.left]);
  const reading = readRules(decodeText(bytes.right), config);
  return E.isLeft(reading)
    ? says(
        io,
        1,
        rulesErrorLines(reading.left).map(line => `${path}: ${line}`),
      )
    : E.right(policyOf(config, reading.right.rules));
};

const sheetFrom = async (io: Io, path: string, config: Config): Promise<E.Either<ExitCode, Sheet>> => {
  const bytes = await readInput(io, path);
  if (E.isLeft(bytes)) return says(io, 2, [bytes.left]);
  const records = readCsv(bytes.right);
  if (E.isLeft(records)) return says(io, 1, [`${path} ${records.left}`]);
  const sheet = readSheet(records.right, config);
  return E.isLeft(sheet) ? says(io, 1, [`${path}: ${sheet.left.error}`]) : sheet;
};

const says = (io: Io, code: ExitCode, lines: readonly string[]): E.Either<ExitCode, never> => {
  for (const line of lines) io.err(line);
  return E.left(code);
};

/** What a command line of `qf plan` asks for. */
export interface PlanAsked {
  readonly quotes: string;
  readonly rules: string;
  /** The rules doc that the other is compared with; null: one plan is asked for. */
  readonly against: string | null;
  readonly config: string | undefined;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly json: boolean;
}

const text = { type: 'string' } as const;
const options = {
  quotes: text,
  rules: text,
  against: text,
  config: text,
  from: text,
  to: text,
  json: { type: 'boolean' },
} as const;

/** Five years: longer than any quote is followed, short enough to end. */
const MAX_DAYS = 1827;

/** The line taken apart and checked. A comparison is of thirty days unless `--to` says otherwise. */
export const planAsked = (args: readonly string[]): E.Either<NotRun, PlanAsked> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return parsed;
  const { quotes, rules, against, config, from, to, json = false } = parsed.right.values;
  if (quotes === undefined) return usageError('--quotes is missing');
  if (rules === undefined) return usageError('--rules is missing');
  const files = { '--quotes': quotes, '--rules': rules, '--against': against };
  const stdin = Object.entries(files).flatMap(([name, file]) => (file === '-' ? [name] : []));
  if (stdin.length > 1) return usageError(`only one of ${stdin.join(' and ')} can be standard input`);
  if (from === undefined) return usageError('--from is missing');
  const fault = faultOfDate('--from', from);
  if (fault !== null) return usageError(fault);
  const last = to ?? (against === undefined ? null : addDays(from, COMPARED_DAYS - 1));
  if (last === null) return usageError('--to is missing');
  const otherFault = faultOfDate('--to', last) ?? faultOfPeriod(from, last);
  if (otherFault !== null) return usageError(otherFault);
  return E.right({ quotes, rules, against: against ?? null, config, from, to: last, json });
};

const usageError = (message: string): E.Either<NotRun, never> => E.left({ kind: 'usage', message });

const faultOfDate = (option: string, date: string): string | null =>
  isLocalDate(date) ? null : `${option} ${JSON.stringify(date)} is no date; write YYYY-MM-DD, such as 2026-03-09`;

const faultOfPeriod = (from: LocalDate, to: LocalDate): string | null => {
  if (from > to) return `--from ${from} is after --to ${to}`;
  const days = daysBetween(from, to) + 1;
  return days > MAX_DAYS ? `${from} to ${to} are ${days} days; plan at most ${MAX_DAYS} (five years) at once` : null;
};

/** How long a plan runs before it looks up: for Ctrl-C, and for whoever watches. */
const BREATH_MS = 50;
const PROGRESS_MS = 2000;

/** A plan, made in short stretches; how far it is, on a terminal, every two seconds. Null when it was stopped. */
export const watched = async <Made>(
  days: Generator<LocalDate, Made>,
  from: LocalDate,
  io: Io,
): Promise<{ readonly made: Made } | null> => {
  let breath = performance.now() + BREATH_MS;
  let progress = performance.now() + PROGRESS_MS;
  for (;;) {
    const day = days.next();
    if (day.done) return { made: day.value };
    if (io.signal.aborted) return null;
    const now = performance.now();
    if (now < breath) continue;
    await setImmediate();
    breath = performance.now() + BREATH_MS;
    if (!io.isTty || now < progress) continue;
    progress = now + PROGRESS_MS;
    io.err(`planned to ${day.value}, ${daysBetween(from, day.value) + 1} days`);
  }
};

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
