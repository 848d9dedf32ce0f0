import * as E from 'fp-ts/lib/Either.js';
import type { Aggregate } from '../aggregates/decider.ts';
import { eventRegistry } from '../events/event-registry.ts';
import type { Actor, AnyNewEvent, AnyRecordedEvent } from '../events/event-type.ts';
import { type Cause, causeIn, newestAbout } from '../events/flow.ts';
import { toStorableJson } from '../events/storable-json.ts';
import type { SealedBox, StoredEvent } from '../events/stored-event.ts';
import { StreamFault } from '../events/stream-fault.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { KeyStore } from '../ports/key-store.ts';
import type { Clock, Log, RandomBytes } from '../ports/world.ts';
import { tsAfter, withHash } from './hash-chain.ts';
import { catchUp, type Loaded, load } from './load.ts';
import { erasedBox, IV_BYTES, KEY_BYTES, seal } from './sealing.ts';

export interface TransactDeps {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly log: Log;
  /** As in `LoadDeps`. */
  readonly unknown?: 'skip';
}

export interface Transaction<S, P extends AnyRecordedEvent, H extends AnyNewEvent, R> {
  readonly stream: string;
  readonly aggregate: Aggregate<S, P>;
  readonly actor: Actor;
  /** The event of another stream that brings this one about. Within its stream an event finds it by what it says. */
  readonly cause?: Cause | null | undefined;
  /** What in the stream is decided on (`aboutDraft` …), for events that do not say so themselves. */
  readonly about?: string | undefined;
  /** The contact (or other person) whose key seals the event's personal part. Null only for events without one. */
  readonly sealRef: (event: H) => string | null;
  /** Pure, for it may be asked again: after a lost race it decides anew on what the winner left. */
  readonly decide: (state: S) => E.Either<R, H | null>;
  /** A state the caller holds already: decides on it without reading first. Stale is fine, the append finds out. */
  readonly loaded?: Loaded<S> | undefined;
}

/** What was appended (nothing when it was already so), and the stream after it. */
export interface Transacted<S> extends Loaded<S> {
  readonly events: readonly StoredEvent[];
}

/** Fifty posts at once on one stream all get their turn: each round of a race has a winner. */
const MAX_ATTEMPTS = 50;

/** One stream lost every race: something appends to it without end. */
export class Contended extends StreamFault {
  override readonly name = 'Contended';

  constructor(stream: string) {
    super('contended', { stream, version: null }, `${stream}: lost ${MAX_ATTEMPTS} races one after another`);
  }
}

/**
 * Read → fold → decide → seal → append. A lost race reads what is new and decides again. Left: what the decision
 * refused. Throws `UnknownEvent`, `EventTooLarge`, `Contended`, and what the engine throws when it is unwell; after
 * such an error the append may or may not stand, and asking again finds out: the decision says it is already so.
 */
export const transact = async <S, P extends AnyRecordedEvent, H extends AnyNewEvent & { readonly type: P['type'] }, R>(
  deps: TransactDeps,
  transaction: Transaction<S, P, H, R>,
): Promise<E.Either<R, Transacted<S>>> => {
  const { stream, aggregate, decide } = transaction;
  let loaded = transaction.loaded ?? (await load(deps, stream, aggregate));
  for (let tries = 0; tries < MAX_ATTEMPTS; tries++) {
    const decided = decide(loaded.state);
    if (E.isLeft(decided)) return decided;
    if (decided.right === null) return E.right({ ...loaded, events: [] });
    const next = await eventAfter(deps, transaction, loaded, decided.right);
    if ((await deps.store.append(next.event)) === 'appended') return E.right(advance(loaded, next));
    loaded = await catchUp(deps, stream, aggregate, loaded);
  }
  throw new Contended(stream);
};

interface Next<S> {
  readonly event: StoredEvent;
  readonly state: S;
}

const eventAfter = async <S, P extends AnyRecordedEvent, H extends AnyNewEvent, R>(
  deps: TransactDeps,
  { stream, aggregate, actor, cause: given, about, sealRef }: Transaction<S, P, H, R>,
  loaded: Loaded<S>,
  happened: H,
): Promise<Next<S>> => {
  const { action, schema, data } = eventRegistry.encode(happened);
  const version = loaded.version + 1;
  const ts = tsAfter(loaded.lastTs, deps.clock.now());
  const past: AnyRecordedEvent = { type: action, data, version, ts, by: actor };
  if (!aggregate.isOwn(past)) throw new TypeError(`${action} does not belong in the stream ${stream}`);
  const state = aggregate.evolve(loaded.state, past);
  const eventId = `${stream}/${version}`;
  const { stored } = loaded;
  const cause =
    given ?? causeIn(stream, stored, { action, data }) ?? (about === undefined ? null : newestAbout(stored, [about]));
  const sealed = happened.sealed === null ? null : await sealFor(deps, sealRef(happened), happened, eventId);
  const event = withHash({
    quote_id: stream,
    version,
    ts,
    day: ts.slice(0, 10),
    action,
    schema,
    ...('user' in actor ? { by_user: actor.user } : { by_system: actor.system }),
    before: aggregate.summarize(loaded.state, past).toWellFormed(),
    after: aggregate.summarize(state, past).toWellFormed(),
    data,
    ...(sealed === null ? {} : { sealed }),
    event_id: eventId,
    correlation_id: cause?.correlation_id ?? eventId,
    ...(cause === null ? {} : { causation_id: cause.event_id }),
    prev_hash: loaded.lastHash,
  });
  return { event, state };
};

const sealFor = async (
  { keys, random }: TransactDeps,
  ref: string | null,
  happened: AnyNewEvent,
  eventId: string,
): Promise<SealedBox> => {
  if (ref === null) throw new TypeError(`${happened.type} has a personal part and nobody's key to seal it`);
  const state = await keys.obtain(ref, () => random(KEY_BYTES));
  if (state === 'destroyed') return erasedBox(ref);
  return seal(toStorableJson(happened.sealed), { ref, key: state.key, iv: random(IV_BYTES), eventId });
};

const advance = <S>(loaded: Loaded<S>, { event, state }: Next<S>): Transacted<S> => ({
  state,
  version: event.version,
  lastHash: event.hash,
  lastTs: event.ts,
  stored: [...loaded.stored, event],
  events: [event],
});
