import type { Log } from '../../ports/world.ts';

/** One object a line; Lambda's JSON format adds time and request. The filters of the alarms match `event`. */
export const lambdaLog: Log = (level, message, fields = {}) => {
  console[level]({ event: message, ...fields });
};

/** What Lambda tells of a call, as far as it is used. */
interface CallContext {
  readonly getRemainingTimeInMillis: () => number;
}

let ofThisCall: CallContext | null = null;

/** Milliseconds until Lambda ends the call under way. An instance takes one call at a time. */
export const leftOfCallMs = (): number => ofThisCall?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;

/** A handler whose parts may ask how much of its call is left. */
export const timedCall =
  <Event, Answer>(handler: (event: Event) => Promise<Answer>) =>
  (event: Event, context?: CallContext): Promise<Answer> => {
    ofThisCall = context ?? null;
    return handler(event);
  };
