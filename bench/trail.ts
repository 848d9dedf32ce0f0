import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { diskObjects } from '../src/adapters/filesystem/disk-objects.ts';
import { AUDIT_COLUMNS, toValues } from '../src/adapters/sqlite/audit-row.ts';
import { consolePages } from '../src/console/console.ts';
import type { ConsoleContext } from '../src/console/request.ts';
import type { StoredEvent } from '../src/events/stored-event.ts';
import { inParallel } from '../src/kernel/in-parallel.ts';
import { dynoxideBinary } from '../src/local/dynoxide.ts';
import { type EngineKind, TABLES } from '../src/local/engine.ts';
import { openEngine, openExisting } from '../src/local/open-engine.ts';
import { MIRROR } from '../src/workflows/business-context.ts';
import type { Dependencies } from '../src/workflows/dependencies.ts';
import { putApplied } from '../src/workflows/replies/known-quotes.ts';
import { importLog } from './import-log.ts';
import { LONG_LOG_EVENTS, type LongLog, longLog } from './long-log.ts';
import { measuring, median, ms, printResults, type Result } from './result.ts';
import { BUSINESS, REF_KEY } from './timer-day.ts';

const SQLITE: EngineKind = { engine: 'sqlite' };
const DYNOXIDE: EngineKind = { engine: 'dynamodb', url: null, tables: TABLES };

/** A data folder of that engine with the whole log in it. */
const fillFolder = async (folder: string, kind: EngineKind, log: LongLog): Promise<void> => {
  mkdirSync(folder, { recursive: true });
  if (kind.engine === 'dynamodb') await importLog(dynoxideBinary() ?? '', folder, 'dynoxide.db', log.streams);
  const engine = await openEngine(folder, kind, () => {});
  if (kind.engine === 'sqlite') insertLog(join(folder, 'log.sqlite'), log.streams);
  await inParallel([...log.keys], 32, ({ ref, key }) => engine.keys.obtain(ref, () => key));
  await engine.close();
};

const insertLog = (file: string, streams: Iterable<readonly StoredEvent[]>): void => {
  const db = new DatabaseSync(file);
  db.exec('PRAGMA synchronous = OFF; BEGIN');
  const insert = db.prepare(
    `INSERT INTO qf_audit (${AUDIT_COLUMNS.join(', ')}) VALUES (${AUDIT_COLUMNS.map(() => '?').join(', ')})`,
  );
  for (const events of streams) for (const event of events) insert.run(...toValues(event));
  db.exec('COMMIT');
  db.close();
};

const GOAL_MS = 1_000;
const REPEATS = 5;

const PAGES: readonly (readonly [what: string, path: string, query: string])[] = [
  ['the newest page', '/trail', ''],
  ['by person', '/trail', 'person=priya'],
  ['by an action that is rare', '/trail', 'action=ContactStopped'],
  ['by customer', '/trail', 'customer=lumiere'],
  ['by two days', '/trail', 'since=2026-06-01&until=2026-06-02'],
  ['why nothing left on a day', '/trail/days/2028-10-02', ''],
  ['one quote', '/quotes/Q-149000', ''],
];

/** First pages of the trail by a console that has just started, and of `qf trail`, in a log of a million events. */
export const benchTrail = async (): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const kind of dynoxideBinary() === null ? [SQLITE] : [SQLITE, DYNOXIDE]) {
    const folder = mkdtempSync(join(tmpdir(), 'qf-bench-'));
    try {
      measuring(`the trail on ${kind.engine} (storing ${LONG_LOG_EVENTS.toLocaleString('en')} events takes minutes)`);
      await fillFolder(folder, kind, await longLog());
      for (const [what, path, query] of PAGES)
        results.push(told(`${kind.engine}: ${what}`, await page(folder, path, query)));
      results.push(told(`${kind.engine}: qf trail of a day`, await command(folder)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return results;
};

const told = (what: string, took: number): Result => ({
  what,
  ours: ms(took),
  beside: '',
  ratio: '',
  goal: `≤ ${GOAL_MS} ms`,
  reached: took <= GOAL_MS,
});

/** Each time by a console without a memory. */
const page = async (folder: string, path: string, query: string): Promise<number> => {
  const { world, close } = await worldOf(folder);
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const context = {
      takingIn: () => null,
      runtime: () => ({ world: { ...world, store: { ...world.store } } }),
      moved: () => false,
      relay: null,
    };
    const pages = consolePages({ ...context, realNow: () => new Date() } as unknown as ConsoleContext);
    const start = performance.now();
    const { status } = await pages({
      method: 'GET',
      path,
      query: new URLSearchParams(query),
      form: {},
      body: new Uint8Array(),
      contentType: '',
    });
    times.push(performance.now() - start);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  }
  await close();
  return median(times);
};

const worldOf = async (
  folder: string,
): Promise<{ readonly world: Dependencies; readonly close: () => Promise<void> }> => {
  const { today, sheet, quotes } = await longLog();
  const engine = await openExisting(folder, () => {});
  const clock = { now: () => new Date(`${today}T03:00:00.000Z`) };
  const objects = diskObjects(join(folder, 'objects'), clock);
  await objects.put('quotes-source', MIRROR.quotes, Buffer.from(sheet));
  await objects.put('quotes-source', MIRROR.manifest, Buffer.from('{}'));
  await putApplied({ objects }, new Map(quotes.map(quote => [quote, 'bench'] as const)));
  const world = {
    ...engine,
    objects,
    clock,
    secrets: { refKey: async () => REF_KEY },
    configSource: { read: async () => ({ config: BUSINESS, version: 'bench' }) },
    installation: { codeVersion: 'bench' },
    log: () => {},
  };
  return { world: world as unknown as Dependencies, close: engine.close };
};

/** Node's start included. */
const command = async (folder: string): Promise<number> => {
  const times: number[] = [];
  const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
  for (let i = 0; i < REPEATS; i++) {
    const start = performance.now();
    const done = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', main, 'trail', '--since', '2026-06-01', '--until', '2026-06-01'],
      { env: { ...process.env, QF_DATA: folder }, encoding: 'utf8' },
    );
    times.push(performance.now() - start);
    if (done.status !== 0) throw new Error(done.stderr);
  }
  return median(times);
};

if (import.meta.main) printResults(await benchTrail());
