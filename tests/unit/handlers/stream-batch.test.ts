import { describe, expect, it } from 'vitest';
import { streamBatch } from '../../../src/handlers/stream-batch.ts';
import type { Change } from '../../../src/ports/change-feed.ts';

const change = (sequence: string): Change => ({ sequence, kind: 'INSERT', stream: 'Q', version: 1, event: null });
const changesOf = (records: readonly unknown[]): readonly Change[] => records.map(record => change(String(record)));

describe('a batch of the log’s stream', () => {
  it('that went through names no failure', async () => {
    const answer = streamBatch(async () => ({ failed: null }), changesOf);
    expect(await answer({ Records: ['1', '2'] })).toEqual({ batchItemFailures: [] });
  });

  it('that stopped names the one record from which the stream begins again', async () => {
    const answer = streamBatch(async changes => ({ failed: changes[1]?.sequence ?? null }), changesOf);
    expect(await answer({ Records: ['1', '2', '3'] })).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }] });
  });

  it('of another shape is refused: an answer without failures would skip it for good', async () => {
    const answer = streamBatch(async () => ({ failed: null }), changesOf);
    await expect(answer({})).rejects.toThrow('{Records: […]}');
  });
});
