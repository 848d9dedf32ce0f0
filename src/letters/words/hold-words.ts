import type { HoldReason } from '../../events/quote-events.ts';

/** Why a quote is on hold, in words that end the sentence "On hold: …". */
export const holdWords = (reason: HoldReason): string => {
  switch (reason) {
    case 'status':
      return 'the sheet says so';
    case 'vanished':
      return 'its row vanished from the sheet';
    case 'refused-row':
      return 'its row has a mistake that must be mended first';
    case 'rep':
      return 'a rep asked for it';
    case 'unsure-reply':
      return 'a mail came in that may be its answer';
    case 'rep-mail':
      return 'a rep wrote about it outside this system';
    case 'first-sync':
      return 'it is older than two weeks and waits to be started';
    case 'renumbering':
      return 'it looks like a quote that vanished, and the admin is asked whether it is the same';
    case 'bad-address':
      return 'its address bounced and a right one is asked for';
  }
};
