import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskObjects } from '../../../src/adapters/filesystem/disk-objects.ts';
import type { ObjectStore } from '../../../src/ports/object-store.ts';
import { clockAt } from '../../support/deps.ts';

const clock = clockAt('2026-03-16T00:00:00.000Z');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder = '';
let objects: ObjectStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qf-objects-'));
  objects = diskObjects(folder, clock);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const read = async (key: string): Promise<string> =>
  new TextDecoder().decode((await objects.get('quotes-source', key))?.body);

describe('what is in force, which is asked for again and again', () => {
  it('is read once while it is the same', async () => {
    await objects.put('quotes-source', 'quotes.csv', bytes('one'));
    const first = await objects.get('quotes-source', 'quotes.csv');
    expect(await objects.get('quotes-source', 'quotes.csv')).toBe(first);
  });

  it('is new at once after a put of the same length in the same instant', async () => {
    await objects.put('quotes-source', 'quotes.csv', bytes('one'));
    expect(await read('quotes.csv')).toBe('one');
    await objects.put('quotes-source', 'quotes.csv', bytes('two'));
    expect(await read('quotes.csv')).toBe('two');
  });

  it('is new when another process replaced it', async () => {
    await objects.put('quotes-source', 'quotes.csv', bytes('one'));
    expect(await read('quotes.csv')).toBe('one');
    const beside = join(folder, 'quotes-source', 'another.part');
    await writeFile(beside, 'two');
    await rename(beside, join(folder, 'quotes-source', 'quotes.csv'));
    expect(await read('quotes.csv')).toBe('two');
  });

  it('has the time of the last touch', async () => {
    await objects.put('quotes-source', 'manifest.json', bytes('{}'));
    await objects.get('quotes-source', 'manifest.json');
    clock.set('2026-03-16T02:00:00.000Z');
    await objects.touch('quotes-source', 'manifest.json');
    expect((await objects.get('quotes-source', 'manifest.json'))?.modified).toBe('2026-03-16T02:00:00.000Z');
  });

  it('is gone when its file is', async () => {
    await objects.put('quotes-source', 'quotes.csv', bytes('one'));
    await objects.get('quotes-source', 'quotes.csv');
    await rm(join(folder, 'quotes-source', 'quotes.csv'));
    expect(await objects.get('quotes-source', 'quotes.csv')).toBeNull();
  });
});
