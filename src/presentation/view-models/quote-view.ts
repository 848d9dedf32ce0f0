import type { Move } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { dayAndMonth, longDate, relativeDay } from '../when.ts';
import { capital, moveName } from '../wording.ts';
import { type Fact, fullPerson, type Person } from './facts.ts';

/** One step of a chain as a dot shows it. */
export interface StepDot {
  readonly move: Move;
  readonly state: 'sent' | 'waiting' | 'leaving' | 'next' | 'later' | 'skipped' | 'unknown';
  /** Of the sending, else of the day it is due; null when nobody knows. */
  readonly day: LocalDate | null;
}

/** Where a quote stands: the groups that the list can be narrowed to. */
export type QuoteGroup = 'approve' | 'leaving' | 'following' | 'answered' | 'held' | 'quiet' | 'expired' | 'closed';

export const groupNames: Readonly<Record<QuoteGroup, string>> = {
  approve: 'To approve',
  leaving: 'On its way',
  following: 'Followed up',
  answered: 'Answered',
  held: 'On hold',
  quiet: 'Quiet',
  expired: 'Expired',
  closed: 'Closed',
};

/** `First nudge sent Fri 6 Mar`, for the dot's words. */
export const stepWords = ({ move, state, day }: StepDot): string => {
  const when = day === null ? '' : ` ${dayAndMonth(day)}`;
  return `${capital(moveName(move))} ${STATES[state]}${when}`;
};

const STATES: Readonly<Record<StepDot['state'], string>> = {
  sent: 'sent',
  waiting: 'waits for approval since',
  leaving: 'approved, leaves',
  next: 'comes next',
  later: 'comes later',
  skipped: 'left out',
  unknown: 'perhaps sent',
};

/** A quote as people see it in a mail or on a page. */
export interface QuoteView {
  /** The quote number as the sheet writes it. */
  readonly quoteId: string;
  readonly customer: string;
  /** The contact's address. */
  readonly contact: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly expires: LocalDate | null;
  readonly pdfLink: string | null;
  readonly owner: Person;
  /** How the owner was found; `admin`: nobody else was. */
  readonly ownerFrom: 'row' | 'team' | 'admin';
}

/** Facts of a quote as of `today`; days are counted from it. */
export const quoteFacts = (quote: QuoteView, today: LocalDate): readonly Fact[] => [
  { label: 'Quote', value: quote.quoteId },
  { label: 'Customer', value: quote.customer },
  { label: 'Contact', value: quote.contact },
  { label: 'Amount', value: formatMoney(quote.amount) },
  { label: 'Sent', value: `${longDate(quote.sent)}, ${relativeDay(quote.sent, today)}` },
  { label: 'Expires', value: expiryWords(quote.expires, today) },
  { label: 'Owner', value: ownerWords(quote) },
];

/** `Q-1042, SGD 12,840.00, sent 7 days ago, expires in 23 days`: a quote in one line. */
export const quoteLine = ({ quoteId, amount, sent, expires }: QuoteView, today: LocalDate): string =>
  [
    quoteId,
    formatMoney(amount),
    `sent ${relativeDay(sent, today)}`,
    expires === null ? 'no expiry date' : `${expires < today ? 'expired' : 'expires'} ${relativeDay(expires, today)}`,
  ].join(', ');

export const expiryWords = (expires: LocalDate | null, today: LocalDate): string =>
  expires === null ? 'no expiry date' : `${longDate(expires)}, ${relativeDay(expires, today)}`;

const ownerWords = ({ owner, ownerFrom }: QuoteView): string => {
  const person = fullPerson(owner);
  switch (ownerFrom) {
    case 'row':
      return person;
    case 'team':
      return `${person}, by the team's default`;
    case 'admin':
      return `${person}, because the row names no owner we know`;
  }
};

/** The link to the quote's PDF as a fact, if there is one; followed only where it is a web address. */
export const pdfFact = (link: string | null, attached: boolean): readonly Fact[] => {
  if (link !== null) return [{ label: 'PDF', value: link, ...(/^https?:\/\//i.test(link) ? { link } : {}) }];
  return attached ? [{ label: 'PDF', value: 'attached to the mail' }] : [];
};
