import type { QuoteView } from '../views/quote-view.ts';
import { type Touch, touchTable } from '../views/touch.ts';
import { counted } from '../words/counted.ts';
import type { Notice } from './quote-notice.ts';

export interface CapNotice {
  readonly quote: QuoteView;
  /** Nudges sent in this chain, which is as many as the rules allow. */
  readonly nudges: number;
  readonly touches: readonly Touch[];
}

/** Tells the owner, once, that a quote has had all its nudges and is theirs to carry on. */
export const capNotice = ({ quote, nudges, touches }: CapNotice): Notice => ({
  subject: `no answer after ${counted(nudges, 'nudge')}`,
  lead: `${quote.customer} has not answered ${counted(nudges, 'nudge')}`,
  blocks: [
    {
      kind: 'words',
      text: 'That is as many as the rules allow, so no more leave by themselves. Perhaps a call helps more than a mail now.',
    },
    { kind: 'table', table: touchTable(touches) },
  ],
  action: 'Say what becomes of it',
  under: 'Won, lost, or hold. Doing nothing leaves the quote open and quiet.',
});
