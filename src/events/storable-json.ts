import type { Json } from './event-type.ts';

/** DynamoDB nests 32 levels deep; the item and its `data` are two of them. */
const MAX_DEPTH = 30;
/** DynamoDB's numbers reach from 1e-130 to 9.99…e125. */
const LARGEST = 9.9e125;
const SMALLEST = 1e-130;

/**
 * A value as JSON that every engine stores and gives back unchanged, so that its hash can be computed again: fields
 * that are `undefined` are left out, -0 is 0, half a surrogate pair becomes U+FFFD; a field named `__proto__`, which no
 * plain object holds, is left out too. Throws on what is not JSON.
 */
export const toStorableJson = (value: unknown, depth = 0): Json => {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'number') return numberOf(value);
  if (value === null || typeof value === 'boolean') return value;
  if (depth >= MAX_DEPTH) throw new TypeError(`nested deeper than ${MAX_DEPTH} levels`);
  if (Array.isArray(value)) return value.map(item => toStorableJson(item, depth + 1));
  if (typeof value !== 'object' || !isPlain(value))
    throw new TypeError(`not JSON: ${Object.prototype.toString.call(value)}`);
  const fields: Record<string, Json> = {};
  for (const [name, field] of Object.entries(value)) {
    if (field !== undefined && name !== '__proto__') fields[name.toWellFormed()] = toStorableJson(field, depth + 1);
  }
  return fields;
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const numberOf = (value: number): number => {
  if (Number.isSafeInteger(value)) return value + 0;
  const size = Math.abs(value);
  if (size >= SMALLEST && size <= LARGEST) return value;
  throw new RangeError(`a number no engine stores: ${value}`);
};
