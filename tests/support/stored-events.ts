import { NO_HASH, type Unhashed, withHash } from '../../src/event-store/hash-chain.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';

/** An event as the log holds it, linked to `previous`; any field can be given. */
export const storedEvent = (fields: Partial<Unhashed> = {}, previous: StoredEvent | null = null): StoredEvent => {
  const stream = fields.quote_id ?? previous?.quote_id ?? 'Q-1';
  const version = fields.version ?? (previous?.version ?? 0) + 1;
  const ts = fields.ts ?? previous?.ts ?? '2026-03-02T01:00:00.000Z';
  return withHash({
    quote_id: stream,
    version,
    ts,
    day: ts.slice(0, 10),
    action: 'ApprovalCancelled',
    schema: 1,
    ...(fields.by_user === undefined ? { by_system: 'test' } : {}),
    before: '',
    after: '',
    data: { draftId: 'd1' },
    event_id: `${stream}/${version}`,
    correlation_id: 'c1',
    prev_hash: previous?.hash ?? NO_HASH,
    ...fields,
  });
};

/** A whole stream of `length` events. */
export const storedStream = (stream: string, length: number, fields: Partial<Unhashed> = {}): StoredEvent[] => {
  const events: StoredEvent[] = [];
  for (let i = 0; i < length; i++) events.push(storedEvent({ ...fields, quote_id: stream }, events.at(-1) ?? null));
  return events;
};
