import type { DraftView } from '../views/draft-view.ts';
import { moveName } from '../words/move-name.ts';
import { type NoticeOf, quoteNotice } from './quote-notice.ts';
import type { WrittenMail } from './write-mail.ts';

export interface RefusedSendMail extends NoticeOf {
  readonly draft: Pick<DraftView, 'move' | 'subject' | 'text'>;
  /** What the mail service said. */
  readonly reason: string;
}

/** Tells the owner that the mail service would not send an approved nudge. */
export const refusedSendMail = (of: RefusedSendMail): WrittenMail =>
  quoteNotice(of, {
    subject: `the ${moveName(of.draft.move)} could not be sent`,
    lead: 'The mail service refused this mail',
    blocks: [
      {
        kind: 'words',
        text: 'Nothing left. The step is open again: the next check makes a new draft, unless you say otherwise.',
      },
      { kind: 'letter', title: 'What the mail service said', subject: null, text: of.reason },
      { kind: 'letter', title: `The mail to ${of.quote.contact}`, subject: of.draft.subject, text: of.draft.text },
    ],
    action: 'Say what shall happen',
    under: 'Give another address, hold the quote, or leave it to the next check.',
  });
