import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../adapters/local/atomic-file.ts';
import type { Verified } from '../application/verify.ts';
import type { Anchored } from '../application/verify-anchor.ts';

/** Where a run of `qf verify` was cut short: what it had found, and against what it held the log. */
export interface VerifyPlace extends Anchored {
  readonly verified: Verified;
}

const fileOf = (folder: string): string => join(folder, 'verify.json');

/** Nowhere to keep it is no reason not to go on: the run is only cut short for good. */
export const keepPlace = (folder: string, place: VerifyPlace): Promise<void> =>
  writeAtomically(fileOf(folder), JSON.stringify(place)).catch(unlessReadOnly);

/** Null when no run was cut short. */
export const readPlace = async (folder: string): Promise<VerifyPlace | null> => {
  const text = await readFile(fileOf(folder), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const place: VerifyPlace = JSON.parse(text);
    return place;
  } catch {
    return null;
  }
};

export const dropPlace = (folder: string): Promise<void> => rm(fileOf(folder), { force: true }).catch(unlessReadOnly);

const unlessReadOnly = (error: unknown): void => {
  if (!(error instanceof Error && 'code' in error && READ_ONLY.has(String(error.code)))) throw error;
};

const READ_ONLY: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);
