import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney, type Money } from '../../kernel/money.ts';
import { longDate, relativeDay } from '../words/when.ts';
import type { Fact } from './fact.ts';
import { fullPerson, type Person } from './person.ts';

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
