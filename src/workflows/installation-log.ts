import * as E from 'fp-ts/lib/Either.js';
import type { emit, noChange } from '../aggregates/decider.ts';
import { type InstallationEvent, type InstallationState, installationAggregate } from '../aggregates/installation.ts';
import { byItself } from '../event-store/by-itself.ts';
import { catchUp, type LoadDeps, type Loaded, nothingRead } from '../event-store/load.ts';
import { transact } from '../event-store/transact.ts';
import type { StreamFault } from '../events/stream-fault.ts';
import { SYSTEM_STREAM } from '../events/stream-id.ts';
import type { Dependencies } from './dependencies.ts';

/** The stream grows by every sync: a process folds it once and then reads what came after. */
const folded = new WeakMap<LoadDeps['store'], Loaded<InstallationState>>();

/**
 * `~system` as it stands, on a consistent read, without its events. Throws its fault. A fold that is kept is never wrong,
 * only short: the log is never changed, so what is missing from it is read each time.
 */
export const loadSystem = async (deps: LoadDeps): Promise<Loaded<InstallationState>> => {
  const before = folded.get(deps.store) ?? nothingRead(installationAggregate.initial);
  const { stored: _, ...now } = await catchUp(deps, SYSTEM_STREAM, installationAggregate, before);
  const kept = { ...now, stored: [] };
  folded.set(deps.store, kept);
  return kept;
};

/**
 * What is wrong with `~system`, or null. While something is, the business rests as if it were paused: nobody knows what a
 * newer release, or whoever was at the log, decided there. Mail that comes in is recorded all the same.
 */
export const systemFault = async (deps: LoadDeps): Promise<StreamFault | null> => {
  const loaded = await byItself(() => loadSystem(deps));
  return E.isLeft(loaded) ? loaded.left : null;
};

export const decideSystem = (
  deps: Pick<Dependencies, 'store' | 'keys' | 'clock' | 'random' | 'log'>,
  system: string,
  decide: (state: InstallationState) => ReturnType<typeof emit<InstallationEvent>> | typeof noChange,
) =>
  transact(deps, {
    stream: SYSTEM_STREAM,
    aggregate: installationAggregate,
    actor: { system },
    sealRef: () => null,
    decide,
  });
