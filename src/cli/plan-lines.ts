import { DateTime } from 'luxon';
import type { Planned } from '../application/plan-ahead.ts';

/** What would happen, as one line of JSON; instants with the zone's offset at that instant. */
export const plannedLine = (planned: Planned, sendTime: (instant: Date) => string): string => {
  const { checked, row } = planned;
  if (planned.kind === 'expired') return JSON.stringify({ checked, quote_id: row.quoteId, event: 'expired' });
  return JSON.stringify({
    checked,
    quote_id: row.quoteId,
    move: planned.move,
    step_index: planned.stepIndex,
    send_at: sendTime(planned.sendAt),
    owner: planned.owner,
    owner_from: planned.ownerFrom,
    tier: planned.tier,
    days_since_sent: planned.daysSinceSent,
    days_to_expiry: planned.daysToExpiry,
  });
};

/** `2026-03-09T09:00:00+08:00`; `+00:00` too, never `Z`. Most mail of a day leaves at one instant: the last is remembered. */
export const sendTimeIn = (timezone: string): ((instant: Date) => string) => {
  let last = Number.NaN;
  let text = '';
  return instant => {
    if (instant.getTime() !== last) {
      last = instant.getTime();
      text = DateTime.fromMillis(last, { zone: timezone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
    }
    return text;
  };
};
