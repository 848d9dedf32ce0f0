import type { LanguageModel, ModelAnswer } from '../../ports/model.ts';

const unavailable = async (): Promise<ModelAnswer<never>> => ({
  ok: false,
  failure: { kind: 'unavailable', reason: 'this function asks no model' },
});

/** For functions whose work has nothing to ask. */
export const noModel: LanguageModel = { draft: unavailable, label: unavailable, paragraph: unavailable };
