import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import * as E from 'fp-ts/lib/Either.js';

/** What a command may touch. A test gives it arrays and a map of files. */
export interface Io {
  /** One line of data to stdout; the line feed is added. */
  readonly out: (line: string) => void;
  /** One line for a person to stderr. */
  readonly err: (line: string) => void;
  /** Whole file; `-` is standard input. Rejects with Node's own error (`code` ENOENT, EISDIR, …). */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly isTty: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
}

/** 0 good, 1 refused or found wrong, 2 usage or a file that can't be read. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Printed after a usage error and by `--help`. */
  readonly usage: string;
  readonly run: (args: readonly string[], io: Io) => Promise<ExitCode>;
}

/** What a command line takes: options as `node:util` describes them, and the names of its operands. */
export interface Spec<O extends ParseArgsOptionsConfig> {
  readonly options: O;
  /** Required. */
  readonly operands: readonly string[];
  /** May follow them. */
  readonly optional?: readonly string[];
}

/** Why nothing was run: `--help` was asked for, or the line was wrong. */
export type NotRun = { readonly kind: 'help' } | { readonly kind: 'usage'; readonly message: string };

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O & typeof HELP; allowPositionals: true }>
>['values'];

export interface Parsed<O extends ParseArgsOptionsConfig> {
  readonly values: Values<O>;
  readonly operands: readonly string[];
}

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/** The line taken apart. Left: `--help`, an unknown option, an option without its value, operands missing or too many. */
export const parse = <O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { options, operands, optional = [] }: Spec<O>,
): E.Either<NotRun, Parsed<O>> => {
  if (asksForHelp(args)) return E.left({ kind: 'help' });
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, ...HELP },
      allowPositionals: true,
    });
    const missing = operands[positionals.length];
    if (missing !== undefined) return usage(`${missing} is missing`);
    const extra = positionals[operands.length + optional.length];
    return extra === undefined ? E.right({ values, operands: positionals }) : usage(`unexpected argument: ${extra}`);
  } catch (error) {
    return usage(firstSentence(error));
  }
};

/** Answers a line that was not run: help to stdout and 0, else the fault and the usage to stderr and 2. */
export const answerNotRun = (notRun: NotRun, command: Pick<Command, 'name' | 'usage'>, io: Io): ExitCode => {
  if (notRun.kind === 'help') {
    io.out(command.usage);
    return 0;
  }
  io.err(`qf ${command.name}: ${notRun.message}`);
  io.err(command.usage);
  return 2;
};

/** A file's bytes, or a sentence that says why not. */
export const readInput = async (io: Io, path: string): Promise<E.Either<string, Uint8Array>> => {
  try {
    return E.right(await io.readFile(path));
  } catch (error) {
    return E.left(`cannot read ${path}: ${reasonOf(error)}`);
  }
};

const asksForHelp = (args: readonly string[]): boolean => {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some(arg => arg === '--help' || arg === '-h');
};

const usage = (message: string): E.Either<NotRun, never> => E.left({ kind: 'usage', message });

const firstSentence = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(/\. |\n/)[0] ?? message;
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
};

const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
};
