import { describe, expect, it } from 'vitest';
import { chainFaults, type Unhashed, withHash } from '../../../src/event-store/hash-chain.ts';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import { storedEvent, storedStream } from '../../support/stored-events.ts';

/** A fault as it is printed: `version kind: detail`. */
const found = (events: readonly StoredEvent[]): readonly string[] =>
  chainFaults(events).map(({ version, kind, detail }) => `${version} ${kind}: ${detail}`);

/** Three events, the second with these fields, its hash as an intruder who knows the rules would set it. */
const withSecond = (fields: Partial<Unhashed>): readonly StoredEvent[] => {
  const first = storedEvent();
  const second = storedEvent(fields, first);
  return [first, second, storedEvent({ ts: second.ts }, second)];
};

describe('a stream without a fault', () => {
  it('is whole, from its first event on', () => {
    expect(found([])).toEqual([]);
    expect(found(storedStream('Q-1', 3))).toEqual([]);
  });
  it('may have two events of one instant, and events by a person', () => {
    expect(found(withSecond({ by_user: 'priya@harbourline.example' }))).toEqual([]);
  });
});

describe('a fault of one event is named, and of no other', () => {
  it('its text was changed and its hash left as it was', () => {
    const [first, second, third] = storedStream('Q-1', 3) as [StoredEvent, StoredEvent, StoredEvent];
    expect(chainFaults([first, { ...second, after: 'approved' }, third])).toEqual([
      {
        stream: 'Q-1',
        version: 2,
        kind: 'hash',
        detail: 'the event is not the one that was stored: its hash differs',
        mark: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
  });

  it.each<[string, Partial<Unhashed>, string]>([
    ['the id of another event', { event_id: 'Q-1/9' }, '2 id: its event_id is Q-1/9'],
    [
      'a person and a part of the system acted',
      { by_user: 'priya@harbourline.example', by_system: 'check-day' },
      '2 actor: it says neither or both of who and what acted',
    ],
    [
      'another day than its time',
      { day: '2026-03-03' },
      '2 day: its day is 2026-03-03, its time 2026-03-02T01:00:00.000Z',
    ],
  ])('%s', (_, fields, fault) => expect(found(withSecond(fields))).toEqual([fault]));

  it('nobody acted', () => {
    const { by_system: _, hash: __, ...fields } = storedEvent();
    expect(found([withHash(fields)])).toEqual(['1 actor: it says neither or both of who and what acted']);
  });

  it('its time is before that of the event before it', () => {
    const early = { ts: '2026-03-02T00:59:59.999Z', day: '2026-03-02' };
    expect(found(withSecond(early))).toEqual([
      '2 time: its time 2026-03-02T00:59:59.999Z is before 2026-03-02T01:00:00.000Z',
    ]);
  });

  it('an event without any time has a day that is none of it', () => {
    const timeless = { ...storedEvent(), ts: undefined } as unknown as StoredEvent;
    expect(found([timeless])).toContain('1 day: its day is 2026-03-02, its time undefined');
  });
});

describe('a stream read from the middle', () => {
  it('is checked against the event before, as it was kept', () => {
    const [first, second, third] = storedStream('Q-1', 3) as [StoredEvent, StoredEvent, StoredEvent];
    expect(chainFaults([second, third], first)).toEqual([]);
    expect(chainFaults([second, third], { ...first, hash: '1'.repeat(64) })).toMatchObject([
      { version: 2, kind: 'link' },
    ]);
    expect(chainFaults([third], first)).toMatchObject([{ version: 3, kind: 'gap' }]);
  });

  it('another change of the same event is another fault', () => {
    const [first] = storedStream('Q-1', 1) as [StoredEvent];
    const [one, other] = ['won', 'lost'].map(after => chainFaults([{ ...first, after }])[0]?.mark);
    expect(one).not.toBe(other);
  });
});

describe('the links of a stream', () => {
  it('the first event follows on nothing', () => {
    expect(found([storedEvent({ prev_hash: '1'.repeat(64) })])).toEqual([
      '1 link: it is not linked to the event before it',
    ]);
  });

  it('a whole event that follows on another one than the one before it', () => {
    const [first, second] = storedStream('Q-1', 2) as [StoredEvent, StoredEvent];
    const other = storedEvent({ after: 'another' }, first);
    expect(found([first, other, storedEvent({}, second)])).toEqual(['3 link: it is not linked to the event before it']);
  });

  it('a gap is named by the versions that are missing, and the broken link after it not once more', () => {
    const events = storedStream('Q-1', 5);
    expect(found(events.toSpliced(0, 1))).toEqual(['2 gap: version 1 is missing before it']);
    expect(found(events.toSpliced(1, 1))).toEqual(['3 gap: version 2 is missing before it']);
    expect(found(events.toSpliced(1, 3))).toEqual(['5 gap: versions 2 to 4 are missing before it']);
  });

  it('a version that cannot be was slipped in', () => {
    const [first, second] = storedStream('Q-1', 2) as [StoredEvent, StoredEvent];
    expect(found([storedEvent({ version: 0 })])).toEqual(['0 gap: no event has such a version: it was slipped in']);
    expect(found([first, second, storedEvent({ version: 2.5 }, second)])).toEqual([
      '2.5 gap: no event has such a version: it was slipped in',
    ]);
  });
});
