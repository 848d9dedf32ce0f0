import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { counted, listed } from '../wording.ts';
import type { DraftView } from './draft-view.ts';
import type { Person } from './facts.ts';
import type { QuoteView } from './quote-view.ts';

/** A quote that asks for a person, with what it asks. */
export interface TodayItem {
  readonly quote: Pick<QuoteView, 'quoteId' | 'customer' | 'amount'>;
  /** `has a question, waiting since Mon 9 March`, `expires in 2 days`. */
  readonly words: string;
  /** The page where it is answered. */
  readonly url: string | null;
}

export interface TodayProposal {
  readonly number: string;
  readonly customer: string;
  readonly amount: string;
  readonly url: string | null;
}

/** All that one rep is asked for on one working day, each list by value at risk. */
export interface TodayView {
  readonly rep: Person;
  readonly today: LocalDate;
  readonly zone: string;
  readonly covering: readonly { readonly away: Person; readonly until: LocalDate }[];
  /** The sum of what is named below, one for each currency. */
  readonly atRisk: readonly Money[];
  /** The most valuable, to be read in full. */
  readonly drafts: readonly DraftView[];
  /** Drafts that come after those shown. */
  readonly moreDrafts: number;
  readonly proposals: readonly TodayProposal[];
  readonly replies: readonly TodayItem[];
  /** Expired, or nudged as often as the rules allow, without an answer: told on this day. */
  readonly ended: readonly TodayItem[];
  readonly expiring: readonly TodayItem[];
  readonly bounced: readonly TodayItem[];
}

/** `3 drafts, 1 reply, 2 about to expire`: what waits, in few words; empty when nothing does. */
export const todayCounts = ({ drafts, moreDrafts, proposals, replies, ended, expiring, bounced }: TodayView): string =>
  [
    drafts.length + moreDrafts > 0 && counted(drafts.length + moreDrafts, 'draft'),
    replies.length > 0 && counted(replies.length, 'reply', 'replies'),
    ended.length > 0 && `${ended.length} ended without an answer`,
    proposals.length > 0 && counted(proposals.length, 'proposal'),
    expiring.length > 0 && `${expiring.length} about to expire`,
    bounced.length > 0 && counted(bounced.length, 'bounced address', 'bounced addresses'),
  ]
    .filter(part => part !== false)
    .join(', ');

/** `SGD 48,200.00, USD 900.00 and EUR 1,500.00`. */
export const sums = (amounts: readonly Money[]): string => listed(amounts.map(amount => formatMoney(amount)));
