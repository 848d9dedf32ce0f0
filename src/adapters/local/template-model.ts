import { labelByWords } from '../../inbox/label/label-by-words.ts';
import type { LanguageModel } from '../../ports/model.ts';
import { fillTemplate } from '../../voice/fill-template.ts';

const NAME = 'without-account';

/** The model that needs no account: fills the voice template and labels by words. */
export const templateModel: LanguageModel = {
  draft: async ({ template, facts }) => ({ ok: true, value: fillTemplate(template, facts), model: NAME }),
  label: async ({ text }) => {
    const { label, why } = labelByWords(text);
    return { ok: true, value: { label, why }, model: NAME };
  },
  // A sentence of its own it cannot make: the one that code writes reads better than its figures in a row.
  paragraph: async () => ({ ok: false, failure: { kind: 'unavailable', reason: 'no model is configured' } }),
};
