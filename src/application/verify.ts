import type { StoredEvent } from '../events/envelope.ts';
import { type Head, rootOf } from '../events/hash-chain.ts';
import type { EventHead, EventStore } from '../ports/event-store.ts';
import type { ReadModels } from '../ports/read-models.ts';
import type { Clock } from '../ports/world.ts';
import { MODELS } from '../projections/project-stream.ts';
import { checkRows, strayRows } from './check-rows.ts';
import type { KeptHeads } from './day-record.ts';
import type { Scope } from './row-faults.ts';
import { inGroups, type WholeStream, wholeStreams } from './streams.ts';
import { type Fault, goneStreams, keptFaults, logFaults, rowFault } from './verify-faults.ts';

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
const MOST_WAITS = 30;

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
    if (waits++ < MOST_WAITS) await settle();
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
