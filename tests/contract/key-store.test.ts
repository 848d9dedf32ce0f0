import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeyStore } from '../../src/ports/key-store.ts';
import { enginesAndMemory, type Ports } from '../support/engines.ts';

const filled = (byte: number) => new Uint8Array(32).fill(byte);
const AT = '2026-03-02T01:00:00.000Z';

describe.each(enginesAndMemory)('the keys on $name', ({ fresh }) => {
  let instance: Ports;
  let keys: KeyStore;
  beforeEach(async () => {
    instance = await fresh();
    keys = instance.keys;
  });
  afterEach(() => instance.close());

  it('makes a key on first use and gives the same one ever after', async () => {
    expect(await keys.get('r1')).toBe('absent');
    expect(await keys.obtain('r1', () => filled(1))).toEqual({ key: filled(1) });
    expect(await keys.obtain('r1', () => filled(2))).toEqual({ key: filled(1) });
    expect(await keys.get('r1')).toEqual({ key: filled(1) });
    expect(await keys.get('r2')).toBe('absent');
  });

  it('gives all racers of a first use one key', async () => {
    const racers = await Promise.all(Array.from({ length: 10 }, (_, i) => keys.obtain('r1', () => filled(i))));
    expect(new Set(racers.map(state => JSON.stringify(state))).size).toBe(1);
    expect(await keys.get('r1')).toEqual(racers[0]);
  });

  it('never makes a destroyed key again', async () => {
    await keys.obtain('r1', () => filled(1));
    await keys.destroy('r1', AT);
    expect(await keys.get('r1')).toBe('destroyed');
    expect(await keys.obtain('r1', () => filled(2))).toBe('destroyed');
  });

  it('destroys what was never made, so that it never will be, and does so again without complaint', async () => {
    await keys.destroy('r1', AT);
    await keys.destroy('r1', AT);
    expect(await keys.obtain('r1', () => filled(1))).toBe('destroyed');
  });
});
