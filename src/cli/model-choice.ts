import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import * as E from 'fp-ts/lib/Either.js';
import { templateModel } from '../adapters/filesystem/offline-model.ts';
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

const AT_ONCE = 8;
const MODEL_ID = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

/** For a command's usage: what `--model bedrock` takes from the environment. */
export const BEDROCK_SETTINGS = `QF_BEDROCK_MODEL (default ${MODEL_ID}), QF_BEDROCK_PRICE (US dollars for a
million tokens read and written, such as 1/5), AWS_REGION and credentials as for any AWS tool; QF_BEDROCK_URL for a server
that is not AWS's`;

/** The model a command was asked to use. Left: why there is none. */
export const chooseModel = async (name: string, env: Io['env']): Promise<E.Either<string, ChosenModel>> => {
  if (name === 'local') return E.right(LOCAL);
  if (name !== 'bedrock') return E.left(`--model ${name}: choose bedrock or local`);
  const price = env.QF_BEDROCK_PRICE ? priceOf(env.QF_BEDROCK_PRICE) : null;
  if (env.QF_BEDROCK_PRICE && price === null)
    return E.left(`QF_BEDROCK_PRICE=${env.QF_BEDROCK_PRICE}: expected two prices, such as 1/5`);
  return E.right(await bedrock(env, price));
};

const PRICE = /^\s*(\d+(?:\.\d+)?)\s*\/\s*(\d+(?:\.\d+)?)\s*$/;

const priceOf = (text: string): Price | null => {
  const [, read, written] = PRICE.exec(text) ?? [];
  return read === undefined ? null : { read: Number(read), written: Number(written) };
};

/** Loaded only when it is asked for: the AWS client takes longer to load than words take to label. */
const bedrock = async (env: Io['env'], price: Price | null): Promise<ChosenModel> => {
  const [{ bedrockClient }, { bedrockModel }] = await Promise.all([
    import('../adapters/aws/bedrock-client.ts'),
    import('../adapters/aws/bedrock-model.ts'),
  ]);
  let tokens: Tokens = { read: 0, written: 0 };
  const modelId = env.QF_BEDROCK_MODEL || MODEL_ID;
  const model = bedrockModel(
    {
      client: bedrockClient(env.QF_BEDROCK_URL ? { endpoint: env.QF_BEDROCK_URL } : {}),
      clock: { now: () => new Date() },
      pause: ms => setTimeout(ms),
      abortAfter: ms => AbortSignal.timeout(ms),
      random: length => randomBytes(length),
      onUse: ({ read, written }) => {
        tokens = { read: tokens.read + read, written: tokens.written + written };
      },
    },
    { modelId },
  );
  return { name: modelId, model, tokens: () => tokens, price, atOnce: AT_ONCE };
};

/** In US dollars; `null` without a price. */
export const costOf = ({ read, written }: Tokens, price: Price | null): number | null =>
  price === null ? null : (read * price.read + written * price.written) / 1_000_000;
