import type { QuoteState } from '../../aggregates/quote/state.ts';
import { standInFor } from '../../cadence/owner.ts';
import type { Business } from '../business.ts';
import { ownershipOf } from '../ownership-of.ts';

/** A rep's own quotes, those of whom they cover for today, and for the admin every one. */
export const mayDecideOn = (state: QuoteState, business: Business, person: string): boolean => {
  const { policy, today } = business;
  if (person === policy.admin.toLowerCase()) return true;
  const { owner } = ownershipOf(state, business);
  return owner === person || standInFor(owner, policy, today) === person;
};
