import { DatabaseSync } from 'node:sqlite';
import { type Bell, createBell } from '../bell.ts';
import { type Commit, groupCommit } from './group-commit.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** One open file, shared by all adapters of the process. Other processes may have it open too. */
export interface Database {
  readonly db: DatabaseSync;
  readonly commit: Commit;
  /** Rings when this process appended to the log or moved a position in it. */
  readonly bell: Bell;
  readonly close: () => void;
}

/** How long a write waits for another process's write. Reads never wait. */
const BUSY_MS = 10_000;

/**
 * Opens (or creates) the file. Write-ahead log, flushed at every commit: what was said to be stored survives a power
 * cut. Freed pages are overwritten, so that a destroyed key is gone from the file too. Throws when a newer release
 * wrote the file.
 */
export const openDatabase = (path: string): Database => {
  const db = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    createTables(db, path);
  } catch (error) {
    db.close();
    throw error;
  }
  return { db, commit: groupCommit(db), bell: createBell(), close: () => db.close() };
};

const createTables = (db: DatabaseSync, path: string): void => {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > SCHEMA_VERSION) throw new Error(`${path} was written by a newer release (its schema is ${version})`);
  if (version === SCHEMA_VERSION) return;
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
};
