import { describe, expect, test } from 'vitest';
import type { Bound, Tier } from '../../../src/cadence/policy.ts';
import { tierFor } from '../../../src/cadence/tiers.ts';
import { relationOf } from '../../../src/rules-doc/interval.ts';

const tier = (name: string, bound: Bound): Tier => ({ name, bound, nudgeDays: [3], lastCallDays: null });
const over = (value: number): Bound => ({ min: { value, inclusive: false } });
const atLeast = (value: number): Bound => ({ min: { value, inclusive: true } });
const under = (value: number): Bound => ({ max: { value, inclusive: false } });
const upTo = (value: number): Bound => ({ max: { value, inclusive: true } });
const between = (low: number, high: number): Bound => ({ ...atLeast(low), ...upTo(high) });

describe('the tier of an amount', () => {
  const policy = {
    currency: 'SGD',
    tiers: [
      tier('standard', {}),
      tier('big', over(5000)),
      tier('biggest', over(20_000)),
      tier('window', between(6000, 7000)),
      tier('small', under(500)),
      tier('tiny', upTo(19.99)),
    ] as const,
  };
  const nameFor = (major: number, currency = 'SGD') =>
    tierFor({ minor: Math.round(major * 100), currency }, policy).name;

  test.each([
    [5000, 'standard'],
    [5000.01, 'big'],
    [20_000, 'big'],
    [20_000.01, 'biggest'],
    [5999.99, 'big'],
    [6000, 'window'],
    [7000, 'window'],
    [7000.01, 'big'],
    [500, 'standard'],
    [499.99, 'small'],
    [20, 'small'],
    [19.99, 'tiny'],
  ])('%d is %s: the narrowest interval that holds it', (major, name) => {
    expect(nameFor(major)).toBe(name);
  });

  test('in whatever order the tiers stand', () => {
    const [standard, ...others] = policy.tiers;
    const reversed = { ...policy, tiers: [standard, ...others.toReversed()] as const };
    expect(tierFor({ minor: 2_500_000, currency: 'SGD' }, reversed).name).toBe('biggest');
    expect(tierFor({ minor: 1000, currency: 'SGD' }, reversed).name).toBe('tiny');
  });

  test('a second tier without a bound is nobody’s', () => {
    const twice = { ...policy, tiers: [...policy.tiers, tier('second', {})] as const };
    expect(tierFor({ minor: 100_000, currency: 'SGD' }, twice).name).toBe('standard');
  });

  test('another currency is standard, whatever the number', () => {
    expect(nameFor(50_000, 'USD')).toBe('standard');
    expect(tierFor({ minor: 50_000, currency: 'JPY' }, policy).name).toBe('standard');
  });
});

describe('two intervals', () => {
  test.each([
    [over(500), under(500), 'apart'],
    [atLeast(500), under(500), 'apart'],
    [atLeast(500), upTo(500), 'overlapping'],
    [over(500), over(500), 'equal'],
    [over(500), atLeast(500), 'inside'],
    [over(20_000), over(5000), 'inside'],
    [over(5000), over(20_000), 'around'],
    [between(1, 5), between(4, 8), 'overlapping'],
    [between(1, 5), between(1, 8), 'inside'],
    [over(5), under(8), 'overlapping'],
    [{}, over(5), 'around'],
  ] as const)('%j lies to %j: %s', (a, b, relation) => {
    expect(relationOf(a, b)).toBe(relation);
  });
});
