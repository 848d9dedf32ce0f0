import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { dynamoDbClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { dayStream } from '../../src/application/day-record.ts';
import { run as runCommand } from '../../src/cli/run.ts';
import { DayChecked } from '../../src/events/other-events.ts';
import type { EngineKind } from '../../src/local/engine-record.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { dynamoDbIntruder } from '../support/engines.ts';
import { paperTerminal } from '../support/paper-terminal.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const row = (number: string): string =>
  `${number},Customer ${number},buyer@${number.toLowerCase()}.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;

let run: Running | undefined;
afterEach(async () => {
  const stopping = run;
  run = undefined;
  // The alarm is what is wanted here.
  stopping?.errors.splice(0, stopping.errors.length, ...stopping.errors.filter(line => !line.startsWith('Tripwire')));
  await stopping?.stop();
});

const begin = async (engine: EngineKind): Promise<Running> => {
  run = await runSystem([row('Q-1'), row('Q-2')], { engine });
  await run.system.runtime().settled();
  return run;
};

const verified = async ({ folder }: Running, ...args: readonly string[]) => {
  const { io, out, err } = paperTerminal({}, { env: { QF_DATA: folder } });
  const code = await runCommand(['verify', ...args], io);
  return { code, out: out.flatMap(line => line.split('\n')), err };
};

const bundled = e2eEngines.filter(({ kind }) => kind.engine === 'dynamodb' && kind.url === null);

/** The tables of the running system's own engine, as whoever can reach its port holds them. */
const intruderOf = async ({ folder }: Running) => {
  const { url }: { readonly url: string } = JSON.parse(await readFile(join(folder, 'dynoxide.json'), 'utf8'));
  const client = dynamoDbClient({ endpoint: url, local: true });
  return { ...dynamoDbIntruder(client, 'qf-audit'), done: () => client.destroy() };
};

test.each(bundled)(
  'an item changed or removed while the system runs on $name is a finding of the tripwire',
  async ({ kind }) => {
    const system = await begin(kind);
    expect(await verified(system)).toMatchObject({ code: 0 });
    const { engine } = system.system.runtime();
    const [listed] = await engine.store.read('Q-1');
    const last = await engine.store.head('Q-2');
    if (!listed || !last) throw new Error('the quotes are not there');
    const intruder = await intruderOf(system);
    await intruder.write({ ...listed, after: 'lost' });
    await intruder.remove(last);
    intruder.done();
    await expect.poll(async () => (await engine.tripwire.trips()).length, { timeout: 10_000 }).toBe(2);

    const { code, out } = await verified(system);
    expect(code).toBe(1);
    expect(out).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Q-1 version 1: hash: /),
        expect.stringMatching(/^Q-1 version 1: tripwire: at .* somebody changed it, or tried to$/),
        expect.stringMatching(new RegExp(`^Q-2 version ${last.version}: tripwire: at .* somebody removed it`)),
      ]),
    );
    expect(system.errors.filter(line => line.startsWith('Tripwire'))).toHaveLength(2);
  },
);

test('what the triggers of SQLite refused while the system runs is a finding of the tripwire', async () => {
  const system = await begin({ engine: 'sqlite' });
  const db = new DatabaseSync(join(system.folder, 'log.sqlite'));
  expect(() => db.exec("UPDATE qf_audit SET after = 'x' WHERE quote_id = 'Q-1' AND version = 1")).toThrow(
    'insert only',
  );
  db.close();
  const { code, out } = await verified(system);
  expect(code).toBe(1);
  expect(out[0]).toMatch(/^Q-1 version 1: tripwire: at .* somebody changed it, or tried to$/);
});

test.each(bundled)(
  'the newest event of a quote, removed on $name, shows against the root that the day closed with',
  async ({ kind }) => {
    const system = await begin(kind);
    await system.advance(DAY);
    await system.advance(15 * MINUTE);
    await system.system.runtime().settled();
    const { engine } = system.system.runtime();
    const closing = (await engine.store.read(dayStream('2026-11-26'))).map(({ data }) => data).find(DayChecked.data.is);
    if (!closing) throw new Error('the day was not closed');
    const { root, until } = closing;
    const last = (await engine.store.read('Q-1')).findLast(({ ts }) => ts <= until);
    if (!last) throw new Error('the quote is not there');
    const asked = ['--root', root, '--day', '2026-11-26'] as const;
    expect((await verified(system, ...asked)).out).toContain('the root of 2026-11-26 holds');
    const intruder = await intruderOf(system);
    const newer = (await engine.store.read('Q-1')).filter(({ version }) => version >= last.version);
    for (const event of newer) await intruder.remove(event);
    intruder.done();
    await expect.poll(async () => (await engine.tripwire.trips()).length, { timeout: 10_000 }).toBe(newer.length);
    const { code, out } = await verified(system, ...asked);
    expect(code).toBe(1);
    expect(out).toContainEqual(expect.stringMatching(new RegExp(`^Q-1 version ${last.version}: head: .*2026-11-26`)));
    expect(out).toContainEqual(expect.stringContaining('events are missing, changed or slipped in'));
  },
);
