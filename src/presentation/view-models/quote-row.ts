import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { QuoteGroup, StepDot } from './quote-view.ts';

export interface QuoteRow {
  readonly quoteId: string;
  readonly customer: string;
  /** Null where the quote's only row has a mistake. */
  readonly amount: Money | null;
  readonly owner: string;
  readonly expires: LocalDate | null;
  readonly group: QuoteGroup;
  readonly steps: readonly StepDot[];
  /** What comes next, in words: `Follow-up`; null when nothing does. */
  readonly next: { readonly what: string; readonly on: LocalDate | null } | null;
  /** Why it rests, or what it waits for. */
  readonly why: string;
  /** The row has a mistake, the address bounced, a send is unknown: said beside the state. */
  readonly trouble: string | null;
}
