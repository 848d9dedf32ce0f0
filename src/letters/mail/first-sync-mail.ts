import { counted } from '../words/counted.ts';
import { LINK_IS_YOURS } from './addressee.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

export interface FirstSyncMail {
  readonly open: number;
  /** Sent more than `olderThanDays` ago: they rest until the admin chooses. */
  readonly old: number;
  readonly olderThanDays: number;
  readonly url: string;
}

/** Asks the admin, at the first sync, what becomes of quotes that went out long ago. */
export const firstSyncMail = ({ open, old, olderThanDays, url }: FirstSyncMail): WrittenMail =>
  writeMail({
    subject: `First sync: ${counted(old, 'older quote')} wait for you`,
    blocks: [
      { kind: 'lead', text: 'The sheet is read for the first time' },
      {
        kind: 'words',
        text: `It lists ${counted(open, 'open quote')}. ${counted(old, 'of them was', 'of them were')} sent more than ${olderThanDays} days ago: nobody is written to about these until you choose. All others are followed up from today.`,
      },
      {
        kind: 'action',
        label: 'Start, rest or close them',
        url,
        under: 'One page, one choice for each, or one for all.',
      },
    ],
    why: `You get this because you are the admin. ${LINK_IS_YOURS}`,
  });
