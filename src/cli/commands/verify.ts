import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../../adapters/local/disk-objects.ts';
import { readHeads } from '../../application/day-record.ts';
import { NOTHING_VERIFIED, type Verified, verify } from '../../application/verify.ts';
import { type Anchor, type AnchorDeps, givenAnchor, newestAnchor } from '../../application/verify-anchor.ts';
import { type Fault, markOf } from '../../application/verify-faults.ts';
import { guardFault, tripFault } from '../../application/watch-log.ts';
import type { OpenEngine } from '../../local/engine.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Tripwire } from '../../ports/tripwire.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { givingWay } from '../giving-way.ts';
import { type VerifyAsked, verifyAsked } from '../verify-asked.ts';
import { dropPlace, keepPlace, readPlace, type VerifyPlace } from '../verify-place.ts';
import { count, faultLine, rootFault, toldJson, toldLines, type Whole } from '../verify-told.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';

const usage = `usage: qf verify [--json] [--root HEX --day YYYY-MM-DD] [--resume last|STREAM/VERSION]

Goes over the whole log: versions without gaps, hashes whole, each event linked to the one before, nothing this release
cannot read; over the read models: each row what the log says; and over what the tripwire caught. Names every fault with
its quote and version.

A chain cannot show that the newest events of a quote were removed. Two things can: the heads that each day's check
keeps beside the log, which name them; and the root over all heads in the day's closing event, which the digest prints.
Both of the newest closed day are held against the log in every run.
--root HEX --day D   holds the log against the root of that day as it was kept elsewhere
--resume last        goes on where Ctrl-C cut a run short, as if it had not been
--resume S/V         goes on after that event, or with its stream where it is not the last; the root needs a run from the start

${IN_FOLDER} Exit 1 when anything is found.`;

const options = {
  json: { type: 'boolean' },
  root: { type: 'string' },
  day: { type: 'string' },
  resume: { type: 'string' },
} as const;

/** A projector that is at work needs less than this for a row. */
const SETTLE_MS = 400;
/** A place is kept each so many events, for a run that ends without a word. */
const KEEP_EACH = 250_000;
const PROGRESS_EACH = 10_000;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, verifyCommand, io);
  const asked = verifyAsked(parsed.right.values);
  if (E.isLeft(asked)) return answerNotRun({ kind: 'usage', message: asked.left }, verifyCommand, io);
  return withEngine(io, async (engine, now, folder) => {
    const objects = diskObjects(join(folder, 'objects'), { now: () => now });
    const place = await placeOf({ store: engine.store, objects }, asked.right, now, folder);
    if (place !== null) return check(io, { engine, objects, folder }, place, asked.right.json);
    io.err('no run was cut short: there is nothing to go on with');
    return 2;
  });
};

/** Where the run begins. Null: where an earlier one ended, but there is none. */
const placeOf = async (
  deps: AnchorDeps & { readonly store: Pick<EventStore, 'head'> },
  { root, resume }: VerifyAsked,
  now: Date,
  folder: string,
): Promise<VerifyPlace | null> => {
  if (resume === 'last') return readPlace(folder);
  const anchored = root ? await givenAnchor(deps, root.day, root.hex) : await newestAnchor(deps, now);
  if (resume === null) return { ...anchored, verified: NOTHING_VERIFIED };
  // In the midst of a stream there is no fold to go on with: it is gone over whole.
  const isDone = (await deps.store.head(resume.stream))?.version === resume.version;
  const after = isDone ? resume : { stream: resume.stream, version: 0 };
  return { ...anchored, verified: { ...NOTHING_VERIFIED, after, heads: null, headsThen: null } };
};

interface Place {
  readonly engine: OpenEngine;
  readonly objects: ObjectStore;
  readonly folder: string;
}

const check = async (
  io: Io,
  { engine, objects, folder }: Place,
  from: VerifyPlace,
  json: boolean,
): Promise<ExitCode> => {
  const until = from.anchor ? { until: from.anchor.until } : {};
  const onFault = (fault: Fault): void => io.out(json ? JSON.stringify(fault) : faultLine(fault));
  let soFar = from.verified;
  const onProgress = async (next: Verified): Promise<void> => {
    const before = soFar.events;
    soFar = next;
    if (io.isTty && crossed(PROGRESS_EACH, before, next.events))
      io.err(`… ${count(next.events, 'event')} in ${count(next.streams, 'stream')}`);
    if (crossed(KEEP_EACH, before, next.events)) await keepPlace(folder, { ...from, verified: next });
  };
  const clock = { now: () => new Date() };
  const settle = (): Promise<void> => pause(SETTLE_MS);
  try {
    const done = await verify(
      { store: givingWay(engine.store), readModels: engine.readModels, clock, settle },
      { onFault, onProgress, signal: io.signal, from: soFar, kept: await readHeads({ objects }), ...until },
    );
    const others = [...(await beside(engine.tripwire)), ...againstAnchor(from, done.rootThen)];
    for (const fault of others) onFault(fault);
    await dropPlace(folder);
    return conclude(io, { ...done, faults: done.faults + others.length }, from.anchor, json);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    await keepPlace(folder, { ...from, verified: soFar });
    io.err(`cut short after ${count(soFar.events, 'event')}: go on with \`qf verify --resume last\``);
    return 1;
  }
};

const crossed = (each: number, before: number, after: number): boolean =>
  Math.floor(before / each) < Math.floor(after / each);

/** What was caught when somebody tried to change the log, and guards that are gone. */
const beside = async ({ trips, missing }: Tripwire): Promise<readonly Fault[]> => [
  ...(await trips()).map(tripFault),
  ...(await missing()).map(name => guardFault(name, new Date())),
];

const againstAnchor = ({ anchor, findings }: VerifyPlace, rootThen: string | null): readonly Fault[] => [
  ...findings.map(detail => ({
    stream: '',
    version: null,
    kind: 'root' as const,
    model: null,
    detail,
    mark: markOf(detail),
  })),
  ...(anchor === null || rootThen === null || rootThen === anchor.root ? [] : [rootFault(anchor, rootThen)]),
];

const conclude = (io: Io, whole: Whole, anchor: Anchor | null, json: boolean): ExitCode => {
  if (json) io.out(toldJson(whole, anchor));
  else for (const line of toldLines(whole, anchor)) io.out(line);
  return whole.faults === 0 ? 0 : 1;
};

export const verifyCommand: Command = {
  name: 'verify',
  summary: 'whether the log is whole and the read models say what it says',
  usage,
  run,
};
