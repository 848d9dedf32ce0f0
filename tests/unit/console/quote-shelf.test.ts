import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { diskObjects } from '../../../src/adapters/filesystem/disk-objects.ts';
import { quoteShelf, type ShelfWorld } from '../../../src/console/quote-cache.ts';
import type { BusinessContext } from '../../../src/workflows/business-context.ts';
import { putApplied } from '../../../src/workflows/replies/known-quotes.ts';
import { clockAt, keptLog } from '../../support/deps.ts';
import { inMemory } from '../../support/memory.ts';
import { storedEvent } from '../../support/stored-events.ts';

const NOW = '2026-03-02T03:00:00.000Z';
const business = { now: new Date(NOW), mirror: { rows: new Map(), refused: [] } } as unknown as BusinessContext;
const first = storedEvent({ quote_id: 'Q-1', action: 'QuoteReopened', data: { source: 'rep' } });
const second = storedEvent({ quote_id: 'Q-2', action: 'QuoteReopened', data: { source: 'rep' } });

let memory: ReturnType<typeof inMemory>;
let folder: string;
let reads: string[];
let world: ShelfWorld;
beforeEach(async () => {
  memory = inMemory();
  folder = mkdtempSync(join(tmpdir(), 'qf-shelf-'));
  reads = [];
  const read: typeof memory.store.read = (stream, after) => {
    reads.push(stream);
    return memory.store.read(stream, after);
  };
  const objects = diskObjects(folder, clockAt(NOW));
  world = { store: { ...memory.store, read }, objects, log: keptLog().log };
  for (const event of [first, second]) await memory.store.append(event);
  await putApplied({ objects }, new Map(['Q-1', 'Q-2'].map(key => [key, 'h'] as const)));
});
afterEach(() => {
  memory.close();
  rmSync(folder, { recursive: true });
});

it('a glance reads no quote before somebody asked for all of them, and says that it knows none', async () => {
  const glanced = await quoteShelf()(world, business, 'glance');
  expect(glanced).toMatchObject({ known: false, quotes: [] });
  expect(reads).toEqual([]);
});

it('a glance afterwards reads again only what has changed since', async () => {
  const shelf = quoteShelf();
  const all = await shelf(world, business, 'all');
  expect(all.quotes.map(({ state }) => state.version)).toEqual([1, 1]);
  await memory.store.append(
    storedEvent({ action: 'QuoteReopened', data: { source: 'rep' }, ts: '2026-03-02T03:00:01.000Z' }, second),
  );
  reads.length = 0;
  const glanced = await shelf(world, business, 'glance');
  expect(glanced.quotes.map(({ key, state }) => [key, state.version])).toEqual([
    ['Q-1', 1],
    ['Q-2', 2],
  ]);
  expect(reads).toEqual(['Q-2']);
});

it('another look at all quotes reads again only what has changed since, and what it never read', async () => {
  const shelf = quoteShelf();
  await shelf(world, business, 'all');
  await memory.store.append(
    storedEvent({ action: 'QuoteReopened', data: { source: 'rep' }, ts: '2026-03-02T03:00:01.000Z' }, second),
  );
  await putApplied(world, new Map(['Q-1', 'Q-2', 'Q-3'].map(key => [key, 'h'] as const)));
  reads.length = 0;
  const all = await shelf(world, business, 'all');
  expect(all.quotes.map(({ key, state }) => [key, state.version])).toEqual([
    ['Q-1', 1],
    ['Q-2', 2],
    ['Q-3', 0],
  ]);
  expect(reads).toEqual(['Q-2', 'Q-3']);
  reads.length = 0;
  await shelf(world, business, 'all');
  expect(reads).toEqual([]);
});

it('a contact is read once, and again only when something happened to it', async () => {
  const shelf = quoteShelf();
  const standing = async (look: 'all' | 'glance'): Promise<readonly (boolean | undefined)[]> => {
    const contacts = await (await shelf(world, business, look)).contactsOf(['a', 'b', 'a']);
    return ['a', 'b'].map(ref => contacts.get(ref)?.stopped);
  };
  expect(await standing('all')).toEqual([false, false]);
  expect(reads.filter(stream => stream.startsWith('~'))).toEqual(['~contact/a', '~contact/b']);
  await memory.store.append(
    storedEvent({
      quote_id: '~contact/b',
      action: 'ContactStopped',
      data: { day: '2026-03-02', source: 'm1' },
      ts: '2026-03-02T03:00:01.000Z',
    }),
  );
  for (const look of ['all', 'glance'] as const) {
    reads.length = 0;
    expect(await standing(look)).toEqual([false, true]);
    expect(reads).toEqual(look === 'all' ? ['~contact/b'] : []);
  }
});
