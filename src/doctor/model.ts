import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { aws, type Deployment, type Finding, good, note, noted, quoted, reasonOf, redeploy, wrong } from './finding.ts';

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

/** Both models answer. While one does not, templates and lists of words stand in: no quote goes cold for it. */
export const checkModels = (models: readonly ModelFacts[], at: Deployment): readonly Finding[] =>
  models.map(({ id, use, fault }) => {
    if (fault === null) return good('model-access', `${id} answers (${use})`);
    if (fault.name === 'ThrottlingException' || fault.name === 'ServiceUnavailableException')
      return note('model-access', `${id} is busy (${use}): ${fault.reason}`, 'run qf doctor again in a minute');
    return wrong('model-access', `${id} does not answer (${use}): ${fault.reason}`, mendOf({ id, use, fault }, at));
  });

const mendOf = ({ id, use, fault }: ModelFacts, at: Deployment): string => {
  const model = id.replace(/^[a-z-]+\.(?=[a-z0-9-]+\.)/, '');
  if (fault?.name === 'AccessDeniedException' || /use case/i.test(fault?.reason ?? ''))
    return `fill in the use-case form once for the account (Bedrock console, Model catalog), then: ${aws(
      at,
      `bedrock get-foundation-model-availability --model-id ${model}`,
    )}`;
  const parameter = use === 'summary' ? 'SummaryModel' : 'Model';
  return noted(
    aws(at, `bedrock list-inference-profiles --query ${quoted('inferenceProfileSummaries[].inferenceProfileId')}`),
    `lists what there is; then: ${redeploy(at, `${parameter}=<id without global.>`)}`,
  );
};
