import * as E from 'fp-ts/lib/Either.js';
import { contactEventTypes } from './contact-events.ts';
import type { Actor, AnyEventType, AnyNewEvent, AnyRecordedEvent, Json, RecordedEventOf } from './event-type.ts';
import { oncePerImmutable } from './immutable.ts';
import { installationEventTypes } from './installation-events.ts';
import { integrityEventTypes } from './integrity-events.ts';
import { mailEventTypes } from './mail-events.ts';
import { proposalEventTypes } from './proposal-events.ts';
import { quoteEventTypes } from './quote-events.ts';
import { reportEventTypes } from './report-events.ts';
import { toStorableJson } from './storable-json.ts';
import type { StoredEvent } from './stored-event.ts';
import { StreamFault } from './stream-fault.ts';

/** Turns one old shape of an event's clear data into the next one. Pure; the stored item and its hash stay as they are. */
export interface Upcaster {
  /** The action and schema that `data` gives; an action may be renamed. */
  readonly to: { readonly action: string; readonly schema: number };
  readonly data: (old: Json) => Json;
}

/** Keyed `Action@schema`, the shape that it reads. */
export type Upcasters = Readonly<Record<string, Upcaster>>;

export interface Shape {
  readonly action: string;
  readonly schema: number;
  readonly data: Json;
}

export const shapeKey = (action: string, schema: number): string => `${action}@${schema}`;

/** Lifts a stored shape step by step as far as upcasters lead. A shape none of them reads comes back as it is. */
export const upcast = (shape: Shape, upcasters: Upcasters): Shape => {
  let current = shape;
  for (;;) {
    const key = shapeKey(current.action, current.schema);
    const step = Object.hasOwn(upcasters, key) ? upcasters[key] : undefined;
    if (!step) return current;
    current = { ...step.to, data: step.data(current.data) };
  }
};

/** Adds fields that an old shape did not know, with what they mean where nothing was said. */
const withFields =
  (added: Readonly<Record<string, Json>>) =>
  (old: Json): Json => ({ ...(typeof old === 'object' && old !== null && !Array.isArray(old) ? old : {}), ...added });

/** The old shapes in stored logs. */
export const upcasters: Upcasters = {
  'QuoteHeld@1': { to: { action: 'QuoteHeld', schema: 2 }, data: withFields({ until: null }) },
  'HoldEnded@1': { to: { action: 'HoldEnded', schema: 2 }, data: withFields({ automatic: false }) },
  'ReportClaimed@1': {
    to: { action: 'ReportClaimed', schema: 2 },
    data: withFields({ recipientRef: '', tokenHash: null, expiresAt: null }),
  },
};

/** What this code does not know about a stored event. */
export type UnknownPart = 'action' | 'schema' | 'data';

/**
 * An event in the log that this code cannot read: written by a newer release, or not by us. Nobody decides for its
 * stream until the code knows it: a fold that skipped it could send where it must rest.
 */
export class UnknownEvent extends StreamFault {
  override readonly name = 'UnknownEvent';
  readonly action: string;
  readonly schema: number;
  readonly unknown: UnknownPart;

  constructor(stored: Pick<StoredEvent, 'quote_id' | 'version' | 'action' | 'schema'>, unknown: UnknownPart) {
    super(
      'unknown',
      { stream: stored.quote_id, version: stored.version },
      `${stored.quote_id}/${stored.version}: unknown ${unknown} of ${stored.action}@${stored.schema}`,
    );
    this.action = stored.action;
    this.schema = stored.schema;
    this.unknown = unknown;
  }
}

/** The event types there are, by action, and the way from what happened to what is stored and back. */
export interface EventRegistry {
  readonly types: ReadonlyMap<string, AnyEventType>;
  /** The clear part of an event, to be stored. Throws when it is not of its type's shape: a broken invariant. */
  readonly encode: (event: AnyNewEvent) => Shape;
  /** An event as the folds read it, old shapes lifted to today's. Left: this code does not know it. */
  readonly decode: (stored: StoredEvent) => E.Either<UnknownEvent, AnyRecordedEvent>;
}

export const createRegistry = (known: readonly AnyEventType[], lift: Upcasters): EventRegistry => {
  const types = new Map(known.map(type => [type.name, type] as const));
  if (types.size !== known.length) throw new Error('two event types share one action name');
  return {
    types,
    encode: event => encode(types, event),
    decode: oncePerImmutable(stored => decode(types, lift, stored)),
  };
};

const encode = (types: EventRegistry['types'], event: AnyNewEvent): Shape => {
  const type = types.get(event.type);
  if (!type) throw new TypeError(`no event type is named ${event.type}`);
  if (!type.data.is(event.data)) throw new TypeError(`data of ${event.type} is not of its shape`);
  if (!type.sealed.is(event.sealed)) throw new TypeError(`sealed part of ${event.type} is not of its shape`);
  return { action: type.name, schema: type.schema, data: toStorableJson(event.data) };
};

const decode = (
  types: EventRegistry['types'],
  lift: Upcasters,
  stored: StoredEvent,
): E.Either<UnknownEvent, AnyRecordedEvent> => {
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
  ...reportEventTypes,
  ...installationEventTypes,
  ...integrityEventTypes,
] as const;

type PastOfEach<T> = T extends AnyEventType ? RecordedEventOf<T> : never;
/** Any event there is, read back: for readers that go over streams of every kind. */
export type AnyKnownEvent = PastOfEach<(typeof allEventTypes)[number]>;

export const eventRegistry: EventRegistry = createRegistry(allEventTypes, upcasters);

const isPastEvent = (past: AnyRecordedEvent): past is AnyKnownEvent => eventRegistry.types.has(past.type);

/** `catalogue.decode`, told apart by type. */
export const decodeKnown = (stored: StoredEvent): E.Either<UnknownEvent, AnyKnownEvent> =>
  E.filterOrElse(isPastEvent, () => new UnknownEvent(stored, 'action'))(eventRegistry.decode(stored));
