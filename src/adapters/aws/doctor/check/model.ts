import { aws, type Deployment, noted, quoted, redeploy } from '../deployment.ts';
import { type Finding, good, note, wrong } from '../finding.ts';
import type { ModelFacts } from '../look/model.ts';

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
