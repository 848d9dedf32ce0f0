import type { AnyKnownEvent } from '../events/event-registry.ts';
import { streamSubject } from '../events/stream-id.ts';
import type { ApprovalRow } from '../ports/read-models.ts';

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
export const decisionsOf = (event: AnyKnownEvent): readonly Settling[] => {
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

const otherSettlings = (event: AnyKnownEvent): readonly Settling[] => {
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

/** A page without an end of its own: the last second of the year 9999. */
const NEVER = 253_402_300_799;

/** `qf-approvals`: one row per mailed token. `decided` says what became of the page's subject, whichever mailing did it. */
export const approvalRows = (stream: string, events: readonly AnyKnownEvent[]): readonly ApprovalRow[] => {
  const rows = new Map<string, ApprovalRow>();
  const moves = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'MovePlanned') moves.set(event.data.draftId, event.data.move);
    for (const settling of decisionsOf(event)) settle(rows, settling, event.version);
    const page = pageOf(stream, event, moves);
    if (page) rows.set(page.token, { ...page, ...decidedSoFar(rows, page) });
  }
  return [...rows.values()];
};

const settle = (rows: Map<string, ApprovalRow>, settling: Settling, version: number): void => {
  for (const row of rows.values()) {
    if (!concerns(settling, row) || row.decided === (settling.decided ?? undefined)) continue;
    if (settling.ifOpen && row.decided !== undefined) continue;
    const { decided: _, ...open } = row;
    rows.set(row.token, { ...open, version, ...(settling.decided === null ? {} : { decided: settling.decided }) });
  }
};

const concerns = ({ kinds, about }: Settling, row: ApprovalRow): boolean =>
  (kinds === null ? row.kind !== 'draft' : kinds.includes(row.kind)) && (about === null || about === row.about);

/** A later mailing of the same draft or reply opens a page that knows what was decided on an earlier one. */
const decidedSoFar = (rows: ReadonlyMap<string, ApprovalRow>, page: ApprovalRow): { readonly decided?: string } => {
  for (const { kind, about, decided } of rows.values()) {
    if (kind === page.kind && about === page.about && decided !== undefined) return { decided };
  }
  return {};
};

const pageOf = (stream: string, event: AnyKnownEvent, moves: ReadonlyMap<string, string>): ApprovalRow | null => {
  const page = subjectOf(stream, event);
  if (!page || event.data === null || !('tokenHash' in event.data) || event.data.tokenHash === null) return null;
  const expiresAt = 'expiresAt' in event.data ? event.data.expiresAt : null;
  const move = moves.get(page.about);
  return {
    token: event.data.tokenHash,
    version: event.version,
    quote_id: stream,
    ...page,
    ...(page.kind === 'draft' && move !== undefined ? { move } : {}),
    created_at: event.ts,
    expires_at: expiresAt === null ? NEVER : Math.floor(Date.parse(expiresAt) / 1000),
  };
};

/** Which page a mailed token opens, and what it is about. */
const subjectOf = (stream: string, event: AnyKnownEvent): { readonly kind: string; readonly about: string } | null => {
  switch (event.type) {
    case 'DraftMailed':
      return { kind: 'draft', about: event.data.draftId };
    case 'NoticeMailed':
      return { kind: noticePage(event.data.notice), about: event.data.about };
    case 'ProposalMailed':
      return { kind: 'proposal', about: streamSubject(stream) };
    case 'MailUnmatched':
      return { kind: 'mail', about: streamSubject(stream) };
    case 'ReportClaimed':
    case 'ReportSent':
      return { kind: 'report', about: `${event.data.report}/${event.data.date}` };
    case 'AdminNotified':
      return { kind: 'admin', about: `${event.data.about}/${event.data.key}` };
    case 'FaultsMailed':
      return { kind: 'faults', about: event.data.tokenHash };
    default:
      return null;
  }
};

/** A reply that is mailed again, or to the admin, is still the reply's page. */
const noticePage = (notice: string): string => (notice.startsWith('reply') ? 'reply' : notice);
