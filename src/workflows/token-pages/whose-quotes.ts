import type { QuoteState } from '../../aggregates/quote/state.ts';
import { ownerOf, standInFor } from '../../cadence/owner.ts';
import { type BusinessContext, ownershipOf } from '../business-context.ts';
import { listedQuotes } from '../reports/read-quote-reports.ts';

/** A rep's own quotes, those of whom they cover for today, and for the admin every one. */
export const mayDecideOn = (state: QuoteState, business: BusinessContext, person: string): boolean =>
  isTheirs(ownershipOf(state, business).owner, business, person);

/**
 * Streams of the listed quotes that are a person's to decide on by their rows, so that a page reads no more of the log than
 * that. A row with a mistake in it is anybody's until its log was read.
 */
export const quotesFor = (business: BusinessContext, person: string): readonly string[] =>
  listedQuotes(business).filter(key => {
    const row = business.mirror.rows.get(key);
    return row === undefined || isTheirs(ownerOf(row, business.policy).owner, business, person);
  });

const isTheirs = (owner: string, { policy, today }: BusinessContext, person: string): boolean =>
  person === policy.admin.toLowerCase() || owner === person || standInFor(owner, policy, today) === person;
