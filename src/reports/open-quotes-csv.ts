import { majorUnits, minorDigits } from '../kernel/money.ts';
import { groupNames } from '../letters/views/chain-view.ts';
import { harmlessCsv } from '../letters/words/harmless-csv.ts';
import { isOpen } from './in-play.ts';
import type { QuoteReport } from './quote-report.ts';
import { byWorth } from './rank.ts';

const HEADINGS = [
  'Quote number',
  'Customer',
  'Amount',
  'Currency',
  'Date sent',
  'Date expires',
  'Owner',
  'State',
  'What comes next',
  'On',
  'Why it rests',
  'Nudges sent',
] as const;

/** Every open quote, the most valuable first, for a spreadsheet program: no cell of it is run as a formula. */
export const openQuotesCsv = (quotes: readonly QuoteReport[]): string =>
  harmlessCsv([
    HEADINGS,
    ...[...quotes]
      .filter(({ state }) => isOpen(state))
      .sort(byWorth)
      .map(rowOf),
  ]);

const rowOf = (quote: QuoteReport): readonly string[] => {
  const { number, customer, amount, sent, expires, ownership, standing, state } = quote;
  return [
    number,
    customer,
    majorUnits(amount).toFixed(minorDigits(amount.currency)),
    amount.currency,
    sent,
    expires ?? '',
    ownership.owner,
    groupNames[standing.group],
    standing.next?.what ?? '',
    standing.next?.on ?? '',
    standing.why,
    String(state.nudges.length),
  ];
};
