import type { ExitCode, Io } from './command.ts';
import { commands, type Entry } from './commands.ts';

/** Runs `qf` with the arguments after its name. `qf` alone and an unknown command are usage errors. */
export const run = async (
  args: readonly string[],
  io: Io,
  registry: readonly Entry[] = commands,
): Promise<ExitCode> => {
  const [name, ...rest] = args;
  if (name === undefined) return usageError(io, 'a command is missing', registry);
  if (name === '--help' || name === '-h') return help(io, registry);
  if (name === 'help') return rest[0] === undefined ? help(io, registry) : run([rest[0], '--help'], io, registry);
  const entry = registry.find(known => known.name === name);
  if (!entry) return usageError(io, `there is no command "${name}"`, registry);
  const command = await entry.load();
  return command.run(rest, io);
};

const help = (io: Io, registry: readonly Entry[]): ExitCode => {
  io.out(overview(registry));
  return 0;
};

const usageError = (io: Io, message: string, registry: readonly Entry[]): ExitCode => {
  io.err(`qf: ${message}`);
  io.err(overview(registry));
  return 2;
};

const overview = (registry: readonly Entry[]): string => {
  const width = Math.max(...registry.map(({ name }) => name.length));
  return [
    'usage: qf COMMAND [options]',
    '',
    ...registry.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '`qf COMMAND --help` explains one. Data goes to stdout (`--json`: one object a line), messages to stderr.',
    'Exit 0 good, 1 refused or found wrong, 2 usage.',
  ].join('\n');
};
