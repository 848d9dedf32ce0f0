import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LinkKey, Secrets } from '../../ports/world.ts';
import { writeAtomically } from './atomic-file.ts';

interface Stored {
  readonly refKey: string;
  readonly linkKeys: readonly { readonly kid: string; readonly secret: string }[];
  /** Opens the console. */
  readonly console: string;
  /** Sign what quoting tools report; the second is the one before, while it is being changed. */
  readonly hook?: readonly string[];
}

export interface FileSecrets extends Secrets {
  readonly console: string;
  /** Read anew each time: a person changes the secret by editing the file. */
  readonly hookSecrets: () => Promise<readonly string[]>;
}

/** The secret in force and the one before it. */
const MAX_HOOK_SECRETS = 2;

/** The secrets of a laptop, made at the first start, in one file of mode 0600. Throws when the file is there but unreadable. */
export const fileSecrets = async (path: string): Promise<FileSecrets> => {
  const stored = await withHook(path, (await readStored(path)) ?? (await make(path)));
  const [first, ...others] = stored.linkKeys.map(
    ({ kid, secret }): LinkKey => ({ kid, secret: Buffer.from(secret, 'base64') }),
  );
  if (!first) throw new Error(`${path} holds no link key`);
  return {
    linkKeys: async () => [first, ...others],
    refKey: async () => Buffer.from(stored.refKey, 'base64'),
    console: stored.console,
    hookSecrets: async () => hookSecretsIn((await readStored(path))?.hook),
  };
};

/** A person may have written one secret without the brackets; anything else is none. */
const hookSecretsIn = (hook: unknown): readonly string[] =>
  [hook]
    .flat()
    .filter((secret): secret is string => typeof secret === 'string' && secret !== '')
    .slice(0, MAX_HOOK_SECRETS);

/** Folders from before there was a webhook get its secret too. */
const withHook = async (path: string, stored: Stored): Promise<Stored> => {
  if (stored.hook !== undefined) return stored;
  const whole = { ...stored, hook: [freshHookSecret()] };
  await writeAtomically(path, JSON.stringify(whole));
  return whole;
};

const freshHookSecret = (): string => randomBytes(24).toString('base64url');

const readStored = async (path: string): Promise<Stored | null> => {
  try {
    const stored: Stored = JSON.parse(await readFile(path, 'utf8'));
    return stored;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
};

const make = async (path: string): Promise<Stored> => {
  const fresh = (bytes: number): string => randomBytes(bytes).toString('base64');
  const stored = {
    refKey: fresh(32),
    linkKeys: [{ kid: 'k1', secret: fresh(32) }],
    console: randomBytes(18).toString('base64url'),
    hook: [freshHookSecret()],
  };
  await writeAtomically(path, JSON.stringify(stored));
  return stored;
};
