import { formatMoney } from '../../kernel/money.ts';
import { type Asked, noticeBlocks, noticeLead } from '../quote-notices.ts';
import type { DraftView } from '../view-models/draft-view.ts';
import type { Asking } from '../view-models/facts.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import { replyWords } from '../view-models/reply-view.ts';
import type { Table } from '../view-models/table.ts';
import { sums, type TodayItem, type TodayView, todayCounts } from '../view-models/today-view.ts';
import { longDate } from '../when.ts';
import { capital, counted, moveName } from '../wording.ts';
import { draftBlocks, draftTitle } from './approval-mail.ts';
import { type PassedReply, replyBlocks } from './reply-mail.ts';
import { type Block, coverWords, LINK_IS_YOURS, type WrittenMail, writeMail } from './write-mail.ts';

/** A draft with the link under which this person decides on it; null: the page of the day has it. */
export interface MailedDraft {
  readonly view: DraftView;
  readonly asking: Asking;
  readonly url: string | null;
}

/** A reply that nobody took, with the link under which this person takes it. */
export interface RemindedReply extends PassedReply {
  /** Whom an answer goes to; null when the mail names nobody. */
  readonly sender: string | null;
}

/** A quote that ended without an answer, with the link under which this person says what becomes of it. */
export interface ToldEnding {
  readonly quote: QuoteView;
  readonly asked: Asked<'expired' | 'cap'>;
  readonly url: string;
}

export interface TodayMail {
  readonly view: TodayView;
  /** All drafts of the view, the most valuable first. */
  readonly drafts: readonly MailedDraft[];
  /** Replies of the view of which this person is reminded today, the most valuable first. */
  readonly reminders: readonly RemindedReply[];
  /** Of the quotes that ended without an answer, those that this person is told of today. */
  readonly endings: readonly ToldEnding[];
  /** The page of the day, and the rep's own quotes from there. */
  readonly url: string;
}

/**
 * The one mail of a working day: everything that waits for this rep, the most at risk first. Reminders of replies and
 * drafts stand in it in full as far as a mail stays readable, then by name; each with a link of its own.
 */
export const todayMail = ({ view, drafts, reminders, endings, url }: TodayMail): WrittenMail => {
  const counts = todayCounts(view);
  const { covering, atRisk, replies, ended, expiring, bounced } = view;
  const toldInFull = endings.slice(0, MAX_ENDINGS);
  const tables: readonly Table[] = [
    draftTable(drafts.slice(MAX_IN_FULL), url),
    itemTable(
      'Replies nobody has taken',
      notInFull(
        replies,
        reminders.map(({ view: { quote }, url: page }) => ({ quote, url: page })),
        MAX_REPLIES,
      ),
    ),
    itemTable('Ended without an answer', notInFull(ended, endings, MAX_ENDINGS)),
    itemTable('About to expire', expiring),
    itemTable('Addresses that bounced', bounced),
    proposalTable(view),
  ];
  const blocks: readonly Block[] = [
    { kind: 'lead', text: counts === '' ? 'Nothing waits for you today' : `Today: ${counts}` },
    ...(atRisk.length > 0 ? [{ kind: 'words', text: `${sums(atRisk)} at risk.` } as const] : []),
    ...covering.map(({ away, until }) => ({ kind: 'note', tone: 'wait', text: coverWords(away, until) }) as const),
    {
      kind: 'action',
      label: drafts.length > 0 ? 'Approve all on one page' : 'Open today',
      url,
      under: 'One page for all of it, made for a phone.',
    },
    ...reminders.slice(0, MAX_REPLIES).flatMap(remindedOf),
    ...toldInFull.flatMap(({ quote, asked, url: page }) => [
      { kind: 'heading', text: noticeLead({ quote, zone: view.zone }, asked) } as const,
      ...noticeBlocks({ quote, today: view.today, zone: view.zone, url: page }, asked),
    ]),
    ...drafts.slice(0, MAX_IN_FULL).flatMap(draft => inFull(draft, url)),
    ...tables.filter(({ rows }) => rows.length > 0).map(table => ({ kind: 'table', table }) as const),
  ];
  return writeMail({
    subject: `Today, ${longDate(view.today)}: ${counts === '' ? 'nothing waits for you' : counts}`,
    blocks,
    why: `You get this each working day on which something waits for you. ${LINK_IS_YOURS}`,
  });
};

const QUOTE_AND_AMOUNT = [{ name: 'Quote' }, { name: 'Amount', end: true }] as const;

/** Mail programs cut off what is longer than 100 KB; the page has all of it. */
const MAX_IN_FULL = 7;
const MAX_REPLIES = 3;
const MAX_ENDINGS = 3;
const MAX_LINKS = 25;
const MAX_ROWS = 8;

const more = (all: number, most = MAX_ROWS): Pick<Table, 'more'> =>
  all > most ? { more: `And ${counted(all - most, 'more', 'more')}, on the page.` } : {};

const inFull = ({ view, asking, url }: MailedDraft, day: string): readonly Block[] => [
  { kind: 'heading', text: draftTitle(view) },
  ...draftBlocks({ view, asking, url: url ?? day, label: `Decide on ${view.quote.quoteId}`, oneOfSeveral: true }),
];

const remindedOf = (reply: RemindedReply): readonly Block[] => {
  const { view, sender } = reply;
  return [
    { kind: 'heading', text: `${view.quote.customer} ${replyWords(view)}` },
    ...replyBlocks({
      ...reply,
      label: `Say what happens with ${view.quote.quoteId}`,
      answer: sender === null ? '' : `Write to ${sender} to answer the customer.`,
      oneOfSeveral: true,
    }),
  ];
};

/** Those that stand above are not named twice; the others lead to the link of today. */
const notInFull = (
  items: readonly TodayItem[],
  told: readonly Pick<ToldEnding, 'quote' | 'url'>[],
  most: number,
): readonly TodayItem[] => {
  const linkOf = new Map(told.map(({ quote, url }) => [quote.quoteId, url]));
  const above = new Set(told.slice(0, most).map(({ quote }) => quote.quoteId));
  return items
    .filter(({ quote }) => !above.has(quote.quoteId))
    .map(item => ({ ...item, url: linkOf.get(item.quote.quoteId) ?? item.url }));
};

const draftTable = (drafts: readonly MailedDraft[], day: string): Table => ({
  caption: 'More drafts to approve',
  columns: QUOTE_AND_AMOUNT,
  rows: drafts
    .slice(0, MAX_LINKS)
    .map(({ view: { quote, move }, url }) => [
      { text: `${quote.quoteId}, ${quote.customer}`, under: capital(moveName(move)), link: url ?? day },
      formatMoney(quote.amount),
    ]),
  empty: '',
  ...more(drafts.length, MAX_LINKS),
});

const itemTable = (caption: string, items: readonly TodayItem[]): Table => ({
  caption,
  columns: QUOTE_AND_AMOUNT,
  rows: items
    .slice(0, MAX_ROWS)
    .map(({ quote, words, url }) => [
      { text: `${quote.quoteId}, ${quote.customer}`, under: words, ...(url === null ? {} : { link: url }) },
      formatMoney(quote.amount),
    ]),
  empty: '',
  ...more(items.length),
});

const proposalTable = ({ proposals }: TodayView): Table => ({
  caption: 'Proposed rows',
  columns: QUOTE_AND_AMOUNT,
  rows: proposals
    .slice(0, MAX_ROWS)
    .map(({ number, customer, amount }) => [
      [number === '' ? 'No number' : number, customer].filter(part => part !== '').join(', '),
      amount,
    ]),
  empty: '',
  ...more(proposals.length),
});
