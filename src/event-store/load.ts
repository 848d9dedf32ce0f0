import * as E from 'fp-ts/lib/Either.js';
import type { Aggregate } from '../aggregates/decider.ts';
import { faultKey } from '../aggregates/integrity.ts';
import { eventRegistry, UnknownEvent } from '../events/event-registry.ts';
import type { AnyRecordedEvent } from '../events/event-type.ts';
import { FaultsAnswered } from '../events/integrity-events.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { INTEGRITY_STREAM } from '../events/stream-id.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Log } from '../ports/world.ts';
import { ChainBroken, chainFaults, NO_HASH } from './hash-chain.ts';

/** A stream as it was read: its state, and what the next event is linked to. */
export interface Loaded<S> {
  readonly state: S;
  /** Version of the newest event; 0 when there are none. */
  readonly version: number;
  readonly lastHash: string;
  readonly lastTs: string | null;
  /** The events themselves, for readers of sealed parts. */
  readonly stored: readonly StoredEvent[];
}

export interface LoadDeps {
  readonly store: Pick<EventStore, 'read'>;
  readonly log: Log;
  /** `skip`: events that this code does not know are alarmed and left out. Only as `recording` says. */
  readonly unknown?: 'skip';
}

/**
 * For what happened outside and can only stop something: an answer, a bounce, a hold. It is recorded whatever else the
 * stream holds, on the fold of what is known, so that it is in the log before a release that knows the rest decides
 * again. Whoever decides to send or plan never reads so.
 */
export const recording = <Deps extends LoadDeps>(deps: Deps): Deps => ({ ...deps, unknown: 'skip' });

/**
 * Reads, verifies and folds a stream on a consistent read. Throws, after an alarm, `UnknownEvent` on what this code cannot
 * read, and `ChainBroken` on what is not as it was stored, until the admin has answered for exactly that.
 */
export const load = async <S, P extends AnyRecordedEvent>(
  deps: LoadDeps,
  stream: string,
  aggregate: Aggregate<S, P>,
): Promise<Loaded<S>> => catchUp(deps, stream, aggregate, nothingRead(aggregate.initial));

/** Reads, verifies and folds what came after `loaded`. */
export const catchUp = async <S, P extends AnyRecordedEvent>(
  deps: LoadDeps,
  stream: string,
  aggregate: Aggregate<S, P>,
  loaded: Loaded<S>,
): Promise<Loaded<S>> => {
  const events = await deps.store.read(stream, loaded.version);
  const last = events.at(-1);
  if (!last) return loaded;
  await verifyRead(deps, stream, events, loaded);
  let state = loaded.state;
  for (const stored of events) {
    const past = pastOf(stored, aggregate, deps);
    if (past !== null) state = aggregate.evolve(state, past);
  }
  const stored = loaded.version === 0 ? events : [...loaded.stored, ...events];
  return { state, version: last.version, lastHash: last.hash, lastTs: last.ts, stored };
};

export const nothingRead = <S>(initial: S): Loaded<S> => ({
  state: initial,
  version: 0,
  lastHash: NO_HASH,
  lastTs: null,
  stored: [],
});

/**
 * What was found in `~integrity` itself stops every send (`readIntegrity`), and keeps nobody from answering for it. What
 * only stops something is recorded on a damaged stream too.
 */
const verifyRead = async <S>(
  { store, log, unknown }: LoadDeps,
  stream: string,
  events: readonly StoredEvent[],
  { version, lastHash, lastTs }: Loaded<S>,
): Promise<void> => {
  if (stream === INTEGRITY_STREAM || unknown === 'skip') return;
  const found = chainFaults(events, version === 0 ? null : { version, hash: lastHash, ts: lastTs });
  if (found.length === 0) return;
  const answered = answeredIn(await store.read(INTEGRITY_STREAM));
  const open = found.filter(fault => !answered.has(faultKey(fault)));
  if (open.length === 0) return;
  for (const { version: at, kind } of open) log('warn', 'ChainBroken', { stream, version: at, kind });
  throw new ChainBroken(stream, open);
};

/** Keys of the faults that a person has answered for. */
const answeredIn = (stored: readonly StoredEvent[]): ReadonlySet<string> =>
  new Set(
    stored.flatMap(({ action, data }) =>
      action === FaultsAnswered.name && FaultsAnswered.data.is(data) ? data.faults : [],
    ),
  );

const pastOf = <S, P extends AnyRecordedEvent>(
  stored: StoredEvent,
  aggregate: Aggregate<S, P>,
  { log, unknown }: LoadDeps,
): P | null => {
  const past = eventRegistry.decode(stored);
  if (E.isRight(past) && aggregate.isOwn(past.right)) return past.right;
  const error = E.isLeft(past) ? past.left : new UnknownEvent(stored, 'action');
  alarmUnknown(log, error);
  if (unknown === 'skip') return null;
  throw error;
};

/** The log line that the alarm `UnknownEvent` counts. */
export const alarmUnknown = (log: Log, error: UnknownEvent): void => {
  const { version, action, schema, unknown } = error;
  log('error', 'UnknownEvent', { stream: error.stream, version, action, schema, unknown });
};
