import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamoDbChangeFeed } from '../../../src/adapters/aws/dynamodb-change-feed.ts';
import type { FeedTime } from '../../../src/adapters/aws/feed-time.ts';
import { logStream } from '../../../src/adapters/aws/log-stream.ts';
import type { FeedPosition, FeedPositions } from '../../../src/adapters/batch-processor.ts';
import { createBell } from '../../../src/adapters/wake-signal.ts';
import type { ChangeHandler } from '../../../src/ports/change-feed.ts';
import { keptLog } from '../../support/deps.ts';
import { fakeStreams } from '../../support/fake-streams.ts';

/** Time that passes only when somebody waits, and then at once. */
const freeTime = (): FeedTime => {
  let now = 0;
  const bell = createBell();
  const wait = async (ms: number): Promise<void> => {
    now += Number.isFinite(ms) ? ms : 1_000;
    await new Promise(resolve => setImmediate(resolve));
  };
  return { now: () => now, bell: { ...bell, wait }, jitter: () => 0.5 };
};

const memoryPositions = (): FeedPositions & { readonly saved: Map<string, FeedPosition> } => {
  const saved = new Map<string, FeedPosition>();
  return {
    saved,
    load: async consumer => saved.get(consumer) ?? null,
    save: async (consumer, position) => {
      saved.set(consumer, position);
    },
  };
};

describe('the stream of a DynamoDB table', () => {
  let streams: ReturnType<typeof fakeStreams>;
  let positions: ReturnType<typeof memoryPositions>;
  let kept: ReturnType<typeof keptLog>;
  let seen: string[];
  let stops: (() => Promise<void>)[];
  beforeEach(() => {
    streams = fakeStreams();
    positions = memoryPositions();
    kept = keptLog();
    seen = [];
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  const collect: ChangeHandler = async changes => {
    seen.push(...changes.map(({ stream, version }) => `${stream}/${version}`));
    return { failed: null };
  };

  const start = (handler: ChangeHandler = collect, parked: string[] = []) => {
    const feed = dynamoDbChangeFeed({
      stream: logStream(streams.client, streams.client, 'qf-audit'),
      positions,
      time: freeTime(),
      log: kept.log,
    });
    const abort = new AbortController();
    const onParked = async (change: { readonly stream: string; readonly version: number }) => {
      parked.push(`${change.stream}/${change.version}`);
    };
    const done = feed.run({ consumer: 'projector', handler, onParked, signal: abort.signal });
    const stop = async () => {
      abort.abort();
      await done;
    };
    stops.push(stop);
    return { drained: () => feed.drained('projector'), stop };
  };

  it('is read over all its shards, a parent to its end before its children begin', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1, 2, 3, 4, 5);
    streams.close('s1');
    for (const child of ['s2', 's3']) streams.open(child, 's1');
    streams.open('s4', 's2');
    streams.add('s2', 'Q-1', 6, 7);
    streams.close('s2');
    streams.add('s3', 'Q-2', 1);
    streams.add('s4', 'Q-1', 8);
    await start().drained();
    expect(seen.filter(id => id.startsWith('Q-1'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(version => `Q-1/${version}`));
    expect(seen).toContain('Q-2/1');
  });

  it('starts a child whose parent is no longer listed', async () => {
    streams.open('s2', 'long gone');
    streams.add('s2', 'Q-1', 1);
    await start().drained();
    expect(seen).toEqual(['Q-1/1']);
  });

  it('finds the children of a shard that splits while it is read', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1);
    const { drained } = start();
    await drained();
    streams.open('s2', 's1');
    streams.add('s2', 'Q-1', 2);
    streams.close('s1');
    await drained();
    expect(seen).toEqual(['Q-1/1', 'Q-1/2']);
  });

  it('goes on after a restart where it stood in each shard', async () => {
    for (const id of ['s1', 's2']) streams.open(id);
    streams.add('s1', 'Q-1', 1, 2);
    streams.add('s2', 'Q-2', 1);
    const first = start();
    await first.drained();
    await first.stop();
    streams.add('s1', 'Q-1', 3);
    streams.add('s2', 'Q-2', 2);
    seen = [];
    await start().drained();
    expect(seen.toSorted()).toEqual(['Q-1/3', 'Q-2/2']);
  });

  it('takes a new iterator at the same place when one has expired', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1, 2, 3, 4);
    streams.expire(2);
    await start().drained();
    expect(seen).toEqual(['Q-1/1', 'Q-1/2', 'Q-1/3', 'Q-1/4']);
  });

  it('waits when it is throttled, and loses nothing', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1, 2);
    streams.throttle(5);
    await start().drained();
    expect(seen).toEqual(['Q-1/1', 'Q-1/2']);
    expect(kept.lines.filter(({ message }) => message === 'FeedUnwell')).toHaveLength(5);
  });

  it('goes on at the oldest record there is, and alarms, when its place was trimmed away', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1, 2, 3, 4, 5, 6);
    positions.saved.set('projector', { streamArn: 'arn:stream/1', shards: { s1: { after: '2', finished: false } } });
    streams.trim('s1', 4);
    await start().drained();
    expect(seen).toEqual(['Q-1/5', 'Q-1/6']);
    expect(kept.lines).toMatchObject([{ level: 'error', message: 'FeedGap' }]);
  });

  it('takes the oldest record there is, and alarms nobody, when it had reached no place yet', async () => {
    streams.open('s1');
    const { drained } = start();
    await drained();
    streams.add('s1', 'Q-1', 1, 2);
    streams.trim('s1', 1);
    await drained();
    expect(seen).toEqual(['Q-1/2']);
    expect(kept.lines).toEqual([]);
  });

  it('begins anew on the stream of a table that was made anew', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1);
    const { drained } = start();
    await drained();
    streams.anew();
    streams.open('s1');
    streams.add('s1', 'Q-1', 1);
    await drained();
    expect(seen).toEqual(['Q-1/1', 'Q-1/1']);
  });

  it('keeps one shard going while a change of another fails, and parks that one in the end', async () => {
    for (const id of ['s1', 's2']) streams.open(id);
    streams.add('s1', 'Q-1', 1, 2);
    streams.add('s2', 'Q-2', 1, 2, 3, 4, 5);
    const parked: string[] = [];
    const poison: ChangeHandler = async changes => {
      for (const { stream, version, sequence } of changes) {
        if (stream === 'Q-1' && version === 1) return { failed: sequence };
        seen.push(`${stream}/${version}`);
      }
      return { failed: null };
    };
    await start(poison, parked).drained();
    expect(parked).toEqual(['Q-1/1']);
    expect(seen).toEqual(['Q-2/1', 'Q-2/2', 'Q-2/3', 'Q-2/4', 'Q-2/5', 'Q-1/2']);
  });

  it('forgets the places of shards that are gone', async () => {
    streams.open('s1');
    streams.add('s1', 'Q-1', 1);
    streams.close('s1');
    streams.open('s2', 's1');
    const { drained } = start();
    await drained();
    streams.forget('s1');
    streams.add('s2', 'Q-1', 2);
    await drained();
    expect(Object.keys(positions.saved.get('projector')?.shards ?? {})).toEqual(['s2']);
    expect(seen).toEqual(['Q-1/1', 'Q-1/2']);
  });
});
