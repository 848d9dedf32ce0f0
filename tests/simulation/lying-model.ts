import type { LanguageModel, ModelAnswer, ModelFailure } from '../../src/ports/model.ts';
import type { Dice } from './dice.ts';
import type { Mood } from './sim-world.ts';

/** Stands in what the model makes up, and in nothing that is true of any quote. */
export const LIES = ['77 %', 'pay.elsewhere.example', '0900 666 111', '12,345.67'] as const;

/** A model that now and then makes things up, labels at random, answers nonsense, or does not answer. */
export const lyingModel = (
  honest: LanguageModel,
  dice: Dice,
  { mood, note }: { readonly mood: () => Mood; readonly note: (what: string) => void },
): LanguageModel => {
  const fails = (): { readonly ok: false; readonly failure: ModelFailure } => {
    note('the model failed');
    const kind = dice.pick(['unavailable', 'refused', 'malformed', 'timed-out'] as const);
    return { ok: false, failure: { kind, reason: `the model said ${kind}` } };
  };
  const lies = (): boolean => mood().lies > 0 && dice.percent(mood().lies);
  const told = <T>(value: T): ModelAnswer<T> => {
    note('the model lied');
    return { ok: true, value, model: 'liar-1' };
  };
  return {
    draft: async (request, options) => {
      if (!lies()) return honest.draft(request, options);
      const answer = await honest.draft(request, options);
      if (!answer.ok || dice.percent(30)) return fails();
      return told(dice.percent(15) ? '' : `${answer.value}\n\nOnly today: ${dice.pick(LIES)}.`);
    },
    label: async (request, options) => {
      if (!lies()) return honest.label(request, options);
      if (dice.percent(30)) return fails();
      const label = dice.pick(['accept', 'decline', 'question', 'out-of-office'] as const);
      return told({ label, why: 'it seems so' });
    },
    paragraph: honest.paragraph,
  };
};
