import { afterEach, describe, expect, test } from 'vitest';
import { e2eEngines } from '../support/e2e-engines.ts';
import { ADMIN, PRIYA, type Running, runSystem, SAM, speakSmtp } from '../support/running-system.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,https://files.harbourline.example/q-1042.pdf,,`;

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

const reply = (over: {
  readonly subject: string;
  readonly from?: string;
  readonly text: string;
  readonly headers?: readonly string[];
}): string =>
  [
    `From: Dana Lim <${over.from ?? 'dana@northwind.example'}>`,
    'To: quotes',
    `Subject: ${over.subject}`,
    `Message-ID: <${Math.random()}@northwind.example>`,
    'Date: Wed, 25 Nov 2026 10:00:00 +0800',
    ...(over.headers ?? []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    over.text,
  ].join('\n');

for (const engine of e2eEngines) {
  const begin = async (rows: readonly string[], options = {}): Promise<Running> => {
    running = await runSystem(rows, { engine: engine.kind, ...options });
    return running;
  };

  describe(`the follow-up chain on ${engine.name}`, () => {
    test('a draft is approved by its page, leaves after two minutes, and a yes stops the chain', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      expect((await run.open(url)).html).toContain('Approve');
      const approved = await run.press(url, 'approve');
      expect(approved.html).toContain('Cancel the approval');
      expect((await run.outbox()).some(({ kind }) => kind === 'nudge')).toBe(false);
      await run.advance(2 * MINUTE + 1000);
      const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
      expect(nudge?.to).toEqual(['dana@northwind.example']);
      expect(nudge?.from).toBe(PRIYA);
      expect(nudge?.bcc).toEqual([PRIYA]);
      expect(nudge?.message.text).toContain('SGD 4,800.00');
      const replyTo = nudge?.message.replyTo[0]?.address ?? '';
      expect(replyTo).toMatch(/^quotes\+[a-z2-7]{26}@quotes\.harbourline\.example$/);
      expect(
        await run.mailIn(
          reply({ subject: 'Re: quote', text: 'Yes please, go ahead.' }),
          replyTo,
          'dana@northwind.example',
        ),
      ).toMatch(/^250/);
      const letter = (await run.outbox()).findLast(({ to, kind }) => to.includes(PRIYA) && kind === 'reply');
      expect(letter?.subject).toContain('looks like a yes');
      expect(letter?.message.replyTo[0]?.address).toBe('dana@northwind.example');
      expect((await run.events('Q-1042')).map(({ action }) => action)).toEqual([
        'QuoteListed',
        'MovePlanned',
        'DraftWritten',
        'DraftMailed',
        'DraftApproved',
        'SendClaimed',
        'NudgeSent',
        'ReplyReceived',
        'ReplyLabelled',
        'NoticeMailed',
        'LetterSent',
      ]);
      // Past the second step of 3/7, on the Monday after a Sunday.
      await run.system.moveTo(new Date(run.now() + 6 * 24 * HOUR));
      expect((await run.events('Q-1042')).filter(({ action }) => action === 'MovePlanned')).toHaveLength(1);
      expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
    });

    test('opening a page changes nothing, whoever opens it and however often', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      for (let i = 0; i < 3; i++) await run.open(url);
      await fetch(url, { method: 'HEAD' });
      expect((await run.events('Q-1042')).at(-1)?.action).toBe('DraftMailed');
    });

    test('a token cut by one character, or altered, opens nothing', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      expect((await run.open(url.slice(0, -1))).status).toBe(404);
      expect((await run.open(`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    });

    test('a post without the page, or from a foreign page, is refused', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      const blind = await fetch(url, { method: 'POST', body: new URLSearchParams({ act: 'approve' }) });
      expect(blind.status).toBe(403);
      const foreign = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams({ act: 'approve' }),
        headers: { Origin: 'https://evil.example' },
      });
      expect(foreign.status).toBe(403);
      expect((await run.events('Q-1042')).some(({ action }) => action === 'DraftApproved')).toBe(false);
    });

    test('a browser whose pages send no referrer may press our own buttons, another site may not', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      const refused = await run.press(url, 'approve', {}, { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' });
      expect(refused.status).toBe(403);
      const taken = await run.press(url, 'approve', {}, { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' });
      expect(taken.html).toContain('Cancel the approval');
    });

    test('the same post fifty times at once approves once', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      const answers = await Promise.all(Array.from({ length: 50 }, () => run.press(url, 'approve')));
      expect(answers.every(({ status }) => status === 200)).toBe(true);
      expect((await run.events('Q-1042')).filter(({ action }) => action === 'DraftApproved')).toHaveLength(1);
      await run.advance(3 * MINUTE);
      await run.advance(15 * MINUTE);
      expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
    });

    test('an approval cancelled within the two minutes sends nothing', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      await run.press(url, 'approve');
      await run.advance(MINUTE);
      expect((await run.press(url, 'cancel')).html).toContain('Approve');
      await run.advance(10 * MINUTE);
      expect((await run.outbox()).some(({ kind }) => kind === 'nudge')).toBe(false);
    });

    test('an edited text must be approved as it was edited', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      await run.press(url, 'edit', { subject: 'About Q-1042', text: 'Dear Dana,\r\nshall we?' });
      await run.press(url, 'approve');
      await run.advance(3 * MINUTE);
      const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
      expect(nudge?.message.text).toContain('Dear Dana,\nshall we?');
    });

    test('a reply during a deferred send voids the approved draft', async () => {
      const run = await begin([ROW], { startAt: Date.UTC(2026, 10, 25, 9, 30) });
      const url = await run.draft(PRIYA);
      await run.advance(40 * MINUTE);
      await run.press(url, 'approve');
      await run.advance(5 * MINUTE);
      expect((await run.events('Q-1042')).at(-1)?.action).toBe('SendDeferred');
      await run.mailIn(
        reply({ subject: 'Re: [Q-1042]', text: 'No thanks, we went with someone else.' }),
        'quotes@quotes.harbourline.example',
        'dana@northwind.example',
      );
      await run.advance(15 * HOUR);
      expect((await run.outbox()).some(({ kind }) => kind === 'nudge')).toBe(false);
    });

    test('two quotes of one contact are never nudged on one day', async () => {
      const run = await begin([ROW, ROW.replace('Q-1042', 'Q-1043').replace('4800', '900')]);
      await run.press(await run.draft(PRIYA, 'Q-1042'), 'approve');
      await run.advance(3 * MINUTE);
      expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
      expect((await run.events('Q-1043')).some(({ action }) => action === 'MovePlanned')).toBe(false);
      await run.system.moveTo(new Date(run.now() + 24 * HOUR));
      expect((await run.events('Q-1043')).some(({ action }) => action === 'MovePlanned')).toBe(true);
    });

    test('a restart loses nothing and repeats nothing', async () => {
      const run = await begin([ROW]);
      const url = await run.draft(PRIYA);
      await run.press(url, 'approve');
      await run.restart();
      await run.advance(3 * MINUTE);
      await run.restart();
      await run.advance(20 * MINUTE);
      expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
      expect(
        (await run.outbox()).filter(({ kind, message }) => kind === 'today' && message.text?.includes('Q-1042')),
      ).toHaveLength(1);
    });

    test('an out-of-office by its headers defers to the date it names, in silence', async () => {
      const run = await begin([ROW]);
      await run.press(await run.draft(PRIYA), 'approve');
      await run.advance(3 * MINUTE);
      const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
      const before = (await run.outbox()).length;
      await run.mailIn(
        reply({
          subject: 'Automatic reply: Quote',
          text: 'I am away and back on Wednesday 2 December 2026.',
          headers: ['Auto-Submitted: auto-replied'],
        }),
        nudge?.message.replyTo[0]?.address ?? '',
        '',
      );
      expect((await run.outbox()).length).toBe(before);
      const actions = await run.events('Q-1042');
      expect(actions.at(-1)?.action).toBe('ReplyLabelled');
      await run.system.moveTo(new Date(Date.UTC(2026, 11, 1, 12)));
      expect((await run.events('Q-1042')).filter(({ action }) => action === 'MovePlanned')).toHaveLength(1);
      await run.system.moveTo(new Date(Date.UTC(2026, 11, 2, 2)));
      expect((await run.events('Q-1042')).filter(({ action }) => action === 'MovePlanned')).toHaveLength(2);
    });

    test('an automatic answer that its sender is there no more is a question to the owner, not an absence', async () => {
      const run = await begin([ROW]);
      await run.press(await run.draft(PRIYA), 'approve');
      await run.advance(3 * MINUTE);
      const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
      await run.mailIn(
        reply({
          subject: 'Automatic reply: Quote',
          text: 'Tom has left the company. Please write to lee@client.example.',
          headers: ['Auto-Submitted: auto-replied'],
        }),
        nudge?.message.replyTo[0]?.address ?? '',
        '',
      );
      expect((await run.outbox()).map(({ subject }) => subject)).toContainEqual(
        expect.stringMatching(/has a question/),
      );
    });

    test('mail that nobody can place goes to the admin, who assigns it', async () => {
      const run = await begin([ROW]);
      await run.mailIn(
        reply({ subject: 'hello', from: 'x@unknown.example', text: 'We accept the offer.' }),
        'quotes@quotes.harbourline.example',
        'x@unknown.example',
      );
      const url = await run.link(ADMIN, 'Which quote?');
      await run.press(url, 'assign', { 'other-quote': 'q-1042' });
      expect((await run.events('Q-1042')).some(({ action }) => action === 'ReplyLabelled')).toBe(true);
      expect((await run.open(url)).html).toContain('assigned the mail to Q-1042');
    });

    test('mail to anybody but the quotes address is refused', async () => {
      const run = await begin([ROW]);
      expect(
        await speakSmtp(run.system.smtpPort, reply({ subject: 'x', text: 'x' }), 'someone@else.example', 'a@b.example'),
      ).toMatch(/^550/);
    });

    test('a clock moved and put back restores what was before', async () => {
      const run = await begin([ROW]);
      const before = await run.events('Q-1042');
      await run.system.moveTo(new Date(run.now() + 3 * 24 * HOUR));
      expect((await run.events('Q-1042')).length).toBeGreaterThan(before.length);
      await run.system.backToNow();
      expect(await run.events('Q-1042')).toEqual(before);
    });

    test('a row that becomes wrong holds its quote, and goes on when it is mended', async () => {
      const run = await begin([ROW]);
      await run.press(await run.draft(PRIYA), 'approve');
      await run.writeSheet([ROW.replace('4800', '1.200.5')]);
      await run.advance(3 * MINUTE);
      expect((await run.outbox()).some(({ kind }) => kind === 'nudge')).toBe(false);
      await run.writeSheet([ROW]);
      await run.advance(16 * MINUTE);
      await run.advance(16 * MINUTE);
      expect((await run.outbox()).filter(({ kind }) => kind === 'nudge')).toHaveLength(1);
    });

    test('won on a reply page is written into the sheet', async () => {
      const run = await begin([ROW]);
      await run.press(await run.draft(PRIYA), 'approve');
      await run.advance(3 * MINUTE);
      const to = (await run.outbox()).find(({ kind }) => kind === 'nudge')?.message.replyTo[0]?.address ?? '';
      await run.mailIn(reply({ subject: 'Re', text: 'We accept.' }), to, 'dana@northwind.example');
      await run.press(await run.link(PRIYA, 'looks like a yes'), 'won');
      await run.advance(MINUTE);
      const sheet = await import('node:fs/promises').then(fs => fs.readFile(`${run.folder}/quotes.csv`, 'utf8'));
      expect(sheet).toContain(',won');
      expect((await run.events('Q-1042')).filter(({ action }) => action === 'QuoteReopened')).toHaveLength(0);
    });

    test('quotes sent long before the first sync rest until the admin starts, rests or closes them', async () => {
      const old = (number: string): string =>
        ROW.replace('Q-1042', number).replace('2026-11-22', '2026-11-02').replace('dana@', `${number.toLowerCase()}@`);
      const run = await begin([old('Q-1'), old('Q-2'), old('Q-3')]);
      expect((await run.events('Q-1')).map(({ action }) => action)).toEqual(['QuoteListed', 'QuoteHeld']);
      const url = await run.link(ADMIN, 'First sync');
      const page = await run.press(url, 'adopt', { all: 'start', 'quote.Q-2': 'rest', 'quote.Q-3': 'close' });
      expect(page.html).toContain('No quote waits for a choice');
      expect((await run.events('Q-3')).map(({ action, by }) => `${action} ${by}`)).toContain(`QuoteClosed ${ADMIN}`);
      await run.system.moveTo(new Date(run.now() + 24 * HOUR));
      expect((await run.events('Q-1')).some(({ action }) => action === 'MovePlanned')).toBe(true);
      expect((await run.events('Q-2')).some(({ action }) => action === 'MovePlanned')).toBe(false);
      expect((await run.events('Q-3')).some(({ action }) => action === 'MovePlanned')).toBe(false);
    });

    test('a draft of a rep unknown to the rules goes to the admin', async () => {
      const run = await begin([ROW.replace(PRIYA, 'temp@agency.example')]);
      expect(await run.draft(ADMIN)).toContain('/t/');
      expect((await run.outbox()).some(({ to }) => to.includes(SAM))).toBe(false);
    });
  });
}
