import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run as runCommand } from '../../src/cli/run.ts';
import { NudgeSent } from '../../src/events/quote-events.ts';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const row = (number: string, contact: string): string =>
  `${number},Northwind,${contact},4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q.pdf,,`;
const SHEET = [row('Q-1042', 'dana@northwind.example'), row('Q-1043', 'ole@southwind.example')];
const LOG = ['log.sqlite', 'log.sqlite-wal', 'log.sqlite-shm'];

let run: Running;
beforeEach(async () => {
  run = await runSystem(SHEET);
});
afterEach(async () => {
  // The refusals to send are logged as errors, and so is that the log is shorter than it was: that is what is wanted here.
  run.errors.splice(0, run.errors.length, ...run.errors.filter(line => !/^(LogRestored|LogFault)/.test(line)));
  await run.stop();
});

/** The log as it is now, to be put back later. The system must be closed for a whole copy. */
const backUp = async (): Promise<void> => {
  await run.system.close();
  await copyFile(join(run.folder, 'log.sqlite'), join(run.folder, 'backup.sqlite'));
  await run.restart();
};

const restore = async (): Promise<void> => {
  await run.system.close();
  for (const name of LOG) await rm(join(run.folder, name), { force: true });
  await copyFile(join(run.folder, 'backup.sqlite'), join(run.folder, 'log.sqlite'));
  await run.restart();
};

const approve = async (quote: string): Promise<void> => {
  await run.press(await run.draft(PRIYA, quote), 'approve');
};

/** Days on which reps approve whatever they are asked. */
const daysPass = async (days: number, quotes: readonly string[]): Promise<void> => {
  for (let day = 0; day < days; day++) {
    await run.advance(DAY - 10 * MINUTE);
    await run.advance(5 * MINUTE);
    for (const quote of quotes) await approve(quote).catch(() => {});
    await run.advance(5 * MINUTE);
  }
};

const qf = async (...args: string[]): Promise<{ readonly code: number; readonly out: readonly string[] }> => {
  const out: string[] = [];
  const code = await runCommand(['reconcile', ...args], {
    out: line => out.push(line),
    err: line => out.push(line),
    readFile: async () => new Uint8Array(),
    isTty: false,
    env: { QF_DATA: run.folder },
    signal: new AbortController().signal,
  });
  return { code, out };
};

const nudges = async (quote: string) =>
  (await run.outbox()).filter(
    ({ kind, subject, message }) => kind === 'nudge' && `${subject}${message.text}`.includes(quote),
  );
const actions = async (quote: string) => (await run.events(quote)).map(({ action }) => action);
const sentEvent = async (quote: string) => {
  const events = await run.system.runtime().engine.store.read(quote);
  return events.find(({ action }) => action === NudgeSent.name);
};

describe('a log that was restored to before a send', () => {
  test('nothing leaves, of this quote or another, until it is told; then the step is sent and no second nudge leaves', async () => {
    await backUp();
    await approve('Q-1042');
    await run.advance(3 * MINUTE);
    const [first] = await nudges('Q-1042');
    const before = await sentEvent('Q-1042');
    await restore();
    await approve('Q-1042');
    await approve('Q-1043');
    await run.advance(3 * MINUTE);
    await run.advance(20 * MINUTE);
    expect(await nudges('Q-1042')).toHaveLength(1);
    expect(await nudges('Q-1043')).toHaveLength(0);
    expect(run.errors.some(line => line.startsWith('LogRestored'))).toBe(true);

    expect((await qf('--dry-run')).code).toBe(1);
    expect(await actions('Q-1042')).not.toContain('SendClaimed');
    const told = await qf();
    expect(told).toMatchObject({
      code: 0,
      out: [expect.stringContaining('was sent'), expect.stringContaining('recorded 1 as sent')],
    });
    const sent = await sentEvent('Q-1042');
    expect(sent?.data).toEqual(before?.data);
    expect(sent?.by_system).toBe('reconcile');
    expect(sent?.data).toMatchObject({ messageId: first?.message.messageId?.split('@')[0] });
    expect(await qf()).toEqual({ code: 0, out: ['the log knows of every send that was kept beside it'] });

    await run.advance(20 * MINUTE);
    expect(await nudges('Q-1043')).toHaveLength(1);
    await run.advance(2 * DAY);
    expect(await nudges('Q-1042')).toHaveLength(1);
  });

  test('a step that was planned, drafted, approved and sent after the backup is not offered again', async () => {
    await run.system.close();
    await run.restart();
    await approve('Q-1042');
    await approve('Q-1043');
    await run.advance(3 * MINUTE);
    await backUp();
    await daysPass(6, ['Q-1042']);
    expect(await nudges('Q-1042')).toHaveLength(2);
    await restore();
    expect((await qf()).code).toBe(0);
    await daysPass(3, ['Q-1042']);
    expect(await nudges('Q-1042')).toHaveLength(2);
    expect((await actions('Q-1042')).filter(action => action === 'NudgeSent')).toHaveLength(2);
  });

  test('a send of unknown outcome is asked about, and never repeated without a person', async () => {
    const { deps: world } = run.system.runtime();
    const real = world.mailer.send;
    await backUp();
    const send: typeof real = async (mail, options) => {
      const result = await real(mail, options);
      return mail.tags?.kind === 'nudge' ? { kind: 'unknown', reason: 'cut off' } : result;
    };
    Object.assign(run.system.runtime().deps.mailer, { send });
    await approve('Q-1042');
    await run.advance(3 * MINUTE);
    expect(await nudges('Q-1042')).toHaveLength(1);
    await restore();
    expect(await qf('--json')).toEqual({
      code: 0,
      out: [
        expect.stringContaining('"became":"unknown"'),
        JSON.stringify({ sent: 0, unknown: 1, unlisted: 0, left: 0, written: true }),
      ],
    });
    expect((await actions('Q-1042')).slice(-2)).toEqual(['SendClaimed', 'SendUnknown']);
    await run.advance(15 * MINUTE);
    expect((await run.outbox()).some(({ kind, to }) => kind === 'unknown-send' && to.includes(PRIYA))).toBe(true);
    await daysPass(4, ['Q-1042']);
    expect(await nudges('Q-1042')).toHaveLength(1);
    await run.press(await run.link(PRIYA, 'Q-1042'), 'arrived');
  });
});
