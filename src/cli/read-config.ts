import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../cadence/policy.ts';
import { decodeConfig, defaultConfig } from '../config/decode-config.ts';
import { type ExitCode, type Io, readInput } from './command.ts';

/**
 * The text of a prose file: UTF-16 by its byte order mark, UTF-8, else Windows-1252 as older editors save it. Never
 * fails: bytes that are no text become characters that the reader of the text refuses.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

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
