import { describe, expect, it } from 'vitest';
import { createBatchProcessor } from '../../../src/adapters/batch-processor.ts';
import type { Change } from '../../../src/ports/change-feed.ts';

const change = (version: number): Change => ({
  sequence: String(version),
  kind: 'INSERT',
  stream: 'Q-1',
  version,
  event: null,
});
const batch = [1, 2, 3, 4].map(change);
const never = async () => {
  throw new Error('parked without need');
};

describe('a batch of changes', () => {
  it('is done when the handler says so', async () => {
    const deliver = createBatchProcessor(async () => ({ failed: null }), never);
    expect(await deliver(batch)).toEqual({ done: 4, pauseMs: 0 });
  });

  it('is done up to the first failure, which waits longer each time', async () => {
    const deliver = createBatchProcessor(async () => ({ failed: '3' }), never);
    const first = await deliver(batch);
    const second = await deliver(batch.slice(2));
    expect(first.done).toBe(2);
    expect(second.done).toBe(0);
    expect(second.pauseMs).toBeGreaterThan(first.pauseMs);
    expect(first.pauseMs).toBeGreaterThan(0);
  });

  it('parks what keeps failing, with the reason, and goes on after it', async () => {
    const parked: string[] = [];
    const deliver = createBatchProcessor(
      async changes => {
        if (changes.some(({ version }) => version === 2)) throw new Error('poison');
        return { failed: null };
      },
      async ({ version }, error) => {
        parked.push(`${version} ${error}`);
      },
      3,
    );
    expect((await deliver(batch)).done).toBe(1);
    expect((await deliver(batch.slice(1))).done).toBe(0);
    expect(await deliver(batch.slice(1))).toEqual({ done: 1, pauseMs: 0 });
    expect(parked).toEqual(['2 Error: poison']);
    expect(await deliver(batch.slice(2))).toEqual({ done: 2, pauseMs: 0 });
  });

  it('keeps trying what could not even be parked', async () => {
    const deliver = createBatchProcessor(async () => ({ failed: '1' }), never, 1);
    expect(await deliver(batch)).toMatchObject({ done: 0 });
    expect(await deliver(batch)).toMatchObject({ done: 0 });
  });

  it('counts the tries of each change on its own', async () => {
    const parked: number[] = [];
    let failing = '1';
    const deliver = createBatchProcessor(
      async () => ({ failed: failing }),
      async ({ version }) => {
        parked.push(version);
      },
      2,
    );
    await deliver(batch);
    failing = '2';
    await deliver(batch);
    expect(parked).toEqual([]);
    await deliver(batch.slice(1));
    expect(parked).toEqual([2]);
  });
});
