import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { QuoteView } from '../view-models/quote-view.ts';
import { type MessageView, messageFacts } from '../view-models/reply-view.ts';
import type { Table } from '../view-models/table.ts';
import { longDate, shortDate } from '../when.ts';
import { type Block, LINK_IS_YOURS, type WrittenMail, writeMail } from './write-mail.ts';

/** Why a message was not simply taken for an answer. */
export type Doubt =
  /** The sender is, or writes from the company of, the contact of these open quotes, but names none of them. */
  | { readonly kind: 'sender' }
  /** It claims to come from the contact; the receiving service does not vouch for that. */
  | { readonly kind: 'unauthenticated' }
  /** Its marks name different quotes. */
  | { readonly kind: 'marks-disagree' }
  /** It answers a quote whose log this release cannot read: recorded there, but not passed on. */
  | { readonly kind: 'unreadable' }
  /** Nothing ties it to a quote. */
  | { readonly kind: 'unmatched' };

export interface UnsureMail {
  readonly message: MessageView;
  readonly doubt: Doubt;
  /** The open quotes it may be about; all of them are on hold. Empty for `unmatched`. */
  readonly candidates: readonly QuoteView[];
  readonly zone: string;
  readonly url: string;
  /** `again`: nobody said since that local date. */
  readonly since: LocalDate | null;
  readonly to: 'owner' | 'admin';
}

/** Asks which quote a message answers, or whether it is no reply. */
export const unsureMail = (of: UnsureMail): WrittenMail => {
  const { message, doubt, candidates, zone, url, since, to } = of;
  const blocks: readonly Block[] = [
    { kind: 'lead', text: leadWords(doubt, candidates.length) },
    ...(since === null
      ? []
      : [{ kind: 'note', tone: 'wait', text: `This has waited since ${longDate(since)}.` } as const]),
    { kind: 'words', text: doubtWords(doubt, candidates.length) },
    { kind: 'message', title: 'They wrote', html: message.html, text: message.text },
    { kind: 'facts', title: 'The mail', facts: messageFacts(message, zone) },
    ...(candidates.length === 0 ? [] : [{ kind: 'table', table: candidateTable(candidates) } as const]),
    { kind: 'action', label: 'Assign it, or not a reply', url, under: underWords(candidates.length) },
  ];
  const why =
    to === 'admin' ? 'You get this because you are the admin.' : 'You get this because these quotes are yours.';
  return writeMail({ subject: `Which quote? Mail from ${message.from}`, blocks, why: `${why} ${LINK_IS_YOURS}` });
};

const leadWords = ({ kind }: Doubt, quotes: number): string =>
  kind === 'unreadable'
    ? 'An answer that could not be passed on'
    : quotes === 0
      ? 'A mail nobody can place'
      : 'Which quote is this about?';

export const doubtWords = (doubt: Doubt, quotes: number): string => {
  switch (doubt.kind) {
    case 'sender':
      return quotes === 1
        ? 'The sender belongs to this quote, but the mail does not name it. It is on hold until you say.'
        : `The sender belongs to ${quotes} open quotes, and the mail names none of them. All of them are on hold until you say.`;
    case 'unauthenticated':
      return 'It says it comes from the contact, but that could not be checked. It is shown, not believed: the quote is on hold until you say.';
    case 'marks-disagree':
      return 'Its marks name different quotes, so none of them was believed.';
    case 'unreadable':
      return 'It answers a quote whose log this version of the program cannot read. The answer is recorded and the quote rests; its owner gets it too as soon as the log can be read.';
    case 'unmatched':
      return 'No mark in it, and nothing about its sender, ties it to a quote. Nothing was changed.';
  }
};

const underWords = (quotes: number): string =>
  quotes === 0
    ? 'Assigned to a quote, it counts as an answer and goes to its owner.'
    : 'Assigned, it counts as an answer. Not a reply: the holds end and the follow-ups go on.';

const candidateTable = (quotes: readonly QuoteView[]): Table => ({
  caption: 'It may be about',
  columns: [{ name: 'Quote' }, { name: 'Amount', end: true }],
  rows: quotes.map(({ quoteId, customer, amount, sent }) => [
    { text: `${quoteId}, ${customer}`, under: `sent ${shortDate(sent)}` },
    formatMoney(amount),
  ]),
  empty: '',
});
