import * as E from 'fp-ts/lib/Either.js';
import type { AnyEventType, AnyRecordedEvent, RecordedEventOf } from '../events/event-type.ts';

/** What a decision gives: why not, or the one event that happened; null when it is already so. */
export type Decision<Event, Refusal extends string = string> = E.Either<Refused<Refusal>, Event | null>;

/** A refusal is a value: its name is for code, its words are for the person who asked. */
export interface Refused<Name extends string = string> {
  readonly refusal: Name;
  readonly because: string;
}

export const refuse = <Name extends string>(refusal: Name, because: string): E.Either<Refused<Name>, never> =>
  E.left({ refusal, because });

export const noChange: E.Either<never, null> = E.right(null);

export const emit = <Event>(event: Event): E.Either<never, Event> => E.right(event);

/** How a stream's events become a state: what `load` and `transact` need to know of an aggregate. Pure. */
export interface Aggregate<S, P extends AnyRecordedEvent> {
  readonly initial: S;
  readonly evolve: (state: S, past: P) => S;
  /**
   * The state in a few words for an auditor's eye, never read by code. Called with the event that is about to be
   * stored, on the state before and the state after it: the event says which side of the state matters.
   */
  readonly summarize: (state: S, event: P) => string;
  /** True for the events of this aggregate's streams; any other in there is an unknown event. */
  readonly isOwn: (past: AnyRecordedEvent) => past is P;
}

type PastOfEach<T> = T extends AnyEventType ? RecordedEventOf<T> : never;

/** An aggregate over the given event types; its fold must be total over them. */
export const defineAggregate = <const T extends readonly AnyEventType[], S>(
  types: T,
  { initial, evolve, summarize: display }: Omit<Aggregate<S, PastOfEach<T[number]>>, 'isOwn'>,
): Aggregate<S, PastOfEach<T[number]>> => {
  const names = new Set<string>(types.map(({ name }) => name));
  return {
    initial,
    evolve,
    summarize: display,
    isOwn: (past): past is PastOfEach<T[number]> => names.has(past.type),
  };
};
