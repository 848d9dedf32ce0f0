import type { PastEvent } from '../events/catalogue.ts';
import type { NudgeRow } from '../ports/read-models.ts';

/** `qf-nudges`: one row per nudge that left. */
export const nudgeRows = (stream: string, events: readonly PastEvent[]): readonly NudgeRow[] => {
  const rows = new Map<number, NudgeRow>();
  for (const { type, data, version } of events) {
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
