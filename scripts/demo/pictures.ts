import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { withPictures } from '../../src/console/mail.ts';
import { desktop, openScreens, phone, phoneDark, type Screen, type Screens } from '../../tests/browser/screens.ts';
import type { Played } from './play-month.ts';
import { linkIn, type Mail, type Shop } from './shop.ts';

/** Rules that would slow the standard quotes down: tried on the Rules page, never put in force. */
const SLOWER = `Standard quotes: a first reminder 5 days after sending and a second one after 12 days, then a last call five days before they expire.
Large quotes, S$20,000 and up, follow a slower 6/14 rhythm.
Small quotes under S$500: one nudge after 4 days, then leave them alone.
Priya is priya@harbourline.example, Sam is sam@harbourline.example and Mei Lin is meilin@harbourline.example.
Quotes from the catering team default to Priya. The events team's quotes go to Sam.
`;

interface Picture {
  readonly name: string;
  readonly screen: Screen;
  /** Goes to what is shown. */
  readonly show: (page: Page) => Promise<void>;
  /** Height of the cut in pixels; the screen's where it is not said. */
  readonly height?: number;
}

/** Pictures of the shop after its month, each a PNG in `folder`; gives their names and sizes. */
export const takePictures = async (shop: Shop, played: Played, folder: string): Promise<readonly string[]> => {
  await mkdir(folder, { recursive: true });
  const screens = await openScreens();
  const taken: string[] = [];
  try {
    for (const picture of picturesOf(shop, played)) taken.push(await take(screens, shop, picture, folder));
  } finally {
    await screens.close();
  }
  return taken;
};

const take = async (screens: Screens, shop: Shop, picture: Picture, folder: string): Promise<string> => {
  const { name, screen, show, height = screen.height } = picture;
  const context = await screens.open({ ...screen, height });
  const [cookie = '', value = ''] = shop.cookie.split('=');
  await context.addCookies([{ name: cookie, value, url: shop.origin }]);
  const page = await context.newPage();
  await show(page);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await context.close();
  return `${name}.png, ${Math.ceil((await stat(path)).size / 1024)} KB`;
};

const picturesOf = (shop: Shop, { mails }: Played): readonly Picture[] => {
  const newest = (kind: string, to = ''): Mail | undefined =>
    mails.findLast(mail => mail.kind === kind && mail.to.some(address => address.includes(to)));
  const console = (path: string) => async (page: Page) => void (await page.goto(`${shop.origin}${path}`));
  const linked = (mail: Mail | undefined) => async (page: Page) => void (await page.goto((mail && linkIn(mail)) ?? ''));
  const mailed = (mail: Mail | undefined) => async (page: Page) =>
    page.setContent(mail ? withPictures(mail.message.html ?? '', mail.message) : '');
  const desk: Screen = { ...desktop, width: 1100 };
  const digest = newest('digest', 'owner@');
  return [
    { name: 'quotes', screen: desk, show: console('/quotes'), height: 840 },
    { name: 'quote', screen: desk, show: console('/quotes/HL-2404'), height: 840 },
    { name: 'trail', screen: desk, show: console('/trail?action=DraftApproved'), height: 900 },
    { name: 'rules', screen: desk, show: tryRules(shop), height: 1000 },
    { name: 'today', screen: phone, show: linked(newest('today')) },
    { name: 'approve', screen: phone, show: async page => void (await page.goto(draftLink(mails))) },
    { name: 'digest', screen: phone, show: mailed(digest) },
    { name: 'digest-dark', screen: phoneDark, show: mailed(digest) },
    { name: 'summary', screen: phone, show: mailed(newest('summary')) },
  ];
};

/** The page of the most valuable draft in the newest day's mail that has one. */
const draftLink = (mails: Played['mails']): string =>
  mails
    .map(({ kind, message }) =>
      kind === 'today' ? /Decide on .+:\n(http\S+)/.exec(message.text ?? '')?.[1] : undefined,
    )
    .findLast(link => link !== undefined) ?? '';

const tryRules =
  ({ origin }: Shop) =>
  async (page: Page): Promise<void> => {
    await page.goto(`${origin}/rules`);
    await page.fill('textarea[name="rules"]', SLOWER);
    await page.click('text=Show what would change');
  };
