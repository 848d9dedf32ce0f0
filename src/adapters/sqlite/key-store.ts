import type { SQLOutputValue } from 'node:sqlite';
import type { KeyState, KeyStore } from '../../ports/key-store.ts';
import { checkKey } from '../dynamodb-limits.ts';
import type { Database } from './open-database.ts';

/** The keys in SQLite. A destroyed key is overwritten in the file (`secure_delete`) and flushed out of the write-ahead log. */
export const sqliteKeyStore = ({ db, commit }: Database): KeyStore => {
  const select = db.prepare('SELECT key FROM qf_keys WHERE ref = ?');
  const insert = db.prepare('INSERT INTO qf_keys (ref, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const erase = db.prepare(
    `INSERT INTO qf_keys (ref, key, destroyed_at) VALUES (?, NULL, ?)
     ON CONFLICT DO UPDATE SET key = NULL, destroyed_at = excluded.destroyed_at WHERE key IS NOT NULL`,
  );
  const stateOf = (ref: string): KeyState => toState(select.get(ref));
  return {
    get: async ref => stateOf(ref),
    obtain: async (ref, fresh) => {
      const known = stateOf(ref);
      if (known !== 'absent') return known;
      checkKey(ref);
      const key = fresh();
      const stored = await commit(() => {
        insert.run(ref, key);
        return stateOf(ref);
      });
      if (stored === 'absent') throw new Error('a key that was just stored is absent');
      return stored;
    },
    destroy: async (ref, at) => {
      checkKey(ref);
      await commit(() => erase.run(ref, at));
      db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
};

const toState = (row: Record<string, SQLOutputValue> | undefined): KeyState => {
  if (!row) return 'absent';
  return row.key instanceof Uint8Array ? { key: row.key } : 'destroyed';
};
