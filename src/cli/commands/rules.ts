import * as E from 'fp-ts/lib/Either.js';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { WITHOUT_CONFIG } from '../read-config.ts';

const usage = `usage: qf rules FILE [--config FILE] [--json]

Shows what a rules doc says: each value with the sentence it came from. ${WITHOUT_CONFIG}`;

const options = { config: { type: 'string' }, json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['FILE'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, rulesCommand, io);
  return 0;
};

export const rulesCommand: Command = {
  name: 'rules',
  summary: 'what a rules doc says, as it was understood',
  usage,
  run,
};
