import type { LanguageModel } from '../../ports/model.ts';
import { variable } from './environment.ts';

/** The model at Bedrock, whose client is loaded with the first question: most calls of most functions ask none. */
export const awsModel = (name: 'QF_MODEL' | 'QF_SUMMARY_MODEL' = 'QF_MODEL'): LanguageModel => {
  const modelId = variable(name);
  let opened: Promise<LanguageModel> | null = null;
  const model = (): Promise<LanguageModel> => {
    opened ??= import('./bedrock.ts').then(({ bedrock }) => bedrock(modelId));
    return opened;
  };
  return {
    draft: async (...ask) => (await model()).draft(...ask),
    label: async (...ask) => (await model()).label(...ask),
    paragraph: async (...ask) => (await model()).paragraph(...ask),
  };
};
