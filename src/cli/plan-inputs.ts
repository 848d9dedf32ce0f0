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
}

/** Sheet and rules doc as the business has them. Left: every fault of both is said on stderr already, and the exit code. */
export const readPlanInputs = async (
  io: Io,
  files: { readonly quotes: string; readonly rules: string },
  config: Config,
): Promise<E.Either<ExitCode, PlanInputs>> => {
  const policy = await policyFrom(io, files.rules, config);
  const sheet = await sheetFrom(io, files.quotes, config);
  if (E.isLeft(policy)) return E.isLeft(sheet) && sheet.left > policy.left ? sheet : policy;
  return E.isLeft(sheet) ? sheet : E.right({ sheet: sheet.right, policy: policy.right });
};

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
