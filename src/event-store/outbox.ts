import * as E from 'fp-ts/lib/Either.js';
import { decodeKnown } from '../events/event-registry.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import type { Change, ChangeHandler } from '../ports/change-feed.ts';
import type { Bus, Log } from '../ports/world.ts';
import { alarmUnknown } from './load.ts';

export interface PublishDeps {
  readonly bus: Bus;
  readonly log: Log;
  /** Told of every change made to the log behind its back, after the alarm. */
  readonly onTripped?: (change: Change) => Promise<void>;
}

/**
 * The outbox and the tripwire, on one reader of the log's stream. A planned move goes on the bus because it stands in
 * the log: a crash between the two cannot lose it. Anything but an insert means that somebody changed the log.
 */
export const publisher =
  (deps: PublishDeps): ChangeHandler =>
  async changes => {
    for (const change of changes) {
      try {
        await handle(deps, change);
      } catch (error) {
        const { stream, version } = change;
        deps.log('error', 'PublishFailed', { stream, version, error: String(error) });
        return { failed: change.sequence };
      }
    }
    return { failed: null };
  };

const handle = async (deps: PublishDeps, change: Change): Promise<void> => {
  if (change.kind !== 'INSERT') return trip(deps, change);
  if (change.event?.action === 'MovePlanned') await publish(deps, change.event);
};

const trip = async ({ log, onTripped }: PublishDeps, change: Change): Promise<void> => {
  log('error', 'Tripwire', { kind: change.kind, stream: change.stream, version: change.version });
  await onTripped?.(change);
};

const publish = async ({ bus, log }: PublishDeps, stored: StoredEvent): Promise<void> => {
  const past = decodeKnown(stored);
  if (E.isLeft(past)) return alarmUnknown(log, past.left);
  if (past.right.type !== 'MovePlanned') return;
  const { draftId, move } = past.right.data;
  await bus.publish(`qf.${move}`, { quoteId: stored.quote_id, draftId, move, eventId: stored.event_id });
};
