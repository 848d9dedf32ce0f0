import { type MessageView, messageFacts } from '../views/reply-view.ts';
import { type NoticeOf, quoteNotice } from './quote-notice.ts';
import type { WrittenMail } from './write-mail.ts';

export interface RepWroteMail extends NoticeOf {
  readonly message: MessageView;
  /** The rep's mail brings a new PDF or amount: a change of the row is proposed apart. */
  readonly proposes: boolean;
}

/** Asks the owner about a mail of ours that names an open quote or forwards its contact. The quote is on hold. */
export const repWroteMail = (of: RepWroteMail): WrittenMail =>
  quoteNotice(of, {
    subject: 'you wrote about it, shall follow-ups stop?',
    lead: 'Your own mail is about this quote',
    blocks: [
      {
        kind: 'words',
        text: `The quote is on hold until you say whether they already answered.${of.proposes ? ' It brings a new PDF or amount as well: a change of the row is proposed to you in a mail of its own.' : ''}`,
      },
      { kind: 'message', title: 'The mail', html: of.message.html, text: of.message.text },
      { kind: 'facts', title: 'About the mail', facts: messageFacts(of.message, of.zone) },
    ],
    action: 'They answered, or go on',
    under: '“Go on” ends the hold, and the follow-ups continue where they stood.',
  });
