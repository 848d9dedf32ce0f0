import { statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { createBell, type WakeSignal } from '../wake-signal.ts';
import { type Commit, groupCommit } from './group-commit.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

/** One open file, shared by all adapters of the process. Other processes may have it open too. */
export interface Database {
  readonly db: DatabaseSync;
  readonly path: string;
  /** Which file was opened under that path; null for none at all. */
  readonly inode: bigint | null;
  readonly commit: Commit;
  /** Rings when this process appended to the log or moved a position in it. */
  readonly bell: WakeSignal;
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
  return asDatabase(db, path);
};

/** The file lies where nothing can be written, and a part of it is still in a file beside it. */
export class NotTakenIn extends Error {
  override readonly name = 'NotTakenIn';
}

/**
 * Opens a file that cannot be written, a copy on a read-only disk or somebody else's. Throws `NotTakenIn` where what was
 * written last lies in the write-ahead log beside it, which only a writer can take in: without it the file would be an
 * older one than was copied.
 */
export const openReadOnly = (path: string): Database => {
  const isWhole = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
  const immutable = pathToFileURL(path);
  immutable.searchParams.set('immutable', '1');
  const db = new DatabaseSync(isWhole ? immutable : path, { readOnly: true });
  try {
    refuseNewer(db, path);
  } catch (error) {
    db.close();
    if (isReadOnly(error)) throw new NotTakenIn(`${path}-wal holds what is not in ${path} yet`, { cause: error });
    throw error;
  }
  return asDatabase(db, path);
};

/** True for what the engine throws where the file, or the folder it lies in, cannot be written. */
export const isReadOnly = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  typeof error.errcode === 'number' &&
  READ_ONLY.has(error.errcode & 0xff);

/** SQLITE_READONLY; SQLITE_CANTOPEN, of the files beside it. */
const READ_ONLY: ReadonlySet<number> = new Set([8, 14]);

const asDatabase = (db: DatabaseSync, path: string): Database => ({
  db,
  path,
  inode: statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? null,
  commit: groupCommit(db),
  bell: createBell(),
  close: () => db.close(),
});

/** An asker waits for no longer than this for another process's write. */
const PROBE_MS = 1_000;

/** What keeps the file from being written, in words; null when nothing does. A transaction that is begun and let go. */
export const writeFault = ({ db, path, inode }: Pick<Database, 'db' | 'path' | 'inode'>): string | null => {
  try {
    // A file that was removed or replaced still takes writes, which nobody will find again.
    if (inode !== null && statSync(path, { bigint: true }).ino !== inode)
      return `${path} is not the file that was opened`;
    db.exec(`PRAGMA busy_timeout = ${PROBE_MS}`);
    try {
      db.exec('BEGIN IMMEDIATE; ROLLBACK;');
    } finally {
      db.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
    }
    return null;
  } catch (error) {
    return `${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const createTables = (db: DatabaseSync, path: string): void => {
  if (refuseNewer(db, path) === SCHEMA_VERSION) return;
  db.exec(`BEGIN IMMEDIATE; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
};

/** The file's schema. Throws when a newer release wrote it. */
const refuseNewer = (db: DatabaseSync, path: string): number => {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > SCHEMA_VERSION) throw new Error(`${path} was written by a newer release (its schema is ${version})`);
  return version;
};
