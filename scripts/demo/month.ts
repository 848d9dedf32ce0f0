import { join } from 'node:path';
import { chromiumPath, hasChromium } from '../../tests/browser/screens.ts';
import { takePictures } from './pictures.ts';
import { playMonth } from './play-month.ts';
import { openShop } from './shop.ts';

/**
 * `npm run demo:month [-- FOLDER]`: a month of the example business on the embedded default, by its own clock, and
 * pictures of it where there is a Chromium. FOLDER takes the pictures; without it they replace those of the docs.
 */
const [folder = join(import.meta.dirname, '..', '..', 'docs', 'tour')] = process.argv.slice(2);
/** Monday 4 January 2027, 08:30 in Singapore: a rep's leave and a holiday lie ahead. */
const START = new Date('2027-01-04T00:30:00Z');
const DAYS = 29;

const began = performance.now();
const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const say = (line: string): void => console.log(`${seconds().padStart(7)}  ${line}`);

const shop = await openShop(START);
try {
  const played = await playMonth(shop, DAYS, say);
  say(`${played.mails.filter(({ kind }) => kind === 'nudge').length} nudges left in ${DAYS} days`);
  if (hasChromium()) for (const picture of await takePictures(shop, played, folder)) say(picture);
  else say(`no pictures: there is no Chromium at ${chromiumPath}`);
  for (const error of shop.errors) console.error(error);
  process.exitCode = shop.errors.length > 0 ? 1 : 0;
} finally {
  await shop.close();
}
