import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../../../src/cadence/policy.ts';
import { defaultConfig } from '../../../src/config/decode-config.ts';
import type { RulesError } from '../../../src/rules-doc/read-document.ts';
import { type RulesReading, readRules } from '../../../src/rules-doc/read-rules.ts';
import { type RulesJson, rulesJson } from '../../../src/rules-doc/rules-json.ts';

export const PEOPLE = ['Priya is priya@x.example.', 'Sam is sam@x.example.', 'Mei Lin is meilin@x.example.'];

/** The sentence in a doc that introduces three people, each in a paragraph of their own. */
export const docOf = (...sentences: readonly string[]): string => [...sentences, ...PEOPLE].join('\n\n');

/** What is printed of a doc, without the sentences; throws with the errors when it is refused. */
export const understood = (text: string, config: Partial<Config> = {}): Partial<RulesJson> => {
  const { sentences: _sentences, ...said } = rulesJson(readingOf(text, config), defaultConfig);
  return said;
};

export const readingOf = (text: string, config: Partial<Config> = {}): RulesReading => {
  const reading = readRules(text, { ...defaultConfig, ...config });
  if (E.isLeft(reading)) throw new Error(JSON.stringify(reading.left, null, 1));
  return reading.right;
};

export const errorsOf = (text: string, config: Partial<Config> = {}): readonly RulesError[] => {
  const reading = readRules(text, { ...defaultConfig, ...config });
  return E.isLeft(reading) ? reading.left : [];
};
