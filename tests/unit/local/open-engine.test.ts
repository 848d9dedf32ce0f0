import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoDbClient } from '../../../src/adapters/aws/dynamodb-client.ts';
import { CannotStart } from '../../../src/local/data-folder.ts';
import { dynoxideBinary, startDynoxide } from '../../../src/local/dynoxide.ts';
import { openEngine, openExisting } from '../../../src/local/open-engine.ts';
import { beginJourney, endJourney, journeyEngine } from '../../../src/local/time-travel.ts';
import { keptLog } from '../../support/deps.ts';
import { temporaryFolder } from '../../support/engines.ts';
import { storedEvent } from '../../support/stored-events.ts';

const { log } = keptLog();
let folder: string;
beforeEach(() => {
  folder = join(temporaryFolder(), '.qf');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const SQLITE = { engine: 'sqlite' } as const;
const BUNDLED = { engine: 'dynamodb', url: null, tables: 'qf' } as const;

describe('a data folder', () => {
  it('is made for its owner alone, also where one with wider rights was there', async () => {
    mkdirSync(folder, { mode: 0o755 });
    await (await openEngine(folder, SQLITE, log)).close();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('keeps its log from one start to the next', async () => {
    const first = await openEngine(folder, SQLITE, log);
    await first.store.append(storedEvent());
    await first.close();
    const second = await openEngine(folder, SQLITE, log);
    expect(await second.store.read('Q-1')).toEqual([storedEvent()]);
    await second.close();
  });

  it('belongs to one engine, and tells another how it is started', async () => {
    await (await openEngine(folder, SQLITE, log)).close();
    await expect(openEngine(folder, BUNDLED, log)).rejects.toThrow(/belongs to SQLite.*npm start/);
    const elsewhere = { engine: 'dynamodb', url: 'http://127.0.0.1:1', tables: 'qf' } as const;
    await expect(openEngine(folder, elsewhere, log)).rejects.toThrow(CannotStart);
  });

  it('is opened by commands on the engine it belongs to, or not at all', async () => {
    await expect(openExisting(folder, log)).rejects.toThrow(/no data in/);
    const system = await openEngine(folder, SQLITE, log);
    const command = await openExisting(folder, log);
    await system.store.append(storedEvent());
    expect(await command.store.read('Q-1')).toHaveLength(1);
    await command.close();
    await system.close();
  });

  it('is not opened on a guess when its record is damaged', async () => {
    await (await openEngine(folder, SQLITE, log)).close();
    writeFileSync(join(folder, 'engine.json'), '{');
    await expect(openEngine(folder, SQLITE, log)).rejects.toThrow(CannotStart);
  });

  it('takes no URL that is none', async () => {
    await expect(openEngine(folder, { engine: 'dynamodb', url: 'nowhere', tables: 'qf' }, log)).rejects.toThrow(
      /no URL/,
    );
  });
});

describe.skipIf(dynoxideBinary() === null)('a data folder on the bundled DynamoDB engine', () => {
  it('keeps its log, lets commands join, and ends what it started', async () => {
    const system = await openEngine(folder, BUNDLED, log);
    await system.store.append(storedEvent());
    const command = await openExisting(folder, log);
    expect(await command.store.read('Q-1')).toEqual([storedEvent()]);
    await command.close();
    expect(await system.store.head('Q-1')).toEqual(storedEvent());
    const { url } = JSON.parse(readFileSync(join(folder, 'dynoxide.json'), 'utf8'));
    await system.close();
    await expect(fetch(url)).rejects.toThrow();

    const alone = await openExisting(folder, log);
    expect(await alone.store.read('Q-1')).toEqual([storedEvent()]);
    await alone.close();
    await expect(openEngine(folder, SQLITE, log)).rejects.toThrow(/bundled DynamoDB engine.*--dynamodb/);
  });
});

describe.skipIf(dynoxideBinary() === null)('a data folder on a DynamoDB engine at a URL', () => {
  let engine: Awaited<ReturnType<typeof startDynoxide>>;
  let kind: { readonly engine: 'dynamodb'; readonly url: string; readonly tables: string };
  beforeEach(async () => {
    const binary = dynoxideBinary();
    if (!binary) throw new Error('the engine is not here');
    engine = await startDynoxide({ binary, file: join(temporaryFolder(), 'elsewhere.db') });
    kind = { engine: 'dynamodb', url: engine.url, tables: 'qf' };
  });
  afterEach(() => engine.stop());

  it('refuses a log begun from another folder, unless it gets tables of its own', async () => {
    const first = await openEngine(join(folder, 'one'), kind, log);
    await first.store.append(storedEvent());
    await first.close();
    await expect(openEngine(join(folder, 'two'), kind, log)).rejects.toThrow(/another folder.*QF_DATA.*QF_TABLES/);
    const apart = await openEngine(join(folder, 'two'), { ...kind, tables: 'second' }, log);
    expect(await apart.store.read('Q-1')).toEqual([]);
    await apart.close();
    const again = await openEngine(join(folder, 'one'), kind, log);
    expect(await again.store.read('Q-1')).toHaveLength(1);
    await again.close();
  });

  it('goes on a journey in tables beside the real ones, and leaves none behind', async () => {
    const real = await openEngine(folder, kind, log);
    await real.store.append(storedEvent());
    await beginJourney(folder, kind);
    const ahead = await openEngine(join(folder, 'journey'), await journeyEngine(kind), log);
    expect(await ahead.store.read('Q-1')).toEqual([storedEvent()]);
    await ahead.store.append(storedEvent({ quote_id: 'Q-2' }));
    await ahead.close();
    expect(await real.store.read('Q-2')).toEqual([]);
    await endJourney(folder, kind);
    expect(await real.store.read('Q-1')).toHaveLength(1);
    const client = dynamoDbClient({ endpoint: kind.url, local: true });
    const { TableNames = [] } = await client.send(new ListTablesCommand({}));
    client.destroy();
    expect(TableNames.filter(name => name.includes('journey'))).toEqual([]);
    expect(TableNames).toContain('qf-audit');
    await real.close();
  });
});
