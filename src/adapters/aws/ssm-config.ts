import { createHash } from 'node:crypto';
import { GetParameterCommand, GetParametersByPathCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../../cadence/policy.ts';
import { decodeConfig } from '../../config/decode-config.ts';
import { byKind } from '../../config/settings.ts';
import type { Clock } from '../../ports/world.ts';
import { cachedFor, FIVE_MINUTES_MS } from './cached-for.ts';
import { type AwsPlace, clientOptions } from './client-options.ts';

export const ssmClient = (place: AwsPlace): SSMClient => new SSMClient(clientOptions(place));

/** The parameters hold what cannot be used. Says for each which it is, the kind of what it held, and an example. */
export class ConfigUnusable extends Error {
  override readonly name = 'ConfigUnusable';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`the configuration cannot be used:\n${faults.map(fault => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

export interface SsmConfigOptions {
  /** Where the parameters lie, with both slashes: `/qf/config/`. */
  readonly path: string;
  readonly clock: Clock;
}

export interface SsmConfig {
  readonly read: () => Promise<{ readonly config: Config; readonly version: string }>;
  readonly paused: () => Promise<boolean>;
}

/** The settings in Parameter Store, and the pause switch among them. */
export const ssmConfig = (client: SSMClient, options: SsmConfigOptions): SsmConfig => ({
  ...ssmSettings(client, options),
  ...ssmPause(client, options),
});

/**
 * One parameter for each setting. Read anew after five minutes. What cannot be used is thrown as `ConfigUnusable`: a zone
 * or a cap that was guessed would send at the wrong hour.
 */
export const ssmSettings = (client: SSMClient, { path, clock }: SsmConfigOptions): Pick<SsmConfig, 'read'> => ({
  read: cachedFor(FIVE_MINUTES_MS, clock, async () => {
    const values = await valuesBelow(client, path);
    const decoded = decodeConfig(
      Object.fromEntries([...values].map(([key, value]) => [key, jsonOf(key, value)])),
      byKind,
    );
    if (E.isLeft(decoded)) throw new ConfigUnusable(decoded.left.map(fault => `${path}${fault}`));
    const canonical = JSON.stringify([...values].toSorted(([a], [b]) => (a < b ? -1 : 1)));
    return { config: decoded.right, version: createHash('sha256').update(canonical).digest('hex').slice(0, 16) };
  }),
});

/** The switch alone, asked before each send: for functions that send. */
export const ssmPause = (client: SSMClient, { path }: Pick<SsmConfigOptions, 'path'>): Pick<SsmConfig, 'paused'> => ({
  paused: async () => {
    try {
      const { Parameter } = await client.send(new GetParameterCommand({ Name: `${path}paused` }));
      // Whatever it is but a plain "false": somebody wanted to stop.
      return Parameter?.Value?.trim() !== 'false';
    } catch (error) {
      if (error instanceof ParameterNotFound) return false;
      throw error;
    }
  },
});

/** Without what an editor put around a value: a byte order mark, a line feed. */
const valuesBelow = async (client: SSMClient, path: string): Promise<ReadonlyMap<string, string>> => {
  const values = new Map<string, string>();
  // A role allows a path by its name without the last slash.
  const Path = path.replace(/\/$/, '');
  let next: string | undefined;
  do {
    const page = await client.send(new GetParametersByPathCommand({ Path, NextToken: next }));
    for (const { Name = '', Value = '' } of page.Parameters ?? []) values.set(Name.slice(path.length), Value.trim());
    next = page.NextToken;
  } while (next !== undefined);
  return values;
};

/** Settings that are text: `3` is a cadence there, not a number. */
const TEXTS: ReadonlySet<string> = new Set(['timezone', 'currency', 'admin', 'locale', 'default_cadence']);

/** A parameter is text; all but the texts hold JSON. What is none is handed on as it is, to be refused by its name. */
const jsonOf = (key: string, value: string): unknown => {
  if (TEXTS.has(key)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
