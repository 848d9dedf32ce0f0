import type { QuoteState } from '../aggregates/quote/state.ts';
import { type ContactStanding, type Offer, type RestReason, whatIsDue } from '../cadence/due.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import type { Facts } from '../events/quote-events.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { restReasonText } from '../presentation/action-words.ts';
import type { Override } from '../sheet/row.ts';

/** The step that a rep may have drafted before its day, or why none may be. */
export type OfferNow = { readonly offer: Offer } | { readonly why: string };

/** Reasons that only say "not yet": a person may know better. Everything else rests the chain for them too. */
const NOT_YET: ReadonlySet<RestReason> = new Set<RestReason>([
  'no-step-yet',
  'step-done',
  'no-working-day',
  'last-call-too-soon',
]);

/** What "send now" would draft: today's step, else the next that comes by itself. Gap, cap and every stop hold as ever. */
export const offerNow = (state: QuoteState, of: Omit<ComingOf, 'checked'>): OfferNow => {
  const { contact, cadence, policy, today } = of;
  if (state.lastOffered === today) return { why: 'it had its turn today; tomorrow there may be another draft' };
  const due = whatIsDue(state, contact, cadence, policy, today);
  switch (due.kind) {
    case 'offer':
      return { offer: due.offer };
    case 'overtaken':
      return { why: 'a draft waits for a decision' };
    case 'expire':
      return { why: 'its expiry date has passed' };
    case 'rest': {
      if (!NOT_YET.has(due.reason)) return { why: restReasonText(due.reason) };
      const coming = comingStep(state, { ...of, checked: false });
      return coming?.kind === 'offer' ? { offer: coming.offer } : { why: 'no further step comes' };
    }
  }
};

/** What the checks to come will find, if nothing else happens meanwhile. */
export type ComingStep =
  | { readonly kind: 'offer'; readonly offer: Offer; readonly on: LocalDate }
  | { readonly kind: 'expiry'; readonly on: LocalDate }
  | { readonly kind: 'last-call-opens'; readonly on: LocalDate };

export interface ComingOf {
  readonly contact: ContactStanding;
  readonly cadence: Cadence;
  readonly policy: Policy;
  readonly today: LocalDate;
  /** Today's check was made: the next is tomorrow's. */
  readonly checked: boolean;
}

const MAX_DAYS = 60;

/** Asks the real rules day by day, on the chain as it is now. Null when nothing comes within sixty days. */
export const comingStep = (
  state: QuoteState,
  { contact, cadence, policy, today, checked }: ComingOf,
): ComingStep | null => {
  for (let ahead = checked ? 1 : 0; ahead <= MAX_DAYS; ahead++) {
    const on = addDays(today, ahead);
    const due = whatIsDue(state, contact, cadence, policy, on);
    switch (due.kind) {
      case 'offer':
        return { kind: 'offer', offer: due.offer, on };
      case 'expire':
        return { kind: 'expiry', on: due.expires };
      case 'overtaken':
        return { kind: 'last-call-opens', on };
      case 'rest':
        if (RESTS_FOR_GOOD.has(due.reason)) return null;
    }
  }
  return null;
};

/** No date ends these: somebody has to do something. */
const RESTS_FOR_GOOD: ReadonlySet<string> = new Set([
  'not-listed',
  'closed',
  'held',
  'expired',
  'answered',
  'contact-stopped',
  'contact-bounced',
  'contact-complained',
  'reply-unread',
]);

/** A row's override as the log keeps it, read back. */
export const overrideOf = (facts: Pick<Facts, 'override'>): Override | null => {
  const { override } = facts;
  if (override === null || override.kind === 'off') return override;
  return {
    kind: 'days',
    nudgeDays: override.nudgeDays,
    lastCallDays: override.lastCallDays === 'tier' ? undefined : override.lastCallDays,
  };
};
