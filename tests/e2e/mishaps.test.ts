import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { receiverStamped } from '../../src/adapters/mail/smtp-listener.ts';
import { StoreFull } from '../../src/event-store/errors.ts';
import { mailRouter } from '../../src/handlers/process-mail.ts';
import type { EngineKind } from '../../src/local/engine.ts';
import { loadBusinessContext } from '../../src/workflows/business-context.ts';
import { mailWaitingDraft } from '../../src/workflows/nudges/mail-draft.ts';
import { loadQuote } from '../../src/workflows/quotes.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { ADMIN, PRIYA, RULES, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q-1042.pdf,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (rows: readonly string[], options: Parameters<typeof runSystem>[1] = {}): Promise<Running> => {
  running = await runSystem(rows, options);
  return running;
};

const nudgesOf = async (run: Running) => (await run.outbox()).filter(({ kind }) => kind === 'nudge');
const actionsOf = async (run: Running, quote: string) => (await run.events(quote)).map(({ action }) => action);

/** Takes the place of a port's call, as a sick disk or a busy network would. */
const instead = <P extends object, M extends keyof P>(port: P, method: M, call: (real: P[M]) => P[M]): (() => void) => {
  const real = port[method];
  port[method] = call(real);
  return () => {
    port[method] = real;
  };
};

const letterFrom = (from: string, subject: string, text: string): string =>
  [`From: ${from}`, 'To: quotes', `Subject: ${subject}`, 'Message-ID: <1@customer.example>', '', text, ''].join('\n');

for (const engine of e2eEngines) {
  describe(`mishaps on ${engine.name}`, () => {
    test('a mail that was stored when the process died is found at the next start', async () => {
      const run = await begin([ROW], { engine: engine.kind });
      const stamped = receiverStamped(
        Buffer.from(letterFrom('x@unknown.example', 'hello', 'Do you cater for weddings?')),
        {
          from: 'x@unknown.example',
          to: 'quotes@quotes.harbourline.example',
          host: 'inbound-smtp.local.qf',
          at: new Date(run.now()),
        },
      );
      await run.system.runtime().deps.objects.put('raw-mime', `inbound/${stamped.id}.eml`, stamped.raw);
      await run.restart();
      const question = (await run.outbox()).find(({ kind }) => kind === 'unsure');
      expect(question?.to).toEqual([ADMIN]);
      expect(question?.message.text).toContain('weddings');
    });

    test('a reply between claim and hand-over stops the chain, and its owner learns that a nudge was leaving', async () => {
      const run = await begin([ROW], { engine: engine.kind });
      await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
      const { deps: world } = run.system.runtime();
      const restore = instead(world.mailer, 'send', send => async (mail, options) => {
        if (mail.tags?.kind !== 'nudge') return send(mail, options);
        const raw = Buffer.from(letterFrom('dana@northwind.example', 'Re: Q-1042', 'Yes, we take it.'));
        const { raw: stamped } = receiverStamped(raw, {
          from: 'dana@northwind.example',
          to: mail.replyTo ?? '',
          host: 'inbound-smtp.local.qf',
          at: new Date(run.now()),
        });
        await world.objects.put('raw-mime', 'inbound/crossed.eml', stamped);
        await mailRouter(world)({ detail: { object: { key: 'inbound/crossed.eml' } } });
        return send(mail, options);
      });
      await run.advance(3 * MINUTE);
      restore();
      const actions = await actionsOf(run, 'Q-1042');
      expect(actions.indexOf('SendClaimed')).toBeLessThan(actions.indexOf('ReplyReceived'));
      expect(actions.indexOf('ReplyReceived')).toBeLessThan(actions.indexOf('NudgeSent'));
      const letter = (await run.outbox()).find(({ kind }) => kind === 'reply');
      expect(letter?.message.text).toContain('A nudge was already leaving');
      await run.advance(6 * DAY);
      expect((await actionsOf(run, 'Q-1042')).filter(action => action === 'MovePlanned')).toHaveLength(1);
    });

    test('two letters about one draft, announced in the same millisecond and lost, are both made again', async () => {
      const run = await begin([ROW], { engine: engine.kind });
      const { deps: world } = run.system.runtime();
      const letters = async () => (await run.outbox()).filter(({ kind }) => kind === 'approval').map(({ to }) => to[0]);
      const restore = instead(world.mailer, 'send', () => async () => ({ kind: 'refused', reason: 'down' }));
      const business = await loadBusinessContext(world);
      for (const [mailing, as] of [[2, 'again'] as const, [3, 'admin'] as const])
        await mailWaitingDraft(world, business, 'Q-1042', await loadQuote(world, 'Q-1042'), { mailing, as });
      restore();
      const mailed = (await loadQuote(world, 'Q-1042')).stored.filter(({ action }) => action === 'DraftMailed');
      expect(mailed[1]?.ts).toBe(mailed[2]?.ts);
      expect(await letters()).toEqual([]);
      await run.advance(16 * MINUTE);
      expect((await letters()).sort()).toEqual([ADMIN, PRIYA]);
    });

    test('of two quotes of one contact, approved in the same second, one leaves today and one on the next day', async () => {
      const run = await begin([ROW], { engine: engine.kind });
      const first = await run.draft(PRIYA, 'Q-1042');
      await run.writeSheet([ROW, ROW.replace('Q-1042', 'Q-1043').replace('4800', '900')]);
      await run.advance(DAY);
      const second = await run.draft(PRIYA, 'Q-1043');
      await Promise.all([run.press(first, 'approve'), run.press(second, 'approve')]);
      await run.advance(3 * MINUTE);
      expect(await nudgesOf(run)).toHaveLength(1);
      await run.advance(DAY);
      await run.advance(16 * MINUTE);
      const days = (await nudgesOf(run)).map(({ at }) => at.slice(0, 10));
      expect(days).toEqual(['2026-11-26', '2026-11-27']);
    });

    test('while the disk is full nothing is taken and nothing half said; when there is room again it all goes on', async () => {
      const run = await begin([ROW], { engine: engine.kind });
      const { deps: world } = run.system.runtime();
      const url = await run.draft(PRIYA, 'Q-1042');
      const full = [
        instead(world.store, 'append', () => () => Promise.reject(new StoreFull('the disk is full'))),
        instead(world.objects, 'put', () => () => Promise.reject(Object.assign(new Error(), { code: 'ENOSPC' }))),
      ];
      expect((await run.press(url, 'approve')).status).toBe(500);
      const raw = letterFrom('dana@northwind.example', 'Q-1042', 'Could you deliver on Friday?');
      const to = 'quotes@quotes.harbourline.example';
      expect(await run.mailIn(raw, to, 'dana@northwind.example')).toMatch(/^451/);
      await run.advance(DAY);
      for (const restore of full) restore();
      expect(run.errors.splice(0).length).toBeGreaterThan(0);
      expect(await actionsOf(run, 'Q-1042')).not.toContain('DraftApproved');
      expect(await run.mailIn(raw, to, 'dana@northwind.example')).toMatch(/^250/);
      expect((await run.outbox()).at(-1)?.message.text).toContain('deliver on Friday');
      await run.advance(16 * MINUTE);
      expect(await actionsOf(run, 'Q-1042')).toContain('QuoteHeld');
    });
  });
}

describe('a mail that is too large to be read', () => {
  const large = (from: string, subject: string): Buffer => {
    const part = ['Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'Yes, please go ahead.', '--b', ''];
    const head = [`From: ${from}`, `Subject: ${subject}`, 'Message-ID: <big@customer.example>', ...part, ''].join('\n');
    return Buffer.concat([Buffer.from(head), Buffer.alloc(15 * 1024 * 1024, 'YWJj')]);
  };
  const arrive = async (run: Running, mail: Buffer): Promise<void> => {
    const { deps: world, settled } = run.system.runtime();
    const envelope = { from: 'dana@northwind.example', to: 'quotes@quotes.harbourline.example' };
    const at = new Date(run.now());
    const { id, raw } = receiverStamped(mail, { ...envelope, host: 'inbound-smtp.local.qf', at });
    const key = `inbound/${id}.eml`;
    await world.objects.put('raw-mime', key, raw, 'message/rfc822');
    await mailRouter(world)({ detail: { object: { key } } });
    await settled();
  };

  test('holds what its sender was quoted, and a person is shown who wrote and about what', async () => {
    const run = await begin([ROW]);
    await arrive(run, large('Eve <eve@elsewhere.example>', 'Hello'));
    expect(await actionsOf(run, 'Q-1042')).not.toContain('QuoteHeld');
    await arrive(run, large('Dana <dana@northwind.example>', 'Our decision'));
    expect(await actionsOf(run, 'Q-1042')).toContain('QuoteHeld');
    const asked = (await run.outbox()).filter(({ kind }) => kind === 'unsure');
    expect(new Map(asked.map(({ subject, to }) => [subject, to]))).toEqual(
      new Map([
        ['Which quote? Mail from Eve <eve@elsewhere.example>', [ADMIN]],
        ['Which quote? Mail from Dana <dana@northwind.example>', [PRIYA]],
      ]),
    );
    const text = asked.find(({ to }) => to.includes(PRIYA))?.message.text;
    expect(text).toContain('could not be read (15.0 MB, more than 15.0 MB)');
    expect(text).toMatch(/Subject: +Our decision/);
  });
});

describe('sources that nobody can read', () => {
  test('a sheet without a row, and one without a byte, start and are checked', async () => {
    const run = await begin([]);
    const checked = async () => (await run.system.runtime().engine.store.byDay('2026-11-25')).items;
    expect((await checked()).map(({ action }) => action)).toContain('DayChecked');
    await writeFile(join(run.folder, 'quotes.csv'), '');
    await run.advance(DAY);
    await run.writeSheet([ROW]);
    await run.advance(MINUTE);
    expect(await actionsOf(run, 'Q-1042')).toEqual(['QuoteListed']);
  });

  test('a sheet that loses all its rows changes nothing, and the admin learns why', async () => {
    const rows = ['Q-1', 'Q-2', 'Q-3', 'Q-4'].map(number => ROW.replace('Q-1042', number));
    const run = await begin(rows);
    await run.writeSheet([]);
    await run.advance(MINUTE);
    expect(await actionsOf(run, 'Q-1')).not.toContain('QuoteHeld');
    const told = (await run.outbox()).findLast(({ kind }) => kind === 'sheet-refused');
    expect(told?.to).toEqual([ADMIN]);
    expect(told?.message.text).toContain('more than half');
  });

  test('a rules doc in capitals means the same', async () => {
    const run = await begin([ROW], { rules: RULES.toUpperCase() });
    expect((await run.outbox()).some(({ kind }) => kind === 'rules-refused')).toBe(false);
    await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
    await run.advance(3 * MINUTE);
    expect((await nudgesOf(run))[0]?.from).toBe(PRIYA);
  });

  test('a binary file as rules doc is refused, the last good one stays in force and the day goes on', async () => {
    const run = await begin([ROW]);
    const binary = Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      Buffer.alloc(3000, 0),
      Buffer.from([0xff, 0xd8, 0xff]),
    ]);
    await writeFile(join(run.folder, 'rules.txt'), binary);
    await run.advance(MINUTE);
    const told = (await run.outbox()).findLast(({ to }) => to.includes(ADMIN));
    expect(told?.kind).toBe('rules-refused');
    await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
    await run.advance(3 * MINUTE);
    await run.advance(6 * DAY);
    expect((await actionsOf(run, 'Q-1042')).filter(action => action === 'MovePlanned')).toHaveLength(2);
  });
});

describe('one draft in two tabs', () => {
  test('approved in both it is approved once', async () => {
    const run = await begin([ROW]);
    const url = await run.draft(PRIYA, 'Q-1042');
    const [first, second] = [await run.form(url), await run.form(url)];
    expect((await run.post(url, { ...first, act: 'approve' })).html).toContain('Cancel the approval');
    expect((await run.post(url, { ...second, act: 'approve' })).html).toContain('Cancel the approval');
    expect((await actionsOf(run, 'Q-1042')).filter(action => action === 'DraftApproved')).toHaveLength(1);
  });

  test('edited in one, the old text cannot be approved in the other', async () => {
    const run = await begin([ROW]);
    const url = await run.draft(PRIYA, 'Q-1042');
    const [first, second] = [await run.form(url), await run.form(url)];
    await run.post(url, { ...first, act: 'edit', subject: 'New', text: 'A new text.' });
    const answer = await run.post(url, { ...second, act: 'approve' });
    expect(answer.html).toContain('The text changed after you opened this page');
    expect(answer.html).toContain('A new text.');
    await run.advance(5 * MINUTE);
    expect(await nudgesOf(run)).toHaveLength(0);
  });

  test('skipped in one, it cannot be approved in the other', async () => {
    const run = await begin([ROW]);
    const url = await run.draft(PRIYA, 'Q-1042');
    const [first, second] = [await run.form(url), await run.form(url)];
    await run.post(url, { ...first, act: 'skip' });
    await run.post(url, { ...second, act: 'approve' });
    await run.advance(5 * MINUTE);
    expect(await actionsOf(run, 'Q-1042')).not.toContain('DraftApproved');
  });
});

const bundled = e2eEngines.find(({ kind }) => kind.engine === 'dynamodb')?.kind;

describe.skipIf(bundled === undefined)('the bundled engine, killed while a nudge is leaving', () => {
  test('comes back with all that was stored; the nudge left once, and its outcome is known or asked about', async () => {
    const run = await begin([ROW], { engine: bundled as EngineKind });
    await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
    const { deps: world } = run.system.runtime();
    const restore = instead(world.mailer, 'send', send => async (mail, options) => {
      if (mail.tags?.kind === 'nudge') process.kill(await enginePid(run.folder), 'SIGKILL');
      return send(mail, options);
    });
    await run.advance(3 * MINUTE);
    restore();
    expect(run.errors.splice(0).join()).toContain('EngineCrashed');
    await run.advance(16 * MINUTE);
    await run.advance(16 * MINUTE);
    expect(await nudgesOf(run)).toHaveLength(1);
    const actions = await actionsOf(run, 'Q-1042');
    expect(actions.slice(0, 3)).toEqual(['QuoteListed', 'MovePlanned', 'DraftWritten']);
    const asked = (await run.outbox()).some(({ kind }) => kind === 'unknown-send');
    expect(actions.includes('NudgeSent') || asked).toBe(true);
  });
});

/** The engine that holds the folder's file. */
const enginePid = async (folder: string): Promise<number> => {
  for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
    if (command[0]?.endsWith('dynoxide') && command.includes(join(folder, 'dynoxide.db'))) return Number(pid);
  }
  throw new Error('no engine holds the folder');
};
