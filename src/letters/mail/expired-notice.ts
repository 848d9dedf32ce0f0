import type { QuoteView } from '../views/quote-view.ts';
import type { Touch } from '../views/touch.ts';
import { touchTable } from '../views/touch.ts';
import { longDate } from '../words/when.ts';
import type { Notice } from './quote-notice.ts';

export interface ExpiredNotice {
  readonly quote: QuoteView;
  readonly touches: readonly Touch[];
}

/** Tells the owner, once, that a quote passed its expiry without an answer. */
export const expiredNotice = ({ quote, touches }: ExpiredNotice): Notice => {
  const on = quote.expires === null ? '' : ` on ${longDate(quote.expires)}`;
  return {
    subject: 'expired without an answer',
    lead: `${quote.customer} let the quote expire`,
    blocks: [
      {
        kind: 'words',
        text: `It expired${on}, and no more nudges leave. A late answer still reaches you. What shall become of it?`,
      },
      { kind: 'table', table: touchTable(touches) },
    ],
    action: 'Extend, won or lost',
    under: 'Extending starts the follow-ups anew towards the new date.',
  };
};
