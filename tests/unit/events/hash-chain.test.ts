import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Head, hashOf, NO_HASH, rootOf, tsAfter } from '../../../src/event-store/hash-chain.ts';
import { storedEvent } from '../../support/stored-events.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the hash of a stored event', () => {
  it('is the SHA-256 of its RFC 8785 JSON, names sorted, without the hash itself', () => {
    const { hash, ...item } = storedEvent({ data: { b: 1, a: ['x', 1e21, -0.5, 'é'] } });
    const json =
      '{"action":"ApprovalCancelled","after":"","before":"","by_system":"test","correlation_id":"c1",' +
      '"data":{"a":["x",1e+21,-0.5,"é"],"b":1},"day":"2026-03-02","event_id":"Q-1/1",' +
      `"prev_hash":"${NO_HASH}","quote_id":"Q-1","schema":1,"ts":"2026-03-02T01:00:00.000Z","version":1}`;
    expect(hash).toBe(sha256(json));
    expect(hashOf(item)).toBe(hash);
  });

  it('covers every field there is, those this code does not know too', () => {
    const event = storedEvent();
    expect(hashOf({ ...event, hash: 'anything' } as typeof event)).toBe(event.hash);
    expect(hashOf({ ...event, slipped_in: 1 } as typeof event)).not.toBe(event.hash);
  });

  it('does not depend on the order in which an engine gives the fields back', () => {
    const event = storedEvent();
    const turned = Object.fromEntries(Object.entries(event).reverse());
    expect(hashOf(turned as unknown as typeof event)).toBe(event.hash);
  });
});

describe('the time of an event', () => {
  it('is now, but never earlier than the one before', () => {
    const now = new Date('2026-03-02T01:00:00.000Z');
    expect(tsAfter(null, now)).toBe('2026-03-02T01:00:00.000Z');
    expect(tsAfter('2026-03-02T00:59:59.999Z', now)).toBe('2026-03-02T01:00:00.000Z');
    expect(tsAfter('2026-03-02T01:00:00.001Z', now)).toBe('2026-03-02T01:00:00.001Z');
  });
});

describe('the root over all heads', () => {
  const heads: readonly Head[] = ['Q-2', '~system', 'Q-10', 'Q-1', 'ä'].map((stream, i) => ({
    stream,
    version: i + 1,
    hash: sha256(stream),
  }));

  it('is a Merkle tree over the heads sorted by stream', () => {
    const leaf = (head: Head | undefined) =>
      sha256(`\u0000${JSON.stringify([head?.stream, head?.version, head?.hash])}`);
    const node = (left: string, right: string) => sha256(`\u0001${left}${right}`);
    const [q2, system, q10, q1, a] = heads.map(leaf) as [string, string, string, string, string];
    expect(rootOf(heads)).toBe(node(node(node(q1, q10), node(q2, system)), a));
    expect(rootOf(heads.slice(0, 1))).toBe(q2);
    expect(rootOf([])).toBe(sha256(''));
  });

  it('does not depend on the order of the streams', () => {
    expect(rootOf(heads.toReversed())).toBe(rootOf(heads));
  });

  it('changes when a head is missing, older or of another stream', () => {
    const [first, ...rest] = heads as [Head, ...Head[]];
    const others = [
      rest,
      [{ ...first, version: 9 }, ...rest],
      [{ ...first, hash: NO_HASH }, ...rest],
      [{ ...first, stream: 'Q-3' }, ...rest],
    ];
    expect(new Set([rootOf(heads), ...others.map(rootOf)]).size).toBe(5);
  });
});
