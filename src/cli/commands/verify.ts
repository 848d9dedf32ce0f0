import { setTimeout as pause } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { type Fault, type Verified, verify } from '../../application/verify.ts';
import type { OpenEngine } from '../../local/engine.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { printable } from '../text-table.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';
import { type Anchor, readAnchor } from './verify-anchor.ts';

const usage = `usage: qf verify [--json] [--root HEX --day YYYY-MM-DD] [--resume STREAM/VERSION]

Goes over the whole log: versions without gaps, hashes whole, each event linked to the one before, nothing this release
cannot read; and over the read models: each row what the log says. Names every fault with its quote and version.

A chain cannot show that the newest events of a quote were removed. The root that a day's closing event holds can:
--root HEX --day D   compares the log with the root as it was kept elsewhere (the digest prints it)
--resume S/V         goes on where a run was cut short; the root needs a whole run

${IN_FOLDER} Exit 1 when anything is found.`;

const options = {
  json: { type: 'boolean' },
  root: { type: 'string' },
  day: { type: 'string' },
  resume: { type: 'string' },
} as const;

/** A projector that is at work needs less than this for a row. */
const SETTLE_MS = 400;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, verifyCommand, io);
  const { json = false, root, day, resume } = parsed.right.values;
  const after = resume === undefined ? null : placeOf(resume);
  if (resume !== undefined && after === null) return usageError(io, `--resume ${resume} is no STREAM/VERSION`);
  if ((root === undefined) !== (day === undefined)) return usageError(io, '--root and --day belong together');
  if (root !== undefined && after !== null) return usageError(io, 'a root needs a whole run: --resume cannot give one');
  return withEngine(io, async engine => {
    if (root === undefined || day === undefined) return check(io, engine, { json, after, anchor: null });
    const anchor = await readAnchor(engine.store, day, root);
    if (E.isRight(anchor)) return check(io, engine, { json, after, anchor: anchor.right });
    io.err(anchor.left);
    return 1;
  });
};

const usageError = (io: Io, message: string): ExitCode => answerNotRun({ kind: 'usage', message }, verifyCommand, io);

interface Asked {
  readonly json: boolean;
  readonly after: Verified['after'];
  readonly anchor: Anchor | null;
}

const check = async (io: Io, engine: OpenEngine, { json, after, anchor }: Asked): Promise<ExitCode> => {
  let soFar: Verified = { streams: 0, events: 0, faults: 0, after };
  const onFault = (fault: Fault): void => io.out(json ? JSON.stringify(fault) : faultLine(fault));
  const onProgress = (next: Verified): void => {
    if (io.isTty && mark(next) !== mark(soFar))
      io.err(`… ${count(next.events, 'event')} in ${count(next.streams, 'stream')}`);
    soFar = next;
  };
  const settle = (): Promise<void> => pause(SETTLE_MS);
  const clock = { now: () => new Date() };
  try {
    const until = anchor ? { until: anchor.until } : {};
    const done = await verify(
      { store: engine.store, readModels: engine.readModels, clock, settle },
      { onFault, onProgress, signal: io.signal, after, ...until },
    );
    return conclude(io, json, done, anchor);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    const place = soFar.after
      ? `: go on with \`qf verify --resume '${soFar.after.stream}/${soFar.after.version}'\``
      : '';
    io.err(`cut short after ${count(soFar.events, 'event')}${place}`);
    return 1;
  }
};

/** A line of progress each 10,000 events. */
const mark = ({ events }: Verified): number => Math.floor(events / 10_000);

const conclude = (
  io: Io,
  json: boolean,
  { streams, events, faults, root }: Awaited<ReturnType<typeof verify>>,
  anchor: Anchor | null,
): ExitCode => {
  const rootHolds = anchor === null || anchor.root === root;
  if (json) io.out(JSON.stringify({ streams, events, faults, root, ...(anchor ? { root_holds: rootHolds } : {}) }));
  else {
    io.out(
      `${faults === 0 ? 'whole' : count(faults, 'fault')}: ${count(events, 'event')} in ${count(streams, 'stream')}`,
    );
    if (root !== null) io.out(`root ${root}${anchor ? ` as of ${anchor.until}` : ''}`);
    if (anchor)
      io.out(
        rootHolds
          ? `the root of ${anchor.day} holds`
          : `the root of ${anchor.day} was ${anchor.root}: events are missing or changed`,
      );
  }
  return faults === 0 && rootHolds ? 0 : 1;
};

const faultLine = ({ stream, version, kind, detail }: Fault): string =>
  printable(`${stream}${version === null ? '' : ` version ${version}`}: ${kind}: ${detail}`);

const count = (n: number, what: string): string => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`;

const placeOf = (text: string): Verified['after'] => {
  const parts = /^(.+)\/(\d+)$/s.exec(text);
  return parts?.[1] === undefined ? null : { stream: parts[1], version: Number(parts[2]) };
};

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'whether the log is whole and the read models say what it says',
  usage,
  run,
};
