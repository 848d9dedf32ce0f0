import * as E from 'fp-ts/lib/Either.js';
import { emit, noChange } from '../../aggregates/decider.ts';
import type { Config } from '../../cadence/policy.ts';
import { newEvent } from '../../events/event-type.ts';
import {
  ConfigAccepted,
  ConfigRefused,
  RulesAccepted,
  RulesRefused,
  VoiceAccepted,
  VoiceRefused,
} from '../../events/installation-events.ts';
import type { RulesError } from '../../rules-doc/read-document.ts';
import type { RulesReading, readRules } from '../../rules-doc/read-rules.ts';
import { rulesJson } from '../../rules-doc/rules-json.ts';
import { readVoice, type Voice, type VoiceError } from '../../voice/voice-doc.ts';
import { DOCS, memoizeByVersion, versionOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideSystem } from '../installation-log.ts';
import { lazy } from '../lazy.ts';

/** The settings as their source just gave them. Left: what is wrong with them; the last good ones stay in force. */
export type ReadConfig = E.Either<readonly string[], { readonly config: Config; readonly version: string }>;

type ConfigDeps = Pick<Dependencies, 'store' | 'keys' | 'clock' | 'random' | 'log'>;

const SYNC = 'drive-sync';
const MAX_FAULTS = 50;

/** Records which settings came into force, or why the newest did not, each once. True when that was news. */
export const syncConfig = async (deps: ConfigDeps, read: ReadConfig): Promise<boolean> => {
  const result = E.isLeft(read) ? await refuse(deps, read.left) : await takeOver(deps, read.right);
  return E.isRight(result) && result.right.events.length > 0;
};

const takeOver = (deps: ConfigDeps, { config, version }: { readonly config: Config; readonly version: string }) =>
  decideSystem(deps, SYNC, state =>
    state.config === version && state.refusedConfig === null
      ? noChange
      : emit(newEvent(ConfigAccepted, { version, config }, null)),
  );

/** Settings with faults have no version of their own: their faults name them. */
const refuse = (deps: ConfigDeps, faults: readonly string[]) => {
  const version = versionOf(faults.join('\n'));
  return decideSystem(deps, SYNC, state =>
    state.refusedConfig === version
      ? noChange
      : emit(newEvent(ConfigRefused, { version, errors: faults.slice(0, MAX_FAULTS) }, null)),
  );
};

/** A doc is looked at every quarter of an hour, and changes once in a while. */
const readOnce = memoizeByVersion<ReturnType<typeof readRules>>();
const rulesReader = lazy(() => import('../../rules-doc/read-rules.ts'));

/** What a doc came to. `news`: true until the admin was told of this version. */
export type DocOutcome<Reading, Fault> =
  | { readonly kind: 'accepted'; readonly reading: Reading; readonly version: string; readonly news: boolean }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[]; readonly version: string; readonly news: boolean };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Only a text that says something else is written. */
const keep = async ({ objects }: Dependencies, key: string, text: string): Promise<void> => {
  const before = await objects.get('rules-source', key);
  if (before && versionOf(before.body) === versionOf(text)) return;
  await objects.put('rules-source', key, encode(text), 'text/plain');
};

/** A rules doc that can be read whole comes into force; any other changes nothing and the last good one stays. */
export const syncRules = async (world: Dependencies, text: string): Promise<DocOutcome<RulesReading, RulesError>> => {
  const [{ config }, { readRules }] = await Promise.all([world.configSource.read(), rulesReader()]);
  const version = versionOf(text);
  const read = readOnce(config, version, () => readRules(text, config));
  if (E.isLeft(read)) {
    const errors = read.left.slice(0, 50).map(({ line, sentence, expected }) => ({ line, sentence, expected }));
    const result = await decideSystem(world, SYNC, state =>
      state.refusedRules === version ? noChange : emit(newEvent(RulesRefused, { version, errors }, null)),
    );
    return { kind: 'refused', faults: read.left, version, news: isNews(result, 'rules', version) };
  }
  await keep(world, DOCS.rules, text);
  const result = await decideSystem(world, SYNC, state =>
    state.rules === version && state.refusedRules === null
      ? noChange
      : emit(newEvent(RulesAccepted, { version, understood: rulesJson(read.right, config) }, null)),
  );
  return { kind: 'accepted', reading: read.right, version, news: isNews(result, 'rules', version) };
};

/** As for the rules doc: a template with a fault never reaches a customer. */
export const syncVoice = async (world: Dependencies, text: string): Promise<DocOutcome<Voice, VoiceError>> => {
  const version = versionOf(text);
  const read = readVoice(text);
  if (E.isLeft(read)) {
    const error = read.left
      .map(({ line, expected }) => `line ${line}: expected ${expected}`)
      .join('; ')
      .slice(0, 2000);
    const result = await decideSystem(world, SYNC, state =>
      state.refusedVoice === version ? noChange : emit(newEvent(VoiceRefused, { version, error }, null)),
    );
    return { kind: 'refused', faults: read.left, version, news: isNews(result, 'voice', version) };
  }
  await keep(world, DOCS.voice, text);
  const result = await decideSystem(world, SYNC, state =>
    state.voice === version && state.refusedVoice === null
      ? noChange
      : emit(newEvent(VoiceAccepted, { version }, null)),
  );
  return { kind: 'accepted', reading: read.right, version, news: isNews(result, 'voice', version) };
};

const isNews = (
  result: Awaited<ReturnType<typeof decideSystem>>,
  source: 'rules' | 'voice',
  version: string,
): boolean => E.isRight(result) && result.right.state.untold[source] === version;
