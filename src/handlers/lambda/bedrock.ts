import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { bedrockClient } from '../../adapters/aws/bedrock-client.ts';
import type { ConverseDeps } from '../../adapters/aws/bedrock-converse.ts';
import { bedrockModel } from '../../adapters/aws/bedrock-model.ts';
import { bedrockScanReader } from '../../adapters/aws/bedrock-scan-reader.ts';
import type { LanguageModel, ScanReader } from '../../ports/model.ts';

/** The model at Bedrock. The SDK's own variable names another endpoint: a local one is spoken to in HTTP/1.1. */
export const bedrock = (modelId: string): LanguageModel => bedrockModel(deps(), { modelId });

/** What stands on pictures of text, read by the same model. */
export const bedrockScans = (modelId: string): ScanReader => bedrockScanReader(deps(), { modelId });

const deps = (): ConverseDeps => {
  const endpoint = process.env.AWS_ENDPOINT_URL_BEDROCK_RUNTIME;
  return {
    client: bedrockClient(endpoint === undefined ? {} : { endpoint }),
    clock: { now: () => new Date() },
    pause: async (ms: number) => void (await pause(ms)),
    abortAfter: AbortSignal.timeout,
    random: (length: number) => randomBytes(length),
  };
};
