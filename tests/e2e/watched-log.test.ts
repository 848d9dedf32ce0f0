import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, test } from 'vitest';
import { toItem } from '../../src/adapters/aws/attribute-value.ts';
import { dynamoDbClient } from '../../src/adapters/aws/dynamodb-client.ts';
import { NO_HASH, withHash } from '../../src/event-store/hash-chain.ts';
import { DraftMailed } from '../../src/events/quote-events.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { EngineKind } from '../../src/local/engine.ts';
import { readIntegrity } from '../../src/workflows/audit/integrity.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { dynamoDbIntruder, type Intruder, sqliteIntruder } from '../support/engines.ts';
import { ADMIN, PRIYA, type Running, runSystem } from '../support/running-system.ts';
import { openConsole } from '../unit/console/open-console.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const row = (number: string): string =>
  `${number},Customer ${number},buyer@${number.toLowerCase()}.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;
const buyer = (number: string): string => `buyer@${number.toLowerCase()}.example`;

let run: Running | undefined;
afterEach(async () => {
  const stopping = run;
  run = undefined;
  // The alarms are what is wanted here.
  const wanted = /^(Tripwire|LogFault|ChainBroken|SweepFailed|SenderFailed|TickFailed)/;
  stopping?.errors.splice(0, stopping.errors.length, ...stopping.errors.filter(line => !wanted.test(line)));
  await stopping?.stop();
});

/** A system that has swept twice: what stands in its log was taken in by the watch. */
const begin = async (engine: EngineKind): Promise<Running> => {
  run = await runSystem([row('Q-1'), row('Q-2')], { engine });
  await run.advance(15 * MINUTE);
  await run.advance(15 * MINUTE);
  return run;
};

interface Bystander extends Intruder {
  readonly key: (ref: string, key: Uint8Array | null) => Promise<void>;
  readonly done: () => void;
}

/** Whoever can reach the data itself, while the system runs. */
const intruderOf = async ({ folder }: Running, { engine }: EngineKind): Promise<Bystander> => {
  if (engine === 'sqlite') {
    const file = join(folder, 'log.sqlite');
    return {
      ...sqliteIntruder(file),
      key: async (ref, key) => {
        const db = new DatabaseSync(file);
        if (key === null) db.prepare('DELETE FROM qf_keys WHERE ref = ?').run(ref);
        else db.prepare('UPDATE qf_keys SET key = ? WHERE ref = ?').run(key, ref);
        db.close();
      },
      done: () => {},
    };
  }
  const { url }: { readonly url: string } = JSON.parse(await readFile(join(folder, 'dynoxide.json'), 'utf8'));
  const client = dynamoDbClient({ endpoint: url, local: true });
  return {
    ...dynamoDbIntruder(client, 'qf-audit'),
    key: async (ref, key) => {
      if (key === null) await client.send(new DeleteItemCommand({ TableName: 'qf-keys', Key: toItem({ ref }) }));
      else await client.send(new PutItemCommand({ TableName: 'qf-keys', Item: { ref: { S: ref }, key: { B: key } } }));
    },
    done: () => client.destroy(),
  };
};

const stored = ({ system }: Running, stream: string): Promise<readonly StoredEvent[]> =>
  system.runtime().engine.store.read(stream);

/** What the running system has found, as `stream kind`. */
const found = async ({ system }: Running): Promise<readonly string[]> => {
  const { faults } = (await readIntegrity(system.runtime().deps)).state;
  return [...new Set(Object.values(faults).map(({ stream, kind }) => `${stream} ${kind}`))].sort();
};

const engines = e2eEngines.filter(({ kind }) => kind.engine === 'sqlite' || kind.url === null);

/** The stream as somebody would have liked it to be, hashed and linked anew from the first event on. */
const rehashed = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
  let before = NO_HASH;
  return events.map(({ hash: _, ...event }, index) => {
    const forged = withHash({ ...event, ...(index === 0 ? { after: 'as I like it' } : {}), prev_hash: before });
    before = forged.hash;
    return forged;
  });
};

type Plant = (run: Running, intruder: Bystander) => Promise<void>;

const event = async (of: Running, stream: string, version: number): Promise<StoredEvent> => {
  const one = (await stored(of, stream)).at(version < 0 ? version : version - 1);
  if (!one) throw new Error(`there is no event ${version} of ${stream}`);
  return one;
};

const PLANTED: readonly (readonly [what: string, plant: Plant, expected: RegExp])[] = [
  [
    'changed',
    async (of, { write }) => write({ ...(await event(of, 'Q-1', 2)), after: 'never happened' }),
    /^Q-1 hash$/,
  ],
  ['removed', async (of, { remove }) => remove(await event(of, 'Q-1', 2)), /^Q-1 gap$/],
  [
    'swapped',
    async (of, { write }) => {
      const [second, third] = [await event(of, 'Q-1', 2), await event(of, 'Q-1', 3)];
      await write({ ...third, version: 2 });
      await write({ ...second, version: 3 });
    },
    /^Q-1 (id|link)$/,
  ],
  [
    'inserted',
    async (of, { write }) => {
      const { hash: _, ...last } = await event(of, 'Q-1', -1);
      const version = last.version + 1;
      await write(withHash({ ...last, version, event_id: `Q-1/${version}`, prev_hash: 'f'.repeat(64) }));
    },
    /^Q-1 link$/,
  ],
  ['its newest removed', async (of, { remove }) => remove(await event(of, 'Q-1', -1)), /^Q-1 head$/],
  [
    'its whole stream rehashed',
    async (of, { write }) => {
      for (const forged of rehashed(await stored(of, 'Q-1'))) await write(forged);
    },
    /^Q-1 head$/,
  ],
  ['a key deleted', async (of, { key }) => key((await event(of, 'Q-1', 1)).sealed?.ref ?? '', null), /^Q-1 key$/],
  [
    'a key replaced',
    async (of, { key }) => key((await event(of, 'Q-1', 1)).sealed?.ref ?? '', new Uint8Array(32).fill(9)),
    /^Q-1 key$/,
  ],
  [
    'a row of a read model altered',
    async of => {
      const { readModels } = of.system.runtime().engine;
      const mailed = (await stored(of, 'Q-1')).map(({ data }) => data).find(DraftMailed.data.is);
      const page = mailed && (await readModels.approval(mailed.tokenHash));
      if (!page) throw new Error('no draft was mailed');
      await readModels.mend('approvals', page, { ...page, decided: 'skipped' });
    },
    /^Q-1 row altered$/,
  ],
];

describe.each(engines)('the running system on $name notices, without a command', ({ kind }) => {
  test.each(PLANTED)('an event or what belongs to it: %s', async (_what, plant, expected) => {
    const of = await begin(kind);
    expect(await found(of)).toEqual([]);
    const intruder = await intruderOf(of, kind);
    await plant(of, intruder);
    intruder.done();
    await of.advance(15 * MINUTE);
    expect(await found(of)).toContainEqual(expect.stringMatching(expected));
    expect(of.errors).toContainEqual(expect.stringMatching(/^LogFault .*"stream":"Q-1"/));
    expect(await of.link(ADMIN, 'The log was changed behind its back')).toContain('/t/');
    const { html } = await (await openConsole(of)).get('/quotes');
    expect(html).toContain('The log was changed behind its back');
    expect(await found(of)).not.toContainEqual(expect.stringMatching(/^Q-2 (?!tripwire)/));
  });

  test('no nudge of the quote leaves before the admin has answered for it, and then it does', async () => {
    const of = await begin(kind);
    const to = async (number: string): Promise<number> =>
      (await of.outbox()).filter(mail => mail.to.includes(buyer(number))).length;
    await of.press(await of.draft(PRIYA, 'Q-1'), 'approve');
    await of.press(await of.draft(PRIYA, 'Q-2'), 'approve');
    const intruder = await intruderOf(of, kind);
    await intruder.write({ ...(await event(of, 'Q-1', 1)), after: 'never happened' });
    await of.advance(5 * MINUTE);
    expect(await to('Q-2')).toBe(1);
    expect(await to('Q-1')).toBe(0);
    await of.advance(15 * MINUTE);
    await of.advance(15 * MINUTE);
    expect(await to('Q-1')).toBe(0);

    const url = await of.link(ADMIN, 'The log was changed behind its back');
    expect((await of.open(url)).html).toContain('Q-1, event 1');
    const answered = await of.press(url, 'answer-faults', { note: 'It was me, with the wrong script.' });
    expect(answered.html).toContain('It was me, with the wrong script.');
    expect((await stored(of, '~integrity')).at(-1)).toMatchObject({ action: 'FaultsAnswered', by_user: ADMIN });
    await of.advance(15 * MINUTE);
    await of.advance(15 * MINUTE);
    expect(await to('Q-1')).toBe(1);
    expect((await (await openConsole(of)).get('/quotes')).html).not.toContain('The log was changed behind its back');

    // A fault of another kind is another fault.
    await intruder.write({ ...(await event(of, 'Q-1', 2)), after: 'never happened either' });
    intruder.done();
    await of.advance(DAY);
    expect((await (await openConsole(of)).get('/quotes')).html).toContain('The log was changed behind its back');
  });
});

describe('the embedded default', () => {
  test('notices that triggers were dropped and events removed, and puts the triggers back', async () => {
    const of = await begin({ engine: 'sqlite' });
    const db = new DatabaseSync(join(of.folder, 'log.sqlite'));
    db.exec('DROP TRIGGER qf_audit_no_delete; DELETE FROM qf_audit WHERE seq > (SELECT max(seq) - 8 FROM qf_audit)');
    await of.advance(15 * MINUTE);
    expect(await found(of)).toEqual(expect.arrayContaining([' guard', ' sequence']));
    expect(() => db.exec('DELETE FROM qf_audit')).toThrow('insert only');
    db.close();
  });
});
