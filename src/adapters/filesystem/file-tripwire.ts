import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trip, Tripwire } from '../../ports/tripwire.ts';

/** For an engine that keeps nothing of what its stream tells: a file of lines in the data folder. */
export const fileTripwire = (folder: string): Tripwire => {
  const path = join(folder, 'tripwire.jsonl');
  return {
    trips: async () => {
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
        throw error;
      });
      return text.split('\n').flatMap(toTrip);
    },
    missing: async () => [],
    restore: async () => {},
    length: async () => null,
    note: trip => appendFile(path, `${JSON.stringify(trip)}\n`, { mode: 0o600 }),
  };
};

/** A line that a crash cut off says nothing. */
const toTrip = (line: string): readonly Trip[] => {
  try {
    const trip: Trip = JSON.parse(line);
    return [trip];
  } catch {
    return [];
  }
};
