import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../../adapters/filesystem/disk-objects.ts';
import { type Reconciled, reconcile } from '../../workflows/audit/reconcile.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { printable } from '../text-table.ts';
import { IN_FOLDER, type Install, withEngine, withInstall } from '../with-engine.ts';

const usage = `usage: qf reconcile [--dry-run] [--json] [--prefix qf [--region REGION]]

After the log was restored from a backup: tells it of every send that it forgot. Each send is also kept beside the log
before it leaves, and until all that is kept there stands in the log, nothing is sent. A send that the mail service took
is recorded as sent. One whose outcome nobody knows is recorded as unknown: its owner is asked on a page, "it arrived" or
"send again", and until then the step is offered to nobody. Sends nothing itself; run again it finds nothing to do.

--dry-run      only says what it would record
--prefix P     the install on AWS with that prefix; credentials and region as for any AWS tool. They need to read the
               function P-sender, to read and put in the tables P-audit and P-keys, and to list, read and put in the
               bucket of mail
Without --prefix: ${IN_FOLDER}
Exit 1 when something is left that a person has to do first, or with --dry-run when anything was forgotten.`;

const options = {
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  prefix: { type: 'string' },
  region: { type: 'string' },
} as const;

const PREFIX = /^[a-z][a-z0-9-]{0,15}$/;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, reconcileCommand, io);
  const { prefix, region, 'dry-run': dryRun, json } = parsed.right.values;
  const wrong = wrongWith(prefix, region);
  if (wrong !== null) return answerNotRun({ kind: 'usage', message: wrong }, reconcileCommand, io);
  const asked = { dryRun, json };
  if (prefix === undefined)
    return withEngine(io, (engine, now, folder) => {
      const clock = { now: () => now };
      return compare(io, { ...engine, objects: diskObjects(join(folder, 'objects'), clock) }, clock, asked);
    });
  const clock = { now: () => new Date() };
  return withInstall(io, { prefix, region: region ?? (io.env.AWS_REGION || io.env.AWS_DEFAULT_REGION) }, install =>
    compare(io, install, clock, asked),
  );
};

const wrongWith = (prefix: string | undefined, region: string | undefined): string | null => {
  if (prefix === undefined) return region === undefined ? null : '--region belongs to --prefix';
  return PREFIX.test(prefix) ? null : `--prefix ${prefix} begins no names of ours`;
};

const compare = async (
  io: Io,
  { store, keys, objects }: Install,
  clock: { readonly now: () => Date },
  { dryRun, json }: { readonly dryRun: boolean; readonly json: boolean },
): Promise<ExitCode> => {
  const log = (level: string, message: string): void => void (level === 'error' && io.err(message));
  const deps = { store, keys, objects, clock, random: (length: number) => randomBytes(length), log };
  const found = await reconcile(deps, { write: !dryRun }, one => io.out(json ? JSON.stringify(one) : lineOf(one)));
  const count = (became: Reconciled['became']): number => found.filter(one => one.became === became).length;
  const counts = { sent: count('sent'), unknown: count('unknown'), unlisted: count('unlisted'), left: count('left') };
  io.out(json ? JSON.stringify({ ...counts, written: !dryRun }) : summaryOf(counts, dryRun));
  return counts.left > 0 || (dryRun && counts.sent + counts.unknown > 0) ? 1 : 0;
};

const WORDS: Readonly<Record<Reconciled['became'], string>> = {
  sent: 'was sent',
  unknown: 'nobody knows whether it left: its owner is asked',
  unlisted: 'the quote is not listed: nothing is sent for it',
  left: 'LEFT',
};

const lineOf = ({ quote, claim, at, became, because }: Reconciled): string =>
  printable(`${quote} ${claim} ${at ?? ''}: ${WORDS[became]}${because === null ? '' : `: ${because}`}`);

const summaryOf = (
  { sent, unknown, unlisted, left }: Readonly<Record<Reconciled['became'], number>>,
  dryRun: boolean,
): string => {
  if (sent + unknown + unlisted + left === 0) return 'the log knows of every send that was kept beside it';
  const told = `${dryRun ? 'would record' : 'recorded'} ${sent} as sent and ${unknown} as unknown`;
  const rest = `${unlisted} of quotes that are not listed, ${left} left`;
  return `${told}; ${rest}${left > 0 ? ': nothing is sent until these are done' : ''}`;
};

export const reconcileCommand: Command = {
  name: 'reconcile',
  summary: 'tells a restored log of the sends that it forgot',
  usage,
  run,
};
