import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { ApprovalRow } from '../../ports/read-models.ts';
import type { Business } from '../business.ts';
import type { Loaded } from '../load.ts';

/** A question about a quote that was mailed to somebody, as it stands now. */
export interface OpenedNotice {
  readonly row: ApprovalRow;
  /** Where the quote goes on: another stream than the row's when its number was retyped since. */
  readonly key: string;
  readonly business: Business;
  /** The quote as it goes on; for a question about a draft, as it was when that was made. */
  readonly loaded: Loaded<QuoteState>;
  readonly recipient: string;
}

/** What was typed and not taken, so that nothing is lost. */
export interface Typed {
  readonly value: string;
  readonly problem: string;
}
