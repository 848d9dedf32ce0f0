import type { LanguageModel } from '../../ports/model.ts';
import { modelInTime } from '../../workflows/nudges/write-draft.ts';
import { variable } from './environment.ts';
import { leftOfCallMs } from './lambda-log.ts';

/**
 * The model at Bedrock, whose client is loaded with the first question: most calls of most functions ask none. It is asked
 * no longer than the call has left.
 */
export const awsModel = (name: 'QF_MODEL' | 'QF_SUMMARY_MODEL' = 'QF_MODEL'): LanguageModel => {
  const modelId = variable(name);
  let opened: Promise<LanguageModel> | null = null;
  const model = (): Promise<LanguageModel> => {
    opened ??= import('./bedrock.ts').then(({ bedrock }) => bedrock(modelId));
    return opened;
  };
  const loaded: LanguageModel = {
    draft: async (...ask) => (await model()).draft(...ask),
    label: async (...ask) => (await model()).label(...ask),
    paragraph: async (...ask) => (await model()).paragraph(...ask),
  };
  return modelInTime(loaded, leftOfCallMs);
};
