import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { e2eEngines } from '../support/e2e-engines.ts';
import { HEADER, PRIYA, type Running, runSystem } from '../support/running-system.ts';

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
const approve = async (
  run: Running,
  url: string,
  change: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly html: string }> =>
  run.press(url, 'approve', { ...fieldsOf((await run.open(url)).html), ...change });

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
      expect((await run.link(PRIYA, 'Approve: first nudge to Brightwater')).length).toBeGreaterThan(0);
    });
  });
}
