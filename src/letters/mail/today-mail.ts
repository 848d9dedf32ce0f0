import { formatMoney } from '../../kernel/money.ts';
import type { Table } from '../views/table.ts';
import { sums, type TodayItem, type TodayView, todayCounts } from '../views/today-view.ts';
import { capital, counted } from '../words/counted.ts';
import { moveName } from '../words/move-name.ts';
import { longDate } from '../words/when.ts';
import { coverWords, LINK_IS_YOURS } from './addressee.ts';
import type { Block } from './block.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

export interface TodayMail {
  readonly view: TodayView;
  /** The page of the day, and the rep's own quotes from there. */
  readonly url: string;
}

/** The one mail of a working day: everything that waits for this rep, the most at risk first. */
export const todayMail = ({ view, url }: TodayMail): WrittenMail => {
  const counts = todayCounts(view);
  const { covering, atRisk, drafts, replies, expiring, bounced } = view;
  const tables: readonly Table[] = [
    draftTable(view),
    itemTable('Replies nobody has taken', replies),
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
      label: drafts.length > 0 ? 'Read and approve' : 'Open today',
      url,
      under: 'One page for all of it, made for a phone.',
    },
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
const MOST_ROWS = 15;

const more = (all: number): Pick<Table, 'more'> =>
  all > MOST_ROWS ? { more: `And ${counted(all - MOST_ROWS, 'more', 'more')}, on the page.` } : {};

const draftTable = ({ drafts, moreDrafts }: TodayView): Table => ({
  caption: 'Drafts to approve',
  columns: QUOTE_AND_AMOUNT,
  rows: drafts
    .slice(0, MOST_ROWS)
    .map(({ quote, move, subject }) => [
      { text: `${quote.quoteId}, ${quote.customer}`, under: `${capital(moveName(move))}: ${subject}` },
      formatMoney(quote.amount),
    ]),
  empty: '',
  ...more(drafts.length + moreDrafts),
});

const itemTable = (caption: string, items: readonly TodayItem[]): Table => ({
  caption,
  columns: QUOTE_AND_AMOUNT,
  rows: items
    .slice(0, MOST_ROWS)
    .map(({ quote, words }) => [
      { text: `${quote.quoteId}, ${quote.customer}`, under: words },
      formatMoney(quote.amount),
    ]),
  empty: '',
  ...more(items.length),
});

const proposalTable = ({ proposals }: TodayView): Table => ({
  caption: 'Proposed rows',
  columns: QUOTE_AND_AMOUNT,
  rows: proposals
    .slice(0, MOST_ROWS)
    .map(({ number, customer, amount }) => [
      [number === '' ? 'No number' : number, customer].filter(part => part !== '').join(', '),
      amount,
    ]),
  empty: '',
  ...more(proposals.length),
});
