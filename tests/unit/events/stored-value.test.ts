import { describe, expect, it } from 'vitest';
import { toStorableJson } from '../../../src/events/storable-json.ts';

/** A list in a list in a list …, so many of them. */
const lists = (depth: number): unknown => {
  let value: unknown = 'inmost';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

describe('what is stored of a value', () => {
  it('is the value itself where it is JSON', () => {
    const value = { a: [1, 'two', true, false, null, { b: -0.5 }], c: {} };
    expect(toStorableJson(value)).toEqual(value);
    expect(toStorableJson(Object.assign(Object.create(null), { a: 1 }))).toEqual({ a: 1 });
  });

  it('is nested no deeper than the engines nest', () => {
    expect(toStorableJson(lists(30))).toEqual(lists(30));
    expect(() => toStorableJson(lists(31))).toThrow('nested deeper than 30 levels');
    const objects = Array.from({ length: 31 }).reduce<object>(inner => ({ inner }), {});
    expect(() => toStorableJson(objects)).toThrow('nested deeper than 30 levels');
  });

  it.each([
    ['a date', new Date(0), 'not JSON: [object Date]'],
    ['a function', () => 1, 'not JSON: [object Function]'],
    ['a large integer type', 1n, 'not JSON: [object BigInt]'],
    ['a symbol', Symbol('x'), 'not JSON: [object Symbol]'],
    ['nothing at all, in a list', [undefined], 'not JSON: [object Undefined]'],
    ['an object of a class', new (class Money {})(), 'not JSON: [object Object]'],
    ['a map', new Map(), 'not JSON: [object Map]'],
  ])('is nothing of %s: it is refused', (_, value, why) =>
    expect(() => toStorableJson({ value })).toThrow(new TypeError(why)),
  );

  it.each([9.9e125, -9.9e125, 1e-130, -1e-130, 0.1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])(
    'holds the number %d',
    value => expect(toStorableJson(value)).toBe(value),
  );

  it.each([1e126, -1e126, 9.91e125, 9.9e-131, -9.9e-131, Number.NaN, Number.POSITIVE_INFINITY])(
    'cannot hold the number %d',
    value => expect(() => toStorableJson(value)).toThrow(new RangeError(`a number no engine stores: ${value}`)),
  );
});
