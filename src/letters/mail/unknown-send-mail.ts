import type { DraftView } from '../views/draft-view.ts';
import { moveName } from '../words/move-name.ts';
import { exactMoment } from '../words/when.ts';
import { type NoticeOf, quoteNotice } from './quote-notice.ts';
import type { WrittenMail } from './write-mail.ts';

export interface UnknownSendMail extends NoticeOf {
  readonly draft: Pick<DraftView, 'move' | 'subject' | 'text'>;
  /** UTC instant (ISO) at which it was handed over. */
  readonly claimedAt: string;
}

/** Asks the owner whether a mail arrived of which nobody knows. It is never sent again by itself. */
export const unknownSendMail = (of: UnknownSendMail): WrittenMail =>
  quoteNotice(of, {
    subject: `did the ${moveName(of.draft.move)} arrive?`,
    lead: 'We do not know whether this mail left',
    blocks: [
      {
        kind: 'words',
        text: `It was handed over on ${exactMoment(of.claimedAt, of.zone)}, and no answer came back. A blind copy goes to you with every nudge: if it is in your inbox, it arrived. It is never sent again unless you say so.`,
      },
      { kind: 'letter', title: `To ${of.quote.contact}`, subject: of.draft.subject, text: of.draft.text },
    ],
    action: 'It arrived, or send again',
    under: '“Send again” makes a new draft for you to approve.',
  });
