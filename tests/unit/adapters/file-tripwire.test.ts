import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileTripwire } from '../../../src/adapters/filesystem/file-tripwire.ts';
import type { Trip } from '../../../src/ports/tripwire.ts';
import { temporaryFolder } from '../../support/engines.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('keeps what it is told of, over restarts, and passes over a line that a crash cut off', async () => {
  const trip: Trip = { kind: 'REMOVE', stream: 'Q-1', version: 2, at: '2026-03-02T01:00:00.000Z' };
  expect(await fileTripwire(folder).trips()).toEqual([]);
  await fileTripwire(folder).note(trip);
  appendFileSync(join(folder, 'tripwire.jsonl'), '{"kind":"MOD');
  expect(await fileTripwire(folder).trips()).toEqual([trip]);
});
