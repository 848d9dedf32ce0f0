import type { Move } from '../events/quote-events.ts';
import { counted, listed, moveName } from '../presentation/wording.ts';

/** What the log says of the mail of one local day. */
export interface MailOfDay {
  readonly sent: readonly Move[];
  /** Why approved drafts were put off, once for each draft. */
  readonly deferred: readonly string[];
  readonly refused: number;
  readonly unknown: number;
}

export interface DayTold {
  readonly mail: MailOfDay;
  /** What the day's check did or found, with how many quotes: `first_nudge`, `draft-waiting`; null before a check ended. */
  readonly outcomes: Readonly<Record<string, number>> | null;
  readonly isWorkingDay: boolean;
}

const MOVES: readonly Move[] = ['first_nudge', 'followup', 'last_call'];

/** "Why did nothing leave on Tuesday?", in sentences: first what left, then what kept the rest. */
export const dayTold = ({ mail, outcomes, isWorkingDay }: DayTold): readonly string[] => {
  const { sent, deferred, refused, unknown } = mail;
  return [
    sent.length === 0
      ? 'No nudge left on this day.'
      : `${counted(sent.length, 'nudge')} left: ${listed(perMove(sent))}.`,
    ...(isWorkingDay ? [] : ['It was no working day: on such a day nothing is offered and nothing leaves.']),
    ...(outcomes === null ? [] : offered(outcomes)),
    ...(deferred.length === 0
      ? []
      : [`${counted(deferred.length, 'approved draft')} had to wait: ${listed([...new Set(deferred)])}.`]),
    ...(refused === 0 ? [] : [`The mail service refused ${counted(refused, 'nudge')}.`]),
    ...(unknown === 0 ? [] : [`Of ${counted(unknown, 'nudge')} nobody knows whether it left.`]),
  ];
};

const perMove = (sent: readonly Move[]): readonly string[] =>
  MOVES.flatMap(move => {
    const count = sent.filter(one => one === move).length;
    return count === 0 ? [] : [counted(count, moveName(move))];
  });

const offered = (outcomes: Readonly<Record<string, number>>): readonly string[] => {
  const due = MOVES.reduce((sum, move) => sum + (outcomes[move] ?? 0), 0);
  const waiting = outcomes['draft-waiting'] ?? 0;
  const open = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  if (open === 0) return ['No quote was open.'];
  return [
    due === 0
      ? `The check looked at ${counted(open, 'quote')} and found none that was due; each reason is below.`
      : `The check found ${counted(due, 'quote')} due and had ${due === 1 ? 'its draft' : 'their drafts'} written: a draft leaves only once it is approved.`,
    ...(waiting === 0 ? [] : [`${counted(waiting, 'draft')} from days before still waited for a decision.`]),
  ];
};
