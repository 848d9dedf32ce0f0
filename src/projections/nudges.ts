import type { AnyKnownEvent } from '../events/event-registry.ts';
import { messageIdKey } from '../mail-reading/which-quote.ts';
import type { NudgeRow } from '../ports/read-models.ts';

/** `qf-nudges`: one row per nudge that left, and row 0 for the mail that the quote went out with, where its id is known. */
export const nudgeRows = (stream: string, events: readonly AnyKnownEvent[]): readonly NudgeRow[] => {
  const rows = new Map<number, NudgeRow>();
  let sent: { readonly day: string; readonly to: string } | null = null;
  for (const { type, data, version } of events) {
    if (type === 'QuoteListed' || type === 'QuoteRevised') sent = { day: data.facts.sent, to: data.facts.contactRef };
    if (type === 'OriginalKept' && sent !== null && data.messageId !== null) {
      rows.set(0, {
        quote_id: stream,
        step_index: 0,
        version,
        nudge_date: sent.day,
        sent_via: 'email',
        recipient: sent.to,
        move: 'original',
        draft_id: data.proposalId,
        message_id: localPart(data.messageId),
      });
    }
    if (type !== 'NudgeSent') continue;
    rows.set(data.stepIndex, {
      quote_id: stream,
      step_index: data.stepIndex,
      version,
      nudge_date: data.day,
      sent_via: data.via,
      recipient: data.recipientRef,
      move: data.move,
      draft_id: data.draftId,
      message_id: data.messageId,
    });
  }
  return [...rows.values()];
};

/** Ids are looked up without their host, as the mail service gives ours. */
const localPart = (messageId: string): string => {
  const key = messageIdKey(messageId);
  const at = key.lastIndexOf('@');
  return at < 0 ? key : key.slice(0, at);
};
