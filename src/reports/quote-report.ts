import { evolve } from '../aggregates/quote/evolve.ts';
import { nothingYet, type QuoteState } from '../aggregates/quote/state.ts';
import type { ContactStanding } from '../cadence/due.ts';
import { type Ownership, ownerOf } from '../cadence/owner.ts';
import type { Policy } from '../cadence/policy.ts';
import type { PastQuoteEvent } from '../events/quote-events.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import { type Play, playOf } from './in-play.ts';
import { type Standing, type StandingOf, standingOf } from './standing.ts';

/** A quote as reports tell of it: its fold, and what only the way there shows. */
export interface QuoteReport {
  /** Compared quote number: its stream. */
  readonly key: string;
  readonly number: string;
  /** `erased` where the person was. */
  readonly customer: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly expires: LocalDate | null;
  readonly state: QuoteState;
  readonly ownership: Ownership;
  readonly contact: ContactStanding;
  readonly standing: Standing;
  readonly play: Play;
  /** Day on which the outcome that stands was given; null while there is none. */
  readonly closedOn: LocalDate | null;
}

export interface ReportOf {
  readonly key: string;
  readonly customer: string;
  readonly contact: ContactStanding;
  readonly policy: Policy;
  readonly dayOf: (ts: string) => LocalDate;
  readonly asked: Pick<StandingOf, 'today' | 'checked' | 'passedOver' | 'faults'>;
}

/** Null for a quote that was never listed. */
export const quoteReport = (events: readonly PastQuoteEvent[], of: ReportOf): QuoteReport | null => {
  const { key, customer, contact, policy, dayOf, asked } = of;
  const state = events.reduce(evolve, nothingYet);
  const { facts } = state;
  if (!facts) return null;
  const closing = state.closed === null ? undefined : events.findLast(({ type }) => type === 'QuoteClosed');
  return {
    key,
    number: facts.number,
    customer,
    amount: { minor: facts.minor, currency: facts.currency },
    sent: facts.sent,
    expires: facts.expires,
    state,
    ownership: ownerOf({ owner: facts.owner, team: facts.team }, policy),
    contact,
    standing: standingOf(state, { ...asked, contact, policy }),
    play: playOf(events, dayOf),
    closedOn: closing?.type === 'QuoteClosed' ? (closing.data.day ?? dayOf(closing.ts)) : null,
  };
};
