import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../cadence/policy.ts';
import { decodeConfig, defaultConfig } from '../config/decode-config.ts';
import { type ExitCode, type Io, readInput } from './command.ts';

/** For a command's usage: what holds when `--config` is not given. */
export const WITHOUT_CONFIG =
  'Without --config: timezone UTC, currency USD, admin admin@example.com, defaults for the rest.';

/** The config a command was pointed at, else the default one. Left: already said on stderr, and the exit code. */
export const readConfig = async (io: Io, path: string | undefined): Promise<E.Either<ExitCode, Config>> => {
  if (path === undefined) return E.right(defaultConfig);
  const bytes = await readInput(io, path);
  if (E.isLeft(bytes)) {
    io.err(bytes.left);
    return E.left(2);
  }
  const config = E.chain(decodeConfig)(jsonOf(bytes.right));
  if (E.isRight(config)) return config;
  for (const fault of config.left) io.err(`${path}: ${fault}`);
  return E.left(1);
};

const jsonOf = (bytes: Uint8Array): E.Either<readonly string[], unknown> => {
  try {
    // The decoder drops a byte order mark, which JSON.parse would refuse.
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return E.right(json);
  } catch (error) {
    return E.left([`not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
};
