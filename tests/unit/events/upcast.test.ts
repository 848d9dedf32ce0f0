import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/event-store/hash-chain.ts';
import { actorOf, createRegistry, decodeKnown, type Upcasters } from '../../../src/events/event-registry.ts';
import { defineEvent } from '../../../src/events/event-type.ts';
import type { StoredEvent } from '../../../src/events/stored-event.ts';
import { storedEvent } from '../../support/stored-events.ts';

// An invented business: parcels were weighed in pounds, then in grams, then the action got a better name.
const ParcelTaken = defineEvent('ParcelTaken', t.type({ grams: t.number, fragile: t.boolean }), t.null, 3);

const asRecord = (data: unknown): Readonly<Record<string, unknown>> => Object(data);

const upcasters: Upcasters = {
  'ParcelWeighed@1': {
    to: { action: 'ParcelWeighed', schema: 2 },
    data: old => ({ grams: Math.round(Number(asRecord(old).pounds) * 453.592) }),
  },
  'ParcelWeighed@2': {
    to: { action: 'ParcelTaken', schema: 3 },
    data: old => ({ grams: Number(asRecord(old).grams), fragile: false }),
  },
};
const parcels = createRegistry([ParcelTaken], upcasters);

const stored = (action: string, schema: number, data: StoredEvent['data']) => storedEvent({ action, schema, data });

describe('an old shape', () => {
  it('is lifted step by step to the shape of today, under its new name', () => {
    const oldest = stored('ParcelWeighed', 1, { pounds: 2 });
    const past = parcels.decode(oldest);
    expect(past).toMatchObject(E.right({ type: 'ParcelTaken', data: { grams: 907, fragile: false }, version: 1 }));
    expect(parcels.decode(stored('ParcelWeighed', 2, { grams: 5 }))).toMatchObject(
      E.right({ type: 'ParcelTaken', data: { grams: 5, fragile: false } }),
    );
  });

  it('leaves the stored item and its hash as they are', () => {
    const oldest = stored('ParcelWeighed', 1, { pounds: 2 });
    const before = structuredClone(oldest);
    parcels.decode(oldest);
    expect(oldest).toEqual(before);
    expect(hashOf(oldest)).toBe(before.hash);
  });

  it('is written no more: new events have the shape of today', () => {
    expect(parcels.encode({ type: 'ParcelTaken', data: { grams: 1, fragile: true }, sealed: null })).toEqual({
      action: 'ParcelTaken',
      schema: 3,
      data: { grams: 1, fragile: true },
    });
  });

  it.each([
    ['that nobody lifts', 'ParcelTaken', 2, { grams: 1 }, 'schema'],
    ['of a release to come', 'ParcelTaken', 4, { grams: 1, fragile: true }, 'schema'],
    ['of another action', 'ParcelLost', 1, {}, 'action'],
    ['whose data is not of its shape', 'ParcelTaken', 3, { grams: '1' }, 'data'],
    ['named like something every object has', 'toString', 1, {}, 'action'],
  ])('%s is an unknown event', (_, action, schema, data, unknown) => {
    expect(parcels.decode(stored(action, schema, data))).toMatchObject(
      E.left({ name: 'UnknownEvent', stream: 'Q-1', version: 1, action, schema, unknown }),
    );
  });
});

describe('the old shapes in stored logs', () => {
  it.each<[string, StoredEvent['data'], StoredEvent['data']]>([
    ['QuoteHeld', { reason: 'rep', note: 'n', cause: null }, { reason: 'rep', note: 'n', cause: null, until: null }],
    ['HoldEnded', { reason: 'rep' }, { reason: 'rep', automatic: false }],
    [
      'ReportClaimed',
      { report: 'digest', date: '2026-03-02' },
      { report: 'digest', date: '2026-03-02', recipientRef: '', tokenHash: null, expiresAt: null },
    ],
  ])('%s: what was not said then is nothing now', (action, old, today) => {
    expect(decodeKnown(stored(action, 1, old))).toMatchObject(E.right({ type: action, data: today }));
  });

  it.each([[null], ['text'], [[1]], [{ nothing: 'of it' }]])(
    '%j in place of their fields is an unknown event',
    data => {
      expect(decodeKnown(stored('QuoteHeld', 1, data))).toMatchObject(E.left({ unknown: 'data', schema: 1 }));
    },
  );
});

describe('an event read back', () => {
  it('says who acted: a person, else the part of the system', () => {
    expect(actorOf(storedEvent({ by_user: 'priya@harbourline.example' }))).toEqual({
      user: 'priya@harbourline.example',
    });
    expect(actorOf(storedEvent({ by_system: 'check-day' }))).toEqual({ system: 'check-day' });
    const { by_system: _, ...nobody } = storedEvent();
    expect(actorOf(nobody)).toEqual({ system: '' });
  });

  it('is named with its place where this code does not know it', () => {
    expect(decodeKnown(stored('QuoteTeleported', 3, {}))).toMatchObject(
      E.left({ message: 'Q-1/1: unknown action of QuoteTeleported@3', unknown: 'action' }),
    );
  });
});

describe('the catalogue', () => {
  it('has one type for an action', () => {
    expect(() => createRegistry([ParcelTaken, ParcelTaken], {})).toThrow('two event types share one action name');
  });

  it.each([
    ['an unknown type', { type: 'ParcelLost', data: {}, sealed: null }, 'no event type is named ParcelLost'],
    [
      'data of another shape',
      { type: 'ParcelTaken', data: { grams: '1' }, sealed: null },
      'data of ParcelTaken is not of its shape',
    ],
    [
      'a personal part where none belongs',
      { type: 'ParcelTaken', data: { grams: 1, fragile: true }, sealed: { to: 'ann' } },
      'sealed part of ParcelTaken is not of its shape',
    ],
  ])('stores nothing of %s', (_, event, why) => {
    expect(() => parcels.encode(event)).toThrow(new TypeError(why));
  });
});
