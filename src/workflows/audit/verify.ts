import { decodeAll } from '../../event-store/decode-all.ts';
import { type ChainFault, chainFaults, type Head, rootOf, sha256Hex } from '../../event-store/hash-chain.ts';
import { unseal } from '../../event-store/sealing.ts';
import { inGroups, type WholeStream, wholeStreams } from '../../event-store/whole-streams.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { EventHead, EventStore } from '../../ports/event-store.ts';
import type { KeyState, KeyStore } from '../../ports/key-store.ts';
import type { Model, ReadModels } from '../../ports/read-models.ts';
import type { Clock } from '../../ports/world.ts';
import { MODELS } from '../../projections/projector.ts';
import {
  checkRows,
  kindOf,
  type RowFault,
  type RowFaultKind,
  type Scope,
  strayRows,
} from '../../projections/row-faults.ts';
import type { KeptHeads } from '../daily-check/day-record.ts';

/** One thing that is not as it should be, with the stream and (where one is at fault) the version. */
export interface Fault {
  /** Empty where it is about the whole log. */
  readonly stream: string;
  readonly version: number | null;
  readonly kind:
    | ChainFault['kind']
    | 'unknown'
    | 'head'
    | 'heads'
    | 'key'
    | 'root'
    | 'sequence'
    | 'tripwire'
    | 'guard'
    | `row ${RowFaultKind}`;
  readonly model: Model | null;
  readonly detail: string;
  /** Tells it from a later fault of the same kind in the same place. */
  readonly mark: string;
}

export const markOf = (what: string): string => sha256Hex(what).slice(0, 16);

/** What a stream's events say by themselves: gaps, hashes, links, and what this release cannot read. */
export const logFaults = ({ events }: WholeStream): readonly Fault[] => [
  ...chainFaults(events).map(fault => ({ ...fault, model: null })),
  ...decodeAll(events).unknown.map(({ stream, version, action, schema, unknown }) => ({
    stream,
    version,
    kind: 'unknown' as const,
    model: null,
    detail: `this release does not know the ${unknown} of ${action}@${schema}`,
    mark: `${action}@${schema}`,
  })),
];

/** A chain cannot show that its newest events are gone; the list of heads that the day's check kept can. */
export const keptFaults = (kept: KeptHeads | null, { stream, events }: WholeStream): readonly Fault[] => {
  const head = kept && Object.hasOwn(kept.heads, stream) ? kept.heads[stream] : undefined;
  if (!kept || !head) return [];
  const [version, hash] = head;
  const there = events.find(event => event.version === version);
  return there?.hash === hash ? [] : [headFault(kept, { stream, version, hash }, there?.hash ?? null)];
};

/** Streams of which nothing is left. */
export const goneStreams = (kept: KeptHeads | null, heads: readonly Head[]): readonly Fault[] => {
  if (!kept) return [];
  const there = new Set(heads.map(({ stream }) => stream));
  return Object.entries(kept.heads)
    .filter(([stream]) => !there.has(stream))
    .map(([stream, [version, hash]]) => headFault(kept, { stream, version, hash }, 'none'));
};

/** `there`: the hash of what stands in its place now; null for nothing, `none` where nothing is left of the stream. */
export const headFault = (
  { upTo }: Pick<KeptHeads, 'upTo'>,
  { stream, version, hash }: Head,
  there: string | 'none' | null,
): Fault => ({
  stream,
  version,
  kind: 'head',
  model: null,
  detail: `when the heads were kept on ${upTo}, it ${
    there === null
      ? 'was there and is gone'
      : there === 'none'
        ? 'was there, and all of its events are gone'
        : 'was another event'
  }`,
  mark: markOf(`${hash} ${there}`),
});

/**
 * Personal parts whose key is gone or no longer opens them. An event that is not as it was stored is left out: its own
 * fault says more. `erased`: whose keys were destroyed on purpose, which the log tells.
 */
export const keyFaults = async (
  keyOf: (ref: string) => Promise<KeyState>,
  { stream, events }: WholeStream,
  erased: (ref: string) => Promise<boolean>,
): Promise<readonly Fault[]> => {
  const faults = new Map<string, Fault>();
  const changed = new Set(chainFaults(events).map(({ version }) => version));
  for (const { sealed, version, event_id } of events) {
    if (!sealed || sealed.box === '' || changed.has(version) || faults.has(sealed.ref)) continue;
    const what = whatIsWrong(await keyOf(sealed.ref), sealed, event_id);
    if (what === null || (what === DESTROYED && (await erased(sealed.ref)))) continue;
    const detail = `its personal part was sealed under the key ${sealed.ref.slice(0, 8)}…, ${what}`;
    faults.set(sealed.ref, { stream, version, kind: 'key', model: null, detail, mark: markOf(detail) });
  }
  return [...faults.values()];
};

const DESTROYED = 'which was destroyed, and no event says so';

const whatIsWrong = (key: KeyState, sealed: NonNullable<StoredEvent['sealed']>, eventId: string): string | null => {
  if (key === 'absent') return 'which is gone';
  if (key === 'destroyed') return DESTROYED;
  try {
    unseal(sealed, { key: key.key, eventId });
    return null;
  } catch {
    return 'which was replaced by another';
  }
};

/** Each key is asked for once. */
export const keysOnce = (keys: Pick<KeyStore, 'get'>): ((ref: string) => Promise<KeyState>) => {
  const asked = new Map<string, Promise<KeyState>>();
  return ref => {
    const known = asked.get(ref) ?? keys.get(ref);
    asked.set(ref, known);
    return known;
  };
};

/** A row of a read model that is not what the fold says, in words. */
export const rowFault = (fault: RowFault): Fault => {
  const { model, stored, expected } = fault;
  const row = stored ?? expected;
  const kind = kindOf(fault);
  return {
    stream: row?.quote_id ?? '',
    version: row?.version ?? null,
    kind: `row ${kind}`,
    model,
    detail: `${nameOf(fault)} ${explained(fault, kind)}`,
    mark: markOf(JSON.stringify([model, stored, expected])),
  };
};

const nameOf = ({ model, stored, expected }: RowFault): string => {
  const row: Readonly<Record<string, unknown>> = { ...(stored ?? expected) };
  const key = { nudges: row.step_index, reply: row.reply_date, approvals: `${String(row.token).slice(0, 12)}…` }[model];
  return `qf-${model} ${String(key)}`;
};

const explained = ({ stored, expected }: RowFault, kind: RowFaultKind): string => {
  switch (kind) {
    case 'missing':
      return 'is not there';
    case 'planted':
      return 'stands for no event';
    case 'behind':
      return `is of version ${stored?.version}, the fold of ${expected?.version}`;
    case 'altered':
      return `says ${difference(stored, expected)}`;
  }
};

const difference = (stored: object | null, expected: object | null): string => {
  const wrong: Readonly<Record<string, unknown>> = { ...stored };
  const right: Readonly<Record<string, unknown>> = { ...expected };
  return [...new Set([...Object.keys(wrong), ...Object.keys(right)])]
    .filter(name => wrong[name] !== right[name])
    .map(
      name =>
        `${name} ${JSON.stringify(wrong[name] ?? null)} where the log says ${JSON.stringify(right[name] ?? null)}`,
    )
    .join(', ');
};

export interface VerifyDeps {
  readonly store: Pick<EventStore, 'read' | 'head' | 'scan'>;
  readonly readModels: Pick<ReadModels, 'nudgesOf' | 'repliesOf' | 'approval' | 'all'>;
  readonly clock: Clock;
  /** Waits a moment: a row that is missing may only be on its way. */
  readonly settle: () => Promise<void>;
}

export interface Verified {
  readonly streams: number;
  readonly events: number;
  readonly faults: number;
  /** Goes on from here when the run is cut short: every stream up to this one is done. Of version 0: up to before it. */
  readonly after: Pick<EventHead, 'stream' | 'version'> | null;
  /** The newest event of each stream; null where the run did not begin at the start. */
  readonly heads: readonly Head[] | null;
  /** The same as of `until`. */
  readonly headsThen: readonly Head[] | null;
}

export interface VerifyOptions {
  readonly onFault: (fault: Fault) => void;
  readonly onProgress?: (soFar: Verified) => void | Promise<void>;
  readonly signal?: AbortSignal;
  /** What an earlier run that was cut short came to. */
  readonly from?: Verified;
  /** The heads are taken as of this instant (ISO) as well. */
  readonly until?: string;
  /** Heads as they were kept beside the log: what stood there must stand there still. */
  readonly kept?: KeptHeads | null;
}

export const NOTHING_VERIFIED: Verified = { streams: 0, events: 0, faults: 0, after: null, heads: [], headsThen: [] };

/** Streams whose rows are compared side by side. */
const SIDE_BY_SIDE = 16;
const PATIENCE = 3;
/** A projector that is at work has caught up by then; what is still missing is missing. */
const MAX_WAITS = 30;

/**
 * Goes over the whole log, stream by stream, while the system runs: versions without gaps, hashes whole, each event
 * linked to the one before, nothing this code cannot read, the kept heads still there; and over the read models: each
 * row what the fold says, no row that no event accounts for. Names each fault as it is found. Holds one group of
 * streams in memory at a time, and of each stream its head.
 */
export const verify = async (
  deps: VerifyDeps,
  { onFault, onProgress = () => {}, signal, from = NOTHING_VERIFIED, until, kept = null }: VerifyOptions,
): Promise<Verified & { readonly root: string | null; readonly rootThen: string | null }> => {
  const scope: Scope = { models: MODELS, now: deps.clock.now().getTime() / 1000 };
  const checking = { ...deps, settle: fewTimes(deps.settle), patience: PATIENCE };
  const heads = from.heads && [...from.heads];
  const headsThen = from.headsThen && [...from.headsThen];
  let soFar: Verified = { ...from, heads, headsThen };
  const report = (fault: Fault): void => {
    soFar = { ...soFar, faults: soFar.faults + 1 };
    onFault(fault);
  };
  const { after } = from;
  const scanned = deps.store.scan({ ...(signal ? { signal } : {}), ...(after ? { after } : {}) });
  const events = after && after.version > 0 ? without(after.stream, scanned) : scanned;
  for await (const group of inGroups(wholeStreams(events), SIDE_BY_SIDE)) {
    const rows = await Promise.all(group.map(({ stream, events }) => checkRows(checking, stream, events, scope)));
    for (const [index, whole] of group.entries()) {
      const found = [...logFaults(whole), ...keptFaults(kept, whole), ...(rows[index] ?? []).map(rowFault)];
      for (const fault of found) report(fault);
      heads?.push(...headAsOf(whole));
      headsThen?.push(...headAsOf(whole, until));
    }
    soFar = { ...soFar, ...counted(soFar, group) };
    await onProgress(soFar);
  }
  if (heads) for (const fault of goneStreams(kept, heads)) report(fault);
  for await (const fault of strayRows(checking, scope, heads && new Set(heads.map(({ stream }) => stream)))) {
    signal?.throwIfAborted();
    report(rowFault(fault));
  }
  return { ...soFar, root: heads && rootOf(heads), rootThen: headsThen && rootOf(headsThen) };
};

/** A stream that is done may have grown since: its new events alone would look like a gap. */
async function* without(stream: string, events: AsyncIterable<StoredEvent>): AsyncIterable<StoredEvent> {
  for await (const event of events) if (event.quote_id !== stream) yield event;
}

const fewTimes = (settle: () => Promise<void>): (() => Promise<void>) => {
  let waits = 0;
  return async () => {
    if (waits++ < MAX_WAITS) await settle();
  };
};

const counted = (soFar: Verified, group: readonly WholeStream[]): Pick<Verified, 'streams' | 'events' | 'after'> => {
  const last = group.at(-1)?.events.at(-1);
  return {
    streams: soFar.streams + group.length,
    events: soFar.events + group.reduce((sum, { events }) => sum + events.length, 0),
    after: last ? { stream: last.quote_id, version: last.version } : soFar.after,
  };
};

const headAsOf = ({ events }: WholeStream, until?: string): readonly Head[] => {
  const last = until === undefined ? events.at(-1) : events.findLast(({ ts }) => ts <= until);
  return last ? [{ stream: last.quote_id, version: last.version, hash: last.hash }] : [];
};
