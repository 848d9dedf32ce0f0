import * as E from 'fp-ts/lib/Either.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defineAggregate } from '../../src/aggregates/decider.ts';
import { hashOf, NO_HASH } from '../../src/event-store/hash-chain.ts';
import { load } from '../../src/event-store/load.ts';
import { unsealer } from '../../src/event-store/sealing.ts';
import { Contended, transact } from '../../src/event-store/transact.ts';
import { ContactDayTaken } from '../../src/events/contact-events.ts';
import { UnknownEvent } from '../../src/events/event-registry.ts';
import { newEvent } from '../../src/events/event-type.ts';
import { MailReceived, MailUnmatched } from '../../src/events/mail-events.ts';
import { clockAt, depsOver } from '../support/deps.ts';
import { engines, type Instance } from '../support/engines.ts';
import { storedEvent } from '../support/stored-events.ts';

/** Days of a contact, each given to the first draft that asks. */
const days = defineAggregate([ContactDayTaken], {
  initial: {} as Readonly<Record<string, string>>,
  evolve: (state, { data }) => ({ ...state, [data.date]: data.draftId }),
  summarize: (state, { data }) => state[data.date] ?? 'free',
});

const mail = defineAggregate([MailReceived, MailUnmatched], {
  initial: 0,
  evolve: count => count + 1,
  summarize: String,
});

const take = (date: string, draftId: string) => (state: Readonly<Record<string, string>>) => {
  if (state[date] === draftId) return E.right(null);
  if (state[date] !== undefined) return E.left('taken' as const);
  return E.right(newEvent(ContactDayTaken, { date, quoteId: 'Q-1', draftId }, null));
};

const taking = (date: string, draftId: string) =>
  ({
    stream: '~contact/c',
    aggregate: days,
    actor: { system: 'sender' },
    sealRef: () => null,
    decide: take(date, draftId),
  }) as const;

const received = (key: string) =>
  newEvent(MailReceived, { key, bytes: 1, kind: null, envelope: [] }, { from: 'ann@c.example', subject: 'Yes' });

describe.each(engines)('a transaction on $name', ({ fresh }) => {
  let instance: Instance;
  let deps: ReturnType<typeof depsOver>;
  const clock = clockAt('2026-03-02T01:00:00.000Z');
  beforeEach(async () => {
    instance = await fresh();
    clock.set('2026-03-02T01:00:00.000Z');
    deps = depsOver(instance, clock);
  });
  afterEach(() => instance.close());

  it('appends what was decided, linked to the event before', async () => {
    await transact(deps, { ...taking('2026-03-02', 'd1'), cause: { event_id: 'Q-1/4', correlation_id: 'Q-1/2' } });
    clock.set('2026-03-03T01:00:00.000Z');
    const second = await transact(deps, { ...taking('2026-03-03', 'd2'), actor: { user: 'priya@example.com' } });
    const [one, two] = await instance.store.read('~contact/c');
    expect(one).toMatchObject({
      version: 1,
      event_id: '~contact/c/1',
      action: 'ContactDayTaken',
      by_system: 'sender',
      before: 'free',
      after: 'd1',
      correlation_id: 'Q-1/2',
      causation_id: 'Q-1/4',
      prev_hash: NO_HASH,
      day: '2026-03-02',
    });
    expect(two).toMatchObject({ version: 2, by_user: 'priya@example.com', prev_hash: one?.hash, day: '2026-03-03' });
    expect(two?.hash).toBe(two && hashOf(two));
    expect(second).toEqual(E.right({ ...(await load(deps, '~contact/c', days)), events: [two] }));
  });

  it('appends nothing when it is already so, or refused', async () => {
    await transact(deps, taking('2026-03-02', 'd1'));
    const again = await transact(deps, taking('2026-03-02', 'd1'));
    expect(E.isRight(again) && again.right.events).toEqual([]);
    expect(await transact(deps, taking('2026-03-02', 'd2'))).toEqual(E.left('taken'));
    expect(await instance.store.read('~contact/c')).toHaveLength(1);
  });

  it('gives one day to one of fifty that ask at once, and all fifty days to fifty', async () => {
    const asked = await Promise.all(
      Array.from({ length: 50 }, (_, i) => transact(deps, taking('2026-03-02', `d${i}`))),
    );
    expect(asked.filter(E.isRight)).toHaveLength(1);
    const each = await Promise.all(Array.from({ length: 50 }, (_, i) => transact(deps, taking(`day ${i}`, 'd'))));
    expect(each.filter(E.isRight)).toHaveLength(50);
    expect((await load(deps, '~contact/c', days)).version).toBe(51);
  });

  it('never dates an event before the one before, whatever the clock does', async () => {
    await transact(deps, taking('2026-03-02', 'd1'));
    clock.set('2026-03-01T23:00:00.000Z');
    await transact(deps, taking('2026-03-03', 'd2'));
    const [one, two] = await instance.store.read('~contact/c');
    expect(two?.ts).toBe(one?.ts);
    expect(two?.day).toBe('2026-03-02');
  });

  it('decides on a state the caller holds, and reads only when that is stale', async () => {
    const held = await load(deps, '~contact/c', days);
    const noRead = { ...deps, store: { ...instance.store, read: () => Promise.reject(new Error('read')) } };
    expect(E.isRight(await transact(noRead, { ...taking('2026-03-02', 'd1'), loaded: held }))).toBe(true);
    expect(await transact(deps, { ...taking('2026-03-02', 'd2'), loaded: held })).toEqual(E.left('taken'));
  });

  it('gives up a stream on which it loses every race', async () => {
    const losing = { ...deps, store: { ...instance.store, append: async () => 'lost' as const } };
    await expect(transact(losing, taking('2026-03-02', 'd1'))).rejects.toThrow(Contended);
  });

  it('seals what is personal, and opens it until the person is erased', async () => {
    const command = { stream: '~mail/m', aggregate: mail, actor: { system: 'intake' }, sealRef: () => 'ann' } as const;
    await transact(deps, { ...command, decide: () => E.right(received('k')) });
    const [stored] = await instance.store.read('~mail/m');
    expect(JSON.stringify(stored)).not.toContain('ann@c.example');
    expect(stored?.sealed?.ref).toBe('ann');
    const open = () => stored && unsealer(instance.keys)(MailReceived, stored);
    expect(await open()).toEqual({ from: 'ann@c.example', subject: 'Yes' });

    await instance.keys.destroy('ann', '2026-03-02T02:00:00.000Z');
    expect(await open()).toBe('erased');
    expect(stored && hashOf(stored)).toBe(stored?.hash);

    await transact(deps, { ...command, decide: () => E.right(received('k2')) });
    const [, after] = await instance.store.read('~mail/m');
    expect(after?.sealed).toEqual({ ref: 'ann', iv: '', box: '' });
    expect(after && (await unsealer(instance.keys)(MailReceived, after))).toBe('erased');
  });

  it('will not store a personal part that nobody can be erased from', async () => {
    const command = { stream: '~mail/m', aggregate: mail, actor: { system: 'intake' }, sealRef: () => null } as const;
    await expect(transact(deps, { ...command, decide: () => E.right(received('k')) })).rejects.toThrow(/nobody's key/);
    expect(await instance.store.read('~mail/m')).toEqual([]);
  });

  it.each([
    ['an action nobody knows', { action: 'ContactTeleported' }],
    ['a newer schema of a known action', { action: 'ContactDayTaken', schema: 2 }],
    ['data of another shape', { action: 'ContactDayTaken', data: { date: 4 } }],
    ['an action of another aggregate', { action: 'ContactLifted', data: { note: null } }],
  ])('stops deciding for a stream with %s, and alarms', async (_, fields) => {
    await instance.store.append(storedEvent({ quote_id: '~contact/c', ...fields }));
    await expect(transact(deps, taking('2026-03-02', 'd1'))).rejects.toThrow(UnknownEvent);
    expect(deps.lines).toMatchObject([
      { level: 'error', message: 'UnknownEvent', fields: { stream: '~contact/c', version: 1 } },
    ]);
  });
});
