import { type ChainFault, chainFaults } from '../events/chain-faults.ts';
import type { StoredEvent } from '../events/envelope.ts';
import { type Head, rootOf } from '../events/hash-chain.ts';
import type { EventHead, EventStore } from '../ports/event-store.ts';
import type { Model, ReadModels } from '../ports/read-models.ts';
import type { Clock } from '../ports/world.ts';
import { MODELS } from '../projections/project-stream.ts';
import { checkRows, strayRows } from './check-rows.ts';
import { pastEvents } from './past-events.ts';
import { kindOf, type RowFault, type RowFaultKind, type Scope } from './row-faults.ts';
import { inGroups, type WholeStream, wholeStreams } from './streams.ts';

export interface VerifyDeps {
  readonly store: Pick<EventStore, 'read' | 'head' | 'scan'>;
  readonly readModels: Pick<ReadModels, 'nudgesOf' | 'repliesOf' | 'approval' | 'all'>;
  readonly clock: Clock;
  /** Waits a moment: a row that is missing may only be on its way. */
  readonly settle: () => Promise<void>;
}

/** One thing that is not as it should be, with the stream and (where one is at fault) the version. */
export interface Fault {
  readonly stream: string;
  readonly version: number | null;
  readonly kind: ChainFault['kind'] | 'unknown' | `row ${RowFaultKind}`;
  readonly model: Model | null;
  readonly detail: string;
}

export interface Verified {
  readonly streams: number;
  readonly events: number;
  readonly faults: number;
  /** Goes on from here when the run is cut short: every stream up to this one is done. */
  readonly after: Pick<EventHead, 'stream' | 'version'> | null;
}

export interface VerifyOptions {
  readonly onFault: (fault: Fault) => void;
  readonly onProgress?: (soFar: Verified) => void;
  readonly signal?: AbortSignal;
  /** Where an earlier run was cut short. The root needs a run from the start. */
  readonly after?: Verified['after'];
  /** The root is taken over the heads as of this instant (ISO); of now, when absent. */
  readonly until?: string;
}

/** Streams whose rows are compared side by side. */
const SIDE_BY_SIDE = 16;
const PATIENCE = 3;

/**
 * Goes over the whole log, stream by stream, while the system runs: versions without gaps, hashes whole, each event
 * linked to the one before, nothing this code cannot read; and over the read models: each row what the fold says, no
 * row that no event accounts for. Names each fault as it is found. Gives the root over all heads, null when the run did
 * not begin at the start.
 */
export const verify = async (
  deps: VerifyDeps,
  { onFault, onProgress = () => {}, signal, after = null, until }: VerifyOptions,
): Promise<Verified & { readonly root: string | null }> => {
  const scope: Scope = { models: MODELS, now: deps.clock.now().getTime() / 1000 };
  const checking = { ...deps, patience: PATIENCE };
  const heads: Head[] = [];
  let soFar: Verified = { streams: 0, events: 0, faults: 0, after };
  const report = (fault: Fault): void => {
    soFar = { ...soFar, faults: soFar.faults + 1 };
    onFault(fault);
  };
  const events = deps.store.scan({ ...(signal ? { signal } : {}), ...(after ? { after } : {}) });
  for await (const group of inGroups(wholeStreams(events), SIDE_BY_SIDE)) {
    const rows = await Promise.all(group.map(({ stream, events }) => checkRows(checking, stream, events, scope)));
    for (const [index, whole] of group.entries()) {
      for (const fault of [...logFaults(whole), ...(rows[index] ?? []).map(rowFault)]) report(fault);
      const head = headAsOf(whole, until);
      if (after === null && head) heads.push(head);
    }
    soFar = { ...soFar, ...counted(soFar, group) };
    onProgress(soFar);
  }
  for await (const fault of strayRows(checking, scope)) {
    signal?.throwIfAborted();
    report(rowFault(fault));
  }
  return { ...soFar, root: after === null ? rootOf(heads) : null };
};

const counted = (soFar: Verified, group: readonly WholeStream[]): Omit<Verified, 'faults'> => {
  const last = group.at(-1)?.events.at(-1);
  return {
    streams: soFar.streams + group.length,
    events: soFar.events + group.reduce((sum, { events }) => sum + events.length, 0),
    after: last ? { stream: last.quote_id, version: last.version } : soFar.after,
  };
};

const logFaults = ({ events }: WholeStream): readonly Fault[] => [
  ...chainFaults(events).map(fault => ({ ...fault, model: null })),
  ...pastEvents(events).unknown.map(({ stream, version, action, schema, unknown }) => ({
    stream,
    version,
    kind: 'unknown' as const,
    model: null,
    detail: `this release does not know the ${unknown} of ${action}@${schema}`,
  })),
];

const headAsOf = ({ events }: WholeStream, until: string | undefined): Head | null => {
  const isIn = (event: StoredEvent): boolean => until === undefined || event.ts <= until;
  const last = events.findLast(isIn);
  return last ? { stream: last.quote_id, version: last.version, hash: last.hash } : null;
};

const rowFault = (fault: RowFault): Fault => {
  const { model, stored, expected } = fault;
  const row = stored ?? expected;
  const kind = kindOf(fault);
  return {
    stream: row?.quote_id ?? '',
    version: row?.version ?? null,
    kind: `row ${kind}`,
    model,
    detail: `${nameOf(fault)} ${explained(fault, kind)}`,
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
