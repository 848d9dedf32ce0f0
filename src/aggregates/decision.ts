import * as E from 'fp-ts/lib/Either.js';

/** What a decision gives: why not, or the one event that happened; null when it is already so. */
export type Decision<Event, Refusal extends string = string> = E.Either<Refused<Refusal>, Event | null>;

/** A refusal is a value: its name is for code, its words are for the person who asked. */
export interface Refused<Name extends string = string> {
  readonly refusal: Name;
  readonly because: string;
}

export const refuse = <Name extends string>(refusal: Name, because: string): E.Either<Refused<Name>, never> =>
  E.left({ refusal, because });

export const alreadySo: E.Either<never, null> = E.right(null);

export const accept = <Event>(event: Event): E.Either<never, Event> => E.right(event);
