import { ACT } from '../../src/presentation/components/parts.ts';
import { formWith } from '../demo/shop.ts';
import { ASSUMED, type AssumedQuote, assumedQuote, DOMAIN, repsOf } from './assumed.ts';
import type { Left, ShopFloor } from './shop-floor.ts';

/** What stands in the sheet, and where the next number begins. */
export const openBooks = (quotes: number) => ({
  quotes,
  reps: repsOf(quotes),
  next: 0,
  dice: 0,
  open: new Map<string, AssumedQuote>(),
  closed: [] as string[],
});
export type Books = ReturnType<typeof openBooks>;

/** The quote ended: it moves to the sheet of those. */
export const close = (books: Books, quote: AssumedQuote, outcome: string, today: string): void => {
  books.open.delete(quote.number);
  books.closed.push(`${quote.number},${outcome},${today}`);
};

const linkIn = ({ text }: Left): string | null => /http:\/\/127\.0\.0\.1:\d+\/t\/\S+/.exec(text)?.[0] ?? null;

const press = async (floor: ShopFloor, url: string, act: string): Promise<boolean> => {
  const form = formWith(await floor.page('GET', url), act);
  if (form !== null) await floor.page('POST', url, { ...form, [ACT]: act });
  return form !== null;
};

/** The rep opens the day's mail and approves what it shows. */
export const approveAll = async (floor: ShopFloor, mail: Left): Promise<void> => {
  const url = linkIn(mail);
  if (url !== null && !(await press(floor, url, 'approve-all'))) await press(floor, url, 'approve');
};

const WORDS = ['Yes, please go ahead with this.', 'Thank you, but we chose another supplier.', 'Is delivery included?'];

/** Nudges arrive; some customers answer. */
export const customersAnswer = async (floor: ShopFloor, books: Books): Promise<number> => {
  let mails = 0;
  for (const mail of floor.takeMails()) {
    if (mail.tags?.kind !== 'nudge') continue;
    await floor.delivered(mail);
    const dice = (books.dice++ * 0.618_034) % 1;
    if (dice >= ASSUMED.answered + ASSUMED.automatic) continue;
    const automatic = dice >= ASSUMED.answered;
    const text = automatic ? 'I am out of the office.' : (WORDS[books.dice % WORDS.length] ?? '');
    mails += 1;
    await floor.mailIn('reply-handler', replyTo(mail, floor.now(), text, automatic), mail.to, mail.replyTo ?? '');
  }
  return mails;
};

const replyTo = (mail: Left, at: Date, text: string, automatic: boolean): string =>
  [
    `From: ${mail.to}`,
    `To: ${mail.replyTo}`,
    `Subject: ${automatic ? 'Automatic reply' : 'Re'}: ${mail.subject}`,
    `Message-ID: <re-${mail.messageId}@${mail.to.split('@')[1]}>`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `In-Reply-To: <${mail.messageId}@mail.local.qf>`,
    ...(automatic ? ['Auto-Submitted: auto-replied'] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
    '',
    mail.text.replace(/^/gm, '> '),
  ].join('\r\n');

const ACTS = [
  [/looks like a yes/i, 'won'],
  [/looks like a no/i, 'lost'],
  [/has a question/i, 'take'],
] as const;

/** A rep acts on an answer; a quote that is won or lost leaves the sheet of open ones. */
export const repActs = async (floor: ShopFloor, mail: Left, books: Books, today: string): Promise<void> => {
  const act = ACTS.find(([words]) => words.test(mail.subject))?.[1];
  const url = linkIn(mail);
  if (act === undefined || url === null || !(await press(floor, url, act))) return;
  const quote = books.open.get(/CQ-\d+/.exec(`${mail.subject} ${mail.text}`)?.[0] ?? '');
  if (quote && act !== 'take') close(books, quote, act, today);
};

/** Some of the day's quotes come in by a blind copy too. */
export const copiesIn = async (floor: ShopFloor, books: Books, today: string): Promise<number> => {
  const count = Math.round((books.quotes / ASSUMED.goodForDays) * ASSUMED.byMail);
  for (let n = 0; n < count; n++) {
    const quote = assumedQuote(books.next + n, today, books.reps);
    const raw = [
      `From: ${quote.owner}`,
      `To: ${quote.contact}`,
      `Subject: Quote ${quote.number}`,
      `Message-ID: <${quote.number}-${today}@${DOMAIN}>`,
      `Date: ${floor.now().toUTCString().replace('GMT', '+0000')}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Please find our quote ${quote.number} over SGD 4,200.00, valid until ${quote.expires}.`,
    ].join('\r\n');
    await floor.mailIn('intake-parser', raw, quote.owner, floor.quotesAddress);
  }
  return count;
};
