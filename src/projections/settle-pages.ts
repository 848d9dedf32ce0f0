import type { PastEvent } from '../events/catalogue.ts';

/** What an event says about pages mailed earlier. */
export interface Settling {
  /** Kinds of pages concerned; null for every page of the stream that is no draft's. */
  readonly kinds: readonly string[] | null;
  /** The draft, reply … the page must be about; null for any. */
  readonly about: string | null;
  /** What became of it; null opens it again. */
  readonly decided: string | null;
  /** Leaves pages alone that were decided before. */
  readonly ifOpen: boolean;
}

const draft = (about: string, decided: string | null): Settling => ({
  kinds: ['draft'],
  about,
  decided,
  ifOpen: false,
});
const pages = (kinds: readonly string[], decided: string | null, about: string | null = null): Settling => ({
  kinds,
  about,
  decided,
  ifOpen: false,
});

/** Which mailed pages an event settles or opens again. */
export const settlings = (event: PastEvent): readonly Settling[] => {
  switch (event.type) {
    case 'DraftApproved':
      return [draft(event.data.draftId, 'approved')];
    case 'ApprovalCancelled':
      return [draft(event.data.draftId, null)];
    case 'DraftSkipped':
      return [draft(event.data.draftId, 'skipped')];
    case 'DraftVoided':
      return [draft(event.data.draftId, 'voided')];
    case 'DraftLapsed':
      return [draft(event.data.draftId, 'lapsed')];
    case 'AnsweredElsewhere': {
      const { draftId } = event.data;
      const mails = pages(['rep-mail', 'unsure'], 'answered');
      return draftId === null ? [mails] : [draft(draftId, 'answered'), mails];
    }
    case 'NudgeSent':
      return [pages(['unknown-send'], 'sent', event.data.draftId)];
    case 'SendGivenUp':
      return [pages(['unknown-send'], 'given-up', event.data.draftId)];
    case 'ReplyReceived':
      return event.data.how === 'person' ? [pages(['unsure'], 'assigned')] : [];
    case 'ReplyTaken':
      return [pages(['reply'], 'taken', event.data.replyId)];
    case 'ReplyDismissed':
      return [pages(['reply'], 'dismissed', event.data.replyId)];
    case 'ChainResumed':
      return event.data.automatic ? [] : [{ ...pages(['reply', 'cap', 'expired'], 'resumed'), ifOpen: true }];
    case 'QuoteClosed':
      return [{ kinds: null, about: null, decided: event.data.outcome, ifOpen: true }];
    case 'QuoteRevised':
      return revised(event.data.changed);
    case 'HoldEnded':
      return [pages(holdPages(event.data.reason), 'hold ended')];
    default:
      return otherSettlings(event);
  }
};

const revised = (changed: readonly string[]): readonly Settling[] => [
  ...(changed.includes('expires') || changed.includes('sent') ? [pages(['expired'], 'extended')] : []),
  ...(changed.includes('contactRef') ? [pages(['bad-address'], 'mended')] : []),
];

const holdPages = (reason: string): readonly string[] => {
  switch (reason) {
    case 'unsure-reply':
      return ['unsure'];
    case 'rep-mail':
    case 'bad-address':
      return [reason];
    case 'rep':
    case 'status':
      return ['hold'];
    default:
      return [];
  }
};

const otherSettlings = (event: PastEvent): readonly Settling[] => {
  switch (event.type) {
    case 'RowWrittenBack':
      return event.data.field === 'status' && event.data.problem === null ? [pages(['row-write'], 'written')] : [];
    case 'MovePlanned':
      return [pages(['refused'], 'offered again')];
    case 'MailAssigned':
      return [pages(['mail'], 'assigned')];
    case 'MailDismissed':
      return [pages(['mail'], 'dismissed')];
    case 'MailSetAside':
      return [pages(['mail'], 'set aside')];
    case 'ProposalApproved':
      return [pages(['proposal'], 'approved')];
    case 'ProposalDiscarded':
      return [pages(['proposal'], 'discarded')];
    case 'ProposalReopened':
      return [pages(['proposal'], null)];
    default:
      return [];
  }
};
