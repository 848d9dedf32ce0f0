import type { Io } from '../../src/cli/command.ts';

type Files = Readonly<Record<string, Uint8Array | string>>;

/** A terminal that is no TTY, with these files and no others: what a command is run with, and what it said. */
export const paperTerminal = (files: Files = {}, given: Partial<Io> = {}) => {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: line => out.push(line),
    err: line => err.push(line),
    readFile: async path => {
      const file = files[path];
      if (file === undefined) throw Object.assign(new Error('ENOENT: no such file'), { code: 'ENOENT' });
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
    isTty: false,
    env: {},
    signal: new AbortController().signal,
    ...given,
  };
  return { io, out, err };
};
