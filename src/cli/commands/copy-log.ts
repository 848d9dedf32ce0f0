import * as E from 'fp-ts/lib/Either.js';
import { type Copied, copyLog, LogsDiffer } from '../../workflows/audit/copy-log.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { withInstall } from '../with-engine.ts';

const usage = `usage: qf copy-log --from REGION --to REGION [--prefix qf] [--json]

For a move: puts the log of an install on AWS, and the keys of what is sealed in it, into the install with the same prefix
in another region, event by event as they stand. Read models follow by the stream. Copy before that install has its
settings, for without them it decides nothing; run again, it copies what came since. Where something stands there that
is not of this log it ends, exit 1: two logs are never mixed.

Credentials as for any AWS tool. They need to read the function P-sender in both regions and to read and put in the
tables P-audit and P-keys.`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  prefix: { type: 'string', default: 'qf' },
  json: { type: 'boolean', default: false },
} as const;

const PREFIX = /^[a-z][a-z0-9-]{0,15}$/;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, copyLogCommand, io);
  const { from, to, prefix, json } = parsed.right.values;
  const wrong = (message: string): ExitCode => answerNotRun({ kind: 'usage', message }, copyLogCommand, io);
  if (from === undefined || to === undefined) return wrong('--from and --to are needed: two regions');
  if (from === to) return wrong(`--from and --to are both ${from}`);
  if (!PREFIX.test(prefix)) return wrong(`--prefix ${prefix} begins no names of ours`);
  return withInstall(io, { prefix, region: from }, old =>
    withInstall(io, { prefix, region: to }, async fresh => {
      try {
        const clock = { now: () => new Date() };
        const copied = await copyLog({ from: old, to: fresh, clock }, { onProgress: progress(io), signal: io.signal });
        io.out(json ? JSON.stringify(copied) : summaryOf(copied, to));
        return 0;
      } catch (error) {
        if (!(error instanceof LogsDiffer)) throw error;
        io.err(`${error.message}: the install in ${to} has written by itself. Delete its log and begin anew`);
        return 1;
      }
    }),
  );
};

/** A line each 10,000 events, for whoever watches. */
const progress = (io: Io): ((soFar: Copied) => void) => {
  let next = 10_000;
  return ({ events }) => {
    if (!io.isTty || events < next) return;
    next = events + 10_000;
    io.err(`… ${events.toLocaleString('en-US')} events`);
  };
};

const summaryOf = ({ streams, events, already }: Copied, to: string): string =>
  `${events.toLocaleString('en-US')} events in ${streams.toLocaleString('en-US')} streams stand in ${to}, ${already.toLocaleString('en-US')} of them did before`;

export const copyLogCommand: Command = {
  name: 'copy-log',
  summary: 'moves an install on AWS: its log into the same install in another region',
  usage,
  run,
};
