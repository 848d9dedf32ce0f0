import type { QuoteState } from '../aggregates/quote/state.ts';
import { type ContactStanding, type Offer, whatIsDue } from '../cadence/due.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';

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

const MOST_DAYS = 60;

/** Asks the real rules day by day, on the chain as it is now. Null when nothing comes within sixty days. */
export const comingStep = (
  state: QuoteState,
  { contact, cadence, policy, today, checked }: ComingOf,
): ComingStep | null => {
  for (let ahead = checked ? 1 : 0; ahead <= MOST_DAYS; ahead++) {
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
