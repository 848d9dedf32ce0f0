import { readFile } from 'node:fs/promises';
import type { MoveNotice, OneOffs } from '../../ports/world.ts';
import { writeAtomically } from './atomic-file.ts';

interface Entry {
  readonly name: string;
  /** UTC instant, ISO. */
  readonly at: string;
  readonly payload: MoveNotice;
}

export interface FileOneOffs extends OneOffs {
  /** The earliest one waiting, or null. */
  readonly next: () => Date | null;
  /** Takes out what is due by `now`, earliest first. What is taken and then lost in a crash, the sweep finds. */
  readonly due: (now: Date) => Promise<readonly MoveNotice[]>;
}

/** One-off schedules of a laptop, in one file: they survive a restart, and what came due meanwhile runs at once. */
export const fileOneOffs = async (path: string): Promise<FileOneOffs> => {
  const entries = new Map<string, Entry>((await readEntries(path)).map(entry => [entry.name, entry]));
  let writing: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    writing = writing.catch(() => {}).then(() => writeAtomically(path, JSON.stringify([...entries.values()])));
    return writing;
  };
  return {
    at: async (name, at, payload) => {
      entries.set(name, { name, at: at.toISOString(), payload });
      await save();
    },
    cancel: async name => {
      if (entries.delete(name)) await save();
    },
    next: () => {
      const first = [...entries.values()].map(({ at }) => at).sort()[0];
      return first === undefined ? null : new Date(first);
    },
    due: async now => {
      const ripe = [...entries.values()]
        .filter(({ at }) => at <= now.toISOString())
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      if (ripe.length === 0) return [];
      for (const { name } of ripe) entries.delete(name);
      await save();
      return ripe.map(({ payload }) => payload);
    },
  };
};

const readEntries = async (path: string): Promise<readonly Entry[]> => {
  try {
    const entries: readonly Entry[] = JSON.parse(await readFile(path, 'utf8'));
    return entries;
  } catch {
    // Missing or half a file of another version: the sweep finds every approved draft by its own.
    return [];
  }
};
