import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN, type Running, runSystem } from '../support/running-system.ts';
import { openConsole } from '../unit/console/open-console.ts';

const SECOND = 1000;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const configEvents = async (run: Running): Promise<readonly string[]> =>
  (await run.events('~system')).map(({ action }) => action).filter(action => action.startsWith('Config'));

describe('the config that is in force, and the one that is not', () => {
  test('is recorded once, however often it is read', async () => {
    running = await runSystem([]);
    await running.advance(20 * 60 * SECOND);
    await running.restart();
    expect(await configEvents(running)).toEqual(['ConfigAccepted']);
  });

  test('a config with a fault is recorded, shown on Rules and mailed; mended, it is in force', async () => {
    running = await runSystem([]);
    const path = join(running.folder, 'config.json');
    const good = await readFile(path, 'utf8');
    await writeFile(path, good.replace('"SGD"', '"Dollars"'));
    await running.advance(SECOND);
    await running.advance(15 * 60 * SECOND);
    expect(await configEvents(running)).toEqual(['ConfigAccepted', 'ConfigRefused']);
    const shown = await (await openConsole(running)).get('/rules');
    expect(shown.html).toContain('is not an ISO 4217 currency');
    expect(
      (await running.outbox()).filter(({ kind, to }) => kind === 'config-refused' && to.includes(ADMIN)),
    ).toHaveLength(1);
    await writeFile(path, `${good}\n`);
    await running.advance(SECOND);
    expect((await configEvents(running)).at(-1)).toBe('ConfigAccepted');
    expect((await (await openConsole(running)).get('/rules')).html).not.toContain('is not an ISO 4217 currency');
  });
});
