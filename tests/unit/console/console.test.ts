import { afterEach, describe, expect, test } from 'vitest';
import { maskTokens } from '../../../src/console/mask-tokens.ts';
import type { EventStore } from '../../../src/ports/event-store.ts';
import { PRIYA, type Running, runSystem } from '../../support/running-system.ts';
import { type Answered, openConsole } from './open-console.ts';

const MINUTE = 60_000;
const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q.pdf,,`;
const LATER = `Q-1043,Blue Heron,sam@blueheron.example,900,SGD,2026-11-24,2026-12-24,${PRIYA},,,,`;
const FAULTY = `Q-1044,Kopi Works,mei@kopi.example,1.200,SGD,2026-11-20,2026-12-24,${PRIYA},,,,`;
const WON = `Q-1045,Straits,jo@straits.example,700,SGD,2026-11-20,2026-12-24,${PRIYA},,,,won`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const begin = async (rows: readonly string[] = [ROW, LATER]) => {
  // The locale breaks ties between readings, so the faulty row needs none.
  running = await runSystem(rows, { config: { locale: undefined } });
  return { run: running, console: await openConsole(running) };
};

/** The nudge of Q-1042 has left; gives the id under which the mailbox has it. */
const nudged = async (run: Running): Promise<string> => {
  await run.press(await run.draft(PRIYA), 'approve');
  await run.advance(2 * MINUTE + 1000);
  const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
  if (!nudge) throw new Error('no nudge left');
  return nudge.id;
};

const words = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<wbr>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the drafts to approve', () => {
  test('are shown fifty a page, the most valuable first, and only those of the page are read from the log', async () => {
    const rows = Array.from(
      { length: 101 },
      (_, at) => `D-${at},Draft Ltd,d${at}@draft${at}.example,${1000 + at},SGD,2026-11-22,2026-12-22,${PRIYA},,,,`,
    );
    const { run, console } = await begin(rows);
    const numbersOn = async (path: string): Promise<readonly string[]> =>
      [...(await console.get(path)).html.matchAll(/<h2><a href="\/quotes\/(D-\d+)"/g)].map(([, number = '']) => number);
    const downFrom = (first: number, last: number): readonly string[] =>
      Array.from({ length: first - last + 1 }, (_, at) => `D-${first - at}`);
    expect(await numbersOn('/approve')).toEqual(downFrom(100, 51));

    const store: { read: EventStore['read'] } = run.system.runtime().deps.store;
    const { read } = store;
    const streams = new Set<string>();
    store.read = async (stream, after) => {
      streams.add(stream);
      return read(stream, after);
    };
    const second = await console.get('/approve?page=2');
    store.read = read;
    expect([...streams].filter(stream => stream.startsWith('D-')).length).toBeLessThanOrEqual(50);
    expect(words(second.html)).toContain('101 drafts wait.');
    expect(words(second.html)).toContain('51–100 of 101');
    expect(second.html).toContain('href="/approve" rel="prev"');
    expect(second.html).toContain('href="/approve?page=3" rel="next"');
    expect(await numbersOn('/approve?page=2')).toEqual(downFrom(50, 1));

    expect(await numbersOn('/approve?page=3')).toEqual(['D-0']);
    expect((await console.get('/approve?page=3')).html).not.toContain('rel="next"');
    expect(await numbersOn('/approve?page=99')).toEqual(['D-0']);
  }, 60_000);
});

describe('the list of quotes', () => {
  test('says where each stands and what comes next, a refused row too', async () => {
    const { console } = await begin([ROW, LATER, FAULTY, WON]);
    const list = words((await console.get('/quotes')).html);
    expect(list).toMatch(
      /Q-1042 Northwind SGD 4,800.00 .*To approve a draft waits for a decision A decision on the first nudge/,
    );
    expect(list).toMatch(/Q-1043 Blue Heron .*Followed up its first step is still to come First nudge in 2 days/);
    expect(list).toMatch(/Q-1044 .*mend row 4 its row has a mistake that must be mended first/);
    expect(list).not.toContain('Q-1045');
    expect(words((await console.get('/quotes?show=closed')).html)).toMatch(/Q-1045 .*it is closed: won/);
  });

  test('while very many rows are being taken in says how far that is, and looks again by itself', async () => {
    const { run, console } = await begin();
    const store: { append: EventStore['append'] } = run.system.runtime().deps.store;
    const { append } = store;
    const seen: Answered[] = [];
    store.append = async event => {
      if (event.quote_id === 'M-300') seen.push(await console.get('/quotes'));
      return append(event);
    };
    const many = Array.from({ length: 600 }, (_, at) => `M-${at},Many,m${at}@many.example,700,SGD,2026-11-24,,,,,,won`);
    await run.writeSheet([ROW, LATER, ...many]);
    await run.advance(MINUTE);
    expect(seen[0]?.status).toBe(503);
    expect(seen[0]?.headers.get('refresh')).toBe('3');
    expect(words(seen[0]?.html ?? '')).toMatch(/The sheet is being taken in \d+ of 600 rows so far/);
    expect((await console.get('/quotes')).html).toContain('Q-1042');
  });

  test('names the next day for a quote whose contact had its turn today', async () => {
    const second = ROW.replace('Q-1042', 'Q-1050').replace('4800', '100');
    const { console } = await begin([ROW, second]);
    expect(words((await console.get('/quotes')).html)).toMatch(
      /Q-1050 .*another quote of this contact has its turn today First nudge tomorrow/,
    );
  });

  test('is searched by number and by customer', async () => {
    const { console } = await begin();
    const found = words((await console.get('/quotes?q=blue+HERON')).html);
    expect(found).toContain('Q-1043');
    expect(found).not.toContain('Q-1042');
    expect(words((await console.get('/quotes?q=q-1042')).html)).not.toContain('Q-1043');
  });

  test('comes fifty to a page', async () => {
    const rows = Array.from({ length: 60 }, (_, at) =>
      LATER.replace('Q-1043', `Q-${2000 + at}`).replace('sam@', `sam${at}@`),
    );
    const { console } = await begin(rows);
    const first = (await console.get('/quotes')).html;
    expect(first.match(/href="\/quotes\/Q-/g)).toHaveLength(50);
    expect(words(first)).toContain('1–50 of 60');
    const second = (await console.get('/quotes?show=open&page=2')).html;
    expect(second.match(/href="\/quotes\/Q-/g)).toHaveLength(10);
  });

  test('opens the names of those that are shown, and of nobody else', async () => {
    const { run, console } = await begin(
      Array.from({ length: 60 }, (_, at) => LATER.replace('Q-1043', `Q-${2000 + at}`).replace('sam@', `sam${at}@`)),
    );
    const { keys } = run.system.runtime().engine;
    const { get } = keys;
    const asked: string[] = [];
    const noted: typeof get = ref => {
      asked.push(ref);
      return get(ref);
    };
    Object.assign(keys, { get: noted });
    await console.get('/quotes');
    expect(asked).toHaveLength(50);
    asked.length = 0;
    await console.get('/quotes?q=nobody');
    expect(asked).toEqual([]);
  });

  test('finds who is erased by number only', async () => {
    const { run, console } = await begin();
    const { store, keys } = run.system.runtime().engine;
    const [listed] = await store.read('Q-1043');
    await keys.destroy(listed?.sealed?.ref ?? '', new Date(run.now()).toISOString());
    expect(words((await console.get('/quotes?q=heron')).html)).not.toContain('Q-1043');
    expect(words((await console.get('/quotes?q=1043')).html)).toMatch(/Q-1043 erased/);
  });
});

describe('one quote', () => {
  test('has every event with before and after, the texts, and the mails that left', async () => {
    const { run, console } = await begin();
    const id = await nudged(run);
    const { html } = await console.get('/quotes/Q-1042');
    const events = await run.events('Q-1042');
    expect(html.match(/id="event-\d+"/g)).toHaveLength(events.length);
    expect(html).toContain(`href="/mailbox/${id}"`);
    expect(words(html)).toMatch(/Nudge sent .* The text that left/);
    expect(words(html)).toContain('1 of at most 3');
  });

  test('is shown as it was after any of its events', async () => {
    const { run, console } = await begin();
    await nudged(run);
    const now = words((await console.get('/quotes/q-1042')).html);
    expect(now).toContain('First nudge sent Wed 25 Nov');
    const then = words((await console.get('/quotes/Q-1042?as-of=1')).html);
    expect(then).toContain('This is how it stood after event 1');
    expect(then).toContain('0 of at most 3');
    expect(then).not.toContain('First nudge sent Wed 25 Nov');
    const drafted = words((await console.get('/quotes/Q-1042?as-of=3')).html);
    expect(drafted).toContain('First nudge waits for approval since Wed 25 Nov');
    expect(words((await console.get('/quotes/Q-1042?as-of=999')).html)).not.toContain('This is how it stood');
  });

  test('says “erased” of a person whose key is destroyed', async () => {
    const { run, console } = await begin();
    await console.post(`/mailbox/${await nudged(run)}`, { answer: 'Yes please, go ahead.' });
    expect((await console.get('/quotes/Q-1042')).html).toContain('Yes please, go ahead.');
    const { store, keys } = run.system.runtime().engine;
    const [listed] = await store.read('Q-1042');
    await keys.destroy(listed?.sealed?.ref ?? '', new Date(run.now()).toISOString());
    const { html } = await console.get('/quotes/Q-1042');
    expect(words(html)).toContain('Customer erased');
    expect(html).not.toContain('dana@northwind.example');
    expect(html).not.toContain('Yes please, go ahead.');
  });

  test('that nobody listed is not found', async () => {
    const { console } = await begin();
    for (const path of ['/quotes/Q-9999', '/quotes/~system', '/quotes/%7Econtact%2Fx', '/quotes/%E0%A4', '/nothing'])
      expect((await console.get(path)).status).toBe(404);
  });
});

describe('the mailbox', () => {
  test('shows no token of any mail, neither on its page nor in its file', async () => {
    const { run, console } = await begin();
    const url = await run.draft(PRIYA);
    const token = url.split('/t/')[1] ?? '';
    const asked = (await run.outbox()).find(({ kind }) => kind === 'today');
    for (const path of [`/mailbox/${asked?.id}`, `/mailbox/${asked?.id}/file`]) {
      const page = await console.bytes(path);
      expect(page).not.toContain(token);
      expect(page.replace(/=\r?\n/g, '')).not.toContain(token);
      expect(page).toContain('masked');
    }
    expect(maskTokens(url)).not.toContain(token);
  });

  test('but the console offers the page of a waiting draft itself', async () => {
    const { run, console } = await begin();
    const url = await run.draft(PRIYA);
    expect((await console.get('/approve')).html).toContain(`href="${url}"`);
    expect((await console.get('/quotes/Q-1042')).html).toContain(`href="${url}"`);
  });

  test('an answer as the customer comes in by the marks a mail program keeps, and rests the chain', async () => {
    const { run, console } = await begin();
    const id = await nudged(run);
    const answered = await console.post(`/mailbox/${id}`, { answer: 'Yes please, go ahead.' });
    expect(answered.status).toBe(303);
    expect(answered.headers.get('location')).toBe('/quotes/Q-1042?said=replied');
    const page = words((await console.get('/quotes/Q-1042?said=replied')).html);
    expect(page).toContain('The reply came in.');
    expect(page).toContain('Recognised by the signed address it went to.');
    expect(page).toContain('The customer answered: looks like a yes, nobody has taken it');
    expect(page).toMatch(/Follow-up comes later Last call comes later What happened/);
    expect((await run.events('Q-1042')).map(({ action }) => action)).toContain('ReplyLabelled');
    const came = (await console.get('/mailbox?show=in')).html;
    expect(words(came)).toMatch(/Re: .* Reply From dana@northwind.example .* Q-1042/);
  });

  test('an empty answer, or one to a mail that no customer got, sends nothing', async () => {
    const { run, console } = await begin();
    const id = await nudged(run);
    expect((await console.post(`/mailbox/${id}`, { answer: '  \r\n ' })).headers.get('location')).toContain(
      'said=empty',
    );
    const letter = (await run.outbox()).find(({ kind }) => kind === 'today');
    expect((await console.post(`/mailbox/${letter?.id}`, { answer: 'Yes' })).status).toBe(409);
    expect((await console.post('/mailbox/none', { answer: 'Yes' })).status).toBe(404);
    expect(words((await console.get('/mailbox?show=in')).html)).toContain('Nothing came in yet');
  });

  test('a dropped mail is taken as if it had come by SMTP, and what it says of its receiver is not believed', async () => {
    const { run, console } = await begin();
    await nudged(run);
    const mail = [
      'X-SES-Virus-Verdict: FAIL',
      'From: Dana Lim <dana@northwind.example>',
      'To: quotes@quotes.harbourline.example',
      'Subject: Your quote Q-1042',
      'Message-ID: <d-1@northwind.example>',
      '',
      'We have one question: does it include delivery?',
    ].join('\r\n');
    expect((await console.drop('a.eml', mail)).headers.get('location')).toBe('/mailbox?show=in&said=dropped');
    expect(words((await console.get('/mailbox?show=in')).html)).toContain('Your quote Q-1042');
    expect((await console.drop('b.eml', '')).headers.get('location')).toContain('said=no-file');
    expect((await console.post('/mailbox', { file: 'x' })).headers.get('location')).toContain('said=no-file');
  });
});

describe('rules that are tried', () => {
  const SLOWER = `Standard quotes: nudge at 3 days and 12 days after sending, then a last call 5 days before the quote expires.
Priya is ${PRIYA}.
`;

  test('are compared with those in force from where every quote stands, and not put in force', async () => {
    const { run, console } = await begin();
    await nudged(run);
    const page = words((await console.post('/rules', { rules: SLOWER })).html);
    // The first nudge of Q-1042 has left: only what follows can change.
    expect(page).toContain('0 nudges added, 3 moved, 0 dropped');
    expect(page).toMatch(/Mon 30 Nov moved away Q-1042 Northwind : follow-up, to Fri 4 Dec/);
    expect(page).toMatch(/Fri 4 Dec moved here Q-1042 Northwind : follow-up, from Mon 30 Nov/);
    expect(page).not.toMatch(/Q-1042 Northwind : first nudge/);
    expect(page).toContain('Nothing was put in force');
    expect(words((await console.get('/rules')).html)).toContain('nudges 3, 7 days after sending');
    expect((await run.events('~system')).filter(({ action }) => action === 'RulesAccepted')).toHaveLength(1);
  });

  test('and what they would change is taken as a file, which the log has', async () => {
    const hostile = ROW.replace('Northwind', '"=HYPERLINK(""x"")"');
    const { run, console } = await begin([hostile]);
    expect((await console.get('/rules')).html).not.toContain('Take it as CSV');
    expect((await console.post('/rules', { rules: SLOWER })).html).toContain('Take it as CSV');
    const { html, headers } = await console.post('/rules', { rules: SLOWER, format: 'csv' });
    expect(headers.get('content-disposition')).toBe('attachment; filename="rules-compared-2026-11-25.csv"');
    const [head, first, ...more] = html
      .replace(/^\uFEFF/, '')
      .trimEnd()
      .split('\r\n');
    expect(head).toMatch(/^Change,Quote number,Customer,Before: day,.*,After: owner$/);
    expect(first).toBe(
      `moved,Q-1042,"'=HYPERLINK(""x"")",2026-11-30,09:00,follow-up,Priya,2026-12-04,09:00,follow-up,Priya`,
    );
    expect(more).toHaveLength(1);
    const events = await run.system.runtime().engine.store.read('~system');
    expect(events.filter(({ action }) => action === 'TrailExported').map(({ data }) => data)).toEqual([
      { view: 'what other rules would change', rows: 2 },
    ]);
    const refused = await console.post('/rules', { rules: 'Standard quotes: nugde at 3 days.', format: 'csv' });
    expect(words(refused.html)).toContain('1 sentence could not be understood');
  });

  test('a draft that waits counts as approved, and is the same under both', async () => {
    const { console } = await begin([ROW]);
    const page = words((await console.post('/rules', { rules: SLOWER })).html);
    expect(page).toContain('0 nudges added, 2 moved, 0 dropped');
  });

  test('may come as a file, and a refused one says what was expected', async () => {
    const { console } = await begin();
    const page = words((await console.drop('new.txt', 'Standard quotes: nugde at 3 days.', '/rules')).html);
    expect(page).toContain('1 sentence could not be understood');
    expect(page).toContain('“Standard quotes: nugde at 3 days.”');
    expect(words((await console.post('/rules', { rules: ' ' })).html)).toContain(
      'Write or choose the rules to try first',
    );
    expect(words((await console.post('/rules', { rules: 'x'.repeat(300_000) })).html)).toContain('longer than 200 KB');
  });
});

describe('rules, clock and trail', () => {
  test('a rules doc that cannot be read is shown with its sentence, beside what stays in force', async () => {
    const { run, console } = await begin([ROW, FAULTY]);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(`${run.folder}/rules.txt`, 'Standard quotes: nugde whenever it suits.\n');
    await run.system.tick();
    const page = words((await console.get('/rules')).html);
    expect(page).toContain('The newest rules doc cannot be read');
    expect(page).toContain('nugde whenever it suits');
    expect(page).toContain('nudges 3, 7 days after sending');
    expect(page).toMatch(/Row 3 Q-1044 amount: “1.200”/);
  });

  test('the clock shows each send to come, moves a day by the wall, and goes back', async () => {
    const { run, console } = await begin();
    await run.press(await run.draft(PRIYA), 'approve');
    expect(words((await console.get('/clock')).html)).toMatch(
      /The first nudge leaves Q-1042 Wed 25 November 2026, 09:02/,
    );
    expect((await console.post('/clock', { act: 'day' })).headers.get('location')).toBe('/clock?said=moved');
    expect(words((await console.get('/clock')).html)).toMatch(/Thu 26 November 2026/);
    expect((await run.events('Q-1042')).map(({ action }) => action)).toContain('NudgeSent');
    expect((await console.post('/clock', { act: 'back' })).headers.get('location')).toBe('/clock?said=back');
    expect((await run.events('Q-1042')).map(({ action }) => action)).not.toContain('NudgeSent');
    expect(words((await console.get('/clock')).html)).toContain('The real time.');
    expect(words((await console.post('/clock', { act: 'to', to: '2026-11-01' })).html)).toContain(
      'Give a date after today',
    );
  });

  test('the trail lists the newest events and finds a quote; a day says what became of each', async () => {
    const { console } = await begin();
    expect(words((await console.get('/trail')).html)).toContain('Draft mailed for approval Q-1042 , event 4');
    expect((await console.get('/trail?quote=q-1042')).headers.get('location')).toBe('/quotes/q-1042');
    expect(words((await console.get('/trail?quote=Q-9')).html)).toContain('No quote has the number “Q-9”');
    const day = words((await console.get('/trail/days/2026-11-25')).html);
    expect(day).toMatch(/First nudge offered , 1 quote Q-1042 Northwind/);
    expect(words((await console.get('/trail/days/2026-11-26')).html)).toContain('The day is still to come');
  });

  test('no page says what its address tells it to', async () => {
    const { console } = await begin();
    expect((await console.get('/quotes?said=%3Cb%3Eowned')).html).not.toContain('owned');
    expect((await console.post('/quotes', {})).status).toBe(405);
  });
});
