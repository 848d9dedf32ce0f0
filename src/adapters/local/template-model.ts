import { labelByWords } from '../../inbox/label/label-by-words.ts';
import type { LanguageModel } from '../../ports/model.ts';
import { fillTemplate } from '../../voice/fill-template.ts';

const NAME = 'without-account';

/** The model that needs no account: fills the voice template, labels by words, and writes the figures out. */
export const templateModel: LanguageModel = {
  draft: async ({ template, facts }) => ({ ok: true, value: fillTemplate(template, facts), model: NAME }),
  label: async ({ text }) => {
    const { label, why } = labelByWords(text);
    return { ok: true, value: { label, why }, model: NAME };
  },
  paragraph: async figures => ({
    ok: true,
    value: figures.map(({ name, value }) => `${name}: ${value}.`).join(' '),
    model: NAME,
  }),
};
