import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { loadQuote } from '../../src/workflows/quotes.ts';
import { ADMIN, PRIYA, RULES, type Running, runSystem, SAM } from '../support/running-system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Sent on Sunday 22 November 2026: on Wednesday the 25th the first nudge is due. */
const row = (number: string, { owner = PRIYA, expires = '2026-12-22', sent = '2026-11-22', amount = 4800 } = {}) =>
  `${number},Customer ${number},buyer@${number.toLowerCase()}.example,${amount},SGD,${sent},${expires},${owner},,,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  expect(stopping?.errors ?? []).toEqual([]);
  await stopping?.stop();
});

const begin = async (rows: readonly string[], options = {}): Promise<Running> => {
  running = await runSystem(rows, options);
  return running;
};

/** The clock to a later wall time in Singapore, with the quarter's sweep behind it. */
const until = async (run: Running, day: string, time = '09:00'): Promise<void> => {
  await run.advance(Date.parse(`${day}T${time}:05+08:00`) - run.now());
  await run.advance(15 * MINUTE);
};

const mails = async (run: Running, to: string, ...kinds: readonly string[]) =>
  (await run.outbox()).filter(mail => mail.to.includes(to) && kinds.includes(mail.kind));
const mailings = async (run: Running, quote: string) => {
  const { state } = await loadQuote(run.system.runtime().deps, quote);
  return (state.draft?.mailings ?? []).map(({ kind, dayMail }) => [kind, dayMail]);
};
const linksIn = (text: string | null | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/Decide on \S+:\n(http\S+)/g)].map(([, link = '']) => link);

describe('a working day’s drafts', () => {
  test('come in one mail, each in full with a link of its own, and in no other', async () => {
    const run = await begin([row('Q-1'), row('Q-2', { amount: 52_000 }), row('Q-3', { owner: SAM })]);
    await run.advance(20 * MINUTE);
    const asked = (await run.outbox()).filter(({ kind }) => kind !== 'rules-accepted');
    expect(asked.map(({ kind, to }) => `${kind} ${to[0]}`).sort()).toEqual([`today ${PRIYA}`, `today ${SAM}`]);
    const [mail] = await mails(run, PRIYA, 'today');
    const text = mail?.message.text ?? '';
    expect(text).toMatch(/A first nudge to Customer Q-2[\s\S]+A first nudge to Customer Q-1/);
    expect(text).toContain('Draft to buyer@q-1.example');
    expect(text).toContain('- Amount: SGD 4,800.00');
    expect(text).toContain('If you approve now it leaves Wed 25 November 2026, 09:03 (Asia/Singapore).');
    expect(new Set(linksIn(text)).size).toBe(2);
    const approved = await run.press(await run.draft(PRIYA, 'Q-1'), 'approve');
    expect(approved.html).toContain('Cancel the approval');
    expect(await run.events('Q-1')).toContainEqual({ action: 'DraftApproved', by: PRIYA });
    expect((await run.events('Q-2')).some(({ action }) => action === 'DraftApproved')).toBe(false);
  });

  test('approved in the evening are said to leave in the morning, on their own page and on the day’s', async () => {
    const run = await begin([row('Q-1')]);
    await until(run, '2026-11-25', '20:00');
    const approved = await run.press(await run.draft(PRIYA), 'approve');
    expect(approved.html).toContain('It leaves Thu 26 November 2026, 08:00 (Asia/Singapore)');
    const day = await run.open(await run.link(PRIYA, 'Today'));
    expect(day.html).toContain('Leaves Thu 26 November 2026, 08:00 (Asia/Singapore)');
  });

  test('are repeated in the next working day’s mail, over weekend and holiday, each time with a new link', async () => {
    const rules = `${RULES}Do not send on 30 November 2026.\n`;
    const run = await begin([row('Q-1', { sent: '2026-11-24' })], { rules });
    for (const day of ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01'])
      await until(run, day);
    const sent = await mails(run, PRIYA, 'today', 'approval');
    expect(sent.map(({ kind, subject }) => `${kind}: ${subject}`)).toEqual([
      'today: Today, Fri 27 November 2026: 1 draft',
      'today: Today, Tue 1 December 2026: 1 draft',
    ]);
    expect(sent[1]?.message.text).toContain('Nobody has decided on this draft since Fri 27 November 2026.');
    expect(await mailings(run, 'Q-1')).toEqual([
      ['first', '2026-11-27'],
      ['again', '2026-12-01'],
    ]);
    const links = sent.flatMap(({ message }) => linksIn(message.text));
    expect(new Set(links).size).toBe(2);
    for (const link of links)
      expect((await run.open(link.replace(/:\d+\//, `:${run.system.port}/`))).html).toContain('value="approve"');
  });

  test('what arises after the day’s mail has a letter of its own', async () => {
    const run = await begin([row('Q-1', { sent: '2026-11-24' }), row('Q-2')]);
    await until(run, '2026-11-25', '11:00');
    await run.press(`${await run.link(PRIYA, 'Today')}/quotes/Q-1`, 'send-now');
    expect((await mails(run, PRIYA, 'approval')).map(({ subject }) => subject)).toEqual([
      'Approve: first nudge to Customer Q-1 (Q-1, SGD 4,800.00)',
    ]);
    expect(await mailings(run, 'Q-1')).toEqual([['first', null]]);
  });

  test('past those that stand in full are a list with links, and one mail stays short', async () => {
    const run = await begin(Array.from({ length: 30 }, (_, at) => row(`Q-${at + 1}`, { amount: 1000 + at })));
    const [mail] = await mails(run, PRIYA, 'today');
    expect(mail?.message.html?.length).toBeLessThan(100_000);
    expect(linksIn(mail?.message.text)).toHaveLength(7);
    expect(mail?.message.text).toMatch(/- Q-1, Customer Q-1, First nudge, http\S+; amount: SGD 1,000.00/);
    const listed = /- Q-1, Customer Q-1, First nudge, (http[^;\s]+)/.exec(mail?.message.text ?? '')?.[1] ?? '';
    expect((await run.press(listed.replace(/:\d+\//, `:${run.system.port}/`), 'approve')).status).toBe(200);
    expect(await run.events('Q-1')).toContainEqual({ action: 'DraftApproved', by: PRIYA });
    await run.advance(20 * MINUTE);
    expect(await mails(run, PRIYA, 'approval')).toEqual([]);
  });

  test('no link of it stands in the copy that is kept', async () => {
    const run = await begin([row('Q-1')]);
    const token = (await run.draft(PRIYA)).split('/t/')[1] ?? '';
    const { objects } = run.system.runtime().deps;
    for (const { key } of await objects.list('raw-mime', 'reports/'))
      expect(new TextDecoder().decode((await objects.get('raw-mime', key))?.body)).not.toContain(token);
  });
});

describe('a quote that ended without an answer', () => {
  const ended = async (run: Running) =>
    (await run.outbox()).filter(({ message: { text } }) => /It expired on|as many as the rules allow/.test(text ?? ''));

  test('is told in the day’s mail, with what was sent and a link of its own, and in no other', async () => {
    const run = await begin([row('Q-1', { expires: '2026-11-28' })]);
    await run.press(await run.draft(PRIYA), 'approve');
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-29']) await until(run, day, '11:00');
    // It expired on the Saturday, and the check of Sunday closed it out.
    expect((await run.events('Q-1')).some(({ action }) => action === 'QuoteExpired')).toBe(true);
    expect(await ended(run)).toEqual([]);
    await until(run, '2026-11-30');
    const mails = await ended(run);
    expect(mails.map(({ kind, subject }) => `${kind}: ${subject}`)).toEqual([
      'today: Today, Mon 30 November 2026: 1 ended without an answer',
    ]);
    const text = mails[0]?.message.text ?? '';
    expect(text).toContain('Customer Q-1 let the quote expire');
    expect(text).toContain('- 25 Nov 2026; what: Last call');
    expect(text).not.toContain('Ended without an answer\n');
    const page = (/Extend, won or lost:\n(http\S+)/.exec(text)?.[1] ?? '').replace(/:\d+\//, `:${run.system.port}/`);
    expect((await run.open(await run.link(PRIYA, 'Today'))).html).toContain('expired on Sat 28 November 2026');
    await run.press(page, 'lost');
    expect((await run.events('Q-1')).at(-1)?.action).toMatch(/QuoteClosed|RowWrittenBack/);
    await until(run, '2026-12-01');
    expect(await ended(run)).toHaveLength(1);
  });
});

describe('a draft that nobody decides', () => {
  const days = async (run: Running, ...dates: readonly string[]): Promise<void> => {
    for (const date of dates) await until(run, date);
  };
  const toAdmin = async (run: Running): Promise<readonly string[]> =>
    (await mails(run, ADMIN, 'today', 'approval')).map(({ subject }) => subject);

  test('goes to the admin too after three working days, not before, and the weekend does not count', async () => {
    const run = await begin([row('Q-1')]);
    await days(run, '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29');
    expect(await toAdmin(run)).toEqual([]);
    await days(run, '2026-11-30');
    expect(await toAdmin(run)).toEqual(['Today, Mon 30 November 2026: 1 draft']);
    const [mail] = await mails(run, ADMIN, 'today');
    expect(mail?.message.text).toContain(
      'Its owner has not decided on this draft since Wed 25 November 2026, so it comes to you too.',
    );
    await run.press(await run.draft(ADMIN, 'Q-1'), 'approve');
    expect(await run.events('Q-1')).toContainEqual({ action: 'DraftApproved', by: ADMIN });
  });

  test('a holiday between puts that off by a day', async () => {
    const run = await begin([row('Q-1')], { rules: `${RULES}Do not send on 27 November 2026.\n` });
    await days(run, '2026-11-26', '2026-11-27', '2026-11-30');
    expect(await toAdmin(run)).toEqual([]);
    await days(run, '2026-12-01');
    expect(await toAdmin(run)).toEqual(['Today, Tue 1 December 2026: 1 draft']);
  });

  test('goes to the admin one working day before the expiry, weekend between or not', async () => {
    const run = await begin([row('Q-1', { expires: '2026-11-27' }), row('Q-2', { expires: '2026-11-30' })], {
      rules: RULES.replace('then a last call 3 days before the quote expires', 'then stop'),
    });
    expect(await toAdmin(run)).toEqual([]);
    await days(run, '2026-11-26');
    expect(await mailings(run, 'Q-1')).toContainEqual(['admin', '2026-11-26']);
    expect(await mailings(run, 'Q-2')).not.toContainEqual(['admin', '2026-11-26']);
    await days(run, '2026-11-27');
    expect(await mailings(run, 'Q-2')).toContainEqual(['admin', '2026-11-27']);
  });

  test('goes to the cover in their day’s mail once its owner is away; while the cover is away too, to the cover’s cover', async () => {
    const run = await begin([row('Q-1')]);
    await writeFile(
      join(run.folder, 'rules.txt'),
      `${RULES}Sam is ${SAM}.\nPriya is away 26 November 2026 to 4 December 2026, Sam covers.\nBoss is ${ADMIN}.\nSam is away 27 November 2026 to 30 November 2026, Boss covers.\n`,
    );
    await until(run, '2026-11-26', '08:00');
    expect(await mails(run, SAM, 'today', 'approval')).toEqual([]);
    await days(run, '2026-11-26');
    expect((await mails(run, SAM, 'today', 'approval')).map(({ subject }) => subject)).toEqual([
      'Today, Thu 26 November 2026: 1 draft',
    ]);
    expect((await mails(run, PRIYA, 'today', 'approval')).map(({ subject }) => subject)).toEqual([
      'Today, Wed 25 November 2026: 1 draft',
    ]);
    await days(run, '2026-11-27');
    expect(await toAdmin(run)).toEqual(['Today, Fri 27 November 2026: 1 draft']);
    expect(await mailings(run, 'Q-1')).toEqual([
      ['first', '2026-11-25'],
      ['cover', '2026-11-26'],
      ['cover', '2026-11-27'],
    ]);
  });

  test('goes to a cover at once who is named after the day’s mail', async () => {
    const run = await begin([row('Q-1')]);
    await run.advance(HOUR);
    await writeFile(
      join(run.folder, 'rules.txt'),
      `${RULES}Sam is ${SAM}.\nPriya is away 25 November 2026 to 4 December 2026, Sam covers.\n`,
    );
    await run.advance(20 * MINUTE);
    expect((await mails(run, SAM, 'approval')).map(({ subject }) => subject)).toEqual([
      'For Priya: first nudge to Customer Q-1 (Q-1, SGD 4,800.00)',
    ]);
  });

  test('lapses after seven days and is offered once more', async () => {
    const run = await begin([row('Q-1')]);
    for (let day = 1; day <= 9; day++) {
      await run.advance(DAY);
      await run.advance(15 * MINUTE);
    }
    const actions = (await run.events('Q-1')).map(({ action }) => action);
    expect(actions.filter(action => action === 'DraftLapsed')).toHaveLength(1);
    expect(actions.filter(action => action === 'MovePlanned')).toHaveLength(2);
  });
});
