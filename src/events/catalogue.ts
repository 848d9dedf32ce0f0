import * as E from 'fp-ts/lib/Either.js';
import type { Actor, AnyEventType, AnyHappened, AnyPast, PastOf } from './define-event.ts';
import type { StoredEvent } from './envelope.ts';
import { jsonOf } from './json-of.ts';
import {
  contactEventTypes,
  integrityEventTypes,
  mailEventTypes,
  periodEventTypes,
  proposalEventTypes,
  systemEventTypes,
} from './other-events.ts';
import { quoteEventTypes } from './quote-events.ts';
import { UnknownEvent } from './unknown-event.ts';
import { type Shape, type Upcasters, upcast, upcasters } from './upcast.ts';

/** The event types there are, by action, and the way from what happened to what is stored and back. */
export interface Catalogue {
  readonly types: ReadonlyMap<string, AnyEventType>;
  /** The clear part of an event, to be stored. Throws when it is not of its type's shape: a broken invariant. */
  readonly encode: (event: AnyHappened) => Shape;
  /** An event as the folds read it, old shapes lifted to today's. Left: this code does not know it. */
  readonly decode: (stored: StoredEvent) => E.Either<UnknownEvent, AnyPast>;
}

export const catalogueOf = (known: readonly AnyEventType[], lift: Upcasters): Catalogue => {
  const types = new Map(known.map(type => [type.name, type] as const));
  if (types.size !== known.length) throw new Error('two event types share one action name');
  return {
    types,
    encode: event => encode(types, event),
    decode: stored => decode(types, lift, stored),
  };
};

const encode = (types: Catalogue['types'], event: AnyHappened): Shape => {
  const type = types.get(event.type);
  if (!type) throw new TypeError(`no event type is named ${event.type}`);
  if (!type.data.is(event.data)) throw new TypeError(`data of ${event.type} is not of its shape`);
  if (!type.sealed.is(event.sealed)) throw new TypeError(`sealed part of ${event.type} is not of its shape`);
  return { action: type.name, schema: type.schema, data: jsonOf(event.data) };
};

const decode = (types: Catalogue['types'], lift: Upcasters, stored: StoredEvent): E.Either<UnknownEvent, AnyPast> => {
  const { action, schema, data } = upcast(stored, lift);
  const type = types.get(action);
  if (!type) return E.left(new UnknownEvent(stored, 'action'));
  if (type.schema !== schema) return E.left(new UnknownEvent(stored, 'schema'));
  // `is` and not `decode`: no codec here transforms, and building a second copy of each event would cost more.
  if (!type.data.is(data)) return E.left(new UnknownEvent(stored, 'data'));
  return E.right({ type: action, data, version: stored.version, ts: stored.ts, by: actorOf(stored) });
};

export const actorOf = (stored: StoredEvent): Actor =>
  stored.by_user === undefined ? { system: stored.by_system ?? '' } : { user: stored.by_user };

export const allEventTypes = [
  ...quoteEventTypes,
  ...contactEventTypes,
  ...mailEventTypes,
  ...proposalEventTypes,
  ...periodEventTypes,
  ...systemEventTypes,
  ...integrityEventTypes,
] as const;

type PastOfEach<T> = T extends AnyEventType ? PastOf<T> : never;
/** Any event there is, read back: for readers that go over streams of every kind. */
export type PastEvent = PastOfEach<(typeof allEventTypes)[number]>;

export const catalogue: Catalogue = catalogueOf(allEventTypes, upcasters);

const isPastEvent = (past: AnyPast): past is PastEvent => catalogue.types.has(past.type);

/** `catalogue.decode`, told apart by type. */
export const pastEvent = (stored: StoredEvent): E.Either<UnknownEvent, PastEvent> =>
  E.filterOrElse(isPastEvent, () => new UnknownEvent(stored, 'action'))(catalogue.decode(stored));
