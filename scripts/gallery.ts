import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pageHeaders } from '../src/presentation/pages/page.ts';
import { desktop, openScreens, phone, phoneDark } from '../tests/browser/screens.ts';
import { type Exhibit, exhibits } from '../tests/support/gallery-exhibits.ts';

/**
 * Every mail and page with made-up data, as files and as pictures on a phone (light and dark) and a desk:
 * `node scripts/gallery.ts [FOLDER] [NAME PART]`.
 */
const [folder = '/tmp/gallery', only = ''] = process.argv.slice(2);
const shown = exhibits().filter(({ name }) => name.includes(only));

const serve = async (): Promise<{ origin: string; close: () => void }> => {
  const server = createServer((request, response) => {
    const exhibit = shown.find(({ name }) => `/${name}` === request.url);
    response.writeHead(exhibit ? 200 : 204, exhibit ? headersOf(exhibit) : {}).end(exhibit?.html);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
};

/** Mails are shown as a mail program would, pages under their own headers, so that a style they refuse is seen missing. */
const headersOf = ({ kind }: Exhibit): Record<string, string> =>
  kind === 'mail'
    ? { 'Content-Type': 'text/html; charset=utf-8' }
    : { ...pageHeaders({ framesMail: kind === 'framing' }) };

await mkdir(folder, { recursive: true });
for (const { name, html, text } of shown) {
  await writeFile(join(folder, `${name}.html`), html);
  if (text !== undefined) await writeFile(join(folder, `${name}.txt`), text);
}
const { origin, close } = await serve();
const screens = await openScreens();
for (const screen of [phone, phoneDark, desktop]) {
  const context = await screens.open(screen);
  const page = await context.newPage();
  page.on('console', message => message.type() === 'error' && console.error(page.url(), message.text()));
  for (const { name } of shown) {
    await page.goto(`${origin}/${name}`);
    const overflow = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    if (overflow) console.error(`${name} is wider than the ${screen.name}`);
    await page.screenshot({ path: join(folder, `${name}.${screen.name}.png`), fullPage: true });
  }
  await context.close();
}
await screens.close();
close();
console.error(`${shown.length} pages in ${folder}`);
