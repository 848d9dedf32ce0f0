import type { Touch } from '../views/touch.ts';
import { touchTable } from '../views/touch.ts';
import { longDate } from '../words/when.ts';
import { type NoticeOf, quoteNotice } from './quote-notice.ts';
import type { WrittenMail } from './write-mail.ts';

/** Tells the owner, once, that a quote passed its expiry without an answer. */
export const expiredMail = (of: NoticeOf & { readonly touches: readonly Touch[] }): WrittenMail => {
  const { quote, touches } = of;
  const on = quote.expires === null ? '' : ` on ${longDate(quote.expires)}`;
  return quoteNotice(of, {
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
  });
};
