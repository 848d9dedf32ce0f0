import type { LocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { FlashMessage } from '../components/flash.ts';
import { factsSheet, note, type Target } from '../components/parts.ts';
import { reopenForm } from '../components/settle-forms.ts';
import type { Value } from '../html.ts';
import { type Decided, decidedWords } from '../view-models/facts.ts';
import { type QuoteView, quoteFacts } from '../view-models/quote-view.ts';
import { linkPage } from './page.ts';

/** What the page of every question about a quote is given. */
export interface QuestionOf {
  readonly quote: QuoteView;
  readonly today: LocalDate;
  readonly zone: string;
  readonly target: Target;
  /** Null while the question is open. */
  readonly decided: Decided | null;
  /** A person closed the quote here, so it can be opened here. */
  readonly reopens: boolean;
  readonly said: FlashMessage | null;
  /** Whose link it is. */
  readonly linkOf: string;
  /** What is wrong with a field that was sent. */
  readonly problem?: string;
}

export interface Question {
  readonly heading: string;
  /** What happened and what is asked. */
  readonly asks: Value;
  /** The forms; shown while the question is open. */
  readonly acts: Value;
  readonly more?: Value;
}

/** A page that asks one thing about one quote; once answered it says by whom and how, and asks no more. */
export const questionPage = (of: QuestionOf, { heading, asks, acts, more }: Question): string => {
  const { quote, today, zone, decided, said, linkOf } = of;
  return linkPage({
    heading,
    kicker: `${quote.quoteId} · ${quote.customer} · ${formatMoney(quote.amount)}`,
    body: [
      said !== null && note(said.tone, said.text),
      decided === null
        ? [asks, acts]
        : [note('good', decidedWords(decided, zone)), of.reopens && reopenForm(of.target)],
      more,
      factsSheet('The facts', quoteFacts(quote, today)),
    ],
    foot:
      decided === null
        ? `This link is for ${linkOf} alone. Opening the page changes nothing.`
        : `This link is for ${linkOf} alone. It goes on showing what was decided.`,
  });
};
