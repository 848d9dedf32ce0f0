import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { dynamoDbClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { run as runCommand } from '../../src/cli/run.ts';
import { DayChecked } from '../../src/events/report-events.ts';
import { dynoxideBinary, startDynoxide } from '../../src/local/dynoxide.ts';
import type { EngineKind } from '../../src/local/engine.ts';
import { dayStream } from '../../src/workflows/daily-check/day-record.ts';
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
  // The alarms are what is wanted here.
  stopping?.errors.splice(
    0,
    stopping.errors.length,
    ...stopping.errors.filter(line => !/^(Tripwire|LogFault)/.test(line)),
  );
  await stopping?.stop();
});

const begin = async (engine: EngineKind): Promise<Running> => {
  run = await runSystem([row('Q-1'), row('Q-2')], { engine });
  await run.system.runtime().settled();
  return run;
};

const qf = async ({ folder }: Running, ...args: readonly string[]) => {
  const { io, out, err } = paperTerminal({}, { env: { QF_DATA: folder } });
  const code = await runCommand(args, io);
  return { code, out: out.flatMap(line => line.split('\n')), err };
};

const verified = (system: Running, ...args: readonly string[]) => qf(system, 'verify', ...args);

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

/** What an auditor asks by command line. */
const asked = (system: Running) =>
  Promise.all([
    qf(system, 'trail', 'Q-1'),
    qf(system, 'trail', '--since', '2026-11-25', '--action', 'QuoteListed', '--format', 'jsonl'),
    qf(system, 'as-of', 'Q-1', '2026-11-26', '--json'),
    qf(system, 'verify'),
    qf(system, 'verify', '--resume', 'Q-1/1'),
  ]);

test.each(bundled)(
  'a folder of $name answers the same whether its system runs or not, and what is changed while it is off is found',
  async ({ kind }) => {
    const system = await begin(kind);
    const running = await asked(system);
    expect(running.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const [listed] = await system.system.runtime().engine.store.read('Q-1');
    if (!listed) throw new Error('the quote is not there');
    await system.system.close();
    expect(await asked(system)).toEqual(running);

    const binary = dynoxideBinary();
    if (binary === null) throw new Error('there is no bundled engine');
    const alone = await startDynoxide({ binary, file: join(system.folder, 'dynoxide.db') });
    const client = dynamoDbClient({ endpoint: alone.url, local: true });
    await dynamoDbIntruder(client, 'qf-audit').write({ ...listed, after: 'lost' });
    const row = (await client.send(new ScanCommand({ TableName: 'qf-approvals' }))).Items?.[0];
    await client.send(new PutItemCommand({ TableName: 'qf-approvals', Item: { ...row, decided: { S: 'x' } } }));
    client.destroy();
    await alone.stop();
    const { code, out } = await verified(system);
    expect(code).toBe(1);
    expect(out[0]).toMatch(/^Q-1 version 1: hash: /);
    expect(out[1]).toMatch(/row altered: qf-approvals/);
    // The next start reads what the stream of the table kept of it.
    await system.restart();
    await expect
      .poll(async () => (await verified(system)).out, { timeout: 10_000 })
      .toContainEqual(expect.stringMatching(/^Q-1 version 1: tripwire: at .* somebody changed it, or tried to$/));
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
