import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { claimSend } from '../../src/aggregates/quote/send.ts';
import { loadBusinessContext } from '../../src/workflows/business-context.ts';
import { decideQuote, loadQuote } from '../../src/workflows/quotes.ts';
import { quotesFor } from '../../src/workflows/token-pages/whose-quotes.ts';
import { ADMIN, PRIYA, type Running, runSystem, SAM } from '../support/running-system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Wednesday 25 November 2026: sent three days ago, so the first nudge is due. */
const row = (
  number: string,
  customer: string,
  amount: number,
  owner = PRIYA,
  over: { expires?: string; status?: string } = {},
) =>
  `${number},${customer},buyer@${customer.toLowerCase()}.example,${amount},SGD,2026-11-22,${over.expires ?? '2026-12-22'},${owner},,,,${over.status ?? ''}`;
const ROWS = [row('Q-1', 'Northwind', 4800), row('Q-2', 'Lantern', 52_000), row('Q-3', 'Orchard', 900, SAM)];

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (rows: readonly string[] = ROWS, options = {}): Promise<Running> => {
  running = await runSystem(rows, options);
  return running;
};

const todays = async (run: Running) => (await run.outbox()).filter(({ kind }) => kind === 'today');
const actions = async (run: Running, quote: string): Promise<readonly string[]> =>
  (await run.events(quote)).map(({ action }) => action);
const count = async (run: Running, quote: string, action: string): Promise<number> =>
  (await actions(run, quote)).filter(one => one === action).length;

/** The hidden fields of the form in which a button stands, after a mark in the page. */
const fieldsAfter = (html: string, mark: string): Readonly<Record<string, string>> => {
  const from = html.indexOf(mark);
  if (from < 0) throw new Error(`the page has no ${mark}`);
  const [form = ''] = /<form[\s\S]*?<\/form>/.exec(html.slice(from)) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
    ]),
  );
};

const post = async (run: Running, url: string, fields: Readonly<Record<string, string>>) => {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: `http://127.0.0.1:${run.system.port}` },
  });
  return { status: response.status, html: await response.text() };
};

/** Presses a button that stands after a mark in the page. */
const press = async (run: Running, url: string, mark: string, act: string, typed = {}) =>
  post(run, url, { ...fieldsAfter((await run.open(url)).html, mark), act, ...typed });

describe('the mail of a working day', () => {
  test('is one to each rep of whom the day asks something, ranked by value, and none to others', async () => {
    const run = await begin();
    const mails = await todays(run);
    expect(mails.map(({ to }) => to[0]).sort()).toEqual([PRIYA, SAM].sort());
    const text = mails.find(({ to }) => to.includes(PRIYA))?.message.text ?? '';
    expect(text).toContain('Today: 2 drafts');
    expect(text).toContain('SGD 56,800.00 at risk.');
    expect(text).toMatch(/A first nudge to Lantern[\s\S]*A first nudge to Northwind/);
    expect(text).not.toContain('Q-3');
  });

  test('comes once a day, whatever is started again, and again on the next working day', async () => {
    const run = await begin();
    await run.restart();
    await run.advance(20 * MINUTE);
    expect(await todays(run)).toHaveLength(2);
    await run.advance(DAY);
    await run.advance(20 * MINUTE);
    expect(
      (await todays(run))
        .map(({ subject }) => subject.slice(0, 31))
        .slice(2)
        .sort(),
    ).toEqual(['Today, Thu 26 November 2026: 1 ', 'Today, Thu 26 November 2026: 2 ']);
  });

  test('is not sent on a Sunday', async () => {
    const run = await begin(ROWS, { startAt: Date.UTC(2026, 10, 29, 2, 0, 0) });
    await run.advance(20 * MINUTE);
    expect(await todays(run)).toEqual([]);
  });

  test('goes to the cover while a rep is away', async () => {
    const rules = `Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.
Priya is ${PRIYA}.
Sam is ${SAM}.
Priya is away 20 November 2026 to 30 November 2026, Sam covers.
`;
    const run = await begin(ROWS, { rules });
    const mails = await todays(run);
    expect(mails.map(({ to }) => to[0])).toEqual([SAM]);
    expect(mails[0]?.message.text).toContain('Priya is away until Mon 30 November 2026. You cover.');
    expect(mails[0]?.message.text).toContain('3 drafts');
  });

  test('names replies nobody took and quotes about to expire, with a way to each', async () => {
    const run = await begin([row('Q-1', 'Northwind', 4800, PRIYA, { expires: '2026-11-27' })]);
    const today = await run.link(PRIYA, 'Today');
    expect((await run.open(today)).html).toContain('expires in 2 days');
    await press(run, today, 'id="draft-Q-1"', 'approve');
    await run.advance(3 * MINUTE);
    const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
    await run.mailIn(
      'From: buyer@northwind.example\nTo: q\nSubject: Re: quote\nMessage-ID: <a@northwind.example>\n\nWhat about delivery?\n',
      nudge?.message.replyTo[0]?.address ?? '',
      'buyer@northwind.example',
    );
    const { html } = await run.open(today);
    expect(html).toContain('has a question, waiting since Wed 25 November 2026');
    const reply = /class="button" href="(http[^"]+)">Answer/.exec(html)?.[1] ?? '';
    expect((await run.open(reply.replace(/:\d+\//, `:${run.system.port}/`))).html).toContain('What about delivery?');
  });
});

describe('a proposed row', () => {
  test('stands in the mail and on the page of the rep who was asked, until it is decided', async () => {
    const run = await begin([]);
    const mail = [
      `From: Priya <${PRIYA}>`,
      'To: Mei Tan <mei@brightwater.example>',
      'Subject: Quotation Q-2001',
      'Message-ID: <sent-1@harbourline.example>',
      'Date: Tue, 24 Nov 2026 10:00:00 +0800',
      '',
      'Dear Mei,\n\nQuotation No.: Q-2001\nCustomer: Brightwater\nTotal: SGD 4,523.06\nValid until: 24 December 2026\n',
    ];
    await run.mailIn(mail.join('\n'), 'quotes@quotes.harbourline.example', PRIYA);
    expect(await todays(run)).toEqual([]);
    await run.advance(DAY);
    await run.advance(20 * MINUTE);
    expect((await todays(run)).map(({ to, subject }) => [to[0], subject])).toEqual([
      [PRIYA, 'Today, Thu 26 November 2026: 1 proposal'],
    ]);
    const today = await run.link(PRIYA, 'Today');
    const { html } = await run.open(today);
    expect(html).toContain('1 proposed row');
    const page = /href="(http[^"]+)">Look<span class="unseen"> at Q-2001/.exec(html)?.[1] ?? '';
    await run.press(page, 'discard');
    expect((await run.open(today)).html).toContain('Nothing waits for you');
  });
});

describe('the page of the day', () => {
  test('approves one draft and leads to the next; each may be called back for two minutes', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    const { html } = await run.open(url);
    expect(html.indexOf('draft-Q-2')).toBeLessThan(html.indexOf('draft-Q-1'));
    expect(html).toMatch(/action="\/t\/[^"]+#draft-Q-1"/);
    const approved = await press(run, url, 'id="draft-Q-2"', 'approve');
    expect(approved.html).toContain('Q-2 is approved.');
    expect(approved.html).not.toContain('id="draft-Q-2"');
    expect((await press(run, url, '<h2>Approved</h2>', 'cancel')).html).toContain('id="draft-Q-2"');
    await run.advance(5 * MINUTE);
    expect(await count(run, 'Q-2', 'SendClaimed')).toBe(0);
    await press(run, url, 'id="draft-Q-2"', 'approve');
    await run.advance(3 * MINUTE);
    expect((await run.outbox()).filter(({ kind }) => kind === 'nudge').map(({ to }) => to[0])).toEqual([
      'buyer@lantern.example',
    ]);
  });

  test('approves all that is shown, one event each, in the name of whoever the link was mailed to', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    const { html } = await press(run, url, '<h3>All of them</h3>', 'approve-all');
    expect(html).toContain('2 drafts are approved.');
    for (const quote of ['Q-1', 'Q-2'])
      expect((await run.events(quote)).filter(({ action }) => action === 'DraftApproved')).toEqual([
        { action: 'DraftApproved', by: PRIYA },
      ]);
    await run.advance(3 * MINUTE);
    expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(2);
  });

  test('shows fifty drafts in full, the most valuable; the next stand there once these are decided', async () => {
    const run = await begin(Array.from({ length: 52 }, (_, at) => row(`Q-${at}`, `Customer${at}`, 1000 + at)));
    const url = await run.link(PRIYA, 'Today');
    expect((await todays(run))[0]?.subject).toContain('52 drafts');
    const { html } = await run.open(url);
    expect(html.match(/class="stack draft-item"/g)).toHaveLength(50);
    expect(html).toContain('2 more drafts of less value');
    expect(html).not.toContain('id="draft-Q-1"');
    const after = await post(run, url, { ...fieldsAfter(html, 'All of them'), act: 'approve-all' });
    expect(after.html).toContain('50 drafts are approved.');
    expect(after.html.match(/class="stack draft-item"/g)).toHaveLength(2);
    expect(after.html).toContain('id="draft-Q-1"');
  });

  test('does not approve a text that was edited after the page was shown', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    const before = fieldsAfter((await run.open(url)).html, '<h3>All of them</h3>');
    const own = await run.draft(PRIYA, 'Q-1');
    await run.press(own, 'edit', { subject: 'Other', text: 'Other words' });
    const { html } = await post(run, url, { ...before, act: 'approve-all' });
    expect(html).toContain('1 draft is approved. Not Q-1');
    expect([await count(run, 'Q-1', 'DraftApproved'), await count(run, 'Q-2', 'DraftApproved')]).toEqual([0, 1]);
  });

  test('acts on nothing but what it showed: an altered form is refused', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    const fields = fieldsAfter((await run.open(url)).html, 'id="draft-Q-2"');
    expect((await post(run, url, { ...fields, act: 'approve', quote: 'Q-3' })).status).toBe(403);
    const all = fieldsAfter((await run.open(url)).html, '<h3>All of them</h3>');
    expect((await post(run, url, { ...all, act: 'approve-all', drafts: '[["Q-3","d1","",""]]' })).status).toBe(403);
    expect(await count(run, 'Q-3', 'DraftApproved')).toBe(0);
  });

  test('shows and decides nothing when it is only looked at', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    const before = await actions(run, 'Q-2');
    for (const path of ['', '/quotes', '/quotes/Q-2']) {
      expect((await run.open(`${url}${path}`)).status).toBe(200);
      await fetch(`${url}${path}`, { method: 'HEAD' });
    }
    expect(await actions(run, 'Q-2')).toEqual(before);
  });

  test('skips, holds and notes an answer', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    await press(run, url, 'id="draft-Q-2"', 'skip');
    await press(run, url, 'id="draft-Q-1"', 'hold');
    expect(await count(run, 'Q-2', 'DraftSkipped')).toBe(1);
    expect((await actions(run, 'Q-1')).slice(-3)).toEqual(['QuoteHeld', 'DraftVoided', 'RowWrittenBack']);
  });

  test('is worthless after its seven days', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    await run.advance(7 * DAY + MINUTE);
    expect((await run.open(url)).status).toBe(410);
    expect((await run.open(`${url}/quotes`)).status).toBe(410);
  });
});

describe('my quotes', () => {
  const quotePage = async (run: Running, number: string): Promise<string> =>
    `${await run.link(PRIYA, 'Today')}/quotes/${number}`;
  const say = (run: Running, url: string, act: string, typed = {}) => press(run, url, '<form', act, typed);

  test('lists what is theirs, the most valuable first, and opens no quote of another', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    const { html } = await run.open(`${url}/quotes`);
    expect(html).toMatch(/Q-2, Lantern[\s\S]*Q-1, Northwind/);
    expect(html).not.toContain('Q-3');
    expect((await run.open(`${url}/quotes/Q-3`)).status).toBe(404);
    expect((await run.open(`${url}/quotes/Q-999`)).status).toBe(404);
    expect((await run.open(`${url}/elsewhere`)).status).toBe(404);
  });

  test('cost no reading of other people’s quotes', async () => {
    const run = await begin([...ROWS, row('Q-4', 'Fabrikam', 700, 'someone@elsewhere.example')]);
    const business = await loadBusinessContext(run.system.runtime().deps);
    expect(quotesFor(business, PRIYA)).toEqual(['Q-1', 'Q-2']);
    expect(quotesFor(business, SAM)).toEqual(['Q-3']);
    expect(quotesFor(business, ADMIN)).toEqual(['Q-1', 'Q-2', 'Q-3', 'Q-4']);
  });

  test('won and lost close the quote and are written into the sheet', async () => {
    const run = await begin();
    await say(run, await quotePage(run, 'Q-1'), 'won');
    const lost = await say(run, await quotePage(run, 'Q-2'), 'lost', { reason: 'too dear' });
    expect(lost.html).toContain('It is closed as lost');
    expect((await actions(run, 'Q-1')).slice(-3)).toEqual(['QuoteClosed', 'DraftVoided', 'RowWrittenBack']);
    const events = await run.system.runtime().engine.store.read('Q-2');
    expect(events.find(({ action }) => action === 'QuoteClosed')?.data).toMatchObject({
      outcome: 'lost',
      note: 'too dear',
    });
  });

  test('call back on a date: the draft goes, nothing is offered before that day', async () => {
    const run = await begin([ROWS[1] ?? '']);
    const url = await quotePage(run, 'Q-2');
    expect((await say(run, url, 'call-back', { from: '2026-11-25' })).html).toContain('Give a date after today.');
    expect((await say(run, url, 'call-back', { from: '2026-12-02' })).html).toContain('before Wed 2 December 2026');
    expect((await actions(run, 'Q-2')).slice(-2)).toEqual(['DraftVoided', 'ChainResumed']);
    for (let day = 0; day < 6; day++) await run.advance(DAY);
    expect(await count(run, 'Q-2', 'MovePlanned')).toBe(1);
    await run.advance(DAY);
    expect(await count(run, 'Q-2', 'MovePlanned')).toBe(2);
  });

  test('call back or hold past the expiry says that nothing will leave', async () => {
    const run = await begin([row('Q-2', 'Lantern', 52_000, PRIYA, { expires: '2026-12-20' })]);
    const url = await quotePage(run, 'Q-2');
    const caveat = 'But the quote expires on Sun 20 December 2026, before that';
    expect((await say(run, url, 'call-back', { from: '2026-12-20' })).html).not.toContain(caveat);
    expect((await say(run, url, 'call-back', { from: '2026-12-21' })).html).toContain(caveat);
    expect((await say(run, url, 'hold-until', { from: '2027-01-04' })).html).toContain(caveat);
  });

  test('call back while a mail is leaving says that it does not call that one back', async () => {
    const run = await begin([ROWS[1] ?? '']);
    await run.press(await run.draft(PRIYA, 'Q-2'), 'approve');
    const { deps: world } = run.system.runtime();
    const { draft } = (await loadQuote(world, 'Q-2')).state;
    await decideQuote(world, 'Q-2', {
      actor: { system: 'sender' },
      decide: state => claimSend(state, { draftId: draft?.id ?? '', claim: 'c1', day: '2026-11-25' }),
    });
    const answered = await say(run, await quotePage(run, 'Q-2'), 'call-back', { from: '2026-12-02' });
    expect(answered.html).toContain('One mail was already leaving; this does not call it back.');
  });

  test('hold until a date: here and in the sheet, and over on that day by itself', async () => {
    const run = await begin([ROWS[1] ?? '']);
    await say(run, await quotePage(run, 'Q-2'), 'hold-until', { from: '2026-11-27' });
    await run.advance(20 * MINUTE);
    expect((await actions(run, 'Q-2')).slice(-3)).toEqual(['DraftVoided', 'QuoteHeld', 'RowWrittenBack']);
    await run.advance(DAY);
    expect(await count(run, 'Q-2', 'HoldEnded')).toBe(0);
    await run.advance(DAY);
    await run.advance(20 * MINUTE);
    const after = await actions(run, 'Q-2');
    expect(after.slice(after.indexOf('HoldEnded'))).toEqual([
      'HoldEnded',
      'MovePlanned',
      'DraftWritten',
      'RowWrittenBack',
      'DraftMailed',
    ]);
    expect(await readFile(join(run.folder, 'quotes.csv'), 'utf8')).toMatch(/Q-2,.*,open$/m);
  });

  test('a new contact is written into the sheet, a bad one is refused', async () => {
    const run = await begin([ROWS[1] ?? '']);
    const url = await quotePage(run, 'Q-2');
    expect((await say(run, url, 'address', { address: 'nobody' })).html).toContain('That is not an e-mail address.');
    for (const address of ['new@lantern.example', 'New@lantern.example ', 'new@lantern.example'])
      expect((await say(run, url, 'address', { address })).html).toContain('The sheet has it.');
    expect(await count(run, 'Q-2', 'RowWrittenBack')).toBe(1);
    await run.advance(20 * MINUTE);
    expect(await count(run, 'Q-2', 'QuoteRevised')).toBe(1);
    await say(run, url, 'address', { address: 'new@lantern.example' });
    expect(await count(run, 'Q-2', 'RowWrittenBack')).toBe(1);
    for (const address of ['other@lantern.example', 'new@lantern.example']) await say(run, url, 'address', { address });
    expect(await count(run, 'Q-2', 'RowWrittenBack')).toBe(3);
  });

  test('send now makes the next draft before its day, for approval like any other, and not twice', async () => {
    const run = await begin([row('Q-2', 'Lantern', 52_000).replace('2026-11-22', '2026-11-24'), ROWS[0] ?? '']);
    expect(await count(run, 'Q-2', 'MovePlanned')).toBe(0);
    const url = await quotePage(run, 'Q-2');
    expect((await say(run, url, 'send-now')).html).toContain('The draft is made and waits for your approval.');
    expect(await actions(run, 'Q-2')).toEqual([
      'QuoteListed',
      'MovePlanned',
      'DraftWritten',
      'DraftMailed',
      'LetterSent',
    ]);
    const again = await say(run, url, 'send-now');
    expect(again.html).toContain('Not now: it had its turn today');
    expect(await count(run, 'Q-2', 'MovePlanned')).toBe(1);
    expect((await run.outbox()).some(({ kind }) => kind === 'nudge')).toBe(false);
    const draft = /class="button main-act" href="(http[^"]+)">Read the waiting draft/.exec(again.html)?.[1] ?? '';
    await run.press(draft, 'approve');
    await run.advance(3 * MINUTE);
    expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
  });

  test('the admin’s digest opens every quote', async () => {
    const run = await begin(ROWS, { startAt: Date.UTC(2026, 10, 29, 13, 0, 0) });
    await run.advance(11 * HOUR + 1000);
    const url = await run.link(ADMIN, 'Week of');
    const { html } = await run.open(url);
    expect(html).toContain('All quotes');
    for (const number of ['Q-1', 'Q-2', 'Q-3']) expect(html).toContain(number);
    const page = url.replace(/\/quotes$/, '/quotes/Q-3');
    expect((await say(run, page, 'won')).html).toContain('It is closed as won');
    expect((await run.events('Q-3')).find(({ action }) => action === 'QuoteClosed')?.by).toBe(ADMIN);
  });

  test('a link of a rep who is no longer one opens none of their former quotes', async () => {
    const run = await begin();
    const url = await run.link(PRIYA, 'Today');
    await writeFile(
      join(run.folder, 'rules.txt'),
      'Standard quotes: nudge at 3 days and 7 days after sending, then a last call 3 days before the quote expires.\n',
    );
    await run.advance(MINUTE);
    expect((await run.open(`${url}/quotes/Q-2`)).status).toBe(404);
  });
});
