import * as t from 'io-ts';

/** Fields of an event that hold no personal data; hashed, shown and folded in clear. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The definition of one action: its name, the shape of its clear data and of its sealed (personal) data,
 * and the schema number that new events are written with. Names and shapes are stored for ever.
 */
export interface EventType<N extends string, D extends t.Mixed, S extends t.Mixed> {
  readonly name: N;
  readonly schema: number;
  readonly data: D;
  /** What is encrypted under the contact's key. `t.null` when the event holds nothing personal. */
  readonly sealed: S;
}

// biome-ignore lint/suspicious/noExplicitAny: any event type, whatever it carries
export type AnyEventType = EventType<any, any, any>;

/** An event as the decisions make it and as the folds read it; `sealed` is only there before it is stored. */
export interface NewEvent<N extends string, D, S> {
  readonly type: N;
  readonly data: D;
  readonly sealed: S;
}

/** Who acts: a person's address, or the part of the system that acted. */
export type Actor = { readonly user: string } | { readonly system: string };

/** An event read back: personal data stays closed unless a reader asks for it. */
export interface RecordedEvent<N extends string, D> {
  readonly type: N;
  readonly data: D;
  readonly version: number;
  /** UTC instant, ISO with milliseconds. */
  readonly ts: string;
  readonly by: Actor;
}

export type AnyNewEvent = NewEvent<string, unknown, unknown>;
export type AnyRecordedEvent = RecordedEvent<string, unknown>;

export type NewEventOf<T> =
  T extends EventType<infer N, infer D, infer S> ? NewEvent<N, t.TypeOf<D>, t.TypeOf<S>> : never;
export type RecordedEventOf<T> = T extends EventType<infer N, infer D, t.Mixed> ? RecordedEvent<N, t.TypeOf<D>> : never;

export function defineEvent<N extends string, D extends t.Mixed>(name: N, data: D): EventType<N, D, t.NullC>;
export function defineEvent<N extends string, D extends t.Mixed, S extends t.Mixed>(
  name: N,
  data: D,
  sealed: S,
  schema?: number,
): EventType<N, D, S>;
export function defineEvent(name: string, data: t.Mixed, sealed: t.Mixed = t.null, schema = 1): AnyEventType {
  return { name, schema, data, sealed };
}

/** Says that something happened. The types of data and sealed are those of the event's definition. */
export const newEvent = <N extends string, D extends t.Mixed, S extends t.Mixed>(
  type: EventType<N, D, S>,
  data: t.TypeOf<D>,
  sealed: t.TypeOf<S>,
): NewEvent<N, t.TypeOf<D>, t.TypeOf<S>> => ({ type: type.name, data, sealed });

export const nullable = <C extends t.Mixed>(codec: C): t.UnionC<[C, t.NullC]> => t.union([codec, t.null]);
