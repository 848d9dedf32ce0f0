import { rename, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { e2eEngines } from '../support/e2e-engines.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (engine: (typeof e2eEngines)[number]['kind'] = { engine: 'sqlite' }): Promise<Running> => {
  running = await runSystem([ROW], { engine });
  return running;
};

const health = async (run: Running): Promise<{ readonly status: number; readonly html: string }> =>
  run.open(`http://127.0.0.1:${run.system.port}/healthz`);

for (const { kind } of e2eEngines) {
  test(`all is well, and asking appends nothing (${kind.engine})`, async () => {
    const run = await begin(kind);
    const { store } = run.system.runtime().engine;
    const count = async (): Promise<number> => {
      let events = 0;
      for await (const _ of store.scan()) events++;
      return events;
    };
    const before = await count();
    for (let n = 0; n < 5; n++) expect(await health(run)).toEqual({ status: 200, html: 'ok\n' });
    expect(await count()).toBe(before);
  });
}

test('a log that another process has locked is 503, with the reason', async () => {
  const run = await begin();
  const other = new DatabaseSync(join(run.folder, 'log.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  const asked = await health(run);
  other.exec('ROLLBACK');
  other.close();
  expect(asked.status).toBe(503);
  expect(asked.html).toMatch(/log\.sqlite cannot be written: database is locked/);
  expect((await health(run)).status).toBe(200);
});

test.runIf(process.platform === 'linux')('a full disk is 503, with the reason', async () => {
  const run = await begin();
  await symlink('/dev/full', join(run.folder, 'health.probe'));
  const asked = await health(run);
  expect(asked.status).toBe(503);
  expect(asked.html).toMatch(/nothing can be written in .*no space left on device/);
});

test('a log whose file is gone is 503, though the open one still takes writes', async () => {
  const run = await begin();
  const path = join(run.folder, 'log.sqlite');
  await rename(path, `${path}.away`);
  const asked = await health(run);
  await rename(`${path}.away`, path);
  expect(asked.status).toBe(503);
  expect(asked.html).toMatch(/log\.sqlite cannot be written/);
});
