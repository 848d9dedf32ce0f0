import type { Label } from '../events/quote-events.ts';
import type { ModelFailure } from '../ports/model.ts';
import type { LabelledReply } from './labelled-set.ts';

export const LABELS: readonly Label[] = ['accept', 'decline', 'question', 'out-of-office'];

/** What a model made of one reply of a set. */
export interface Answered {
  readonly reply: LabelledReply;
  readonly got: Label;
  readonly why: string;
  /** Why the model gave no answer; the reply goes to a person, as a question. */
  readonly failed: ModelFailure['kind'] | null;
}

export interface LabelScore {
  readonly rows: number;
  readonly right: number;
  readonly failed: number;
  /** Meant label, then given label, then how often. */
  readonly confusion: ReadonlyMap<Label, ReadonlyMap<Label, number>>;
  readonly byLanguage: readonly { readonly language: string; readonly rows: number; readonly right: number }[];
  /** A yes taken for a no, or a no for a yes: what must never be. */
  readonly swapped: readonly Answered[];
  readonly wrong: readonly Answered[];
}

const isRight = ({ reply, got }: Answered): boolean => reply.label === got;

const isSwapped = ({ reply, got }: Answered): boolean =>
  (reply.label === 'accept' && got === 'decline') || (reply.label === 'decline' && got === 'accept');

/** How the answers compare with what was meant. */
export const scoreLabels = (answers: readonly Answered[]): LabelScore => ({
  rows: answers.length,
  right: answers.filter(isRight).length,
  failed: answers.filter(({ failed }) => failed !== null).length,
  confusion: new Map(
    LABELS.map(meant => [
      meant,
      new Map(
        LABELS.map(given => [given, answers.filter(({ reply, got }) => reply.label === meant && got === given).length]),
      ),
    ]),
  ),
  byLanguage: [...Map.groupBy(answers, ({ reply }) => reply.language)].map(([language, group]) => ({
    language,
    rows: group.length,
    right: group.filter(isRight).length,
  })),
  swapped: answers.filter(isSwapped),
  wrong: answers.filter(answer => !isRight(answer)),
});
