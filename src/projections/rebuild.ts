import { inGroups, type WholeStream, wholeStreams } from '../event-store/whole-streams.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Model, ReadModels } from '../ports/read-models.ts';
import type { Clock } from '../ports/world.ts';
import { MODELS } from './projector.ts';
import { checkRows, kindOf, type RowFault, type Scope, strayRows } from './row-faults.ts';

export interface RebuildDeps {
  readonly store: Pick<EventStore, 'read' | 'head' | 'scan'>;
  readonly readModels: ReadModels;
  readonly clock: Clock;
}

/** What a rebuild has done so far. */
export interface Rebuilt {
  readonly streams: number;
  readonly events: number;
  /** Rows that were missing or behind. */
  readonly filled: number;
  /** Rows that said what the log does not. */
  readonly mended: number;
  readonly removed: number;
}

export interface RebuildOptions {
  readonly models?: readonly Model[];
  readonly onProgress?: (soFar: Rebuilt) => void;
  readonly signal?: AbortSignal;
}

/** Streams that are compared side by side. */
const SIDE_BY_SIDE = 16;
/** A row that the projector changes under our hands is looked at again. */
const MAX_ATTEMPTS = 10;

/**
 * Makes the read models what the log says, from the table and never from the change feed, while the system runs. Rows
 * are only written where they differ: by the version rule, or, where a row's version cannot be believed, in the place
 * of exactly the row that was seen. Afterwards they are those the change feed would have made.
 */
export const rebuild = async (deps: RebuildDeps, options: RebuildOptions = {}): Promise<Rebuilt> => {
  const { models = MODELS, onProgress = () => {}, signal } = options;
  const scope: Scope = { models, now: deps.clock.now().getTime() / 1000 };
  let soFar: Rebuilt = { streams: 0, events: 0, filled: 0, mended: 0, removed: 0 };
  for await (const group of inGroups(wholeStreams(deps.store.scan(signal ? { signal } : {})), SIDE_BY_SIDE)) {
    const mended = await Promise.all(group.map(whole => mendStream(deps, whole, scope)));
    soFar = [{ ...NONE, streams: group.length, events: count(group) }, ...mended].reduce(add, soFar);
    onProgress(soFar);
  }
  for await (const fault of strayRows(checking(deps), scope)) {
    signal?.throwIfAborted();
    soFar = add(soFar, await mendRow(deps, fault));
  }
  onProgress(soFar);
  return soFar;
};

type Done = Partial<Rebuilt>;
const NONE: Rebuilt = { streams: 0, events: 0, filled: 0, mended: 0, removed: 0 };

const add = (a: Rebuilt, b: Done): Rebuilt => ({
  streams: a.streams + (b.streams ?? 0),
  events: a.events + (b.events ?? 0),
  filled: a.filled + (b.filled ?? 0),
  mended: a.mended + (b.mended ?? 0),
  removed: a.removed + (b.removed ?? 0),
});

const count = (group: readonly WholeStream[]): number => group.reduce((sum, { events }) => sum + events.length, 0);

/** A missing row is filled in and not waited for. */
const checking = ({ store, readModels }: RebuildDeps) => ({ store, readModels, settle: async () => {}, patience: 1 });

const mendStream = async (deps: RebuildDeps, { stream, events }: WholeStream, scope: Scope): Promise<Done> => {
  let done: Rebuilt = NONE;
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const faults = await checkRows(checking(deps), stream, events, scope);
    if (faults.length === 0) return done;
    for (const fault of faults) done = add(done, await mendRow(deps, fault));
  }
  return done;
};

export const mendRow = async ({ readModels }: Pick<RebuildDeps, 'readModels'>, fault: RowFault): Promise<Done> => {
  if (fault.stored === null) return (await fill(readModels, fault)) ? { filled: 1 } : {};
  const stood = await replace(readModels, fault);
  if (!stood) return {};
  const kind = kindOf(fault);
  return kind === 'planted' ? { removed: 1 } : kind === 'behind' ? { filled: 1 } : { mended: 1 };
};

const fill = async (readModels: ReadModels, { model, expected }: RowFault): Promise<boolean> => {
  if (expected === null) return false;
  return readModels.put(model, expected);
};

const replace = async (readModels: ReadModels, { model, stored, expected }: RowFault): Promise<boolean> =>
  stored !== null && readModels.mend(model, stored, expected);
