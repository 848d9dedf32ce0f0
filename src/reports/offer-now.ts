import type { QuoteState } from '../aggregates/quote/state.ts';
import { type Offer, type RestReason, whatIsDue } from '../cadence/due.ts';
import { restReasonText } from '../letters/words/rest-reason.ts';
import { type ComingOf, comingStep } from './coming-step.ts';

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
