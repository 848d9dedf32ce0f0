import type { AnyEventType, AnyPast, PastOf } from './define-event.ts';

/** How a stream's events become a state: what `load` and `transact` need to know of an aggregate. Pure. */
export interface Aggregate<S, P extends AnyPast> {
  readonly initial: S;
  readonly evolve: (state: S, past: P) => S;
  /**
   * The state in a few words for an auditor's eye, never read by code. Called with the event that is about to be
   * stored, on the state before and the state after it: the event says which side of the state matters.
   */
  readonly display: (state: S, event: P) => string;
  /** True for the events of this aggregate's streams; any other in there is an unknown event. */
  readonly isOwn: (past: AnyPast) => past is P;
}

type PastOfEach<T> = T extends AnyEventType ? PastOf<T> : never;

/** An aggregate over the given event types; its fold must be total over them. */
export const defineAggregate = <const T extends readonly AnyEventType[], S>(
  types: T,
  { initial, evolve, display }: Omit<Aggregate<S, PastOfEach<T[number]>>, 'isOwn'>,
): Aggregate<S, PastOfEach<T[number]>> => {
  const names = new Set<string>(types.map(({ name }) => name));
  return {
    initial,
    evolve,
    display,
    isOwn: (past): past is PastOfEach<T[number]> => names.has(past.type),
  };
};
