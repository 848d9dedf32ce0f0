import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { reasonOf } from './look.ts';

export interface ModelFacts {
  readonly id: string;
  readonly use: string;
  /** Null: it answered. */
  readonly fault: { readonly name: string; readonly reason: string } | null;
}

const ANSWER_MS = 20_000;

/** Asks the model for one token: nothing else proves access, and it costs a thousandth of a cent. */
export const lookAtModel = async (client: BedrockRuntimeClient, id: string, use: string): Promise<ModelFacts> => {
  try {
    await client.send(
      new ConverseCommand({
        modelId: id,
        messages: [{ role: 'user', content: [{ text: 'Say yes.' }] }],
        inferenceConfig: { maxTokens: 1 },
      }),
      { abortSignal: AbortSignal.timeout(ANSWER_MS) },
    );
    return { id, use, fault: null };
  } catch (error) {
    return { id, use, fault: { name: error instanceof Error ? error.name : 'unknown', reason: reasonOf(error) } };
  }
};
