import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PRIYA, type Running, runSystem } from '../support/running-system.ts';
import { hasChromium, openScreens, phone, type Screens } from './screens.ts';

const MINUTE = 60_000;
const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q-1042.pdf,,`;
const OTHER = ROW.replace('Q-1042', 'Q-7').replace('dana@northwind', 'lee@eastwind').replace('4800', '900');

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

let screens: Screens;
let run: Running;
let page: Page;
/** Whatever a developer would see in red: errors, refused styles or frames, requests that failed. */
let trouble: string[];

/** A browser that runs no script, as our pages ask for none. */
const openPhone = async (): Promise<Page> => {
  const context = await screens.open(phone);
  context.setDefaultTimeout(10_000);
  const opened = await context.newPage();
  opened.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') trouble.push(message.text());
  });
  opened.on('pageerror', error => trouble.push(String(error)));
  opened.on('requestfailed', request => trouble.push(`${request.url()} ${request.failure()?.errorText}`));
  opened.on('load', async () => {
    const wider = await opened.evaluate(WIDER).catch(() => 0);
    if (wider !== 0) trouble.push(`${opened.url()} is ${wider} pixels wider than the phone`);
  });
  return opened;
};

/** Every tap opens a page: a click is over before it has come, and going on at once would cut it off. */
const tapped = async (tap: () => Promise<void>): Promise<void> => {
  const came = page.waitForEvent('load');
  await tap();
  await came;
};
const press = (name: string): Promise<void> => tapped(() => page.getByRole('button', { name, exact: true }).click());
const follow = (name: string): Promise<void> =>
  tapped(() => page.getByRole('link', { name, exact: true }).first().click());
/** A place of the bar at the top; some say behind their name how much waits there. */
const goTo = (place: string): Promise<void> =>
  tapped(() =>
    page
      .getByRole('navigation', { name: 'Console' })
      .getByRole('link', { name: new RegExp(`^${place}`) })
      .click(),
  );
const heading = (): Promise<string | null> => page.locator('h1').first().textContent();
const said = (): Promise<string> => page.locator('main').innerText();
const actions = async (quote: string): Promise<readonly string[]> =>
  (await run.events(quote)).map(({ action }) => action);
const nudges = async () => (await run.outbox()).filter(({ kind }) => kind === 'nudge');

/** By the console's own links to the page where the draft of the one quote is decided. */
const toDraft = async (): Promise<void> => {
  await goTo('To approve');
  await follow('Read and decide');
};

describe.skipIf(!hasChromium())('the console on a phone', () => {
  beforeAll(async () => {
    screens = await openScreens();
  });
  afterAll(() => screens?.close());

  beforeEach(async () => {
    trouble = [];
    run = await runSystem([ROW]);
    page = await openPhone();
    await page.goto(run.system.url);
  });
  afterEach(async () => {
    await page?.context().close();
    await run?.stop();
    expect(trouble).toEqual([]);
  });

  test('the printed address opens the quotes and is gone from the address bar', async () => {
    expect(new URL(page.url()).pathname).toBe('/quotes');
    expect(page.url()).not.toContain('key=');
    expect(await said()).toContain('Northwind');
  });

  test('a browser that was not given the printed address is shown nothing', async () => {
    const stranger = await openPhone();
    const answer = await stranger.goto(`http://127.0.0.1:${run.system.port}/quotes`);
    expect(answer?.status()).toBe(403);
    expect(await stranger.content()).not.toContain('Northwind');
    await stranger.context().close();
    // A browser reports the refusal itself as an error of the page.
    expect(trouble.splice(0)).toEqual([expect.stringContaining('403')]);
  });

  test('every page of the console opens', async () => {
    const shown: (string | null)[] = [];
    for (const name of ['To approve', 'Mailbox', 'Proposals', 'Rules', 'Clock', 'Trail', 'Quotes']) {
      await goTo(name);
      shown.push(await heading());
    }
    expect(shown).toEqual(['To approve', 'Mailbox', 'Proposals', 'Rules', 'Clock', 'Trail', 'Quotes']);
    await follow('Q-1042');
    expect(await said()).toContain('Northwind');
  });

  test('a draft is approved by two taps and leaves after two minutes', async () => {
    await toDraft();
    expect(await heading()).toBe('First nudge: send this?');
    await press('Approve');
    expect(await heading()).toBe('First nudge: approved');
    expect(await nudges()).toEqual([]);
    await run.advance(2 * MINUTE + 1000);
    expect((await nudges()).map(({ to }) => to)).toEqual([['dana@northwind.example']]);
    await page.reload();
    expect(await heading()).toBe('First nudge: sent');
  });

  test('an approval is called back by its button', async () => {
    await toDraft();
    await press('Approve');
    await press('Cancel the approval');
    expect(await heading()).toBe('First nudge: send this?');
    await run.advance(10 * MINUTE);
    expect(await nudges()).toEqual([]);
    expect(await actions('Q-1042')).toContain('ApprovalCancelled');
  });

  test('a text is edited without a script, read once more, and leaves as it was edited', async () => {
    await toDraft();
    await page.getByText('Edit the text').tap();
    await page.getByLabel('Subject').fill('About Q-1042');
    await page.getByLabel('Text', { exact: true }).fill('Dear Dana,\n\nshall we go ahead? – Priya');
    await press('Save the text');
    expect(await said()).toContain('Read it once more, then approve it.');
    expect(await actions('Q-1042')).not.toContain('DraftApproved');
    await press('Approve');
    await run.advance(3 * MINUTE);
    const [nudge] = await nudges();
    expect(nudge?.subject).toContain('About Q-1042');
    expect(nudge?.message.text).toContain('Dear Dana,\n\nshall we go ahead? – Priya');
  });

  test('answering the nudge as the customer rests the chain and reaches the owner', async () => {
    await toDraft();
    await press('Approve');
    await run.advance(3 * MINUTE);
    await page.goto(`http://127.0.0.1:${run.system.port}/mailbox?show=customers`);
    await tapped(() => page.locator('a.row-link').click());
    await page.getByLabel('What dana@northwind.example would write').fill('Yes please, go ahead.');
    await press('Send the reply');
    expect(new URL(page.url()).pathname).toBe('/quotes/Q-1042');
    expect((await actions('Q-1042')).slice(-4)).toEqual([
      'ReplyReceived',
      'ReplyLabelled',
      'NoticeMailed',
      'LetterSent',
    ]);
    const letter = (await run.outbox()).findLast(({ to }) => to.includes(PRIYA));
    expect(letter?.subject).toContain('looks like a yes');
  });

  test('the clock goes a day on and back to now, and nothing of the journey stays', async () => {
    const before = await actions('Q-1042');
    await goTo('Clock');
    await press('A day on');
    expect(await said()).toContain('Moved. Really it is');
    expect(run.system.runtime().deps.clock.now().toISOString()).toBe('2026-11-26T01:00:05.000Z');
    expect((await actions('Q-1042')).length).toBeGreaterThan(before.length);
    await press('Back to now');
    expect(await said()).toContain('The real time.');
    expect(await actions('Q-1042')).toEqual(before);
  });
});

describe.skipIf(!hasChromium())('a foreign page', () => {
  let foreign: Server;
  let port: number;
  let form = '';

  beforeAll(async () => {
    screens = await openScreens();
    foreign = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(form));
    await new Promise<void>(resolve => foreign.listen(0, '127.0.0.1', resolve));
    port = (foreign.address() as AddressInfo).port;
  });
  afterAll(async () => {
    foreign?.close();
    await screens?.close();
  });
  beforeEach(async () => {
    trouble = [];
    run = await runSystem([ROW, OTHER]);
    page = await openPhone();
    await page.goto(run.system.url);
  });
  afterEach(async () => {
    await page?.context().close();
    await run?.stop();
  });

  /** By another name it is another site; by our own name a neighbour on this machine, whose posts carry our cookie. */
  const places = [
    ['on another site', 'localhost'],
    ['on another port of this machine', '127.0.0.1'],
  ] as const;

  test.each(places)('%s cannot move the clock', async (_, host) => {
    const console = `http://127.0.0.1:${run.system.port}`;
    form = `<form method="post" action="${console}/clock"><button name="act" value="day">Win</button></form>`;
    await page.goto(`http://${host}:${port}/`);
    const [answer] = await Promise.all([page.waitForResponse(`${console}/clock`), press('Win')]);
    expect(answer.status()).toBe(403);
    expect(run.system.runtime().deps.clock.now().getTime()).toBe(run.now());
  });

  test.each(places)('%s cannot press a button of a page whose link it knows', async (_, host) => {
    const link = await run.draft(PRIYA, 'Q-1042');
    const { html } = await run.open(link);
    const hidden = [...html.matchAll(/<input type="hidden"[^>]+>/g)].map(([input]) => input).join('');
    form = `<form method="post" action="${link}">${hidden}<button name="act" value="approve">Win</button></form>`;
    await page.goto(`http://${host}:${port}/`);
    const [answer] = await Promise.all([page.waitForResponse(link), press('Win')]);
    expect(answer.status()).toBe(403);
    expect(await actions('Q-1042')).not.toContain('DraftApproved');
  });

  test('cannot frame a page to have its buttons pressed unseen', async () => {
    const link = await run.draft(PRIYA, 'Q-1042');
    form = `<iframe src="${link}"></iframe>`;
    await page.goto(`http://localhost:${port}/`);
    expect(
      page
        .frames()
        .find(frame => frame.parentFrame() !== null)
        ?.url(),
    ).not.toBe(link);
  });
});
