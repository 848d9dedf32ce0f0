import type { DatabaseSync } from 'node:sqlite';
import { StoreFull } from '../../event-store/errors.ts';

/** Runs a write in a transaction and resolves with its value when it is on disk. */
export type Commit = <T>(write: () => T) => Promise<T>;

interface Job {
  readonly write: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const SQLITE_FULL = 13;

/**
 * Writes that are asked for in one turn of the event loop are committed together: one flush to disk for all of them.
 * If the common transaction fails, each write is tried alone, so that one bad write does not take others with it.
 */
export const groupCommit = (db: DatabaseSync): Commit => {
  let queue: Job[] = [];
  const flush = (): void => {
    const jobs = queue;
    queue = [];
    if (jobs.length > 1 && commitAll(db, jobs)) return;
    for (const job of jobs) commitOne(db, job);
  };
  return write =>
    new Promise((resolve, reject) => {
      if (queue.length === 0) setImmediate(flush);
      queue.push({ write, resolve: resolve as (value: unknown) => void, reject });
    });
};

const commitAll = (db: DatabaseSync, jobs: readonly Job[]): boolean => {
  let values: unknown[];
  try {
    values = inTransaction(db, () => jobs.map(job => job.write()));
  } catch {
    return false;
  }
  for (const [index, job] of jobs.entries()) job.resolve(values[index]);
  return true;
};

const commitOne = (db: DatabaseSync, job: Job): void => {
  try {
    job.resolve(inTransaction(db, job.write));
  } catch (error) {
    job.reject(isFull(error) ? new StoreFull('the disk is full', { cause: error }) : error);
  }
};

const inTransaction = <T>(db: DatabaseSync, write: () => T): T => {
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = write();
    db.exec('COMMIT');
    return value;
  } catch (error) {
    // A full disk has rolled back already.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

const isFull = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_FULL;
