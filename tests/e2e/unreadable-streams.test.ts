import { afterEach, describe, expect, test } from 'vitest';
import { upcasters } from '../../src/events/event-registry.ts';
import { DayChecked } from '../../src/events/report-events.ts';
import { contactStream } from '../../src/events/stream-id.ts';
import { referenceOf } from '../../src/kernel/references.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { appendOfNewerRelease, NEWER, upgradeTo } from '../support/newer-release.ts';
import { ADMIN, PRIYA, type Running, runSystem, WEDNESDAY_NINE } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TUESDAY_NINE = WEDNESDAY_NINE - DAY;
const row = (number: string, amount = 4800): string =>
  `${number},Firm of ${number},contact@${number.toLowerCase()}.example,${amount},SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/${number}.pdf,,`;
const ROWS = ['Q-1', 'Q-2', 'Q-3'].map(number => row(number));

let running: Running | undefined;
afterEach(async () => {
  for (const shape of Object.keys(upcasters)) if (shape.startsWith(NEWER)) Reflect.deleteProperty(upcasters, shape);
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (options: Parameters<typeof runSystem>[1]): Promise<Running> => {
  running = await runSystem(ROWS, { startAt: TUESDAY_NINE, ...options });
  return running;
};

const rollBack = (run: Running, stream: string): Promise<void> =>
  appendOfNewerRelease(run.system.runtime().deps.store, stream, new Date(run.now()));

/** What the program says of the streams it cannot read; anything else is an error of its own. */
const alarms = (run: Running): readonly string[] => {
  const taken = run.errors.splice(0);
  expect(taken.filter(line => !line.startsWith('UnknownEvent '))).toEqual([]);
  return taken;
};

const actionsOf = async (run: Running, stream: string) => (await run.events(stream)).map(({ action }) => action);
const lettersTo = async (run: Running, to: string, kind: string) =>
  (await run.outbox()).filter(entry => entry.to.includes(to) && entry.kind === kind).map(({ message }) => message.text);
const contactOf = async (run: Running, address: string) =>
  contactStream(referenceOf(await run.system.runtime().deps.secrets.refKey(), address));
const nudgesOf = async (run: Running) => (await run.outbox()).filter(({ kind }) => kind === 'nudge');
const checked = async (run: Running, day: string) => {
  const events = await run.system.runtime().engine.store.read(`~period/check/${day}/all`);
  const closing = events.find(({ action }) => action === DayChecked.name);
  return DayChecked.data.is(closing?.data) ? closing.data : null;
};

for (const engine of e2eEngines) {
  describe(`a stream that this release cannot read, on ${engine.name}`, () => {
    test('a quote: the day goes on for all others, ends with its name, and the admin is told once', async () => {
      const run = await begin({ engine: engine.kind });
      await rollBack(run, 'Q-1');
      await run.advance(DAY);
      expect((await checked(run, '2026-11-25'))?.quotes).toMatchObject({
        unreadable: ['Q-1'],
        first_nudge: ['Q-2', 'Q-3'],
      });
      expect(await actionsOf(run, 'Q-2')).toContain('DraftMailed');
      expect((await actionsOf(run, 'Q-1')).at(-1)).toBe(NEWER);
      expect(alarms(run)).not.toEqual([]);
      await run.advance(DAY);
      alarms(run);
      const told = await lettersTo(run, ADMIN, 'unreadable');
      expect(told).toHaveLength(1);
      expect(told[0]).toContain('Q-1');
      expect(told[0]).not.toContain('Q-2');
    });

    test('a quote: the sync goes on for all others, and takes this one up when it can be read again', async () => {
      const run = await begin({ engine: engine.kind });
      await rollBack(run, 'Q-1');
      await run.writeSheet([row('Q-1', 900), row('Q-2', 700), row('Q-3'), row('Q-4')]);
      await run.advance(MINUTE);
      expect((await run.events('Q-2')).map(({ action }) => action)).toContain('QuoteRevised');
      expect(await actionsOf(run, 'Q-4')).toContain('QuoteListed');
      const synced = (await actionsOf(run, '~system')).filter(action => action === 'SheetSynced').length;
      await run.advance(16 * MINUTE);
      await run.advance(16 * MINUTE);
      expect((await actionsOf(run, '~system')).filter(action => action === 'SheetSynced')).toHaveLength(synced);
      alarms(run);
      upgradeTo({ action: 'ApprovalCancelled', schema: 1, data: { draftId: 'none' } });
      await run.advance(16 * MINUTE);
      expect(await actionsOf(run, 'Q-1')).toEqual(['QuoteListed', NEWER, 'QuoteRevised']);
      await run.advance(DAY);
      expect(await actionsOf(run, 'Q-1')).toContain('DraftMailed');
    });

    test('a contact: its quotes rest and nothing is sent to it, and no other quote waits for it', async () => {
      const run = await begin({ engine: engine.kind });
      await run.advance(DAY);
      for (const quote of ['Q-1', 'Q-2', 'Q-3']) await run.press(await run.draft(PRIYA, quote), 'approve');
      await rollBack(run, await contactOf(run, 'contact@q-1.example'));
      await run.advance(3 * MINUTE);
      await run.advance(16 * MINUTE);
      expect((await nudgesOf(run)).flatMap(({ to }) => to).sort()).toEqual([
        'contact@q-2.example',
        'contact@q-3.example',
      ]);
      await run.writeSheet([...ROWS, row('Q-5'), row('Q-6').replace('contact@q-6', 'contact@q-1')]);
      await run.advance(DAY);
      expect((await checked(run, '2026-11-26'))?.quotes).toMatchObject({
        'contact-unreadable': ['Q-6'],
        first_nudge: ['Q-5'],
      });
      alarms(run);
      upgradeTo({ action: 'ContactLifted', schema: 1, data: { note: null } });
      await run.advance(DAY);
      expect((await nudgesOf(run)).map(({ to }) => to)).toContainEqual(['contact@q-1.example']);
    });

    test('a quote that is answered: the answer is in its log, reaches the admin, and its owner once it can be read', async () => {
      const run = await begin({ engine: engine.kind });
      await run.advance(DAY);
      for (const quote of ['Q-1', 'Q-2']) await run.press(await run.draft(PRIYA, quote), 'approve');
      await run.advance(3 * MINUTE);
      const nudge = (await nudgesOf(run)).find(({ to }) => to.includes('contact@q-1.example'));
      await rollBack(run, 'Q-1');
      const answer = [
        'From: contact@q-1.example',
        'To: quotes',
        'Subject: Re: your quote',
        'Message-ID: <1@customer.example>',
        '',
        'Which colours are there?',
        '',
      ].join('\n');
      await run.mailIn(answer, nudge?.message.replyTo[0]?.address ?? '', 'contact@q-1.example');
      expect((await actionsOf(run, 'Q-1')).slice(-2)).toEqual([NEWER, 'ReplyReceived']);
      expect((await lettersTo(run, ADMIN, 'unsure')).join()).toContain('Which colours are there?');
      alarms(run);
      upgradeTo({ action: 'ApprovalCancelled', schema: 1, data: { draftId: 'none' } });
      await run.advance(7 * 60 * MINUTE);
      expect((await lettersTo(run, PRIYA, 'reply')).join()).toContain('Which colours are there?');
      await run.advance(6 * DAY);
      expect((await actionsOf(run, 'Q-1')).filter(action => action === 'MovePlanned')).toHaveLength(1);
      expect((await actionsOf(run, 'Q-2')).filter(action => action === 'MovePlanned')).toHaveLength(2);
    });

    test('the log of the settings: nothing is planned or sent, mail is recorded, and the admin hears of it', async () => {
      const run = await begin({ engine: engine.kind });
      await run.advance(DAY);
      await run.press(await run.draft(PRIYA, 'Q-1'), 'approve');
      await rollBack(run, '~system');
      await run.advance(3 * MINUTE);
      expect(await nudgesOf(run)).toEqual([]);
      await run.writeSheet([...ROWS, row('Q-4')]);
      await run.mailIn(
        'From: a@b.example\nSubject: hello\nMessage-ID: <2@b.example>\n\nAny news?\n',
        'quotes@quotes.harbourline.example',
      );
      expect((await lettersTo(run, ADMIN, 'unsure')).join()).toContain('Any news?');
      await run.advance(16 * MINUTE);
      expect((await lettersTo(run, ADMIN, 'unreadable')).join()).toContain('nothing is planned and nothing is sent');
      await run.advance(DAY);
      expect((await checked(run, '2026-11-26'))?.quotes).toMatchObject({ 'system-unreadable': ['Q-4'] });
      expect(await nudgesOf(run)).toEqual([]);
      alarms(run);
      upgradeTo({ action: 'VoiceAccepted', schema: 1, data: { version: 'none' } });
      await run.advance(DAY);
      await run.advance(16 * MINUTE);
      await run.advance(16 * MINUTE);
      expect(await nudgesOf(run)).toHaveLength(1);
      expect(await actionsOf(run, 'Q-4')).toContain('DraftMailed');
    });

    test('a quote and a contact: the digest tells of all others, and the page of a draft says why it cannot be shown', async () => {
      const run = await begin({ engine: engine.kind });
      await run.advance(DAY);
      const page = await run.draft(PRIYA, 'Q-1');
      await rollBack(run, 'Q-1');
      await rollBack(run, await contactOf(run, 'contact@q-2.example'));
      const opened = await run.open(page);
      expect([opened.status, opened.html]).toEqual([503, expect.stringContaining('cannot read the log')]);
      await run.advance(5 * DAY);
      await run.advance(16 * MINUTE);
      const [digest = ''] = await lettersTo(run, PRIYA, 'digest');
      expect(digest).toContain('Q-3');
      expect(digest).not.toContain('Q-1');
      alarms(run);
    });

    test('the newest send: no other send waits for it', async () => {
      const run = await begin({ engine: engine.kind });
      await run.advance(DAY);
      await run.press(await run.draft(PRIYA, 'Q-1'), 'approve');
      await run.advance(3 * MINUTE);
      expect(await nudgesOf(run)).toHaveLength(1);
      await rollBack(run, 'Q-1');
      await run.press(await run.draft(PRIYA, 'Q-2'), 'approve');
      await run.advance(3 * MINUTE);
      expect(await nudgesOf(run)).toHaveLength(2);
      alarms(run);
    });
  });
}
