import type { PastEvent } from '../events/catalogue.ts';
import { streamSubject } from '../events/stream-name.ts';
import type { ApprovalRow } from '../ports/read-models.ts';
import { type Settling, settlings } from './settle-pages.ts';

/** A page without an end of its own: the last second of the year 9999. */
const NEVER = 253_402_300_799;

/** `qf-approvals`: one row per mailed token. `decided` says what became of the page's subject, whichever mailing did it. */
export const approvalRows = (stream: string, events: readonly PastEvent[]): readonly ApprovalRow[] => {
  const rows = new Map<string, ApprovalRow>();
  const moves = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'MovePlanned') moves.set(event.data.draftId, event.data.move);
    for (const settling of settlings(event)) settle(rows, settling, event.version);
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

const pageOf = (stream: string, event: PastEvent, moves: ReadonlyMap<string, string>): ApprovalRow | null => {
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
const subjectOf = (stream: string, event: PastEvent): { readonly kind: string; readonly about: string } | null => {
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
