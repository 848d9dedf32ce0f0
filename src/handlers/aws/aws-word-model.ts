import type { LanguageModel } from '../../ports/model.ts';

/** What needs no model, by templates and words; the words of many languages are loaded when it is first asked. */
export const awsWordModel: LanguageModel = {
  draft: async (...ask) => (await words()).draft(...ask),
  label: async (...ask) => (await words()).label(...ask),
  paragraph: async (...ask) => (await words()).paragraph(...ask),
};

const words = async (): Promise<LanguageModel> =>
  (await import('../../adapters/local/template-model.ts')).templateModel;
