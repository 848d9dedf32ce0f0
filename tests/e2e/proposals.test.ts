import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { afterEach, describe, expect, test } from 'vitest';
import { mimeOf } from '../../src/adapters/mail/mime.ts';
import { approveProposal } from '../../src/aggregates/proposal.ts';
import type { Mailer } from '../../src/ports/mail.ts';
import type { RowOutcome, SheetWriter } from '../../src/workflows/dependencies.ts';
import { decideProposal, loadProposal } from '../../src/workflows/proposals/proposals.ts';
import { e2eEngines } from '../support/e2e-engines.ts';
import { ADMIN, HEADER, PRIYA, type Running, runSystem, SAM } from '../support/running-system.ts';

const MINUTE = 60_000;
const QUOTES = 'quotes@quotes.harbourline.example';

let running: Running | undefined;
afterEach(async () => {
  const stopping = running;
  running = undefined;
  await stopping?.stop();
});

interface Sent {
  readonly number?: string;
  readonly subject?: string;
  readonly to?: string;
  readonly total?: string;
  readonly text?: string;
  readonly id?: string;
}

/** A quote as a rep mails it to a customer, with us in blind copy. */
const sentQuote = ({
  number = 'Q-2001',
  subject = `Quotation ${number}`,
  to = 'Mei Tan <mei@brightwater.example>',
  total = 'SGD 4,523.06',
  text,
  id = 'sent-1',
}: Sent = {}): string =>
  [
    `From: Priya <${PRIYA}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@harbourline.example>`,
    'Date: Tue, 24 Nov 2026 10:00:00 +0800',
    'Content-Type: text/plain; charset=utf-8',
    '',
    text ??
      `Dear Mei,\n\nplease find below our quotation.\n\nQuotation No.: ${number}\nCustomer: Brightwater Café\nTotal: ${total}\nValid until: 24 December 2026\n\nKind regards\nPriya\n`,
  ].join('\n');

const bcc = (run: Running, mail: Sent = {}): Promise<string> => run.mailIn(sentQuote(mail), QUOTES, PRIYA);
const sheet = (run: Running): Promise<string> => readFile(`${run.folder}/quotes.csv`, 'utf8');
const proposals = async (run: Running): Promise<readonly string[]> => {
  const { store } = run.system.runtime().engine;
  const streams = new Set<string>();
  for await (const event of store.scan()) if (event.quote_id.startsWith('~proposal/')) streams.add(event.quote_id);
  return [...streams];
};
const actionsOf = async (run: Running, stream: string | undefined): Promise<readonly string[]> =>
  (await run.events(stream ?? '')).map(({ action }) => action);
/** The form's fields as the page shows them, as a browser would send them. */
const fieldsOf = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input id="[^"]*" name="(field\.[^"]+)"[^>]* value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')],
    ),
  );
/** Presses a button of a page as it was opened, however it stands by now. */
const pressShown = async (
  run: Running,
  url: string,
  html: string,
  act: string,
): Promise<{ readonly status: number; readonly html: string }> => {
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  const body = new URLSearchParams({ ...fieldsOf(html), act });
  for (const [, name = '', value = ''] of hidden) body.set(name, value);
  const headers = { Origin: `http://127.0.0.1:${run.system.port}` };
  const response = await fetch(url, { method: 'POST', body, headers });
  return { status: response.status, html: await response.text() };
};
const approve = async (
  run: Running,
  url: string,
  change: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly html: string }> =>
  run.press(url, 'approve', { ...fieldsOf((await run.open(url)).html), ...change });

const ROW = `Q-1042,Northwind,dana@northwind.example,4800,SGD,2026-11-22,2026-12-22,${PRIYA},,,,`;

/** The sheet’s writer answering otherwise, as one far away may. */
const answering = (run: Running, outcome: RowOutcome): (() => void) => {
  const writer = run.system.runtime().deps.sheetWriter as { -readonly [K in keyof SheetWriter]: SheetWriter[K] };
  const { appendRow } = writer;
  writer.appendRow = async () => outcome;
  return () => {
    writer.appendRow = appendRow;
  };
};

for (const engine of e2eEngines) {
  const begin = async (rows: readonly string[], options = {}): Promise<Running> => {
    running = await runSystem(rows, { engine: engine.kind, ...options });
    return running;
  };

  describe(`proposed rows on ${engine.name}`, () => {
    test('a rep who only ever blind-copies us has the quote followed up', async () => {
      const run = await begin([]);
      expect(await bcc(run)).toMatch(/^250/);
      const url = await run.link(PRIYA, 'New quote? Q-2001');
      const page = await run.open(url);
      expect(fieldsOf(page.html)).toEqual({
        'field.quote_id': 'Q-2001',
        'field.customer': 'Brightwater Café',
        'field.contact': 'mei@brightwater.example',
        'field.amount': '4523.06',
        'field.currency': 'SGD',
        'field.sent': '2026-11-24',
        'field.expires': '2026-12-24',
        'field.owner': PRIYA,
        'field.pdf_link': '',
      });
      expect(page.html).toContain('<mark>');
      expect(await sheet(run)).toBe(`${HEADER}\n`);
      expect((await approve(run, url)).html).toContain('it stands in the sheet as row 2');
      expect(await sheet(run)).toBe(
        `${HEADER}\nQ-2001,Brightwater Café,mei@brightwater.example,4523.06,SGD,2026-11-24,2026-12-24,${PRIYA},,,,\n`,
      );
      const [stream] = await proposals(run);
      expect(await actionsOf(run, stream)).toEqual([
        'ProposalMade',
        'ProposalMailed',
        'ProposalLetterSent',
        'ProposalApproved',
        'ProposalRowWritten',
      ]);
      await run.advance(MINUTE);
      expect((await actionsOf(run, 'Q-2001'))[0]).toBe('QuoteListed');
      await run.system.moveTo(new Date(Date.UTC(2026, 10, 27, 2)));
      expect((await run.draft(PRIYA)).length).toBeGreaterThan(0);
    });
  });
}

describe('proposed rows', () => {
  const begin = async (rows: readonly string[] = [], options = {}): Promise<Running> => {
    running = await runSystem(rows, options);
    return running;
  };

  test('a number that came into the sheet meanwhile is left as it is; if it says something else, it is asked as a change', async () => {
    const run = await begin();
    await bcc(run, { id: 'one' });
    await bcc(run, { id: 'two', total: 'SGD 5,000.00', subject: 'Quotation Q-2001, revised' });
    const first = await run.link(PRIYA, 'Q-2001 (Brightwater Café, SGD 4,523.06)');
    const second = await run.link(PRIYA, 'Q-2001 (Brightwater Café, SGD 5,000.00)');
    await approve(run, first);
    expect((await approve(run, second)).html).toContain('its number was in the sheet already, in row 2');
    expect(await sheet(run)).toContain('4523.06');
    await run.advance(MINUTE);
    const again = await run.link(PRIYA, 'Q-2001 (Brightwater Café, SGD 5,000.00)');
    const { html } = await run.open(again);
    expect(html).toContain('was in the sheet already, and says something else there');
    expect(html).toContain('In the sheet: SGD 4,523.06');
    expect((await approve(run, again)).html).toContain('it stands in the sheet as row 2');
    expect(await sheet(run)).toContain('5000.00');
    await run.advance(MINUTE);
    expect((await run.open(again)).html).toContain('it stands in the sheet as row 2');
    expect((await run.open(first)).html).toContain('it stands in the sheet as row 2');
  });

  test('a field put right on the page enters the sheet; what cannot stand there is said, and nothing is lost', async () => {
    const run = await begin();
    await bcc(run);
    const url = await run.link(PRIYA, 'Q-2001');
    const typed = { 'field.customer': 'Brightwater & Sons', 'field.amount': '1.200', 'field.contact': 'mei' };
    const refused = await approve(run, url, typed);
    expect(refused.html).toContain('not one e-mail address');
    expect(fieldsOf(refused.html)).toMatchObject(typed);
    expect(await sheet(run)).toBe(`${HEADER}\n`);
    await approve(run, url, { 'field.customer': '=IMPORTXML("http://x.example","//a")', 'field.expires': '' });
    expect(await sheet(run)).toContain(`Q-2001,"'=IMPORTXML(""http://x.example"",""//a"")",mei@brightwater.example`);
    await run.advance(MINUTE);
    const row = (await run.system.runtime().deps.objects.get('quotes-source', 'quotes.csv'))?.body;
    expect(new TextDecoder().decode(row)).toContain('Q-2001,"=IMPORTXML(""http://x.example"",""//a"")"');
  });

  test('a discarded proposal stays so, whoever presses what afterwards', async () => {
    const run = await begin();
    await bcc(run);
    const url = await run.link(PRIYA, 'Q-2001');
    const { html } = await run.open(url);
    expect((await run.press(url, 'discard')).html).toContain('Priya discarded the proposal');
    expect((await pressShown(run, url, html, 'approve')).html).toContain('Priya discarded the proposal');
    expect((await pressShown(run, url, html, 'discard')).html).toContain('Priya discarded the proposal');
    expect((await pressShown(run, url, html, 'write-again')).html).toContain('This row is not in doubt');
    expect(await sheet(run)).toBe(`${HEADER}\n`);
  });

  test('opening the page changes nothing, a post without it is refused, and the link ends after ninety days', async () => {
    const run = await begin();
    await bcc(run);
    const url = await run.link(PRIYA, 'Q-2001');
    for (let at = 0; at < 3; at++) await run.open(url);
    const blind = await fetch(url, { method: 'POST', body: new URLSearchParams({ act: 'approve' }) });
    expect(blind.status).toBe(403);
    expect((await run.open(`${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`)).status).toBe(404);
    const [stream] = await proposals(run);
    expect(await actionsOf(run, stream)).toHaveLength(3);
    await run.advance(91 * 24 * 60 * MINUTE);
    expect((await run.open(url)).status).toBe(410);
  });

  test('the same approval fifty times at once writes one row', async () => {
    const run = await begin();
    await bcc(run);
    const url = await run.link(PRIYA, 'Q-2001');
    const { html } = await run.open(url);
    const answers = await Promise.all(Array.from({ length: 50 }, () => pressShown(run, url, html, 'approve')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect((await sheet(run)).match(/Q-2001/g)).toHaveLength(1);
    const [stream] = await proposals(run);
    expect((await actionsOf(run, stream)).filter(action => action === 'ProposalApproved')).toHaveLength(1);
  });

  test('a number that is in the sheet is shown as a change, old beside new, and changes that row alone', async () => {
    const run = await begin([ROW]);
    await bcc(run, { number: 'Q-1042-R2', to: 'Dana <dana@northwind.example>', total: 'SGD 4,500.00' });
    const url = await run.link(PRIYA, 'Change Q-1042?');
    const page = await run.open(url);
    expect(page.html).toContain('It looks like a revision of Q-1042.');
    expect(page.html).toContain('In the sheet: SGD 4,800.00');
    expect(fieldsOf(page.html)).toMatchObject({ 'field.quote_id': 'Q-1042', 'field.amount': '4500.00' });
    const letter = (await run.outbox()).find(({ subject }) => subject.includes('Change Q-1042?'));
    expect(letter?.message.text).toContain('SGD 4,800.00 → SGD 4,500.00');
    await approve(run, url, { 'field.customer': 'Northwind' });
    expect(await sheet(run)).toBe(
      `${HEADER}\nQ-1042,Northwind,dana@northwind.example,4500.00,SGD,2026-11-24,2026-12-24,${PRIYA},,,,\n`,
    );
    await run.advance(MINUTE);
    expect(await actionsOf(run, 'Q-1042')).toContain('QuoteRevised');
  });

  test('nobody approves a change of a row that they did not see', async () => {
    const run = await begin([ROW]);
    await bcc(run);
    const url = await run.link(PRIYA, 'New quote? Q-2001');
    const shown = await approve(run, url, { 'field.quote_id': 'Q-1042' });
    expect(shown.html).toContain('Q-1042 is in the sheet as shown below');
    expect(shown.html).toContain('In the sheet: SGD 4,800.00');
    expect(await sheet(run)).toBe(`${HEADER}\n${ROW}\n`);
    const fields = fieldsOf((await run.open(url)).html);
    await run.writeSheet([ROW, ROW.replace('Q-1042', 'Q-2001')]);
    await run.advance(MINUTE);
    const hidden = await run.press(url, 'approve', { ...fields, seen: 'of another page' });
    expect(hidden.status).toBe(403);
  });

  test('a row that somebody added by hand meanwhile is not written twice', async () => {
    const run = await begin();
    await bcc(run);
    const url = await run.link(PRIYA, 'Q-2001');
    await run.writeSheet([ROW.replace('Q-1042', 'q-2001')]);
    expect((await approve(run, url)).html).toContain('its number was in the sheet already, in row 2');
    expect(await sheet(run)).toBe(`${HEADER}\n${ROW.replace('Q-1042', 'q-2001')}\n`);
  });

  test('a sheet that cannot be written opens the proposal again, and says why', async () => {
    const run = await begin();
    await bcc(run);
    const url = await run.link(PRIYA, 'Q-2001');
    await rm(join(run.folder, 'quotes.csv'));
    expect((await approve(run, url)).html).toContain('there is no quotes.csv');
    await run.writeSheet([]);
    expect((await approve(run, url)).html).toContain('stands in the sheet as row 2');
  });

  test('a doubtful write is a person’s: it is there, or it is written again', async () => {
    const run = await begin();
    await bcc(run);
    const restore = answering(run, { kind: 'doubtful', why: 'the sheet gave no answer' });
    await approve(run, await run.link(PRIYA, 'Q-2001'));
    const url = await run.link(PRIYA, 'Is Q-2001 in the sheet?');
    restore();
    await run.advance(30 * MINUTE);
    expect(await sheet(run)).toBe(`${HEADER}\n`);
    expect((await run.press(url, 'there')).html).toContain('no row of this number');
    const { html } = await run.open(url);
    expect((await pressShown(run, url, html, 'write-again')).html).toContain('stands in the sheet as row 2');
    expect((await pressShown(run, url, html, 'write-again')).html).toContain('stands in the sheet as row 2');
    expect((await sheet(run)).match(/Q-2001/g)).toHaveLength(1);
  });

  test('a doubtful write that did arrive is settled by a look', async () => {
    const run = await begin();
    await bcc(run);
    const restore = answering(run, { kind: 'doubtful', why: 'the sheet gave no answer' });
    await approve(run, await run.link(PRIYA, 'Q-2001'));
    restore();
    await run.writeSheet([ROW, ROW.replace('Q-1042', 'Q-2001')]);
    const done = await run.press(await run.link(PRIYA, 'Is Q-2001 in the sheet?'), 'there');
    expect(done.html).toContain('stands in the sheet as row 3');
  });

  test('an older copy saved over the new row opens the proposal again', async () => {
    const run = await begin([ROW]);
    await bcc(run);
    const url = await run.link(PRIYA, 'New quote? Q-2001');
    await approve(run, url);
    await run.advance(MINUTE);
    expect(await actionsOf(run, 'Q-2001')).toContain('QuoteListed');
    await run.writeSheet([ROW]);
    await run.advance(MINUTE);
    expect((await run.open(url)).html).toContain('open again: its row is gone from the sheet');
    expect((await run.outbox()).filter(({ subject }) => subject.includes('New quote? Q-2001'))).toHaveLength(2);
    expect((await approve(run, url)).html).toContain('stands in the sheet as row 3');
    await run.advance(MINUTE);
    expect((await run.open(url)).html).toContain('stands in the sheet as row 3');
  });

  test('one saved before any sync saw the row does so as well; a row taken out a week later does not', async () => {
    const run = await begin([ROW]);
    await bcc(run);
    const url = await run.link(PRIYA, 'New quote? Q-2001');
    await approve(run, url);
    await run.writeSheet([ROW]);
    await run.advance(MINUTE);
    expect((await run.open(url)).html).toContain('open again');
    await approve(run, url);
    await run.advance(8 * 24 * 60 * MINUTE);
    await run.writeSheet([ROW]);
    await run.advance(MINUTE);
    expect((await run.open(url)).html).not.toContain('open again');
  });

  test('a restart in between loses nothing and repeats nothing', async () => {
    const run = await begin();
    await bcc(run);
    await run.restart();
    await run.advance(16 * MINUTE);
    expect((await run.outbox()).filter(({ kind }) => kind === 'proposal')).toHaveLength(1);
    await approve(run, await run.link(PRIYA, 'Q-2001'));
    await run.restart();
    await run.advance(16 * MINUTE);
    const [stream, ...others] = await proposals(run);
    expect(others).toEqual([]);
    expect((await actionsOf(run, stream)).at(-1)).toBe('ProposalRowWritten');
  });

  test('what a crash or a mail service that was down left undone, the sweep does, once', async () => {
    const run = await begin();
    const { deps: world } = run.system.runtime();
    const mailer = world.mailer as { -readonly [K in keyof Mailer]: Mailer[K] };
    const { send } = mailer;
    mailer.send = async () => ({ kind: 'throttled', reason: 'down' });
    await bcc(run);
    mailer.send = send;
    expect((await run.outbox()).some(({ kind }) => kind === 'proposal')).toBe(false);
    await run.advance(16 * MINUTE);
    const url = await run.link(PRIYA, 'New quote? Q-2001');
    expect((await run.open(url)).html).toContain('Add it to the sheet');
    const [stream = ''] = await proposals(run);
    const id = stream.slice('~proposal/'.length);
    const { fields } = (await loadProposal(world, id)).state;
    const personal = { customer: 'Brightwater', contact: 'mei@brightwater.example', link: null, sources: {} };
    await decideProposal(world, id, {
      actor: { user: PRIYA },
      personRef: 'ref',
      decide: state => (fields ? approveProposal(state, { fields, changes: null }, personal) : E.right(null)),
    });
    await run.advance(MINUTE);
    expect(await sheet(run)).toBe(`${HEADER}\n`);
    await run.advance(16 * MINUTE);
    await run.advance(16 * MINUTE);
    expect((await sheet(run)).match(/Q-2001/g)).toHaveLength(1);
    expect((await run.outbox()).filter(({ kind }) => kind === 'proposal')).toHaveLength(1);
  });

  test('a rep’s mail to us that holds no quote goes to the admin, as before', async () => {
    const run = await begin([ROW]);
    await bcc(run, { subject: 'hello', to: QUOTES, text: 'Does this work?' });
    expect(await run.link(ADMIN, 'Which quote?')).toContain('/t/');
    expect(await proposals(run)).toEqual([]);
  });

  test('a customer’s quote-like mail is no proposal: only reps propose', async () => {
    const run = await begin([ROW]);
    await run.mailIn(
      sentQuote().replace(`Priya <${PRIYA}>`, 'Eve <eve@elsewhere.example>'),
      QUOTES,
      'eve@elsewhere.example',
    );
    expect(await proposals(run)).toEqual([]);
  });

  test('a rep’s mail about an open quote holds it; with another amount it proposes to change the row as well', async () => {
    const run = await begin([ROW]);
    const text =
      'Dear Dana,\n\nas discussed, our new offer for Q-1042.\n\nQuotation No.: Q-1042\nTotal: SGD 4,500.00\n';
    await bcc(run, { subject: 'Q-1042, new total', to: 'Dana <dana@northwind.example>', text });
    expect(await actionsOf(run, 'Q-1042')).toContain('QuoteHeld');
    const notice = (await run.outbox()).find(({ subject }) => subject.includes('shall follow-ups stop?'));
    expect(notice?.message.text).toContain('a change of the row is proposed to you');
    expect((await run.open(await run.link(PRIYA, 'Change Q-1042?'))).html).toContain('In the sheet: SGD 4,800.00');
  });

  test('the same paper once more, or a word about it, only holds the quote', async () => {
    const run = await begin([ROW]);
    const text = 'Quotation No.: Q-1042\nTotal: SGD 4,800.00\n';
    await bcc(run, { subject: 'Q-1042', to: 'Dana <dana@northwind.example>', text });
    await bcc(run, { subject: 'Q-1042', to: 'Dana <dana@northwind.example>', text: 'Any news about Q-1042?', id: 'b' });
    expect(await proposals(run)).toEqual([]);
  });

  test('a second quote to the same contact is a row of its own, and leaves the first as it is', async () => {
    const run = await begin([ROW]);
    await bcc(run, { number: 'Q-2002', to: 'Dana <dana@northwind.example>' });
    expect(await run.link(PRIYA, 'New quote? Q-2002')).toContain('/t/');
    expect(await actionsOf(run, 'Q-1042')).not.toContain('QuoteHeld');
    await bcc(run, {
      subject: 'As discussed',
      to: 'Dana <dana@northwind.example>',
      text: 'Thanks for the call.',
      id: 'b',
    });
    expect(await actionsOf(run, 'Q-1042')).toContain('QuoteHeld');
  });

  test('nudges are threaded under the quote’s own mail, its PDF goes along, and an answer to it finds the quote', async () => {
    const run = await begin();
    const pdf = await readFile(join(import.meta.dirname, '../fixtures/quotes/harbourline.pdf'));
    const raw = await mimeOf(
      {
        from: { name: 'Priya', address: PRIYA },
        to: 'mei@brightwater.example',
        subject: 'Your quotation',
        text: 'Please find it attached.',
        attachments: [{ filename: 'quote.pdf', contentType: 'application/pdf', content: pdf }],
      },
      { messageId: '<Orig.1@Harbourline.example>', date: new Date(Date.UTC(2026, 10, 22, 2)) },
    );
    await run.mailIn(Buffer.from(raw).toString('latin1'), QUOTES, PRIYA);
    const fields = { 'field.quote_id': 'Q-77', 'field.contact': 'mei@brightwater.example', 'field.expires': '' };
    await approve(run, await run.link(PRIYA, 'New quote?'), { ...fields, 'field.pdf_link': '' });
    await run.advance(MINUTE);
    expect(await actionsOf(run, 'Q-77')).toEqual(['QuoteListed', 'OriginalKept']);
    await run.advance(24 * 60 * MINUTE);
    const url = await run.draft(PRIYA);
    expect((await run.open(url)).html).toContain('attached to the mail');
    await run.press(url, 'approve');
    await run.advance(3 * MINUTE);
    const nudge = (await run.outbox()).find(({ kind }) => kind === 'nudge');
    expect(nudge?.message.inReplyTo).toEqual(['Orig.1@Harbourline.example']);
    expect(nudge?.message.text).toContain('The quote is attached as a PDF.');
    expect(nudge?.message.attachments).toMatchObject([{ filename: 'Q-77.pdf', size: pdf.length }]);
    const answer = [
      'From: Mei <mei@brightwater.example>',
      'To: quotes',
      'Subject: Re: Your quotation',
      'In-Reply-To: <Orig.1@Harbourline.example>',
      'Date: Thu, 26 Nov 2026 12:00:00 +0800',
      '',
      'Yes, please go ahead.',
    ];
    await run.mailIn(answer.join('\n'), QUOTES, 'mei@brightwater.example');
    expect(await actionsOf(run, 'Q-77')).toContain('ReplyLabelled');
  });

  test('a PDF is read and kept, every source word marked in it', async () => {
    const run = await begin();
    const pdf = await readFile(join(import.meta.dirname, '../fixtures/quotes/harbourline.pdf'));
    const raw = await mimeOf(
      {
        from: { name: 'Sam', address: SAM },
        to: 'mei@brightwater.example',
        subject: 'Your quotation',
        text: 'Please find it attached.',
        attachments: [{ filename: 'quote.pdf', contentType: 'application/pdf', content: pdf }],
      },
      { messageId: '<pdf-1@harbourline.example>', date: new Date(Date.UTC(2026, 10, 24, 2)) },
    );
    await run.mailIn(Buffer.from(raw).toString('latin1'), QUOTES, SAM);
    const [stream = ''] = await proposals(run);
    const id = stream.slice('~proposal/'.length);
    const { objects } = run.system.runtime().deps;
    expect((await objects.get('source-pdfs', `${id}/1.pdf`))?.body.length).toBe(pdf.length);
    const mail = (await run.outbox()).findLast(({ kind, to }) => kind === 'proposal' && to.includes(SAM));
    const url = /http:\S+\/t\/\S+/.exec(mail?.message.text ?? '')?.[0] ?? '';
    const { html } = await run.open(url);
    expect(html).toContain('quote.pdf');
    expect(html.match(/<mark>/g)?.length).toBeGreaterThan(2);
  });
});
