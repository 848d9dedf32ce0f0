import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { type Database, openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../../src/adapters/sqlite/read-models.ts';
import { rootOf, withHash } from '../../src/event-store/hash-chain.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { projector } from '../../src/projections/projector.ts';
import { rebuild } from '../../src/projections/rebuild.ts';
import { type Fault, NOTHING_VERIFIED, type Verified, verify } from '../../src/workflows/audit/verify.ts';
import { clockAt, keptLog } from '../support/deps.ts';
import { engines, type Instance, type Intruder, temporaryFolder } from '../support/engines.ts';
import { everyRow } from '../support/memory.ts';
import { storedEvent } from '../support/stored-events.ts';

const clock = clockAt('2026-03-02T05:00:00.000Z');

/** A quote that was nudged, answered, and asked about; then a second one. */
const history = (): StoredEvent[] => {
  const events: StoredEvent[] = [];
  const add = (stream: string, action: string, data: object, ts: string) => {
    const before = events.findLast(({ quote_id }) => quote_id === stream) ?? null;
    events.push(storedEvent({ quote_id: stream, action, data: data as StoredEvent['data'], ts }, before));
  };
  const mailed = { mailing: 1, kind: 'first', recipientRef: 'r', pageHash: 'p', projectedSendAt: 't' };
  const sent = {
    claim: 'c',
    stepIndex: 1,
    move: 'first_nudge',
    day: '2026-03-02',
    recipientRef: 'r',
    via: 'email',
    how: 'send',
  };
  const received = {
    how: 'message-id',
    senderRef: 'r',
    fromContact: true,
    authenticated: true,
    bodyKey: 'b',
    leaving: false,
  };
  for (const quote of ['Q-1', 'Q-2']) {
    const draftId = `${quote}-d`;
    const expiresAt = '2026-03-09T01:00:00.000Z';
    add(quote, 'DraftMailed', { draftId, tokenHash: `${quote}-t`, expiresAt, ...mailed }, '2026-03-02T01:00:00.000Z');
    add(quote, 'DraftSkipped', { draftId }, '2026-03-02T02:00:00.000Z');
    add(quote, 'NudgeSent', { draftId, messageId: `${quote}-m`, ...sent }, '2026-03-02T03:00:00.000Z');
    add(quote, 'ReplyReceived', { replyId: 'm1', day: '2026-03-02', ...received }, '2026-03-02T04:00:00.000Z');
  }
  add('~contact/r', 'ContactLifted', { note: null }, '2026-03-02T01:00:00.000Z');
  return events;
};

const depsOver = ({ store, readModels }: Pick<Instance, 'store' | 'readModels'>) => ({
  store,
  readModels,
  clock,
  log: keptLog().log,
  settle: async () => {},
});

const fill = async (deps: ReturnType<typeof depsOver>, events: readonly StoredEvent[]): Promise<void> => {
  for (const event of events) await deps.store.append(event);
  const changes = events.map(event => ({
    sequence: event.event_id,
    kind: 'INSERT' as const,
    stream: event.quote_id,
    version: event.version,
    event,
  }));
  await projector(deps)(changes);
};

const faultsOf = async (deps: ReturnType<typeof depsOver>, options: Partial<Parameters<typeof verify>[1]> = {}) => {
  const faults: Fault[] = [];
  const verified = await verify(deps, { onFault: fault => faults.push(fault), ...options });
  return { ...verified, found: faults.map(({ stream, version, kind }) => `${stream}/${version} ${kind}`).toSorted() };
};

describe.each(engines)('verify and rebuild on $name', ({ fresh }) => {
  let instance: Instance;
  let deps: ReturnType<typeof depsOver>;
  beforeEach(async () => {
    instance = await fresh();
    deps = depsOver(instance);
    await fill(deps, history());
  });
  afterEach(() => instance.close());

  it('finds a whole log whole, and takes the root over its heads', async () => {
    const progress: Verified[] = [];
    const verified = await faultsOf(deps, { onProgress: soFar => void progress.push(soFar) });
    expect(verified).toMatchObject({ found: [], streams: 3, events: 9, faults: 0 });
    expect(progress.at(-1)).toMatchObject({ streams: 3, events: 9 });
    const newest = ['Q-1', 'Q-2', '~contact/r'].map(stream => history().findLast(event => event.quote_id === stream));
    const heads = newest.map(event => ({
      stream: event?.quote_id ?? '',
      version: event?.version ?? 0,
      hash: event?.hash ?? '',
    }));
    expect(verified.root).toBe(rootOf(heads));
  });

  it('takes the root as of an instant, so that it can be taken again later', async () => {
    const until = '2026-03-02T04:00:00.000Z';
    const { rootThen: root } = await faultsOf(deps, { until });
    await deps.store.append(storedEvent({ ts: '2026-03-02T04:00:00.001Z' }, history()[3]));
    expect((await faultsOf(deps, { until })).rootThen).toBe(root);
    expect((await faultsOf(deps)).root).not.toBe(root);
  });

  it('goes on where it was cut short', async () => {
    const whole = await faultsOf(deps);
    const first = await deps.store.scan()[Symbol.asyncIterator]().next();
    const stream = first.done ? '' : first.value.quote_id;
    const version = history().filter(({ quote_id }) => quote_id === stream).length;
    const from = (after: number) => ({
      from: { ...NOTHING_VERIFIED, after: { stream, version: after }, heads: null, headsThen: null },
    });
    const rest = await faultsOf(deps, from(version));
    // The stream has grown since it was gone over.
    expect(await faultsOf(deps, from(version - 1))).toEqual(rest);
    expect(await faultsOf(deps, from(0))).toMatchObject({ found: [], streams: whole.streams, events: whole.events });
    expect(rest.streams).toBe(whole.streams - 1);
    expect(rest.events).toBe(whole.events - version);
    expect(rest.found).toEqual([]);
    expect(rest.root).toBeNull();
  });

  it('names rows that are not what the log says, and a rebuild mends them', async () => {
    const rows = await everyRow(deps.readModels);
    const [nudge] = await deps.readModels.nudgesOf('Q-1');
    const [reply] = await deps.readModels.repliesOf('Q-1');
    const page = await deps.readModels.approval('Q-1-t');
    const other = await deps.readModels.approval('Q-2-t');
    if (!nudge || !reply || !page || !other) throw new Error('rows are missing');
    await deps.readModels.mend('nudges', nudge, { ...nudge, move: 'last_call' });
    await deps.readModels.mend('reply', reply, { ...reply, version: 99, outcome: 'accept' });
    await deps.readModels.mend('approvals', page, { ...page, version: 1, decided: 'approved' });
    await deps.readModels.mend('approvals', other, null);
    await deps.readModels.put('nudges', { ...nudge, quote_id: 'Q-3' });
    await deps.readModels.put('nudges', { ...nudge, step_index: 7 });
    await deps.readModels.put('approvals', { ...page, token: 'planted' });

    expect((await faultsOf(deps)).found).toEqual([
      'Q-1/1 row behind',
      'Q-1/2 row planted',
      'Q-1/3 row altered',
      'Q-1/3 row planted',
      'Q-1/99 row altered',
      'Q-2/2 row missing',
      'Q-3/3 row planted',
    ]);
    const mended = await rebuild(deps);
    expect(mended).toMatchObject({ streams: 3, events: 9, filled: 2, mended: 2, removed: 3 });
    expect(await everyRow(deps.readModels)).toEqual(rows);
    expect((await faultsOf(deps)).found).toEqual([]);
  });

  it('rebuilds from nothing the rows that the change feed made, one model or all', async () => {
    const rows = await everyRow(deps.readModels);
    const emptied = await instance.empty();
    const over = { ...deps, readModels: emptied };
    expect(await everyRow(emptied)).toEqual([]);
    await rebuild(over, { models: ['nudges'] });
    expect(await everyRow(emptied)).toHaveLength(2);
    await rebuild(over);
    expect(await everyRow(emptied)).toEqual(rows);
    expect(await rebuild(over)).toMatchObject({ filled: 0, mended: 0, removed: 0 });
  });

  it('leaves pages alone that are past their end', async () => {
    const page = await deps.readModels.approval('Q-1-t');
    if (!page) throw new Error('the page is missing');
    await deps.readModels.mend('approvals', page, null);
    const later = { ...deps, clock: clockAt('2026-03-09T01:00:00.000Z') };
    expect((await faultsOf(later)).found).toEqual([]);
    expect(await rebuild(later)).toMatchObject({ filled: 0 });
  });

  it('waits for a row that is only on its way', async () => {
    const page = await deps.readModels.approval('Q-1-t');
    if (!page) throw new Error('the page is missing');
    await deps.readModels.mend('approvals', page, null);
    const settle = async () => {
      await deps.readModels.put('approvals', page);
    };
    expect((await faultsOf({ ...deps, settle })).found).toEqual([]);
  });
});

const [one, two, three, four] = history();
if (!one || !two || !three || !four) throw new Error('no history');
/** Right in itself, and in its place: its hash fits, and it is linked to the event before. */
const forged = withHash({ ...two, data: { draftId: 'other' } });
const later = (event: StoredEvent): StoredEvent => ({ ...event, version: event.version + 1 });

const PLANTED: readonly (readonly [string, (intruder: Intruder) => Promise<void>, readonly string[]])[] = [
  ['a changed byte', ({ write }) => write({ ...two, after: 'x' }), ['Q-1/2 hash']],
  ['changed data', ({ write }) => write({ ...two, data: { draftId: 'Q-2-d' } }), ['Q-1/2 hash', 'Q-1/2 row altered']],
  ['a changed byte under a hash made anew', ({ write }) => write(withHash({ ...two, after: 'x' })), ['Q-1/3 link']],
  ['an event removed in the middle', ({ remove }) => remove(two), ['Q-1/2 row altered', 'Q-1/3 gap']],
  ['the first event removed', ({ remove }) => remove(one), ['Q-1/2 gap', 'Q-1/2 row planted']],
  [
    'two events swapped',
    async ({ write }) => {
      await write({ ...three, version: 2 });
      await write({ ...two, version: 3 });
    },
    ['Q-1/2 hash', 'Q-1/2 id', 'Q-1/2 link', 'Q-1/3 hash', 'Q-1/3 id', 'Q-1/3 link', 'Q-1/3 time', 'Q-1/4 link'],
  ],
  ['an event put in the place of another, hash and all', ({ write }) => write(forged), ['Q-1/3 link']],
  [
    'an event slipped in between two, the later ones moved up',
    async ({ write }) => {
      for (const event of [four, three, two]) await write(later(event));
      await write(forged);
    },
    ['Q-1/3 hash', 'Q-1/3 id', 'Q-1/3 link', 'Q-1/4 hash', 'Q-1/5 hash'],
  ],
  [
    'an event slipped in after the newest, linked to nothing',
    ({ write }) => write(storedEvent({ ts: four.ts }, { ...four, hash: 'f'.repeat(64) })),
    ['Q-1/5 link'],
  ],
];

describe.each(engines)('faults planted in the log on $name', ({ name, fresh }) => {
  let instance: Instance;
  let deps: ReturnType<typeof depsOver>;
  beforeEach(async () => {
    instance = await fresh();
    deps = depsOver(instance);
    await fill(deps, history());
  });
  afterEach(() => instance.close());

  it.each(PLANTED)('%s is found, with its quote and version', async (_, plant, expected) => {
    await plant(instance.intruder);
    const { found } = await faultsOf(deps);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(found.filter(fault => !fault.startsWith('Q-1/'))).toEqual([]);
  });

  it('an event put in the place of another is wrong in nothing but its links', async () => {
    await instance.intruder.write(forged);
    const { found } = await faultsOf(deps);
    expect(found.filter(fault => !fault.includes('row'))).toEqual(['Q-1/3 link']);
  });

  it.each(name === 'sqlite' ? [] : [0, 2.5])('an event slipped in as version %s is found as that', async version => {
    await instance.intruder.write(withHash({ ...two, version, event_id: `Q-1/${version}` }));
    const faults: Fault[] = [];
    await verify(deps, { onFault: fault => faults.push(fault) });
    expect(faults).toContainEqual(
      expect.objectContaining({ stream: 'Q-1', version, kind: 'gap', detail: expect.stringContaining('slipped in') }),
    );
  });

  it('the newest event removed cannot show in its chain, but does against an earlier root', async () => {
    const until = '2026-03-02T04:00:00.000Z';
    const { rootThen: root } = await faultsOf(deps, { until });
    await instance.intruder.remove({ quote_id: '~contact/r', version: 1 });
    const after = await faultsOf(deps, { until });
    expect(after.found).toEqual([]);
    expect(after.rootThen).not.toBe(root);
  });

  it('an event of a newer release is named, and is no gap', async () => {
    await deps.store.append(storedEvent({ action: 'QuoteTeleported' }, four));
    expect((await faultsOf(deps)).found).toEqual(['Q-1/5 unknown']);
  });
});

describe('faults that only the columns of SQLite can hold', () => {
  let folder: string;
  let database: Database;
  let deps: ReturnType<typeof depsOver>;
  beforeEach(async () => {
    folder = temporaryFolder();
    database = openDatabase(join(folder, 'log.sqlite'));
    deps = depsOver({ store: sqliteEventStore(database), readModels: sqliteReadModels(database) });
    await fill(deps, history());
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Someone with the file in hand, who knows how to get past the triggers. */
  const intruder = (statements: string) => {
    const db = new DatabaseSync(join(folder, 'log.sqlite'));
    db.exec('DROP TRIGGER qf_audit_no_update; DROP TRIGGER qf_audit_no_delete; DROP TRIGGER qf_audit_no_replace;');
    db.exec(statements);
    db.close();
  };
  const at = (version: number, stream = 'Q-1') => `quote_id = '${stream}' AND version = ${version}`;

  it.each([
    [
      'an unknown field slipped in',
      `ALTER TABLE qf_audit ADD COLUMN note TEXT; UPDATE qf_audit SET note = 'n' WHERE ${at(2)}`,
      ['Q-1/2 hash'],
    ],
    [
      'a broken item',
      `UPDATE qf_audit SET data = '{broken' WHERE ${at(4)}`,
      ['Q-1/4 hash', 'Q-1/4 row planted', 'Q-1/4 unknown'],
    ],
  ])('%s is found, with its quote and version', async (_, statements, expected) => {
    intruder(statements);
    const { found } = await faultsOf(deps);
    expect(found).toEqual(expect.arrayContaining(expected));
    expect(found.filter(fault => !fault.startsWith('Q-1/'))).toEqual([]);
  });
});
