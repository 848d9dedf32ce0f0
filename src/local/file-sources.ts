import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../cadence/policy.ts';
import { decodeConfig } from '../config/decode-config.ts';
import type { Sources } from '../handlers/sync.ts';
import type { Clock } from '../ports/world.ts';
import { decodeText } from '../sheet/csv/decode-text.ts';
import { readCsv } from '../sheet/csv/read-csv.ts';
import { versionOf } from '../workflows/business-context.ts';
import type { ConfigSource } from '../workflows/dependencies.ts';
import { EDITED } from './data-folder.ts';

const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

/** Sheet and docs from the files of the data folder. `nextVersion` counts the readings of the sheet, over restarts too. */
export const fileSources = (folder: string, clock: Clock, nextVersion: () => Promise<number>): Sources => {
  const doc = async (name: string): Promise<string | null> => {
    const bytes = await readIfThere(join(folder, name));
    return bytes && decodedOr(bytes);
  };
  return {
    sheet: async () => {
      const readAt = clock.now();
      const version = await nextVersion();
      const [quotes, closed] = await Promise.all([
        readIfThere(join(folder, EDITED.quotes)),
        readIfThere(join(folder, EDITED.closed)),
      ]);
      if (!quotes) return null;
      const read = readCsv(quotes);
      if (E.isLeft(read)) return { problem: `${EDITED.quotes} ${read.left}` };
      const ended = closed ? readCsv(closed) : null;
      const closedCells = ended && E.isRight(ended) ? ended.right : null;
      return { quotes: read.right, closed: closedCells, readAt, source: 'files', version };
    },
    rules: () => doc(EDITED.rules),
    voice: () => doc(EDITED.voice),
  };
};

/** A doc in any usual encoding; what is no text is handed on as it is, for the reader to refuse with its own words. */
const decodedOr = (bytes: Buffer): string => {
  const text = decodeText(bytes);
  return E.isRight(text) ? text.right : bytes.toString('latin1');
};

export interface FileConfig extends ConfigSource {
  /** Reads the file again. Left: what is wrong with it; the last good config stays in force. */
  readonly reload: () => Promise<
    E.Either<readonly string[], { readonly config: Config; readonly version: string; readonly changed: boolean }>
  >;
}

/** `config.json`, decoded; one that cannot be read leaves the last good one in force. Throws at the start when there is none. */
export const fileConfig = async (folder: string): Promise<FileConfig> => {
  const path = join(folder, EDITED.config);
  const first = await decodeFile(path);
  if (E.isLeft(first)) throw new ConfigUnreadable(path, first.left);
  let current = first.right;
  return {
    read: async () => current,
    paused: async () => {
      const fresh = await decodeFile(path);
      return E.isRight(fresh) ? fresh.right.config.paused : current.config.paused;
    },
    reload: async () => {
      const fresh = await decodeFile(path);
      if (E.isLeft(fresh)) return fresh;
      const changed = fresh.right.version !== current.version;
      current = fresh.right;
      return E.right({ ...current, changed });
    },
  };
};

export class ConfigUnreadable extends Error {
  override readonly name = 'ConfigUnreadable';
  constructor(path: string, faults: readonly string[]) {
    super(`${path} cannot be used:\n${faults.map(fault => `  ${fault}`).join('\n')}`);
  }
}

const decodeFile = async (path: string): Promise<E.Either<readonly string[], { config: Config; version: string }>> => {
  const bytes = await readIfThere(path);
  if (!bytes) return E.left(['there is no such file']);
  try {
    const json: unknown = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
    return E.map((config: Config) => ({ config, version: versionOf(bytes) }))(decodeConfig(json));
  } catch (error) {
    return E.left([`it is not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
};
