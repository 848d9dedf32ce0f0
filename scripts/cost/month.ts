import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { EDITED } from '../../src/local/data-folder.ts';
import { ASSUMED, assumedQuote, closedSheetOf, sheetOf } from './assumed.ts';
import { forgetSizes } from './counted-world.ts';
import { BY_THE_CLOCK, type Measured } from './measured.ts';
import { approveAll, type Books, close, copiesIn, customersAnswer, openBooks, repActs } from './people.ts';
import { type FunctionName, openShopFloor, type ShopFloor } from './shop-floor.ts';
import { emptyTally, plus, type Tally, times } from './tally.ts';

const ZONE = 'Asia/Singapore';
/** A Monday; the days before the measured ones fill the sheet and the log. */
const START = DateTime.fromISO('2027-02-08T08:00', { zone: ZONE });
const QUARTERS = 96;

/** Fills the business for `warmDays`, then measures `days` of it, and gives what a month of 30 days comes to. */
export const measureMonth = async (
  folder: string,
  { quotes, warmDays, days }: { readonly quotes: number; readonly warmDays: number; readonly days: number },
  say: (line: string) => void,
): Promise<Measured> => {
  forgetSizes();
  const floor = await openShopFloor(folder, quotes, START.toJSDate());
  const books = openBooks(quotes);
  let quiet = new Map<FunctionName, Tally>();
  let mailsIn = 0;
  let open = 0;
  let before = 0;
  try {
    for (let day = 0; day < warmDays + days; day++) {
      if (day === warmDays) {
        floor.resetTallies();
        quiet = new Map();
        mailsIn = 0;
        open = 0;
        before = await floor.events();
      }
      mailsIn += await playDay(floor, books, START.plus({ days: day }), quiet);
      open += books.open.size;
      say(`${quotes} quotes, day ${day + 1} of ${warmDays + days}: ${books.open.size} open`);
    }
    const measured = new Map([...floor.tallies()].map(([name, tally]) => [name, { ...tally }]));
    // A few quiet runs were measured each day; they stand for the rest of the day's.
    for (const [name, tally] of quiet) {
      const all = measured.get(name) ?? emptyTally();
      measured.set(name, plus(all, times(tally, (QUARTERS * days - all.calls) / tally.calls)));
    }
    // While the sheet is still filling up there are a few less than asked for.
    const month = (30 / days) * (quotes / (open / days));
    const ofMonth = (name: string, tally: Tally): Tally => {
      // The summary is made once a month, in whichever week that falls.
      if (name === 'summary') return tally;
      return {
        ...times(tally, month),
        ...(BY_THE_CLOCK.includes(name) ? { calls: (tally.calls * 30) / days } : {}),
      };
    };
    return {
      quotes,
      days,
      warmDays,
      meanOpen: Math.round(open / days),
      mailsIn: mailsIn * month,
      eventsAMonth: ((await floor.events()) - before) * month,
      functions: Object.fromEntries([...measured].map(([name, tally]) => [name, ofMonth(name, tally)])),
    };
  } finally {
    await floor.close();
  }
};

const playDay = async (
  floor: ShopFloor,
  books: Books,
  morning: DateTime,
  quiet: Map<FunctionName, Tally>,
): Promise<number> => {
  const today = morning.toISODate() ?? '';
  const at = (hour: number, minute: number): void => floor.moveTo(morning.set({ hour, minute }).toJSDate());
  await writeSheet(floor, books, morning);
  at(8, 0);
  await floor.run('drive-sync');
  if (morning.weekday === 1) await floor.run('digest');
  at(9, 0);
  await floor.run('timer');
  if (morning.weekday === 1 && morning.day <= 7) await floor.run('summary');
  at(9, 15);
  await floor.run('sweep');
  at(9, 25);
  await quietRun(floor, 'drive-sync', quiet);
  at(9, 30);
  for (const mail of floor.takeMails()) if (mail.tags?.kind === 'today') await approveAll(floor, mail);
  for (const minute of [33, 45]) {
    at(9, minute);
    await floor.runDue();
  }
  at(11, 0);
  await quietRun(floor, 'drive-sync', quiet);
  await floor.runDue();
  const mailsIn = await customersAnswer(floor, books);
  at(12, 0);
  await floor.run('sweep');
  await quietRun(floor, 'sweep', quiet);
  at(14, 45);
  await quietRun(floor, 'drive-sync', quiet);
  at(15, 0);
  for (const mail of floor.takeMails()) await repActs(floor, mail, books, today);
  await floor.runDue();
  return mailsIn + (await copiesIn(floor, books, today));
};

/** Runs a function when there is nothing to do, and keeps what that alone took. */
const quietRun = async (
  floor: ShopFloor,
  name: 'drive-sync' | 'sweep',
  quiet: Map<FunctionName, Tally>,
): Promise<void> => {
  const before = { ...(floor.tallies().get(name) ?? emptyTally()) };
  await floor.run(name);
  const after = floor.tallies().get(name) ?? emptyTally();
  quiet.set(name, plus(quiet.get(name) ?? emptyTally(), plus(after, times(before, -1))));
};

const writeSheet = async (floor: ShopFloor, books: Books, morning: DateTime): Promise<void> => {
  const today = morning.toISODate() ?? '';
  for (const quote of books.open.values()) if (quote.expires < today) close(books, quote, 'lost', today);
  const each = books.quotes / ASSUMED.goodForDays;
  const add = (sent: string, count: number): void => {
    for (let n = 0; n < count; n++) {
      const quote = assumedQuote(books.next++, sent, books.reps);
      books.open.set(quote.number, quote);
    }
  };
  if (books.next === 0) {
    for (let back = ASSUMED.beginsWithDays; back >= 1; back--)
      add(morning.minus({ days: back }).toISODate() ?? '', Math.round(each));
  } else {
    add(morning.minus({ days: 1 }).toISODate() ?? '', Math.min(Math.ceil(each * 1.2), books.quotes - books.open.size));
  }
  await writeFile(join(floor.folder, EDITED.quotes), sheetOf([...books.open.values()].map(({ line }) => line)));
  await writeFile(join(floor.folder, EDITED.closed), closedSheetOf(books.closed));
};
