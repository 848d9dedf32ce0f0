import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import { type QuoteView, quoteFacts, quoteLine } from '../views/quote-view.ts';
import { type Addressee, coverNote, LINK_IS_YOURS, whyYou } from './addressee.ts';
import type { Block } from './block.ts';
import { type WrittenMail, writeMail } from './write-mail.ts';

/** What every notice about a quote is given. */
export interface NoticeOf {
  readonly quote: QuoteView;
  readonly today: LocalDate;
  readonly zone: string;
  readonly to: Addressee;
  /** The page where the question is answered. */
  readonly url: string;
}

export interface Notice {
  /** `Q-1042, Northwind: ` comes before it. */
  readonly subject: string;
  readonly lead: string;
  readonly blocks: readonly Block[];
  readonly action: string;
  readonly under: string;
}

/** A mail about one quote that asks something: what happened, the one link, the facts. */
export const quoteNotice = (of: NoticeOf, notice: Notice): WrittenMail => {
  const { quote, today, to } = of;
  return writeMail({
    subject: `${quote.customer} (${quote.quoteId}, ${formatMoney(quote.amount)}): ${notice.subject}`,
    blocks: [
      { kind: 'lead', text: notice.lead },
      ...coverNote(to),
      ...noticeBlocks(of, notice),
      { kind: 'facts', title: 'The facts', facts: quoteFacts(quote, today) },
    ],
    why: `${whyYou(quote, to)} ${LINK_IS_YOURS}`,
  });
};

/** What a notice says and asks: the same in a letter of its own and in the day's mail. */
export const noticeBlocks = (
  { quote, today, url }: Omit<NoticeOf, 'to' | 'zone'>,
  notice: Notice,
): readonly Block[] => [
  { kind: 'words', text: `${quoteLine(quote, today)}.` },
  ...notice.blocks,
  { kind: 'action', label: notice.action, url, under: notice.under },
];
