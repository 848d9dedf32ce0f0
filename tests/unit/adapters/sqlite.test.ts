import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteChangeFeed } from '../../../src/adapters/sqlite/change-feed.ts';
import { sqliteEventStore } from '../../../src/adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../../../src/adapters/sqlite/key-store.ts';
import { type Database, openDatabase } from '../../../src/adapters/sqlite/open-database.ts';
import { StoreFull } from '../../../src/event-store/errors.ts';
import type { Change } from '../../../src/ports/change-feed.ts';
import { temporaryFolder } from '../../support/engines.ts';
import { storedEvent, storedStream } from '../../support/stored-events.ts';

let folder: string;
let path: string;
let database: Database;
beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'log.sqlite');
  database = openDatabase(path);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Another program with the file open, as an intruder or an auditor would have it. */
const withOther = <T>(use: (db: DatabaseSync) => T): T => {
  const other = new DatabaseSync(path);
  try {
    return use(other);
  } finally {
    other.close();
  }
};

const changesOf = async (consumer: string): Promise<Change[]> => {
  const feed = sqliteChangeFeed(database);
  const seen: Change[] = [];
  const stop = new AbortController();
  const handler = async (changes: readonly Change[]) => {
    seen.push(...changes);
    return { failed: null };
  };
  const running = feed.run({ consumer, handler, onParked: async () => {}, signal: stop.signal });
  await feed.drained(consumer);
  stop.abort();
  await running;
  return seen;
};

describe('the log file', () => {
  it.each([
    ['changes', "UPDATE qf_audit SET action = 'Forged'"],
    ['removes', 'DELETE FROM qf_audit'],
  ])('refuses a statement that %s events', async (_, statement) => {
    const store = sqliteEventStore(database);
    const event = storedEvent();
    await store.append(event);
    expect(() => withOther(db => db.exec(statement))).toThrow('insert only');
    expect(await store.read('Q-1')).toEqual([event]);
  });

  it('leaves a stored event as it is under INSERT OR REPLACE', async () => {
    const store = sqliteEventStore(database);
    const event = storedEvent();
    await store.append(event);
    withOther(db => {
      const columns =
        'quote_id, version, ts, day, action, schema, before, after, data, event_id, correlation_id, prev_hash, hash';
      const values = "'Q-1', 1, '', '', 'Forged', 1, '', '', '{}', '', '', '', ''";
      db.exec(`INSERT OR REPLACE INTO qf_audit (${columns}) VALUES (${values})`);
      db.exec(`INSERT OR REPLACE INTO qf_audit (seq, ${columns}) VALUES (1, ${values})`);
      db.exec(`INSERT OR REPLACE INTO qf_audit (seq, ${columns}) VALUES (1, ${values.replace('Q-1', 'Q-2')})`);
    });
    expect(await store.read('Q-1')).toEqual([event]);
  });

  it('tells the feed that somebody tried', async () => {
    await sqliteEventStore(database).append(storedEvent());
    for (const statement of ["UPDATE qf_audit SET action = 'Forged'", 'DELETE FROM qf_audit']) {
      expect(() => withOther(db => db.exec(statement))).toThrow();
    }
    const seen = await changesOf('tripwire');
    expect(seen.map(({ kind, stream, version }) => `${kind} ${stream}/${version}`).toSorted()).toEqual([
      'INSERT Q-1/1',
      'MODIFY Q-1/1',
      'REMOVE Q-1/1',
    ]);
    expect(await changesOf('tripwire')).toEqual([]);
  });

  it('is read and appended to by a second process while the first has it open', async () => {
    const second = openDatabase(path);
    const [one, two] = storedStream('Q-1', 2);
    if (!one || !two) throw new Error('no events');
    await sqliteEventStore(database).append(one);
    expect(await sqliteEventStore(second).read('Q-1')).toEqual([one]);
    await sqliteEventStore(second).append(two);
    second.close();
    expect((await changesOf('projector')).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('commits the appends of one moment together, and a bad one takes none with it', async () => {
    const store = sqliteEventStore(database);
    const good = ['Q-1', 'Q-2', 'Q-3'].map(quote_id => storedEvent({ quote_id }));
    const bad = { ...storedEvent({ quote_id: 'Q-9' }), version: Number.NaN };
    const results = await Promise.allSettled([...good, bad].map(event => store.append(event)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect((await changesOf('projector')).map(({ stream }) => stream)).toEqual(['Q-1', 'Q-2', 'Q-3']);
  });

  it('says that the disk is full, loses nothing, and goes on when there is room again', async () => {
    const store = sqliteEventStore(database);
    const events = storedStream('Q-1', 40, { data: { text: 'x'.repeat(20_000) } });
    const pages = Number(database.db.prepare('PRAGMA page_count').get()?.page_count);
    database.db.exec(`PRAGMA max_page_count = ${pages + 60}`);
    let stored = 0;
    const fill = async () => {
      for (const event of events) {
        await store.append(event);
        stored++;
      }
    };
    await expect(fill()).rejects.toThrow(StoreFull);
    expect(stored).toBeGreaterThan(0);
    expect(await store.read('Q-1')).toEqual(events.slice(0, stored));

    database.db.exec('PRAGMA max_page_count = 1000000');
    for (const event of events.slice(stored)) expect(await store.append(event)).toBe('appended');
    expect(await store.read('Q-1')).toEqual(events);
  });

  it('flushes every commit to disk', () => {
    expect(database.db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
  });

  it('is not opened when a newer release wrote it', () => {
    withOther(db => db.exec('PRAGMA user_version = 99'));
    expect(() => openDatabase(path)).toThrow('newer release');
  });

  it('shows what was put there behind our back as it is, even if it is no JSON', async () => {
    withOther(db =>
      db.exec(
        `INSERT INTO qf_audit (quote_id, version, ts, day, action, schema, before, after, data, event_id, correlation_id, prev_hash, hash)
         VALUES ('Q-1', 1, 't', 'd', 'a', 1, '', '', '{broken', '', '', '', '')`,
      ),
    );
    expect(await sqliteEventStore(database).read('Q-1')).toMatchObject([{ data: '{broken' }]);
  });
});

describe('a destroyed key', () => {
  it('is gone from the file and from its write-ahead log', async () => {
    const keys = sqliteKeyStore(database);
    const secret = Buffer.from('a secret of thirty-two bytes ok!');
    await keys.obtain('r1', () => new Uint8Array(secret));
    const onDisk = () => ['', '-wal'].some(suffix => readFileSync(path + suffix).includes(secret));
    expect(onDisk()).toBe(true);
    await keys.destroy('r1', '2026-03-02T01:00:00.000Z');
    expect(onDisk()).toBe(false);
  });
});
