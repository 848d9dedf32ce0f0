import * as E from 'fp-ts/lib/Either.js';
import { accept, alreadySo } from '../aggregates/decision.ts';
import type { Config } from '../cadence/policy.ts';
import { happened } from '../events/define-event.ts';
import { ConfigAccepted, ConfigRefused } from '../events/other-events.ts';
import { versionOf } from './business.ts';
import { decideSystem } from './sync-sheet.ts';
import type { World } from './world.ts';

/** The settings as their source just gave them. Left: what is wrong with them; the last good ones stay in force. */
export type ReadConfig = E.Either<readonly string[], { readonly config: Config; readonly version: string }>;

type ConfigDeps = Pick<World, 'store' | 'keys' | 'clock' | 'random' | 'log'>;

const SYNC = 'drive-sync';
const MOST_FAULTS = 50;

/** Records which settings came into force, or why the newest did not, each once. True when that was news. */
export const syncConfig = async (deps: ConfigDeps, read: ReadConfig): Promise<boolean> => {
  const result = E.isLeft(read) ? await refuse(deps, read.left) : await takeOver(deps, read.right);
  return E.isRight(result) && result.right.events.length > 0;
};

const takeOver = (deps: ConfigDeps, { config, version }: { readonly config: Config; readonly version: string }) =>
  decideSystem(deps, SYNC, state =>
    state.config === version && state.refusedConfig === null
      ? alreadySo
      : accept(happened(ConfigAccepted, { version, config }, null)),
  );

/** Settings with faults have no version of their own: their faults name them. */
const refuse = (deps: ConfigDeps, faults: readonly string[]) => {
  const version = versionOf(faults.join('\n'));
  return decideSystem(deps, SYNC, state =>
    state.refusedConfig === version
      ? alreadySo
      : accept(happened(ConfigRefused, { version, errors: faults.slice(0, MOST_FAULTS) }, null)),
  );
};
