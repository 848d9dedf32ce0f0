import type { AnyKnownEvent } from '../events/event-registry.ts';
import type { ReplyRow } from '../ports/read-models.ts';

type Of<T extends AnyKnownEvent['type']> = Extract<AnyKnownEvent, { type: T }>;
type ReplyEvent = Of<'ReplyReceived' | 'ReplyLabelled' | 'ReplyTaken' | 'ReplyDismissed'>;

/** `qf-reply`: one row per message of the customer's side; its outcome is `received` until it is labelled. */
export const replyRows = (stream: string, events: readonly AnyKnownEvent[]): readonly ReplyRow[] => {
  const rows = new Map<string, ReplyRow>();
  for (const event of events) {
    if (!isReplyEvent(event)) continue;
    const { replyId } = event.data;
    const row = next(stream, rows.get(replyId), event);
    if (row) rows.set(replyId, row);
  }
  return [...rows.values()];
};

const isReplyEvent = (event: AnyKnownEvent): event is ReplyEvent =>
  event.type === 'ReplyReceived' ||
  event.type === 'ReplyLabelled' ||
  event.type === 'ReplyTaken' ||
  event.type === 'ReplyDismissed';

const next = (stream: string, row: ReplyRow | undefined, event: ReplyEvent): ReplyRow | undefined => {
  const { version } = event;
  if (event.type === 'ReplyReceived') {
    const { replyId, day } = event.data;
    const received = {
      quote_id: stream,
      reply_date: `${day}#${version}`,
      version,
      reply_id: replyId,
      outcome: 'received',
    };
    return row ?? received;
  }
  if (!row) return row;
  switch (event.type) {
    case 'ReplyLabelled': {
      const { defer_until: _, ...rest } = row;
      const { label, deferUntil } = event.data;
      return { ...rest, version, outcome: label, ...(deferUntil === null ? {} : { defer_until: deferUntil }) };
    }
    case 'ReplyTaken':
      return { ...row, version, by_user: 'user' in event.by ? event.by.user : event.by.system };
    case 'ReplyDismissed':
      return { ...row, version, outcome: 'dismissed' };
  }
};
