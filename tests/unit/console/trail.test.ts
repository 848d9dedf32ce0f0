import { afterEach, describe, expect, test } from 'vitest';
import { referenceOf } from '../../../src/kernel/references.ts';
import { putApplied } from '../../../src/workflows/replies/known-quotes.ts';
import { PRIYA, type Running, runSystem } from '../../support/running-system.ts';
import { openConsole } from './open-console.ts';

const MINUTE = 60_000;
const ROWS = [
  `Q-1042,Café Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`,
  `Q-1043,=HYPERLINK("x"),sam@blueheron.example,900,SGD,2026-11-24,2026-12-24,${PRIYA},,,,`,
];

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async () => {
  running = await runSystem(ROWS);
  return { run: running, console: await openConsole(running) };
};

const words = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<select[\s\S]*?<\/select>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const rows = (html: string): number => [...html.matchAll(/<time class="nowrap"/g)].length;
const csv = (text: string): readonly string[] =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');

describe('a search of the trail', () => {
  test('finds by customer, whatever the accents, by person, by action and by day', async () => {
    const { run, console } = await begin();
    await run.press(await run.draft(PRIYA), 'approve');
    const events = (await run.events('Q-1042')).length;
    expect(rows((await console.get('/trail?customer=cafe%20north')).html)).toBe(events);
    expect(rows((await console.get('/trail?customer=dana%40')).html)).toBe(events);
    expect(rows((await console.get('/trail?customer=nobody')).html)).toBe(0);
    const byPriya = await console.get('/trail?person=priya');
    expect(rows(byPriya.html)).toBe(1);
    expect(words(byPriya.html)).toContain('Draft approved');
    expect(rows((await console.get('/trail?action=QuoteListed')).html)).toBe(2);
    expect(rows((await console.get('/trail?action=QuoteListed&quote=q-1043')).html)).toBe(1);
    expect(rows((await console.get('/trail?since=2026-11-26')).html)).toBe(0);
    expect(rows((await console.get('/trail?action=QuoteListed&since=2026-11-25&until=2026-11-25')).html)).toBe(2);
    expect(rows((await console.get('/trail?action=QuoteListed&until=2026-11-24')).html)).toBe(0);
  });

  test('of reports names to whom each went', async () => {
    const { console } = await begin();
    const sent = words((await console.get('/trail?action=ReportSent')).html);
    expect(sent).toContain(`Report sent today of 2026-11-25 to ${PRIYA}, event`);
  });

  test('of a customer looks at what is in the sheet and the newest that ended, and goes on from there', async () => {
    const { run, console } = await begin();
    const { deps: world } = run.system.runtime();
    const ended = Array.from({ length: 6_000 }, (_, i) => `OLD-${i}`);
    const hashes = new Map([...ended, 'Q-1042', 'Q-1043'].map(key => [key, 'h'] as const));
    await putApplied(world, hashes, Number.MAX_SAFE_INTEGER);
    const first = await console.get('/trail?customer=northwind');
    expect(rows(first.html)).toBe((await run.events('Q-1042')).length);
    expect(words(first.html)).toContain('the newest 5,000 of 6,000 that ended');
    const further = /href="([^"]+)">Look further back/.exec(first.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(words((await console.get(further)).html)).not.toContain('that ended');
    expect(words((await console.get('/trail?customer=nobody')).html)).toContain('None so far');
  });

  test('of a customer finds a quote that the sheet no longer lists', async () => {
    const { run, console } = await begin();
    await run.writeSheet(ROWS.slice(1));
    await run.advance(3_600_000);
    const found = await console.get('/trail?customer=northwind&action=QuoteHeld');
    expect(words(found.html)).toContain('Q-1042');
  });

  test('finds nobody who is erased, though the sheet still names them', async () => {
    const { run, console } = await begin();
    expect(rows((await console.get('/trail?customer=northwind')).html)).toBeGreaterThan(0);
    const { deps: world } = run.system.runtime();
    const ref = referenceOf(await world.secrets.refKey(), 'dana@northwind.example');
    await world.keys.destroy(ref, new Date(run.now()).toISOString());
    expect(rows((await console.get('/trail?customer=northwind')).html)).toBe(0);
  });

  test('names the nearest number where there is no such quote', async () => {
    const { console } = await begin();
    expect(words((await console.get('/trail?quote=Q-1024')).html)).toContain(
      'No quote has the number “Q-1024”. The nearest is Q-1042.',
    );
  });

  test('takes days by the business’s calendar, not by UTC', async () => {
    // 06:00 on the 26th in Singapore is still the 25th in UTC.
    running = await runSystem(ROWS, { startAt: Date.UTC(2026, 10, 25, 22, 0, 0) });
    const console = await openConsole(running);
    expect(rows((await console.get('/trail?action=QuoteListed&since=2026-11-26&until=2026-11-26')).html)).toBe(2);
    expect(rows((await console.get('/trail?action=QuoteListed&until=2026-11-25')).html)).toBe(0);
  });

  test('says what is wrong with a question', async () => {
    const { console } = await begin();
    expect(words((await console.get('/trail?since=soon')).html)).toContain('“soon” is no date.');
    expect(words((await console.get('/trail?since=2026-11-25&until=2026-11-01')).html)).toContain(
      'The last day is before the first.',
    );
  });

  test('goes on page by page to the first event there is', async () => {
    const { run, console } = await begin();
    for (let round = 0; round < 30; round++) {
      const url = await run.draft(PRIYA);
      await run.press(url, 'approve');
      await run.press(url, 'cancel');
    }
    let address: string | undefined = '/trail?person=priya';
    const counts: number[] = [];
    while (address !== undefined) {
      const { html } = await console.get(address);
      counts.push(rows(html));
      address = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(counts).toEqual([50, 10]);
  });
});

describe('an export', () => {
  test('of a search is a file of all it finds, oldest first, and is itself in the log', async () => {
    const { run, console } = await begin();
    const answer = await console.get('/trail/export?quote=Q-1042&format=csv');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="trail-2026-11-25.csv"');
    const lines = csv(answer.html);
    expect(lines[0]).toMatch(/^time,stream,version,action,who/);
    expect(lines).toHaveLength(1 + (await run.events('Q-1042')).length);
    const exports = (await run.system.runtime().engine.store.read('~system')).filter(
      ({ action }) => action === 'TrailExported',
    );
    expect(exports.map(({ data }) => data)).toEqual([{ view: 'trail: quote Q-1042', rows: lines.length - 1 }]);
  });

  test('as JSON lines holds each event as it is stored', async () => {
    const { run, console } = await begin();
    const { html } = await console.get('/trail/export?quote=Q-1042&format=jsonl');
    const stored = await run.system.runtime().engine.store.read('Q-1042');
    expect(
      html
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(stored);
  });

  test('never puts a customer’s name into the log', async () => {
    const { run, console } = await begin();
    await console.get('/trail/export?customer=northwind&format=csv');
    const system = JSON.stringify(await run.system.runtime().engine.store.read('~system'));
    expect(system).toContain('trail: a customer');
    expect(system.toLowerCase()).not.toContain('northwind');
  });

  test('of the list of quotes runs nothing in a spreadsheet program', async () => {
    const { console } = await begin();
    const lines = csv((await console.get('/quotes.csv?show=open')).html);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(
      /^Q-1043,"'=HYPERLINK\(""x""\)",900\.00,SGD,Priya,2026-12-24,Followed up,First nudge,2026-11-27,/,
    );
  });

  test.each([
    ['/trail/days/2026-11-25', 'day 2026-11-25', /^Quotes,Q-1042,first nudge offered$/m],
    ['/mailbox?show=ours', 'mailbox: ours', /,out,.*,"?Today, Wed 25 November 2026: 1 draft/m],
    ['/approve', 'to approve', /^Q-1042,.*,Priya,2026-11-25,/m],
    ['/proposals', 'proposals', /^At,Quote number,Customer/],
    ['/rules', 'rules as understood', /^As understood,.*“Standard quotes: nudge at 3 days/m],
    ['/quotes/Q-1043', 'quote Q-1043 after event 1', /^The facts,Customer,"'=HYPERLINK\(""x""\)"$/m],
    ['/quotes/Q-1042?as-of=2', 'quote Q-1042 after event 2', /^The chain,Nudges sent,0 of at most 3$/m],
  ])('of %s is what the page shows, runs nothing, and is in the log', async (path, view, line) => {
    const { run, console } = await begin();
    const page = (await console.get(path)).html;
    const asked = `${path}${path.includes('?') ? '&' : '?'}format=csv`;
    if (view !== 'proposals') expect(page).toContain('Take this as CSV');
    const answer = await console.get(asked);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const body = answer.html.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    expect(body).toMatch(line);
    expect(body).not.toMatch(/(^|,)"?[=+@-](?!\d)/m);
    const events = await run.system.runtime().engine.store.read('~system');
    expect(events.findLast(({ action }) => action === 'TrailExported')?.data).toMatchObject({ view });
  });

  test('of a mistaken search gives no file and no event', async () => {
    const { run, console } = await begin();
    const before = (await run.events('~system')).length;
    expect((await console.get('/trail/export?since=soon&format=csv')).status).toBe(303);
    expect((await console.get('/trail/export?format=exe')).status).toBe(303);
    expect(await run.events('~system')).toHaveLength(before);
  });
});

describe('the page of a day', () => {
  test('answers why nothing left, and what left once it was approved', async () => {
    const { run, console } = await begin();
    const before = words((await console.get('/trail/days/2026-11-25')).html);
    expect(before).toContain('No nudge left on this day. The check found 1 quote due and had its draft written');
    await run.press(await run.draft(PRIYA), 'approve');
    await run.advance(3 * MINUTE);
    expect(words((await console.get('/trail/days/2026-11-25')).html)).toContain('1 nudge left: 1 first nudge.');
    expect(words((await console.get('/trail/days/2026-11-27')).html)).not.toContain('No nudge left');
  });
});
