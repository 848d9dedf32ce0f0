import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHeaders } from '../../src/presentation/pages/page.ts';
import { type Exhibit, exhibits } from '../support/gallery-exhibits.ts';
import { hasChromium, openScreens, phone, type Screens } from './screens.ts';

const shown = exhibits();

const headersOf = ({ kind }: Exhibit): Record<string, string> =>
  kind === 'mail'
    ? { 'Content-Type': 'text/html; charset=utf-8' }
    : { ...pageHeaders({ framesMail: kind === 'framing' }) };

const serve = (): Promise<Server> =>
  new Promise(resolve => {
    const server = createServer((request, response) => {
      const exhibit = shown.find(({ name }) => request.url === `/${name}`);
      response.writeHead(exhibit ? 200 : 204, exhibit ? headersOf(exhibit) : {}).end(exhibit?.html);
    }).listen(0, '127.0.0.1', () => resolve(server));
  });

/** Buttons, fields and links that look like buttons that a finger would miss: less than 44 pixels high. */
const SMALL_TARGETS = `[...document.querySelectorAll('button, select, summary, a.button, .tick, .bar a, .filters a, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea')]
  .filter(it => it.checkVisibility() && it.closest('.unseen') === null && it.getBoundingClientRect().height < 44)
  .map(it => it.outerHTML.slice(0, 120))`;

/** Text fields below 16 pixels make a phone zoom in. */
const SMALL_FIELDS = `[...document.querySelectorAll('input, select, textarea')]
  .filter(it => Number.parseFloat(getComputedStyle(it).fontSize) < 16).map(it => it.outerHTML.slice(0, 120))`;

const WIDER = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.skipIf(!hasChromium())('on a phone', () => {
  let server: Server;
  let screens: Screens;
  let context: BrowserContext;
  let page: Page;
  let origin: string;
  const said: string[] = [];

  beforeAll(async () => {
    server = await serve();
    const { port } = server.address() as AddressInfo;
    origin = `http://127.0.0.1:${port}`;
    screens = await openScreens();
    context = await screens.open(phone);
    page = await context.newPage();
    page.on('console', message => message.type() === 'error' && said.push(message.text()));
  });

  afterAll(async () => {
    await screens?.close();
    server?.close();
  });

  it.each(shown.map(({ name, kind }) => [name, kind] as const))(
    '%s fits the screen, the finger and its policy',
    async (name, kind) => {
      said.length = 0;
      await page.goto(`${origin}/${name}`);
      expect(await page.evaluate(WIDER)).toBe(0);
      expect(said).toEqual([]);
      if (kind === 'mail') return;
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
      expect(await page.evaluate(SMALL_FIELDS)).toEqual([]);
    },
  );

  it('the edit form opens and closes without a script', async () => {
    await page.goto(`${origin}/page-draft`);
    const text = page.locator('textarea');
    expect(await text.isVisible()).toBe(false);
    await page.locator('summary', { hasText: 'Edit the text' }).click();
    expect(await text.isVisible()).toBe(true);
  });

  it('a mail is shown with its own styles inside its frame', async () => {
    await page.goto(`${origin}/console-mail`);
    const framed = page.frames().find(frame => frame.parentFrame() !== null);
    const font = await framed?.evaluate("getComputedStyle(document.querySelector('body > div')).fontFamily");
    expect(font).toContain('Arial');
  });
});
