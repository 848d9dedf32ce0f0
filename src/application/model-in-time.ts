import type { LanguageModel, ModelAnswer } from '../ports/model.ts';

/** What follows an answer, or its lack: it is recorded and a person is written to. */
const RESERVE_MS = 10_000;

/**
 * A model that answers, or fails, while there is still time to go on without it. `leftMs`: what remains of the call that
 * asks. A question is never the last thing a call does.
 */
export const modelInTime = (model: LanguageModel, leftMs: () => number): LanguageModel => {
  const within = async <T>(
    { timeoutMs }: { readonly timeoutMs: number },
    ask: (options: { readonly timeoutMs: number }) => Promise<ModelAnswer<T>>,
  ): Promise<ModelAnswer<T>> => {
    const spare = Math.floor(leftMs() - RESERVE_MS);
    return spare > 0
      ? ask({ timeoutMs: Math.min(timeoutMs, spare) })
      : { ok: false, failure: { kind: 'timed-out', reason: 'no time is left to ask' } };
  };
  return {
    draft: (request, options) => within(options, given => model.draft(request, given)),
    label: (request, options) => within(options, given => model.label(request, given)),
    paragraph: (figures, complaint, options) => within(options, given => model.paragraph(figures, complaint, given)),
  };
};
