import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoDbClient } from '../../../src/adapters/aws/dynamodb-client.ts';
import { dynamoDbEventStore } from '../../../src/adapters/aws/dynamodb-event-store.ts';
import { createTables } from '../../../src/adapters/aws/tables.ts';
import { type Dynoxide, dynoxideBinary, isAnswering, startDynoxide } from '../../../src/local/dynoxide.ts';
import { temporaryFolder } from '../../support/engines.ts';
import { storedStream } from '../../support/stored-events.ts';

const binary = dynoxideBinary() ?? '';

/** Resolves when `holds` does; the test's own time limit ends it otherwise. */
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise(resolve => setTimeout(resolve, 10));
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe.skipIf(binary === '')('the bundled engine', () => {
  let folder: string;
  let engine: Dynoxide | undefined;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await engine?.stop();
    engine = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes back after a crash, at the same URL, with all that was stored, and a write meanwhile goes through', async () => {
    const crashes: string[] = [];
    engine = await startDynoxide({ binary, file: join(folder, 'd.db'), onCrash: how => crashes.push(how) });
    const client = dynamoDbClient({ endpoint: engine.url, local: true });
    await createTables(client, 'qf');
    const store = dynamoDbEventStore(client, { prefix: 'qf' });
    const [one, two] = storedStream('Q-1', 2);
    if (!one || !two) throw new Error('no events');
    await store.append(one);
    const killed = engine.pid();
    if (killed === undefined) throw new Error('no engine');
    process.kill(killed, 'SIGKILL');
    await until(() => crashes.length > 0);
    await until(() => isAnswering(String(engine?.url)));
    expect(await store.append(two)).toBe('appended');
    expect(await store.read('Q-1')).toEqual([one, two]);
    expect(engine.pid()).not.toBe(killed);
    client.destroy();
  });

  it('ends when it is told to', async () => {
    const stopped = await startDynoxide({ binary, file: join(folder, 'd.db') });
    const pid = stopped.pid();
    await stopped.stop();
    expect(await isAnswering(stopped.url)).toBe(false);
    expect(pid !== undefined && isAlive(pid)).toBe(false);
  });

  it('ends with the process that started it, even when that is killed outright', async () => {
    const script = `
      const { startDynoxide } = await import(${JSON.stringify(new URL('../../../src/local/dynoxide.ts', import.meta.url).href)});
      const engine = await startDynoxide(${JSON.stringify({ binary, file: join(folder, 'd.db') })});
      console.log(engine.pid());
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      script,
    ]);
    const pid = await new Promise<number>(resolve => parent.stdout.once('data', line => resolve(Number(line))));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid));
  });
});
