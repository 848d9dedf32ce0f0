import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskObjects } from '../../../src/adapters/filesystem/disk-objects.ts';
import { DayChecked } from '../../../src/events/report-events.ts';
import type { BusinessContext } from '../../../src/workflows/business-context.ts';
import { dayStream, keepRoot, recordDay, rootKey } from '../../../src/workflows/daily-check/day-record.ts';
import { depsOver } from '../../support/deps.ts';
import { inMemory } from '../../support/memory.ts';

const DAY = '2026-03-02';
const business = {
  today: DAY,
  versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
} as BusinessContext;

const folder = mkdtempSync(join(tmpdir(), 'qf-roots-'));
let engine: ReturnType<typeof inMemory>;
beforeEach(() => {
  engine = inMemory();
});
afterEach(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = () => {
  const deps = depsOver(engine);
  return { ...deps, objects: diskObjects(folder, deps.clock) };
};
const rootInLog = async (): Promise<unknown> => {
  const [closing] = await engine.store.read(dayStream(DAY));
  return DayChecked.data.is(closing?.data) ? closing.data.root : null;
};
const rootKept = async (): Promise<unknown> => {
  const stored = await opened().objects.get('raw-mime', rootKey(DAY));
  return stored && JSON.parse(Buffer.from(stored.body).toString()).root;
};

test('a day’s root is kept outside the log too', async () => {
  await recordDay(opened(), business, new Map([['Q-1', 'first_nudge']]));
  expect(await rootKept()).toMatch(/^[0-9a-f]{64}$/);
  expect(await rootKept()).toBe(await rootInLog());
});

test('a root that was cut off on its way out follows with the next run', async () => {
  const deps = opened();
  const cutOff = {
    ...deps.objects,
    putOnce: () => Promise.reject(new Error('cut off')),
  };
  await expect(recordDay({ ...deps, objects: cutOff }, business, new Map())).rejects.toThrow('cut off');
  expect(await rootKept()).toBeNull();
  await keepRoot(deps, DAY);
  expect(await rootKept()).toBe(await rootInLog());
});

test('a root that is kept is never replaced, whatever the log says later', async () => {
  const deps = opened();
  await deps.objects.putOnce('raw-mime', rootKey(DAY), Buffer.from('{"root":"the first"}'));
  await recordDay(deps, business, new Map());
  expect(await rootKept()).toBe('the first');
});

test('a day that nobody closed has no root', async () => {
  await keepRoot(opened(), DAY);
  expect(await rootKept()).toBeNull();
});
