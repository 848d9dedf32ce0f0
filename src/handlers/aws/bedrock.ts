import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { bedrockClient } from '../../adapters/aws/bedrock-client.ts';
import { bedrockModel } from '../../adapters/aws/bedrock-model.ts';
import type { LanguageModel } from '../../ports/model.ts';

/** The model at Bedrock. The SDK's own variable names another endpoint: a local one is spoken to in HTTP/1.1. */
export const bedrock = (modelId: string): LanguageModel => {
  const endpoint = process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME;
  const deps = {
    client: bedrockClient(endpoint === undefined ? {} : { endpoint }),
    clock: { now: () => new Date() },
    pause: async (ms: number) => void (await pause(ms)),
    abortAfter: AbortSignal.timeout,
    random: (length: number) => randomBytes(length),
  };
  return bedrockModel(deps, { modelId });
};
