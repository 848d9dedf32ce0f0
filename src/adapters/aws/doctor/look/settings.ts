import type { SSMClient } from '@aws-sdk/client-ssm';
import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../../../../cadence/policy.ts';
import type { Clock } from '../../../../ports/world.ts';
import { ConfigUnusable, ssmConfig } from '../../ssm-config.ts';

export interface SettingsFacts {
  /** Left: what is wrong, parameter by parameter, as the functions themselves would say. */
  readonly config: E.Either<readonly string[], Config>;
  readonly paused: boolean;
}

export const lookAtSettings = async (
  client: SSMClient,
  place: { readonly path: string; readonly clock: Clock },
): Promise<SettingsFacts> => {
  const settings = ssmConfig(client, place);
  const paused = await settings.paused();
  try {
    return { config: E.right((await settings.read()).config), paused };
  } catch (error) {
    if (error instanceof ConfigUnusable) return { config: E.left(error.faults), paused };
    throw error;
  }
};
