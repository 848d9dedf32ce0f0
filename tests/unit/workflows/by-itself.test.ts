import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import { byItself } from '../../../src/event-store/by-itself.ts';
import { EventTooLarge, KeyRefused, StoreFull } from '../../../src/event-store/errors.ts';
import { SealBroken } from '../../../src/event-store/sealing.ts';

describe('what concerns one stream', () => {
  it.each([
    [new SealBroken('~mail/a/3', 'does not open'), 'seal', '~mail/a', 3],
    [new EventTooLarge('Q-1', 4, 'too much'), 'size', 'Q-1', 4],
    [new KeyRefused('Q-2', 'too long'), 'key', 'Q-2', null],
  ] as const)('gives its fault as a value: %s', async (fault, kind, stream, version) => {
    const result = await byItself(() => Promise.reject(fault));
    expect(result).toEqual(E.left(fault));
    expect(fault).toMatchObject({ kind, stream, version });
  });

  it('gives what it came to', async () => {
    expect(await byItself(async () => 7)).toEqual(E.right(7));
  });

  it('throws on what is the engine’s trouble and not the stream’s', async () => {
    await expect(byItself(() => Promise.reject(new StoreFull('the disk is full')))).rejects.toThrow(StoreFull);
  });
});
