import type { Move } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { capital } from '../words/counted.ts';
import { moveName } from '../words/move-name.ts';
import { dayAndMonth } from '../words/when.ts';

/** One step of a chain as a dot shows it. */
export interface StepDot {
  readonly move: Move;
  readonly state: 'sent' | 'waiting' | 'leaving' | 'next' | 'later' | 'skipped' | 'unknown';
  /** Of the sending, else of the day it is due; null when nobody knows. */
  readonly day: LocalDate | null;
}

/** Where a quote stands: the groups that the list can be narrowed to. */
export type QuoteGroup = 'approve' | 'leaving' | 'following' | 'answered' | 'held' | 'quiet' | 'expired' | 'closed';

export const groupNames: Readonly<Record<QuoteGroup, string>> = {
  approve: 'To approve',
  leaving: 'On its way',
  following: 'Followed up',
  answered: 'Answered',
  held: 'On hold',
  quiet: 'Quiet',
  expired: 'Expired',
  closed: 'Closed',
};

/** `First nudge sent Fri 6 Mar`, for the dot's words. */
export const stepWords = ({ move, state, day }: StepDot): string => {
  const when = day === null ? '' : ` ${dayAndMonth(day)}`;
  return `${capital(moveName(move))} ${STATES[state]}${when}`;
};

const STATES: Readonly<Record<StepDot['state'], string>> = {
  sent: 'sent',
  waiting: 'waits for approval since',
  leaving: 'approved, leaves',
  next: 'comes next',
  later: 'comes later',
  skipped: 'left out',
  unknown: 'perhaps sent',
};
