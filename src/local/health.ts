import { constants } from 'node:fs';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenEngine } from './engine.ts';

/** The largest mail that is taken in, and room for the log to note it. */
const MIN_FREE_BYTES = 64 * 1024 * 1024;
const PROBE = Buffer.alloc(4096, 'probe ');

/**
 * What keeps the system from writing, in words; null when nothing does. The engine is asked without an event, the folder
 * with a file that is flushed to the disk and removed.
 */
export const whyUnwell = async (folder: string, engine: Pick<OpenEngine, 'writeFault'>): Promise<string | null> =>
  (await folderFault(folder)) ?? (await engine.writeFault());

const folderFault = async (folder: string): Promise<string | null> => {
  try {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    if (free < MIN_FREE_BYTES) return `only ${Math.floor(free / 1024 / 1024)} MB are free on the disk of ${folder}`;
    await writeProbe(join(folder, 'health.probe'));
    return null;
  } catch (error) {
    return `nothing can be written in ${folder}: ${error instanceof Error ? error.message : String(error)}`;
  }
};

const writeProbe = async (path: string): Promise<void> => {
  try {
    const file = await open(path, constants.O_CREAT | constants.O_WRONLY, 0o600);
    try {
      await file.writeFile(PROBE);
      await file.datasync();
    } finally {
      await file.close();
    }
  } finally {
    await rm(path, { force: true });
  }
};

/** Asked by whoever watches, as often as they like: those who ask at once are told the same. */
export const shared = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let asking: Promise<T> | null = null;
  return () => {
    asking ??= ask().finally(() => {
      asking = null;
    });
    return asking;
  };
};
