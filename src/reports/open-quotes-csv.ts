import { majorUnits, minorDigits } from '../kernel/money.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import { groupNames } from '../presentation/view-models/quote-view.ts';
import { byWorth } from './digest-lists.ts';
import { isOpen } from './open-value.ts';
import type { QuoteReport } from './quote-report.ts';

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
