import { formatMoney, type Money } from '../kernel/money.ts';
import type { Figure } from '../presentation/emails/summary-mail.ts';
import { sums } from '../presentation/view-models/today-view.ts';
import { monthAndYear } from '../presentation/when.ts';
import { capital, moveName } from '../presentation/wording.ts';
import { isOpen, sumsOf } from './open-value.ts';
import { type Span, within } from './period.ts';
import { answerRate, answersPerMove, type MoveAnswers, type QuoteReport } from './quote-report.ts';

/** A count of quotes and what they were worth, one sum for each currency. */
export interface Tally {
  readonly count: number;
  readonly worth: readonly Money[];
}

/** All that the month came to, as numbers. */
export interface SummaryFigures {
  readonly month: Span;
  readonly open: Tally;
  readonly nowhere: Tally;
  readonly won: Tally;
  readonly lost: Tally;
  readonly moves: readonly MoveAnswers[];
}

/** What is open is of now; what ended, of the month. Went nowhere: expired in the month and never answered. */
export const summaryFigures = (quotes: readonly QuoteReport[], month: Span): SummaryFigures => {
  const tally = (fits: (quote: QuoteReport) => boolean): Tally => {
    const amounts = quotes.filter(fits).map(({ amount }) => amount);
    return { count: amounts.length, worth: sumsOf(amounts) };
  };
  const closed = (outcome: 'won' | 'lost') => (quote: QuoteReport) =>
    quote.state.closed === outcome && quote.closedOn !== null && within(month, quote.closedOn);
  return {
    month,
    open: tally(({ state }) => isOpen(state)),
    nowhere: tally(
      ({ state: { expired, expiredOn, closed: outcome, answered } }) =>
        expired && expiredOn !== null && within(month, expiredOn) && outcome === null && answered === null,
    ),
    won: tally(closed('won')),
    lost: tally(closed('lost')),
    moves: answersPerMove(
      quotes.map(({ state }) => state),
      month,
    ),
  };
};

/** The figures as the mail shows them. */
export const shownFigures = ({ open, nowhere, won, lost }: SummaryFigures): readonly Figure[] => [
  figureOf('Still open', open, 'nothing in play'),
  figureOf('Went nowhere', nowhere, 'expired without an answer'),
  figureOf('Won', won),
  figureOf('Lost', lost),
];

const figureOf = (name: string, { count, worth }: Tally, otherwise?: string): Figure => {
  const note = count === 0 ? otherwise : sums(worth);
  return { name, value: String(count), ...(note === undefined ? {} : { note }) };
};

/** The figures as a model is told them, one fact a line; whatever number it writes must be one of these. */
export const toldFigures = (figures: SummaryFigures): readonly { readonly name: string; readonly value: string }[] => [
  { name: 'Month', value: monthAndYear(figures.month.from) },
  ...tallyLines('Quotes still open', figures.open),
  ...tallyLines('Quotes that went nowhere (expired without an answer)', figures.nowhere),
  ...tallyLines('Quotes won', figures.won),
  ...tallyLines('Quotes lost', figures.lost),
  ...figures.moves.map(({ move, sent, answered }) => ({
    name: `${capital(moveName(move))}s`,
    value:
      sent === 0
        ? 'none sent'
        : `${sent} sent, ${answered} answered, ${answerRate({ sent, answered }) ?? 0} % answered`,
  })),
];

const tallyLines = (name: string, { count, worth }: Tally): readonly { name: string; value: string }[] => [
  { name, value: String(count) },
  ...worth.map(amount => ({ name: `${name}, in ${amount.currency}`, value: formatMoney(amount) })),
];
