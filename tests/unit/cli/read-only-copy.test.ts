import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openEngine } from '../../../src/local/open-engine.ts';
import { keptLog } from '../../support/deps.ts';
import { temporaryFolder } from '../../support/engines.ts';
import { storedEvent } from '../../support/stored-events.ts';

const { log } = keptLog();
const MAIN = join(import.meta.dirname, '../../../src/cli/main.ts');
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

let folder: string;
let copy: string;
beforeEach(async () => {
  folder = temporaryFolder();
  copy = `${folder}-copy`;
  const engine = await openEngine(folder, { engine: 'sqlite' }, log);
  await engine.store.append(storedEvent({ quote_id: 'Q-1042', action: 'QuoteReopened', data: { source: 'rep' } }));
  await engine.close();
});
afterEach(() => {
  for (const path of [folder, copy]) {
    setModes(path, 0o755, 0o644);
    rmSync(path, { recursive: true, force: true });
  }
});

const setModes = (path: string, ofFolder: number, ofFile: number): void => {
  chmodSync(path, ofFolder);
  for (const name of readdirSync(path)) {
    const below = join(path, name);
    if (statSync(below).isDirectory()) setModes(below, ofFolder, ofFile);
    else chmodSync(below, ofFile);
  }
};

const copied = (): void => {
  cpSync(folder, copy, { recursive: true });
  setModes(copy, 0o555, 0o444);
};

/** A command on the copy, by somebody who may read it and nothing else: root may write anything. */
const qf = (...args: readonly string[]): { readonly code: number | null; readonly said: string } => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', MAIN, ...args],
    {
      env: { ...process.env, QF_DATA: copy },
      encoding: 'utf8',
      ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
    },
  );
  return { code: status, said: `${stdout}${stderr}` };
};

test.skipIf(process.platform === 'win32')('a read-only copy is verified as it lies there', () => {
  copied();
  expect(qf('verify')).toEqual({ code: 0, said: expect.stringContaining('1 event') });
  expect(qf('trail', 'Q-1042')).toEqual({ code: 0, said: expect.stringContaining('QuoteReopened') });
});

test.skipIf(process.platform === 'win32')(
  'an engine that cannot read without writing says in one sentence what to do',
  () => {
    writeFileSync(join(folder, 'engine.json'), JSON.stringify({ engine: 'dynamodb', url: null }));
    copied();
    const { code, said } = qf('verify');
    expect(code).toBe(2);
    expect(said).toBe(
      `${copy} cannot be written, and this cannot be done without: copy the whole folder to where it can be, and set QF_DATA to the copy\n`,
    );
  },
);

test.skipIf(process.platform === 'win32')(
  'events that lie in the write-ahead log of a read-only copy are never left out',
  () => {
    const running = new DatabaseSync(join(folder, 'log.sqlite'));
    running.exec("PRAGMA wal_autocheckpoint = 0; UPDATE qf_feed SET seq = seq; INSERT INTO qf_feed VALUES ('x', 1, 0)");
    copied();
    running.close();
    rmSync(join(copy, 'log.sqlite-shm'), { force: true });
    const { code, said } = qf('verify');
    expect(code).toBe(2);
    expect(said).toMatch(/^.* cannot be written, .* set QF_DATA to the copy\n$/);
  },
);
