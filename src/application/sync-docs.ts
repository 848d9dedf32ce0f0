import * as E from 'fp-ts/lib/Either.js';
import { accept, alreadySo } from '../aggregates/decision.ts';
import type { RulesError, RulesReading } from '../cadence/rules/read-rules.ts';
import { rulesJson } from '../cadence/rules/rules-json.ts';
import { happened } from '../events/define-event.ts';
import { RulesAccepted, RulesRefused, VoiceAccepted, VoiceRefused } from '../events/other-events.ts';
import { readVoice, type Voice, type VoiceError } from '../voice/read-voice.ts';
import { DOCS, versionOf } from './business.ts';
import { loadedLater } from './loaded-later.ts';
import { decideSystem } from './sync-sheet.ts';
import type { World } from './world.ts';

const rulesReader = loadedLater(() => import('../cadence/rules/read-rules.ts'));

/** What a doc came to. `news`: true until the admin was told of this version. */
export type DocOutcome<Reading, Fault> =
  | { readonly kind: 'accepted'; readonly reading: Reading; readonly version: string; readonly news: boolean }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[]; readonly version: string; readonly news: boolean };

const SYNC = 'drive-sync';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Only a text that says something else is written. */
const keep = async ({ objects }: World, key: string, text: string): Promise<void> => {
  const before = await objects.get('rules-source', key);
  if (before && versionOf(before.body) === versionOf(text)) return;
  await objects.put('rules-source', key, encode(text), 'text/plain');
};

/** A rules doc that can be read whole comes into force; any other changes nothing and the last good one stays. */
export const syncRules = async (world: World, text: string): Promise<DocOutcome<RulesReading, RulesError>> => {
  const [{ config }, { readRules }] = await Promise.all([world.configSource.read(), rulesReader()]);
  const version = versionOf(text);
  const read = readRules(text, config);
  if (E.isLeft(read)) {
    const errors = read.left.slice(0, 50).map(({ line, sentence, expected }) => ({ line, sentence, expected }));
    const result = await decideSystem(world, SYNC, state =>
      state.refusedRules === version ? alreadySo : accept(happened(RulesRefused, { version, errors }, null)),
    );
    return { kind: 'refused', faults: read.left, version, news: isNews(result, 'rules', version) };
  }
  await keep(world, DOCS.rules, text);
  const result = await decideSystem(world, SYNC, state =>
    state.rules === version && state.refusedRules === null
      ? alreadySo
      : accept(happened(RulesAccepted, { version, understood: rulesJson(read.right, config) }, null)),
  );
  return { kind: 'accepted', reading: read.right, version, news: isNews(result, 'rules', version) };
};

/** As for the rules doc: a template with a fault never reaches a customer. */
export const syncVoice = async (world: World, text: string): Promise<DocOutcome<Voice, VoiceError>> => {
  const version = versionOf(text);
  const read = readVoice(text);
  if (E.isLeft(read)) {
    const error = read.left
      .map(({ line, expected }) => `line ${line}: expected ${expected}`)
      .join('; ')
      .slice(0, 2000);
    const result = await decideSystem(world, SYNC, state =>
      state.refusedVoice === version ? alreadySo : accept(happened(VoiceRefused, { version, error }, null)),
    );
    return { kind: 'refused', faults: read.left, version, news: isNews(result, 'voice', version) };
  }
  await keep(world, DOCS.voice, text);
  const result = await decideSystem(world, SYNC, state =>
    state.voice === version && state.refusedVoice === null
      ? alreadySo
      : accept(happened(VoiceAccepted, { version }, null)),
  );
  return { kind: 'accepted', reading: read.right, version, news: isNews(result, 'voice', version) };
};

const isNews = (
  result: Awaited<ReturnType<typeof decideSystem>>,
  source: 'rules' | 'voice',
  version: string,
): boolean => E.isRight(result) && result.right.state.untold[source] === version;
