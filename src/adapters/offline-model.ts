import * as E from 'fp-ts/lib/Either.js';
import type { WordsLabel } from '../mail-reading/reply-label/label-by-words.ts';
import type { LanguageModel } from '../ports/model.ts';
import { fillTemplate } from '../voice/voice-doc.ts';

const NAME = 'without-account';

/** The model that needs no account: fills the voice template and labels by words, wherever these are read. */
export const withoutAccount = (
  labelOf: (text: string) => Promise<E.Either<{ readonly why: string }, WordsLabel>>,
): LanguageModel => ({
  draft: async ({ template, facts }) => ({ ok: true, value: fillTemplate(template, facts), model: NAME }),
  label: async ({ text }) => {
    const labelled = await labelOf(text);
    if (E.isLeft(labelled)) return { ok: false, failure: { kind: 'unavailable', reason: labelled.left.why } };
    const { label, why } = labelled.right;
    return { ok: true, value: { label, why }, model: NAME };
  },
  // A sentence of its own it cannot make: the one that code writes reads better than its figures in a row.
  paragraph: async () => ({ ok: false, failure: { kind: 'unavailable', reason: 'no model is configured' } }),
});
