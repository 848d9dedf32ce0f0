import type { QuoteState } from '../aggregates/quote/state.ts';
import { type Ownership, ownerOf } from '../cadence/owner.ts';
import type { Business } from './business.ts';

/** Whose a quote is, by its row and the rules in force. */
export const ownershipOf = ({ facts }: Pick<QuoteState, 'facts'>, { policy }: Pick<Business, 'policy'>): Ownership =>
  ownerOf({ owner: facts?.owner ?? null, team: facts?.team ?? null }, policy);
