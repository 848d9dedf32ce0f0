import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { writeAtomically } from '../../adapters/filesystem/atomic-file.ts';
import { diskObjects } from '../../adapters/filesystem/disk-objects.ts';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { OpenEngine } from '../../local/engine.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { ObjectStore } from '../../ports/object-store.ts';
import type { Tripwire } from '../../ports/tripwire.ts';
import { type Fault, markOf, NOTHING_VERIFIED, type Verified, verify } from '../../workflows/audit/verify.ts';
import {
  type Anchor,
  type AnchorDeps,
  type Anchored,
  givenAnchor,
  newestAnchor,
} from '../../workflows/audit/verify-anchor.ts';
import { guardFault, tripFault } from '../../workflows/audit/watch-log.ts';
import { readHeads } from '../../workflows/daily-check/day-record.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { printable } from '../text-table.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';
import { givingWay } from '../yielding-store.ts';

/** What a line of `qf verify` asks. */
export interface VerifyAsked {
  readonly json: boolean;
  readonly root: { readonly hex: string; readonly day: LocalDate } | null;
  readonly resume: 'last' | NonNullable<Verified['after']> | null;
}

/** The options as they were typed. */
export interface VerifyValues {
  readonly json?: boolean | undefined;
  readonly root?: string | undefined;
  readonly day?: string | undefined;
  readonly resume?: string | undefined;
}

/** Left: what is wrong with the line. */
export const verifyAsked = ({ json = false, root, day, resume }: VerifyValues): E.Either<string, VerifyAsked> => {
  const after = resume === undefined ? null : resume === 'last' ? 'last' : afterOf(resume);
  if (resume !== undefined && after === null) return E.left(`--resume ${resume} is neither last nor STREAM/VERSION`);
  if ((root === undefined) !== (day === undefined)) return E.left('--root and --day belong together');
  if (root === undefined || day === undefined) return E.right({ json, root: null, resume: after });
  const hex = root.trim().toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(hex)) return E.left(`--root ${root} is no root: one has 64 hexadecimal digits`);
  if (!isLocalDate(day)) return E.left(`--day ${day} is no day`);
  if (after !== null) return E.left('a root that is given needs a run of its own: without --resume');
  return E.right({ json, root: { hex, day }, resume: null });
};

const afterOf = (text: string): Verified['after'] => {
  const parts = /^(.+)\/(\d+)$/s.exec(text);
  return parts?.[1] === undefined ? null : { stream: parts[1], version: Number(parts[2]) };
};

/** Where a run of `qf verify` was cut short: what it had found, and against what it held the log. */
export interface VerifyPlace extends Anchored {
  readonly verified: Verified;
}

const fileOf = (folder: string): string => join(folder, 'verify.json');

/** Nowhere to keep it is no reason not to go on: the run is only cut short for good. */
export const keepPlace = (folder: string, place: VerifyPlace): Promise<void> =>
  writeAtomically(fileOf(folder), JSON.stringify(place)).catch(unlessReadOnly);

/** Null when no run was cut short. */
export const readPlace = async (folder: string): Promise<VerifyPlace | null> => {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const place: VerifyPlace = JSON.parse(text);
    return place;
  } catch {
    return null;
  }
};

export const dropPlace = (folder: string): Promise<void> => rm(fileOf(folder), { force: true }).catch(unlessReadOnly);

const unlessReadOnly = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && READ_ONLY.has(String(error.code)))) throw error;
};

const READ_ONLY: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** What a whole run came to. */
export interface Whole extends Pick<Verified, 'streams' | 'events' | 'faults'> {
  /** Null where the run did not begin at the start. */
  readonly root: string | null;
  /** As of the anchor's instant. */
  readonly rootThen: string | null;
}

/** The heads as of a day's close have another root than they had then. */
export const rootFault = ({ day, root }: Anchor, rootThen: string): Fault => ({
  stream: '',
  version: null,
  kind: 'root',
  model: null,
  detail: `when ${day} was closed the root over all heads was ${root}, of the same events it is ${rootThen} now: events are missing, changed or slipped in`,
  mark: rootThen,
});

export const faultLine = ({ stream, version, kind, detail }: Fault): string =>
  printable(
    `${stream === '' ? 'the log' : stream}${version === null ? '' : ` version ${version}`}: ${kind}: ${detail}`,
  );

export const toldLines = (
  { streams, events, faults, root, rootThen }: Whole,
  anchor: Anchor | null,
): readonly string[] => [
  `${faults === 0 ? 'whole' : count(faults, 'fault')}: ${count(events, 'event')} in ${count(streams, 'stream')}`,
  ...(root === null ? [] : [`root ${root}`]),
  ...anchorLines(rootThen, anchor),
];

/** What a chain per stream cannot show, and since when. */
const anchorLines = (rootThen: string | null, anchor: Anchor | null): readonly string[] => {
  if (anchor === null)
    return ['no closed day to hold it against: that newest events of a quote were removed would not show'];
  if (rootThen === null) return [`not held against the root of ${anchor.day}: that needs a run from the start`];
  return rootThen === anchor.root
    ? [
        `the root of ${anchor.day} holds`,
        `that newest events of a quote were removed would show up to ${anchor.until}, and not after`,
      ]
    : [`the root of ${anchor.day} does not hold`];
};

export const toldJson = ({ streams, events, faults, root, rootThen }: Whole, anchor: Anchor | null): string =>
  JSON.stringify({
    streams,
    events,
    faults,
    root,
    ...(anchor && rootThen !== null
      ? { anchor: { day: anchor.day, root: anchor.root, until: anchor.until }, root_holds: anchor.root === rootThen }
      : {}),
  });

export const count = (n: number, what: string): string => `${n.toLocaleString('en-US')} ${what}${n === 1 ? '' : 's'}`;

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
