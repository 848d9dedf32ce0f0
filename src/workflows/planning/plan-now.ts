import * as E from 'fp-ts/lib/Either.js';
import { standingOf } from '../../aggregates/contact.ts';
import { type Refused, refuse } from '../../aggregates/decider.ts';
import { planMove } from '../../aggregates/quote/draft.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { ContactStanding } from '../../cadence/due.ts';
import { ownerOf } from '../../cadence/owner.ts';
import { cadenceFor, tierFor } from '../../cadence/tiers.ts';
import { daysBetween } from '../../kernel/local-date.ts';
import { type OfferNow, offerNow, overrideOf } from '../../reports/coming-step.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote, loadContact, loadQuote } from '../quotes.ts';

/** What "send now" would do for a quote as it stands. */
export const offerNowFor = (
  state: QuoteState,
  contact: ContactStanding,
  { policy, today }: BusinessContext,
): OfferNow => {
  if (!state.facts) return { why: 'it is not in the sheet' };
  const cadence = cadenceFor(overrideOf(state.facts), tierFor(state.facts, policy));
  return offerNow(state, { contact, cadence, policy, today });
};

/**
 * A rep asks for the next step at once: it is planned as the daily check would plan it, drafted, and comes to them for
 * approval like any other. Nothing leaves by this alone.
 */
export const planNow = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  by: string,
): Promise<Refused | null> => {
  const { facts } = (await loadQuote(deps, quoteId)).state;
  const contact = standingOf((await loadContact(deps, facts?.contactRef ?? '')).state);
  const result = await decideQuote(deps, quoteId, {
    actor: { user: by },
    decide: state => {
      const now = offerNowFor(state, contact, business);
      if (!('offer' in now) || !state.facts) return refuse('NotNow', 'why' in now ? now.why : 'it is not in the sheet');
      return planMove(state, { ...now, ...plannedAs(state.facts, business) });
    },
  });
  return E.isLeft(result) ? result.left : null;
};

/** All of a plan but the step, by the facts that the decision reads. */
export const plannedAs = (
  facts: NonNullable<QuoteState['facts']>,
  { policy, today, versions }: BusinessContext,
): Omit<Parameters<typeof planMove>[1], 'offer'> => {
  const { owner, from } = ownerOf(facts, policy);
  return {
    checked: today,
    owner,
    ownerFrom: from,
    tier: tierFor(facts, policy).name,
    daysSinceSent: daysBetween(facts.sent, today),
    daysToExpiry: facts.expires === null ? null : daysBetween(today, facts.expires),
    versions,
  };
};
