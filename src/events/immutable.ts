/**
 * Objects that can never change again, because a port that keeps events in memory froze them to their last part. What
 * follows from such an object alone is worked out once. Ports that read from a disk or over a network give new objects
 * with each reading, and what those hold is worked out anew: it may have been changed behind the log's back.
 */
const frozenWhole = new WeakSet<object>();

/** Freezes the value to its last part, and vouches that it is. */
export const immutable = <T extends object>(value: T): T => {
  if (frozenWhole.has(value)) return value;
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) immutable(part);
  Object.freeze(value);
  frozenWhole.add(value);
  return value;
};

/** The same function; of an immutable object it gives what it gave before. For pure functions only. */
export const oncePerImmutable = <O extends object, R>(work: (of: O) => R): ((of: O) => R) => {
  const known = new WeakMap<O, { readonly result: R }>();
  return of => {
    if (!frozenWhole.has(of)) return work(of);
    const before = known.get(of);
    if (before) return before.result;
    const result = work(of);
    known.set(of, { result });
    return result;
  };
};
