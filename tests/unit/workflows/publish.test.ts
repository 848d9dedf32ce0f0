import { beforeEach, describe, expect, it } from 'vitest';
import { publisher } from '../../../src/event-store/outbox.ts';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import type { Change } from '../../../src/ports/change-feed.ts';
import type { MoveNotice } from '../../../src/ports/world.ts';
import { keptLog } from '../../support/deps.ts';
import { storedEvent } from '../../support/stored-events.ts';

const planned = (draftId: string, fields: Partial<StoredEvent> = {}): StoredEvent =>
  storedEvent({
    action: 'MovePlanned',
    data: {
      draftId,
      move: 'followup',
      stepIndex: 2,
      stepDay: 7,
      supersedes: null,
      chain: 1,
      checked: '2026-03-02',
      owner: 'priya@harbourline.example',
      ownerFrom: 'row',
      tier: 'standard',
      daysSinceSent: 7,
      daysToExpiry: null,
      factsHash: 'f',
      versions: { sheet: 's', rules: 'r', voice: 'v', config: 'c', code: 'k' },
    },
    ...fields,
  });

const change = (event: StoredEvent, kind: Change['kind'] = 'INSERT'): Change => ({
  sequence: `s${event.version}`,
  kind,
  stream: event.quote_id,
  version: event.version,
  event: kind === 'REMOVE' ? null : event,
});

describe('the outbox and the tripwire', () => {
  let published: string[];
  let tripped: string[];
  let kept: ReturnType<typeof keptLog>;
  let busIsDown: boolean;
  beforeEach(() => {
    published = [];
    tripped = [];
    kept = keptLog();
    busIsDown = false;
  });

  const handle = (changes: readonly Change[]) =>
    publisher({
      bus: {
        publish: async (type: string, detail: MoveNotice) => {
          if (busIsDown) throw new Error('bus down');
          published.push(`${type} ${JSON.stringify(detail)}`);
        },
      },
      log: kept.log,
      onTripped: async ({ kind, stream, version }) => {
        tripped.push(`${kind} ${stream}/${version}`);
      },
    })(changes);

  it('puts each planned move on the bus, and nothing else', async () => {
    const second = planned('d2', { version: 2, event_id: 'Q-1/2' });
    expect(await handle([change(planned('d1')), change(storedEvent({ version: 9 })), change(second)])).toEqual({
      failed: null,
    });
    expect(published).toEqual([
      'qf.followup {"quoteId":"Q-1","draftId":"d1","move":"followup","eventId":"Q-1/1"}',
      'qf.followup {"quoteId":"Q-1","draftId":"d2","move":"followup","eventId":"Q-1/2"}',
    ]);
  });

  it('stops at the first move it cannot publish and names that one', async () => {
    busIsDown = true;
    const later = change(planned('d2', { version: 5 }));
    expect(await handle([change(storedEvent()), change(planned('d1', { version: 4 })), later])).toEqual({
      failed: 's4',
    });
    expect(kept.lines).toMatchObject([{ level: 'error', message: 'PublishFailed' }]);
  });

  it('alarms on any change of the log that is no insert, and publishes nothing of it', async () => {
    expect(await handle([change(planned('d1'), 'MODIFY'), change(planned('d1'), 'REMOVE')])).toEqual({ failed: null });
    expect(published).toEqual([]);
    expect(tripped).toEqual(['MODIFY Q-1/1', 'REMOVE Q-1/1']);
    expect(kept.lines.map(({ level, message }) => `${level} ${message}`)).toEqual(['error Tripwire', 'error Tripwire']);
  });

  it('alarms on a planned move of a newer release and goes on', async () => {
    expect(await handle([change(planned('d1', { schema: 2 })), change(planned('d2', { version: 2 }))])).toEqual({
      failed: null,
    });
    expect(published).toHaveLength(1);
    expect(kept.lines).toMatchObject([{ level: 'error', message: 'UnknownEvent' }]);
  });
});
