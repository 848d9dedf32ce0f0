import { beforeEach, describe, expect, it } from 'vitest';
import { publisher } from '../../../src/application/publish.ts';
import type { StoredEvent } from '../../../src/events/envelope.ts';
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
  let refused: ReadonlySet<string>;
  let slow: ReadonlySet<string>;
  beforeEach(() => {
    published = [];
    tripped = [];
    kept = keptLog();
    busIsDown = false;
    refused = new Set();
    slow = new Set();
  });

  const handle = (changes: readonly Change[]) =>
    publisher({
      bus: {
        publish: async (type: string, detail: MoveNotice) => {
          if (busIsDown || refused.has(detail.eventId)) throw new Error('bus down');
          for (let turn = 0; slow.has(detail.eventId) && turn < 20; turn++) await Promise.resolve();
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

  it('keeps no stream waiting for another that fails, and names the earliest failure', async () => {
    const of = (stream: string, version: number): Change =>
      change(planned(`d${version}`, { quote_id: stream, version, event_id: `${stream}/${version}` }));
    refused = new Set(['Q-2/3', 'Q-3/2']);
    const batch = [of('Q-1', 1), of('Q-3', 2), of('Q-2', 3), of('Q-2', 4), of('Q-4', 5)];
    expect(await handle(batch)).toEqual({ failed: 's2' });
    expect(published.join()).toContain('Q-1/1');
    expect(published.join()).not.toContain('Q-2/4');
  });

  it('has what came before a failure behind it, however slow that was', async () => {
    const of = (stream: string, version: number): Change =>
      change(planned(`d${version}`, { quote_id: stream, version, event_id: `${stream}/${version}` }));
    refused = new Set(['Q-2/2']);
    slow = new Set(['Q-1/1']);
    expect(await handle([of('Q-1', 1), of('Q-2', 2), of('Q-1', 3)])).toEqual({ failed: 's2' });
    expect(published.map(line => line.includes('Q-1/1'))).toEqual([true]);
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
