import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import type { Change } from '../../../src/ports/change-feed.ts';
import { projector } from '../../../src/projections/projector.ts';
import { keptLog } from '../../support/deps.ts';
import { everyRow, inMemory } from '../../support/memory.ts';
import { storedEvent } from '../../support/stored-events.ts';

const received = (stream: string, version: number): StoredEvent =>
  storedEvent({
    quote_id: stream,
    version,
    event_id: `${stream}/${version}`,
    action: 'ReplyReceived',
    data: {
      replyId: `m${version}`,
      how: 'message-id',
      senderRef: 'r',
      fromContact: true,
      authenticated: true,
      day: '2026-03-02',
      bodyKey: 'b',
      leaving: false,
    },
  });

const change = (event: StoredEvent): Change => ({
  sequence: event.event_id,
  kind: 'INSERT',
  stream: event.quote_id,
  version: event.version,
  event,
});

describe('the projector', () => {
  let memory: ReturnType<typeof inMemory>;
  let reads: string[];
  let kept: ReturnType<typeof keptLog>;
  beforeEach(() => {
    memory = inMemory();
    reads = [];
    kept = keptLog();
  });
  afterEach(() => memory.close());

  const handle = async (events: readonly StoredEvent[], failOn?: string) => {
    for (const event of events) await memory.store.append(event);
    const read = async (stream: string) => {
      reads.push(stream);
      if (stream === failOn) throw new Error('throttled');
      return memory.store.read(stream);
    };
    return projector({ store: { read }, readModels: memory.readModels, log: kept.log })(events.map(change));
  };

  it('reads a stream once per batch', async () => {
    await handle([received('Q-1', 1), received('Q-2', 1), received('Q-1', 2), received('Q-1', 3)]);
    expect(reads).toEqual(['Q-1', 'Q-2']);
    expect(await everyRow(memory.readModels)).toHaveLength(4);
  });

  it('does not read streams for events that no row shows', async () => {
    await handle([storedEvent({ quote_id: '~system', action: 'SheetSynced', data: {} })]);
    expect(reads).toEqual([]);
  });

  it('stops at the first stream that fails and names its change', async () => {
    const result = await handle([received('Q-1', 1), received('Q-2', 1), received('Q-3', 1)], 'Q-2');
    expect(result).toEqual({ failed: 'Q-2/1' });
    expect(reads).toEqual(['Q-1', 'Q-2']);
    expect(kept.lines).toMatchObject([
      { level: 'error', message: 'ProjectionFailed', fields: { stream: 'Q-2', version: 1 } },
    ]);
  });

  it('shows what it knows of a stream that a newer release wrote to, and alarms', async () => {
    const newer = storedEvent({ version: 2, action: 'ReplyTranslated' });
    expect(await handle([received('Q-1', 1), newer, received('Q-1', 3)])).toEqual({ failed: null });
    expect(await memory.readModels.repliesOf('Q-1')).toHaveLength(2);
    expect(kept.lines).toMatchObject([{ message: 'UnknownEvent', fields: { version: 2 } }]);
  });
});
