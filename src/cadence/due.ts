import { addDays, daysBetween, type LocalDate } from '../kernel/local-date.ts';
import type { Cadence, Policy } from './policy.ts';
import { isWorkingDay, type WorkingDays, workingDayBefore } from './working-day.ts';

/**
 * Is the last-call window open on `today`? It is from `lastCallDays` before expiry to the expiry itself; and sooner
 * where no working day is left after today, for then today's is the last one, or it is past.
 */
export const isLastCallOpen = (
  today: LocalDate,
  expires: LocalDate,
  lastCallDays: number,
  days: WorkingDays,
): boolean => {
  const left = daysBetween(today, expires);
  if (left <= lastCallDays) return left >= 0;
  for (let date = addDays(today, 1); date <= expires; date = addDays(date, 1)) {
    if (isWorkingDay(date, days)) return false;
  }
  return true;
};

/**
 * The day the last-call window opens: `lastCallDays` before expiry; if neither those days nor the expiry itself is a
 * working day, the last working day before them. The window closes with the expiry.
 */
export const lastCallOpens = (expires: LocalDate, lastCallDays: number, days: WorkingDays): LocalDate => {
  const opens = addDays(expires, -lastCallDays);
  for (let date = opens; date <= expires; date = addDays(date, 1)) if (isWorkingDay(date, days)) return opens;
  return workingDayBefore(opens, days) ?? opens;
};

/** What the daily check must know of a chain. A quote's folded state has these fields. */
export interface ChainState {
  readonly facts: { readonly sent: LocalDate; readonly expires: LocalDate | null } | null;
  readonly closed: string | null;
  readonly holds: readonly string[];
  readonly expired: boolean;
  readonly answered: string | null;
  readonly unlabelled: number;
  readonly deferUntil: LocalDate | null;
  readonly draft: {
    readonly status: 'planned' | 'written' | 'mailed' | 'approved' | 'claimed' | 'unknown';
    readonly stepDay: number | null;
  } | null;
  /** Nudges sent in this chain. */
  readonly sentInChain: number;
  readonly lastNudge: LocalDate | null;
  readonly everSent: boolean;
  /** The latest nudge step's day that was sent, skipped or superseded in this chain; -1 for none. */
  readonly lastHandledStepDay: number;
  readonly lastCallHandled: boolean;
  /** The highest step number before this chain, and the highest there is. */
  readonly chainBase: number;
  readonly used: number;
  /** Steps offered in this chain, with the number they got: keyed by the step's day, or `last`. */
  readonly offered: Readonly<Record<string, number>>;
}

/** What is known of the contact over all quotes. */
export type ContactStanding = 'fine' | 'bounced' | 'complained' | 'stopped';

export type RestReason =
  | 'not-listed'
  | 'closed'
  | 'held'
  | 'expired'
  | 'answered'
  | 'contact-stopped'
  | 'contact-bounced'
  | 'contact-complained'
  | 'reply-unread'
  | 'sent-later'
  | 'deferred'
  | 'send-approved'
  | 'send-unknown'
  | 'draft-waiting'
  | 'cap-reached'
  | 'too-close'
  | 'no-working-day'
  | 'last-call-done'
  | 'last-call-too-soon'
  | 'step-done'
  | 'no-step-yet'
  | 'contact-had-its-turn'
  | 'cannot-leave-in-time'
  | 'log-changed'
  | 'unreadable'
  | 'contact-unreadable'
  | 'system-unreadable';

export interface Offer {
  readonly move: 'first_nudge' | 'followup' | 'last_call';
  readonly stepIndex: number;
  /** Days since sending the step stands for; null for the last call. */
  readonly stepDay: number | null;
  /** The latest earlier nudge step that this offer makes superfluous. */
  readonly supersedes: number | null;
}

export type Due =
  | { readonly kind: 'rest'; readonly reason: RestReason }
  /** Close the quote out as expired, once, and tell the owner. */
  | { readonly kind: 'expire'; readonly expires: LocalDate }
  /** The waiting draft is overtaken by the last-call window: void it, then look again. */
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'offer'; readonly offer: Offer };

const rest = (reason: RestReason): Due => ({ kind: 'rest', reason });

type DueRules = Pick<Policy, 'nudgeCap' | 'minGapDays' | 'skipWeekends' | 'holidays'>;

/** What today asks for, for one quote. The questions come in a fixed order; the first that has an answer decides. */
export const whatIsDue = (
  chain: ChainState,
  contact: ContactStanding,
  cadence: Cadence,
  rules: DueRules,
  today: LocalDate,
): Due => {
  const stopped = whyStopped(chain, contact, today);
  if (stopped) return rest(stopped);
  const { facts, draft } = chain;
  if (!facts) return rest('not-listed');
  if (facts.expires !== null && today > facts.expires) return { kind: 'expire', expires: facts.expires };
  if (chain.deferUntil !== null && chain.deferUntil > today) return rest('deferred');
  const inWindow = isInLastCallWindow(facts.expires, cadence, rules, today);
  if (draft) {
    const waits = whyDraftWaits(draft.status);
    const overtaken = waits === 'draft-waiting' && inWindow && draft.stepDay !== null && !chain.lastCallHandled;
    return overtaken ? { kind: 'overtaken' } : rest(waits);
  }
  if (chain.sentInChain >= rules.nudgeCap) return rest('cap-reached');
  if (chain.lastNudge !== null && daysBetween(chain.lastNudge, today) < rules.minGapDays) return rest('too-close');
  if (!isWorkingDay(today, rules)) return rest('no-working-day');
  if (chain.lastCallHandled) return rest('last-call-done');
  const daysSinceSent = daysBetween(facts.sent, today);
  if (!inWindow) return latestStep(chain, cadence, daysSinceSent);
  return daysSinceSent >= rules.minGapDays ? lastCall(chain, cadence) : rest('last-call-too-soon');
};

/** The first question: is the chain at rest whatever the date? Also asked again at the moment of sending. */
export const whyStopped = (chain: ChainState, contact: ContactStanding, today: LocalDate): RestReason | null => {
  if (!chain.facts) return 'not-listed';
  if (chain.closed !== null) return 'closed';
  if (chain.holds.length > 0) return 'held';
  if (chain.expired) return 'expired';
  if (chain.answered !== null) return 'answered';
  if (contact !== 'fine') return `contact-${contact}`;
  if (chain.unlabelled > 0) return 'reply-unread';
  return chain.facts.sent > today ? 'sent-later' : null;
};

const whyDraftWaits = (status: NonNullable<ChainState['draft']>['status']): RestReason => {
  switch (status) {
    case 'planned':
    case 'written':
    case 'mailed':
      return 'draft-waiting';
    case 'approved':
    case 'claimed':
      return 'send-approved';
    case 'unknown':
      return 'send-unknown';
  }
};

/** Without an expiry or a last call there is no window. */
const isInLastCallWindow = (
  expires: LocalDate | null,
  { lastCallDays }: Cadence,
  rules: DueRules,
  today: LocalDate,
): boolean => expires !== null && lastCallDays !== null && isLastCallOpen(today, expires, lastCallDays, rules);

const lastCall = (chain: ChainState, cadence: Cadence): Due => ({
  kind: 'offer',
  offer: {
    move: 'last_call',
    stepDay: null,
    stepIndex: stepNumber(chain, 'last', cadence.nudgeDays.length + 1),
    supersedes: cadence.nudgeDays.at(-1) ?? null,
  },
});

const latestStep = (chain: ChainState, cadence: Cadence, daysSinceSent: number): Due => {
  const reached = cadence.nudgeDays.findLastIndex(day => day <= daysSinceSent);
  const stepDay = cadence.nudgeDays[reached];
  if (stepDay === undefined) return rest('no-step-yet');
  if (stepDay <= chain.lastHandledStepDay) return rest('step-done');
  return {
    kind: 'offer',
    offer: {
      move: chain.everSent ? 'followup' : 'first_nudge',
      stepDay,
      stepIndex: stepNumber(chain, String(stepDay), reached + 1),
      supersedes: cadence.nudgeDays[reached - 1] ?? null,
    },
  };
};

/** A step offered again keeps its number; any other counts on from the chain's base and never takes a used one. */
const stepNumber = (chain: ChainState, step: string, position: number): number =>
  chain.offered[step] ?? Math.max(chain.chainBase + position, chain.used + 1);
