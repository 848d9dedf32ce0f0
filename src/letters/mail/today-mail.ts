import { formatMoney } from '../../kernel/money.ts';
import type { Table } from '../views/table.ts';
import { sums, type TodayItem, type TodayView, todayCounts } from '../views/today-view.ts';
import { capital } from '../words/counted.ts';
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

const draftTable = ({ drafts }: TodayView): Table => ({
  caption: 'Drafts to approve',
  columns: QUOTE_AND_AMOUNT,
  rows: drafts.map(({ quote, move, subject }) => [
    { text: `${quote.quoteId}, ${quote.customer}`, under: `${capital(moveName(move))}: ${subject}` },
    formatMoney(quote.amount),
  ]),
  empty: '',
});

const itemTable = (caption: string, items: readonly TodayItem[]): Table => ({
  caption,
  columns: QUOTE_AND_AMOUNT,
  rows: items.map(({ quote, words }) => [
    { text: `${quote.quoteId}, ${quote.customer}`, under: words },
    formatMoney(quote.amount),
  ]),
  empty: '',
});

const proposalTable = ({ proposals }: TodayView): Table => ({
  caption: 'Proposed rows',
  columns: QUOTE_AND_AMOUNT,
  rows: proposals.map(({ number, customer, amount }) => [
    [number === '' ? 'No number' : number, customer].filter(part => part !== '').join(', '),
    amount,
  ]),
  empty: '',
});
