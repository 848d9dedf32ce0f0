import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, ChangeFeed, ChangeHandler } from '../../src/ports/change-feed.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import { engines, type Instance } from '../support/engines.ts';
import { storedStream } from '../support/stored-events.ts';

const idOf = ({ stream, version }: Change): string => `${stream}/${version}`;

const appendAll = async (store: EventStore, events: ReturnType<typeof storedStream>): Promise<void> => {
  for (const event of events) await store.append(event);
};

describe.each(engines)('the change feed on $name', ({ fresh }) => {
  let instance: Instance;
  let feed: ChangeFeed;
  const running: { stop: AbortController; done: Promise<void> }[] = [];
  beforeEach(async () => {
    instance = await fresh();
    feed = instance.feed;
  });
  afterEach(async () => {
    for (const { stop, done } of running.splice(0)) {
      stop.abort();
      await done;
    }
    await instance.close();
  });

  const start = (consumer: string, handler: ChangeHandler, parked: string[] = []) => {
    const stop = new AbortController();
    const onParked = async (change: Change, error: string) => {
      parked.push(`${idOf(change)}: ${error}`);
    };
    const done = feed.run({ consumer, handler, onParked, signal: stop.signal });
    running.push({ stop, done });
    return async () => {
      stop.abort();
      await done;
    };
  };

  const collector = (): { readonly seen: Change[]; readonly handler: ChangeHandler } => {
    const seen: Change[] = [];
    return {
      seen,
      handler: async changes => {
        seen.push(...changes);
        return { failed: null };
      },
    };
  };

  it('delivers what was appended, each stream in order, with the event as stored', async () => {
    const streams = ['Q-1', 'Q-2', '~contact/c'].map(name => storedStream(name, 5));
    for (const events of streams) await appendAll(instance.store, events);
    const { seen, handler } = collector();
    start('projector', handler);
    await feed.drained('projector');
    for (const events of streams) {
      const ofStream = seen.filter(({ stream }) => stream === events[0]?.quote_id);
      expect(ofStream.map(({ kind, event }) => ({ kind, event }))).toEqual(
        events.map(event => ({ kind: 'INSERT', event })),
      );
    }
  });

  it('delivers what is appended while it runs', async () => {
    const { seen, handler } = collector();
    start('projector', handler);
    await feed.drained('projector');
    await appendAll(instance.store, storedStream('Q-1', 3));
    await feed.drained('projector');
    expect(seen.map(idOf)).toEqual(['Q-1/1', 'Q-1/2', 'Q-1/3']);
  });

  it('calls nothing lost when the first event comes to a log it already follows, whatever is made beside that log', async () => {
    const { seen, handler } = collector();
    start('projector', handler);
    await feed.drained('projector');
    await instance.empty();
    await appendAll(instance.store, storedStream('Q-1', 3));
    await feed.drained('projector');
    expect(seen.map(idOf)).toEqual(['Q-1/1', 'Q-1/2', 'Q-1/3']);
    expect(instance.errors).toEqual([]);
  });

  it('goes on where it stopped, for each consumer on its own', async () => {
    await appendAll(instance.store, storedStream('Q-1', 3));
    const first = collector();
    const stop = start('projector', first.handler);
    await feed.drained('projector');
    await stop();
    await appendAll(instance.store, storedStream('Q-2', 2));
    const second = collector();
    const other = collector();
    start('projector', second.handler);
    start('publisher', other.handler);
    await Promise.all([feed.drained('projector'), feed.drained('publisher')]);
    expect(second.seen.map(idOf)).toEqual(['Q-2/1', 'Q-2/2']);
    expect(other.seen.map(idOf)).toHaveLength(5);
  });

  it('stops a batch at the first failure and tries that one again, with nothing after it before it', async () => {
    await appendAll(instance.store, storedStream('Q-1', 4));
    const handled: string[] = [];
    let failures = 2;
    start('projector', async changes => {
      for (const change of changes) {
        if (change.version === 3 && failures-- > 0) return { failed: change.sequence };
        handled.push(idOf(change));
      }
      return { failed: null };
    });
    await feed.drained('projector');
    expect(handled).toEqual(['Q-1/1', 'Q-1/2', 'Q-1/3', 'Q-1/4']);
  });

  it('handles the rest of a batch whose handler threw one by one', async () => {
    await appendAll(instance.store, storedStream('Q-1', 3));
    const handled: string[] = [];
    let throws = 1;
    start('projector', async changes => {
      if (changes.length > 1 && throws-- > 0) throw new Error('lost the whole batch');
      handled.push(...changes.map(idOf));
      return { failed: null };
    });
    await feed.drained('projector');
    expect(handled).toEqual(['Q-1/1', 'Q-1/2', 'Q-1/3']);
  });
});
