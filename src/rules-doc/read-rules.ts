import * as E from 'fp-ts/lib/Either.js';
import type { Config, Rules } from '../cadence/policy.ts';
import type { Outcome } from './clause.ts';
import type { DayOrder } from './date-phrase.ts';
import { linesOf } from './document.ts';
import { nameBook, type Person, readPeople, takePeopleInPassing } from './people.ts';
import { peopleSaid } from './people-said.ts';
import { MAX_ERRORS, type RulesError, readDocument, type Unused } from './read-document.ts';
import { readSentence, type Settings } from './read-sentence.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import { tiersSaid } from './tiers-said.ts';
import { timesSaid } from './times-said.ts';

/** A rules doc as understood. */
export interface RulesReading {
  readonly rules: Rules;
  /** Path of a value in what is printed (`tiers.small.nudge_days`, `away.0`) → the sentence it came from. */
  readonly sentences: Readonly<Record<string, string>>;
  /** Sentences with a number, a date or money that state no rule. */
  readonly notUsed: readonly Unused[];
}

/**
 * Reads a rules doc: plain prose, sentences in any order. All or nothing: one sentence about following up that is not
 * wholly understood, or two that contradict each other, and the left lists every fault by line. Any other prose is let
 * be. Never throws; the same text and config give the same reading.
 */
export const readRules = (text: string, config: Config): E.Either<readonly RulesError[], RulesReading> => {
  const lines = linesOf(text);
  if (E.isLeft(lines)) return E.left([lines.left]);
  const sentences = sentencesOf(lines.right);
  const names = nameBook(peopleIn(sentences));
  const document = readDocument(sentences, reader({ ...settingsOf(config), names }));
  const people = peopleSaid(document.said, names);
  const tiers = tiersSaid(document.said, config);
  const times = timesSaid(document.said, config);
  const errors = [...document.errors, ...people.errors, ...tiers.errors, ...times.errors];
  if (errors.length > 0) return E.left(inOrder(errors).slice(0, MAX_ERRORS));
  return E.right({
    rules: { tiers: tiers.tiers, teams: people.teams, people: people.people, away: people.away, ...times.rules },
    sentences: Object.fromEntries([...tiers.sentences, ...people.sentences, ...times.sentences]),
    notUsed: inOrder([...document.notUsed, ...tiers.notUsed]),
  });
};

/** The same words are read once, however often they are looked at. */
const reader = (settings: Settings) => {
  const read = new Map<string, Outcome>();
  return (text: string, heading: boolean): Outcome => {
    const key = heading ? `# ${text}` : text;
    const before = read.get(key);
    if (before !== undefined) return before;
    const outcome = readSentence(text, settings, heading);
    read.set(key, outcome);
    return outcome;
  };
};

/** Introductions are gathered first, so that a person may be named before being introduced. */
const peopleIn = (sentences: readonly Sentence[]): readonly Person[] =>
  sentences.flatMap(({ text }) => readPeople(text) ?? takePeopleInPassing(text).people);

/** Only a locale that config names itself may break ties; the default one is nobody's word. */
const settingsOf = ({ currency, locale, localeConfigured }: Config): Omit<Settings, 'names'> => ({
  currency,
  decimal: localeConfigured ? decimalOf(locale) : null,
  dayOrder: localeConfigured ? dayOrderOf(locale) : null,
});

const decimalOf = (locale: string): ',' | '.' | null => {
  const sign = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
  return sign === ',' || sign === '.' ? sign : null;
};

const dayOrderOf = (locale: string): DayOrder => {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC' }).formatToParts(0).map(({ type }) => type);
  return parts.indexOf('day') < parts.indexOf('month') ? 'day-first' : 'month-first';
};

const inOrder = <A extends { readonly line: number }>(all: readonly A[]): readonly A[] =>
  [...all].sort((a, b) => a.line - b.line);
