import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { PRIYA, type Running, runSystem } from '../../support/running-system.ts';
import { type OpenConsole, openConsole } from './open-console.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/quotes');

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

const begin = async (): Promise<{ readonly run: Running; readonly console: OpenConsole }> => {
  running = await runSystem([]);
  return { run: running, console: await openConsole(running) };
};

const MAIL = [
  `From: Priya <${PRIYA}>`,
  'To: Mei Tan <mei@brightwater.example>',
  'Subject: Quotation Q-2001',
  'Date: Tue, 24 Nov 2026 10:00:00 +0800',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Quotation No.: Q-2001\nCustomer: Brightwater Café\nTotal: SGD 4,523.06\n',
].join('\n');

test('a mail dropped on the proposals becomes one, its words marked, and its form decides it', async () => {
  const { run, console } = await begin();
  expect((await console.get('/proposals')).html).toContain('No proposals');
  const dropped = await console.drop('quote.eml', MAIL, '/proposals');
  expect(dropped.headers.get('location')).toBe('/proposals?said=taken');
  const list = (await console.get('/proposals')).html;
  expect(list).toContain('Q-2001, Brightwater Café');
  const path = /href="(\/proposals\/[^"]+)"/.exec(list)?.[1] ?? '';
  const { html, status } = await console.get(path);
  expect(status).toBe(200);
  expect(html).toMatch(/<mark>[^<]*Q-2001<sup>/);
  const action = /<form method="post" action="(\/t\/[^"]+)"/.exec(html)?.[1] ?? '';
  expect(`http://127.0.0.1:${run.system.port}${action}`).toBe(await run.link(PRIYA, 'Q-2001'));
  const hidden = Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const discarded = await console.post(action, { ...hidden, act: 'discard' });
  expect(discarded.html).toContain('Priya discarded the proposal');
  expect((await console.get('/proposals')).html).toContain('discarded');
  expect((await console.get(path)).html).not.toContain('<form method="post" action="/t/');
});

test('a PDF dropped there is proposed to the admin, the same one once', async () => {
  const { run, console } = await begin();
  const pdf = await readFile(join(FIXTURES, 'harbourline.pdf'));
  const first = (await console.drop('harbourline.pdf', pdf, '/proposals')).headers.get('location') ?? '';
  expect(first).toMatch(/^\/proposals\/p[0-9a-f]{24}\?said=proposed$/);
  expect((await console.drop('again.pdf', pdf, '/proposals')).headers.get('location')).toBe(first);
  const { html } = await console.get(first);
  expect(html).toContain('<mark>');
  expect((await run.outbox()).filter(({ kind }) => kind === 'proposal')).toHaveLength(1);
  expect(await run.system.runtime().deps.objects.get('source-pdfs', `${first.slice(11, 36)}/1.pdf`)).toMatchObject({
    body: pdf,
  });
});

test('what is neither a mail nor a PDF is not handed in, and unknown proposals are not found', async () => {
  const { console } = await begin();
  const dropped = await console.drop('x.bin', new Uint8Array([0, 1, 2, 3]), '/proposals');
  expect(dropped.headers.get('location')).toBe('/proposals?said=not-quote');
  expect((await console.drop('x.eml', '', '/proposals')).headers.get('location')).toBe('/proposals?said=no-file');
  expect((await console.get('/proposals/nothing')).status).toBe(404);
  expect((await console.get('/proposals/..%2fx')).status).toBe(404);
});
