import * as E from 'fp-ts/lib/Either.js';
import { type Config, type Policy, policyOf } from '../cadence/policy.ts';
import { readRules } from '../cadence/rules/read-rules.ts';
import { rulesErrorLines } from '../cadence/rules/rules-table.ts';
import { readCsv } from '../sheet/csv/read-csv.ts';
import { readSheet } from '../sheet/read-sheet.ts';
import type { Sheet } from '../sheet/row.ts';
import { type ExitCode, type Io, readInput } from './command.ts';
import { decodeText } from './decode-text.ts';

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
