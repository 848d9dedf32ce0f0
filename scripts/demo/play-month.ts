import { DateTime } from 'luxon';
import { rowsSentOn } from './new-quotes.ts';
import { customersAnswer, repsApprove, repsTakeAnswers } from './people.ts';
import type { Mail, Shop } from './shop.ts';

const ZONE = 'Asia/Singapore';

/** What the pictures need of the month: mails by their kind, the newest last. */
export interface Played {
  readonly mails: readonly Mail[];
}

/**
 * So many days, each with its morning check, reps who approve, customers who answer the same forenoon, and reps who
 * act on the answers in the afternoon. The last day ends in the morning, its drafts undecided.
 */
export const playMonth = async (shop: Shop, days: number, say: (line: string) => void): Promise<Played> => {
  const mails: Mail[] = [];
  const told = new Map<string, number>();
  const hear = async (): Promise<readonly Mail[]> => {
    const fresh = await shop.newMail();
    mails.push(...fresh);
    return fresh;
  };
  const first = DateTime.fromJSDate(shop.now(), { zone: ZONE }).startOf('day');
  for (let day = 0; day < days; day++) {
    const date = first.plus({ days: day });
    const at = (hour: number, minute: number): Promise<void> => shop.moveTo(date.set({ hour, minute }).toJSDate());
    await at(9, 20);
    const morning = await hear();
    say(`${date.toFormat('ccc d LLL')}: ${morning.length} mails by 09:20`);
    if (day === days - 1) break;
    await repsApprove(shop, morning, date.toISODate() ?? '');
    await at(11, 0);
    await customersAnswer(shop, await hear(), told);
    await at(15, 0);
    await repsTakeAnswers(shop, await hear());
    await shop.addRows(rowsSentOn(date.toISODate() ?? ''));
  }
  return { mails };
};
