import type { LocalDate } from '../kernel/local-date.ts';
import { formatMoney, minorDigits } from '../kernel/money.ts';
import type { BarChart } from '../ports/chart.ts';
import { shortDate } from '../presentation/when.ts';
import { capital, listed, moveName } from '../presentation/wording.ts';
import { inPlayOn } from './open-value.ts';
import type { MoveAnswers, QuoteReport } from './quote-report.ts';

/** A chart before it is drawn, with the words that stand for it. */
export interface ReportChart {
  readonly chart: BarChart;
  readonly alt: string;
}

export interface ChartOf {
  readonly quotes: readonly QuoteReport[];
  /** The days whose evening is shown, the oldest first. */
  readonly weeks: readonly LocalDate[];
  readonly currency: string;
  readonly moves: readonly MoveAnswers[];
}

/**
 * What was in play over the weeks, and answers per move. Amounts of one currency only: those of others cannot be added.
 * Null when there is nothing to draw.
 */
export const reportChart = ({ quotes, weeks, currency, moves }: ChartOf): ReportChart | null => {
  const values = inPlayOn(
    quotes.map(({ play }) => play),
    weeks,
    currency,
  );
  const sent = moves.some(move => move.sent > 0);
  if (!sent && values.every(value => value === 0)) return null;
  return {
    chart: {
      panels: [
        { title: `${currency} in play, by week`, labels: weeks.map(dayLabel), series: [{ name: 'In play', values }] },
        ...(sent ? [movesPanel(moves)] : []),
      ],
    },
    alt: altWords(values, weeks, currency, sent ? moves : []),
  };
};

const movesPanel = (moves: readonly MoveAnswers[]): BarChart['panels'][number] => ({
  title: 'Answers per move',
  labels: moves.map(({ move }) => capital(moveName(move))),
  series: [
    { name: 'Sent', values: moves.map(({ sent }) => sent) },
    { name: 'Answered', values: moves.map(({ answered }) => answered) },
  ],
});

/** `8 Mar`. */
const dayLabel = (day: LocalDate): string => shortDate(day).split(' ').slice(0, 2).join(' ');

const altWords = (
  values: readonly number[],
  weeks: readonly LocalDate[],
  currency: string,
  moves: readonly MoveAnswers[],
): string => {
  const money = (value: number): string =>
    formatMoney({ minor: Math.round(value * 10 ** minorDigits(currency)), currency });
  const [first = 0] = values;
  const most = Math.max(...values);
  const inPlay = `In play over the last ${weeks.length} weeks: ${money(first)} on ${dayLabel(weeks[0] ?? '')}, at most ${money(most)}, ${money(values.at(-1) ?? 0)} on ${dayLabel(weeks.at(-1) ?? '')}.`;
  const answers = moves
    .filter(({ sent }) => sent > 0)
    .map(({ move, sent, answered }) => `${answered} of ${sent} ${moveName(move)}s`);
  return answers.length === 0 ? inPlay : `${inPlay} Answered: ${listed(answers)}.`;
};
