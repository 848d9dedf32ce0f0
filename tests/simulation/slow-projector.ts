import type { StoredEvent } from '../../src/events/stored-event.ts';

/**
 * The rows of the read models once more, from the stored events as they stand there: no codec, no fold and no
 * projection of the program, one pass for each row, however long that takes. What it says and what the projector
 * made by doubled, late and cut-off delivery must be the same.
 */
type Data = Readonly<Record<string, unknown>>;
interface Plain {
  readonly action: string;
  readonly version: number;
  readonly ts: string;
  readonly data: Data;
  readonly by: string;
}
export type PlainRow = Readonly<Record<string, unknown>>;

const dataOf = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const plainEvents = (stored: readonly StoredEvent[]): readonly Plain[] =>
  stored.map(({ action, version, ts, data, by_user, by_system }) => ({
    action,
    version,
    ts,
    data: dataOf(data),
    by: by_user ?? by_system ?? '',
  }));

export const slowRows = (stream: string, stored: readonly StoredEvent[]): readonly PlainRow[] => {
  const events = plainEvents(stored);
  return [...nudges(stream, events), ...replies(stream, events), ...approvals(stream, events)];
};

const nudges = (stream: string, events: readonly Plain[]): readonly PlainRow[] => {
  const sent = Map.groupBy(
    events.filter(({ action }) => action === 'NudgeSent'),
    ({ data }) => data.stepIndex,
  );
  const rows = [...sent.values()].flatMap((list): readonly PlainRow[] => {
    const newest = list.at(-1);
    if (!newest) return [];
    const { data, version } = newest;
    return [
      {
        quote_id: stream,
        step_index: data.stepIndex,
        version,
        nudge_date: data.day,
        sent_via: data.via,
        recipient: data.recipientRef,
        move: data.move,
        draft_id: data.draftId,
        message_id: data.messageId,
      },
    ];
  });
  const original = events.findLast(({ action, data }) => action === 'OriginalKept' && data.messageId !== null);
  const listed = events.findLast(
    ({ action, version }) =>
      (action === 'QuoteListed' || action === 'QuoteRevised') && version < (original?.version ?? 0),
  );
  if (!original || !listed) return rows;
  const facts = dataOf(listed.data.facts);
  return [
    ...rows,
    {
      quote_id: stream,
      step_index: 0,
      version: original.version,
      nudge_date: facts.sent,
      sent_via: 'email',
      recipient: facts.contactRef,
      move: 'original',
      draft_id: original.data.proposalId,
      message_id: String(original.data.messageId).replace(/@[^@]*$/, ''),
    },
  ];
};

const replies = (stream: string, events: readonly Plain[]): readonly PlainRow[] => {
  const ids = new Set(events.flatMap(({ action, data }) => (action === 'ReplyReceived' ? [data.replyId] : [])));
  return [...ids].map((id): PlainRow => {
    const own = events.filter(
      ({ action, data }) =>
        data.replyId === id && ['ReplyReceived', 'ReplyLabelled', 'ReplyTaken', 'ReplyDismissed'].includes(action),
    );
    const received = own.find(({ action }) => action === 'ReplyReceived');
    const after = own.filter(({ version, action }) => action !== 'ReplyReceived' && version > (received?.version ?? 0));
    const label = after.findLast(({ action }) => action === 'ReplyLabelled');
    const named = after.findLast(({ action }) => action === 'ReplyLabelled' || action === 'ReplyDismissed');
    const taken = after.findLast(({ action }) => action === 'ReplyTaken');
    const deferUntil = label?.data.deferUntil ?? null;
    return {
      quote_id: stream,
      reply_date: `${received?.data.day}#${received?.version}`,
      version: after.at(-1)?.version ?? received?.version,
      reply_id: id,
      outcome: named === undefined ? 'received' : named.action === 'ReplyDismissed' ? 'dismissed' : named.data.label,
      ...(deferUntil === null ? {} : { defer_until: deferUntil }),
      ...(taken ? { by_user: taken.by } : {}),
    };
  });
};

interface Page {
  readonly token: string;
  readonly kind: string;
  readonly about: string;
  readonly at: Plain;
}

/** Which mailed link opens which page. */
const pageOf = (stream: string, at: Plain): Page | null => {
  const { action, data } = at;
  const token = data.tokenHash;
  if (typeof token !== 'string') return null;
  const subject = stream.slice(stream.indexOf('/') + 1);
  const notice = String(data.notice);
  switch (action) {
    case 'DraftMailed':
      return { token, kind: 'draft', about: String(data.draftId), at };
    case 'NoticeMailed':
      return { token, kind: notice.startsWith('reply') ? 'reply' : notice, about: String(data.about), at };
    case 'ProposalMailed':
      return { token, kind: 'proposal', about: subject, at };
    case 'MailUnmatched':
      return { token, kind: 'mail', about: subject, at };
    case 'ReportClaimed':
    case 'ReportSent':
      return { token, kind: 'report', about: `${data.report}/${data.date}`, at };
    case 'FaultsMailed':
      return { token, kind: 'faults', about: token, at };
    case 'AdminNotified':
      return { token, kind: 'admin', about: `${data.about}/${data.key}`, at };
    default:
      return null;
  }
};

/** What an event says of a page: decided so, open again (null), or nothing (undefined). `was`: what was known before. */
const saidOf = ({ action, data }: Plain, { kind, about }: Page, was: unknown): string | null | undefined => {
  const ofDraft = kind === 'draft' && about === data.draftId;
  const isHold = (reasons: readonly string[]): boolean => reasons.includes(String(data.reason));
  switch (action) {
    case 'DraftApproved':
      return ofDraft ? 'approved' : undefined;
    case 'ApprovalCancelled':
      return ofDraft ? null : undefined;
    case 'DraftSkipped':
      return ofDraft ? 'skipped' : undefined;
    case 'DraftVoided':
      return ofDraft ? 'voided' : undefined;
    case 'DraftLapsed':
      return ofDraft ? 'lapsed' : undefined;
    case 'AnsweredElsewhere':
      return ofDraft || kind === 'rep-mail' || kind === 'unsure' ? 'answered' : undefined;
    case 'NudgeSent':
      return kind === 'unknown-send' && about === data.draftId ? 'sent' : undefined;
    case 'SendGivenUp':
      return kind === 'unknown-send' && about === data.draftId ? 'given-up' : undefined;
    case 'ReplyReceived':
      return kind === 'unsure' && data.how === 'person' ? 'assigned' : undefined;
    case 'ReplyTaken':
      return kind === 'reply' && about === data.replyId ? 'taken' : undefined;
    case 'ReplyDismissed':
      return kind === 'reply' && about === data.replyId ? 'dismissed' : undefined;
    case 'ChainResumed':
      return data.automatic !== true && ['reply', 'cap', 'expired'].includes(kind) && was === undefined
        ? 'resumed'
        : undefined;
    case 'QuoteClosed':
      return kind !== 'draft' && was === undefined ? String(data.outcome) : undefined;
    case 'QuoteRevised': {
      const changed = Array.isArray(data.changed) ? data.changed : [];
      if (kind === 'expired' && (changed.includes('expires') || changed.includes('sent'))) return 'extended';
      return kind === 'bad-address' && changed.includes('contactRef') ? 'mended' : undefined;
    }
    case 'HoldEnded':
      if (kind === 'unsure') return isHold(['unsure-reply']) ? 'hold ended' : undefined;
      if (kind === 'hold') return isHold(['rep', 'status']) ? 'hold ended' : undefined;
      return (kind === 'rep-mail' || kind === 'bad-address') && isHold([kind]) ? 'hold ended' : undefined;
    case 'RowWrittenBack':
      return kind === 'row-write' && data.field === 'status' && data.problem === null ? 'written' : undefined;
    case 'MovePlanned':
      return kind === 'refused' ? 'offered again' : undefined;
    case 'MailAssigned':
      return kind === 'mail' ? 'assigned' : undefined;
    case 'MailDismissed':
      return kind === 'mail' ? 'dismissed' : undefined;
    case 'MailSetAside':
      return kind === 'mail' ? 'set aside' : undefined;
    case 'ProposalApproved':
      return kind === 'proposal' ? 'approved' : undefined;
    case 'ProposalDiscarded':
      return kind === 'proposal' ? 'discarded' : undefined;
    case 'ProposalReopened':
      return kind === 'proposal' ? null : undefined;
    default:
      return undefined;
  }
};

const approvals = (stream: string, events: readonly Plain[]): readonly PlainRow[] => {
  const pages = new Map<string, Page>();
  for (const event of events) {
    const page = pageOf(stream, event);
    if (page) pages.set(page.token, page);
  }
  return [...pages.values()].map(page => approval(stream, events, page, [...pages.values()]));
};

const END_OF_TIME = 253_402_300_799;

/** One page's row: what every event since its mailing said of it, and what was known of its subject before. */
const approval = (stream: string, events: readonly Plain[], page: Page, all: readonly Page[]): PlainRow => {
  const { token, kind, about, at } = page;
  const earlier = all.filter(one => one.kind === kind && one.about === about && one.at.version < at.version);
  let decided: string | undefined;
  let version = at.version;
  for (const one of earlier) decided ??= decidedUntil(events, one, at.version);
  for (const event of events) {
    if (event.version <= at.version) continue;
    const said = saidOf(event, page, decided);
    if (said === undefined || (said ?? undefined) === decided) continue;
    decided = said ?? undefined;
    version = event.version;
  }
  const move = events.find(({ action, data }) => action === 'MovePlanned' && data.draftId === about)?.data.move;
  const { expiresAt } = at.data;
  return {
    token,
    version,
    quote_id: stream,
    kind,
    about,
    ...(kind === 'draft' && move !== undefined ? { move } : {}),
    created_at: at.ts,
    expires_at: typeof expiresAt === 'string' ? Math.floor(Date.parse(expiresAt) / 1000) : END_OF_TIME,
    ...(decided === undefined ? {} : { decided }),
  };
};

const decidedUntil = (events: readonly Plain[], page: Page, before: number): string | undefined => {
  let decided: string | undefined;
  for (const event of events) {
    if (event.version <= page.at.version || event.version >= before) continue;
    const said = saidOf(event, page, decided);
    if (said !== undefined) decided = said ?? undefined;
  }
  return decided;
};
