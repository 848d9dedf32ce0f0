import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ADMIN, PRIYA, type Running, runSystem, SAM } from '../support/running-system.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUOTES = 'quotes@quotes.harbourline.example';
const DANA = 'dana@northwind.example';
const row = (number: string, amount: number, owner = PRIYA): string =>
  `${number},Northwind,${DANA},${amount},SGD,2026-11-22,2026-12-22,${owner},,https://files.harbourline.example/q.pdf,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (rows: readonly string[]): Promise<Running> => {
  running = await runSystem(rows);
  return running;
};

const lettersOf = async (run: Running, kind: string) => (await run.outbox()).filter(entry => entry.kind === kind);
const actionsOf = async (run: Running, stream: string) => (await run.events(stream)).map(({ action }) => action);
const mail = (from: string, text: string, to = QUOTES): string =>
  [`From: ${from}`, `To: ${to}`, 'Subject: Your quote', `Message-ID: <${text.length}@x.example>`, '', text, ''].join(
    '\r\n',
  );
const contactEvents = async (run: Running): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const { quote_id, action } of run.system.runtime().engine.store.scan())
    if (quote_id.startsWith('~contact/') && action !== 'ContactDayTaken') found.push(action);
  return found;
};

/** A nudge left, and its customer answered it. */
const answered = async (text: string): Promise<{ readonly run: Running; readonly page: string }> => {
  const run = await begin([row('Q-1', 4800)]);
  await run.press(await run.draft(PRIYA, 'Q-1'), 'approve');
  await run.advance(3 * MINUTE);
  const to = (await lettersOf(run, 'nudge'))[0]?.message.replyTo[0]?.address ?? '';
  await run.mailIn(mail(DANA, text, to), to, DANA);
  return { run, page: await run.link(PRIYA, 'Q-1') };
};

describe('a plain stop', () => {
  test('without a mark, from the contact’s own authenticated address, closes the contact for all quotes', async () => {
    const run = await begin([row('Q-1', 4800), row('Q-2', 900, SAM)]);
    await run.mailIn(mail(DANA, 'Stop.'), QUOTES, DANA);
    expect(await contactEvents(run)).toEqual(['ContactStopped']);
    expect(await lettersOf(run, 'unsure')).toHaveLength(0);
    expect((await lettersOf(run, 'reply')).map(({ to }) => to[0]).sort()).toEqual([PRIYA, SAM].sort());
    expect(await actionsOf(run, 'Q-1')).toContain('DraftVoided');
    await run.writeSheet([row('Q-1', 4800), row('Q-2', 900, SAM), row('Q-3', 700)]);
    await run.advance(5 * DAY);
    expect(await actionsOf(run, 'Q-3')).not.toContain('MovePlanned');
  });

  test('that is not authenticated, or not from a contact, closes nothing', async () => {
    const run = await begin([row('Q-1', 4800)]);
    await run.mailIn(mail(DANA, 'Stop.'), QUOTES, 'eve@evil.example');
    await run.mailIn(mail('lee@northwind.example', 'Stop!'), QUOTES, 'lee@northwind.example');
    expect(await contactEvents(run)).toEqual([]);
    expect(await lettersOf(run, 'unsure')).toHaveLength(2);
  });
});

describe('a closed contact', () => {
  test('is told to the admin once, whose page opens it again', async () => {
    const run = await begin([row('Q-1', 4800), row('Q-2', 900)]);
    await run.mailIn(mail(DANA, 'Stop.'), QUOTES, DANA);
    await run.advance(20 * MINUTE);
    const told = await lettersOf(run, 'contact-closed');
    expect(told.map(({ to }) => to[0])).toEqual([ADMIN]);
    const link = await run.link(ADMIN, DANA);
    const shown = await run.open(link);
    expect(shown.status).toBe(200);
    expect(shown.html).toContain(DANA);
    expect(shown.html).toContain('Q-2');
    expect(await contactEvents(run)).toEqual(['ContactStopped']);
    expect((await run.post(link, { act: 'lift' })).status).toBe(403);
    const lifted = await run.press(link, 'lift', { note: 'they rang' });
    expect(lifted.html).toContain('may be written to again');
    expect(await contactEvents(run)).toEqual(['ContactStopped', 'ContactLifted']);
    await run.press(link, 'lift');
    expect(await contactEvents(run)).toHaveLength(2);
  });

  test('is linked in the admin’s digest as long as it is closed, and nobody else can open it', async () => {
    const run = await begin([row('Q-1', 4800)]);
    await run.mailIn(mail(DANA, 'Stop.'), QUOTES, DANA);
    for (let day = 0; day < 5; day++) await run.advance(DAY);
    const digest = (to: string) =>
      lettersOf(run, 'digest').then(all => all.findLast(one => one.to.includes(to))?.message.text ?? '');
    const link = (/(http\S+\/contacts\/[\w-]+)/.exec(await digest(ADMIN))?.[1] ?? '').replace(
      /:\d+\//,
      `:${run.system.port}/`,
    );
    expect((await run.open(link)).html).toContain(DANA);
    expect(await digest(PRIYA)).not.toContain('/contacts/');
    const hers = (/(http\S+)\/quotes/.exec(await digest(PRIYA))?.[1] ?? '').replace(/:\d+\//, `:${run.system.port}/`);
    expect((await run.open(`${hers}/contacts/${link.split('/').at(-1)}`)).status).toBe(404);
    await run.press(link, 'lift');
    expect(await contactEvents(run)).toEqual(['ContactStopped', 'ContactLifted']);
  });
});

describe('a decision of ours that was wrong', () => {
  test('a reply that is none is dismissed on its page, and the chain goes on', async () => {
    const { run, page } = await answered('Which colour is it?');
    const shown = await run.press(page, 'dismiss');
    expect(shown.html).toContain('no reply to the quote');
    expect(await run.events('Q-1')).toContainEqual({ action: 'ReplyDismissed', by: PRIYA });
    for (let day = 0; day < 6; day++) await run.advance(DAY);
    expect((await actionsOf(run, 'Q-1')).filter(action => action === 'MovePlanned')).toHaveLength(2);
  });

  test('a quote closed by mistake on a reply’s page is opened there again, here and in the sheet', async () => {
    const { run, page } = await answered('Which colour is it?');
    expect((await run.press(page, 'lost')).html).toContain('closed the quote as lost');
    expect(await readFile(join(run.folder, 'quotes.csv'), 'utf8')).toContain('lost');
    await run.press(page, 'reopen');
    expect(await run.events('Q-1')).toContainEqual({ action: 'QuoteReopened', by: PRIYA });
    await run.advance(MINUTE);
    expect(await readFile(join(run.folder, 'quotes.csv'), 'utf8')).not.toContain('lost');
    await run.advance(20 * MINUTE);
    expect((await actionsOf(run, 'Q-1')).filter(action => action === 'QuoteClosed')).toHaveLength(1);
  });

  test('a quote that the sheet closed is not opened on a page', async () => {
    const { run, page } = await answered('Which colour is it?');
    const form = await run.form(page);
    await run.writeSheet([`${row('Q-1', 4800)}won`]);
    await run.advance(20 * MINUTE);
    expect((await run.open(page)).html).not.toContain('value="reopen"');
    const refused = await run.post(page, { ...form, act: 'reopen' });
    expect(refused.html).toContain('open it in the sheet');
    expect(await actionsOf(run, 'Q-1')).not.toContain('QuoteReopened');
  });
});

test('a moved clock is an event of the journey’s log, and of no other', async () => {
  const run = await begin([row('Q-1', 4800)]);
  await run.system.moveTo(new Date(run.now() + 2 * DAY));
  const moved = await run.events('~system');
  expect(moved.filter(({ action }) => action === 'ClockMoved')).toHaveLength(1);
  await run.system.backToNow();
  expect(await actionsOf(run, '~system')).not.toContain('ClockMoved');
});
