import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../ports/world.ts';
import { CannotStart } from './data-folder.ts';
import { dynoxideBinary, isAnswering, startDynoxide } from './dynoxide.ts';

/** The bundled DynamoDB engine on a folder's data. */
export interface BundledEngine {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts the bundled engine on the folder, or joins the one that the running system has started there. Two engines on
 * one file are safe (SQLite's locks hold between them), only needless. `announce` lets others join: a command does not,
 * for its engine ends with it.
 */
export const openBundledEngine = async (
  folder: string,
  { log, announce }: { readonly log: Log; readonly announce: boolean },
): Promise<BundledEngine> => {
  const note = join(folder, 'dynoxide.json');
  const running = await runningEngine(note);
  if (running) return { url: running, close: async () => {} };
  const binary = dynoxideBinary();
  if (!binary) {
    throw new CannotStart('the bundled DynamoDB engine exists for Linux x64 only; give the URL of one: --dynamodb URL');
  }
  const onCrash = (how: string): void => log('error', 'EngineCrashed', { how });
  const engine = await startDynoxide({ binary, file: join(folder, 'dynoxide.db'), onCrash });
  if (announce) await writeFile(note, JSON.stringify({ url: engine.url, pid: process.pid }), { mode: 0o600 });
  return {
    url: engine.url,
    close: async () => {
      await engine.stop();
      if (announce) await rm(note, { force: true });
    },
  };
};

/** The URL of an engine whose starter is alive; a note left by a crash is passed over. */
const runningEngine = async (note: string): Promise<string | null> => {
  const text = await readFile(note, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    const { url, pid }: { readonly url: unknown; readonly pid: unknown } = JSON.parse(text);
    if (typeof url !== 'string' || typeof pid !== 'number' || pid === process.pid) return null;
    process.kill(pid, 0);
    return (await isAnswering(url)) ? url : null;
  } catch {
    return null;
  }
};
