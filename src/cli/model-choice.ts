import * as E from 'fp-ts/lib/Either.js';
import { templateModel } from '../adapters/local/template-model.ts';
import type { LanguageModel } from '../ports/model.ts';
import type { Io } from './command.ts';

/** Tokens a model read and wrote. */
export interface Tokens {
  readonly read: number;
  readonly written: number;
}

/** US dollars for a million tokens. */
export interface Price {
  readonly read: number;
  readonly written: number;
}

export interface ChosenModel {
  readonly name: string;
  readonly model: LanguageModel;
  /** All tokens so far. */
  readonly tokens: () => Tokens;
  /** `null` when nobody said what a token costs. */
  readonly price: Price | null;
  /** How many replies it may be asked about at once. */
  readonly atOnce: number;
}

const LOCAL: ChosenModel = {
  name: 'local',
  model: templateModel,
  tokens: () => ({ read: 0, written: 0 }),
  price: { read: 0, written: 0 },
  atOnce: 1,
};

/** The model a command was asked to use. Left: why there is none. */
export const chooseModel = async (name: string, _io: Io): Promise<E.Either<string, ChosenModel>> =>
  name === 'local' ? E.right(LOCAL) : E.left(`--model ${name}: choose local`);

/** In US dollars; `null` without a price. */
export const costOf = ({ read, written }: Tokens, price: Price | null): number | null =>
  price === null ? null : (read * price.read + written * price.written) / 1_000_000;
