import * as E from 'fp-ts/lib/Either.js';
import {
  faultKey,
  faultsOfQuote,
  type IntegrityEvent,
  type IntegrityState,
  integrityAggregate,
  type KnownFault,
  noteFaults,
  openFaults,
} from '../../aggregates/integrity.ts';
import { ChainBroken, chainFaults } from '../../event-store/hash-chain.ts';
import { type LoadDeps, load } from '../../event-store/load.ts';
import { type Transacted, transact } from '../../event-store/transact.ts';
import type { FoundFault } from '../../events/integrity-events.ts';
import type { StreamFault } from '../../events/stream-fault.ts';
import { INTEGRITY_STREAM } from '../../events/stream-id.ts';
import type { LogDeps } from '../quotes.ts';

/** What was found wrong with the log, as it stands now. */
export interface Integrity {
  readonly state: IntegrityState;
  /** Nobody has answered for these. */
  readonly open: readonly KnownFault[];
  /** Of these, what is wrong with the stream itself and not recorded yet. */
  readonly own: readonly FoundFault[];
}

/** Reads what was found, and verifies the stream that says so: a fault in it counts before anybody has recorded it. */
export const readIntegrity = async (deps: LoadDeps): Promise<Integrity> => {
  const { state, stored } = await load(deps, INTEGRITY_STREAM, integrityAggregate);
  const own = chainFaults(stored).filter(fault => !Object.hasOwn(state.faults, faultKey(fault)));
  const foundAt = stored.at(-1)?.ts ?? '';
  return {
    state,
    own,
    open: [...openFaults(state), ...own.map(fault => ({ ...fault, foundAt, mailed: false, answered: null }))],
  };
};

/** True while nothing may be sent for the quote: somebody changed what the decision would rest on. */
export const isStopped = ({ open }: Integrity, quote: string, contactRef: string): boolean =>
  faultsOfQuote(open, quote, contactRef) > 0;

export const decideIntegrity = (
  deps: LogDeps,
  actor: { readonly user: string } | { readonly system: string },
  decide: (state: IntegrityState) => ReturnType<typeof noteFaults>,
): Promise<E.Either<{ readonly because: string }, Transacted<IntegrityState>>> =>
  transact(deps, {
    stream: INTEGRITY_STREAM,
    aggregate: integrityAggregate,
    actor,
    sealRef: (_: IntegrityEvent) => null,
    decide,
  });

/** A fault as an event holds it. */
export const storedFault = ({ stream, version, kind, mark, detail }: FoundFault): FoundFault => ({
  stream,
  version,
  kind,
  mark,
  detail,
});

/** Records what was found, each fault once, and raises the alarm for each that is new. */
export const recordFaults = async (deps: LogDeps, by: string, found: readonly FoundFault[]): Promise<void> => {
  if (found.length === 0) return;
  let known: IntegrityState['faults'] | null = null;
  for (;;) {
    const noted = await decideIntegrity(deps, { system: by }, state => {
      known ??= state.faults;
      return noteFaults(state, found);
    });
    if (E.isLeft(noted)) throw new Error(`what was found could not be recorded: ${noted.left.because}`);
    for (const [key, { stream, version, kind }] of Object.entries(noted.right.state.faults)) {
      if (!Object.hasOwn(known ?? {}, key)) deps.log('error', 'LogFault', { stream, version, kind });
    }
    if (noted.right.events.length === 0) return;
    known = noted.right.state.faults;
  }
};

/** Where a stream could not be read because it is not as it was stored, that is recorded; other faults are not ours. */
export const recordBroken = async (deps: LogDeps, by: string, fault: StreamFault): Promise<void> => {
  if (fault instanceof ChainBroken) await recordFaults(deps, by, fault.faults.map(storedFault));
};
