import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../../cadence/policy.ts';
import { type RulesReading, readRules } from '../../rules-doc/read-rules.ts';
import { rulesErrorsJson, rulesJson } from '../../rules-doc/rules-json.ts';
import { rulesErrorLines, rulesTable } from '../../rules-doc/rules-table.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse, readInput } from '../command.ts';
import { decodeText, readConfig, WITHOUT_CONFIG } from '../read-config.ts';

const usage = `usage: qf rules FILE [--config FILE] [--json]

Shows what a rules doc says, each value with the sentence it came from, and the sentences with a number, a date or
money that were not used. A doc that can't be understood is refused: each fault with its line.

  --config FILE  the business's config.json
  --json         one JSON object on one line: what was understood, or {"errors":[…]}

FILE may be - for standard input.
${WITHOUT_CONFIG}`;

const options = { config: { type: 'string' }, json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['FILE'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, rulesCommand, io);
  const { values, operands } = parsed.right;
  const config = await readConfig(io, values.config);
  if (E.isLeft(config)) return config.left;
  const bytes = await readInput(io, operands[0] ?? '-');
  if (E.isLeft(bytes)) {
    io.err(bytes.left);
    return 2;
  }
  return print(decodeText(bytes.right), config.right, values.json === true, io);
};

const print = (text: string, config: Config, json: boolean, io: Io): ExitCode => {
  const reading = readRules(text, config);
  if (E.isRight(reading)) {
    printReading(reading.right, config, json, io);
    return 0;
  }
  if (json) io.out(JSON.stringify(rulesErrorsJson(reading.left)));
  else for (const line of rulesErrorLines(reading.left)) io.err(line);
  return 1;
};

const printReading = (reading: RulesReading, config: Config, json: boolean, io: Io): void => {
  if (json) io.out(JSON.stringify(rulesJson(reading, config)));
  else for (const line of rulesTable(reading, config)) io.out(line);
};

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'what a rules doc says, as it was understood',
  usage,
  run,
};
