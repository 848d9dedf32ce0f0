import { majorUnits, minorDigits } from '../../kernel/money.ts';
import type { QuoteRow } from '../../letters/console/quotes-page.ts';
import { groupNames } from '../../letters/views/chain-view.ts';
import { harmlessCsv } from '../../letters/words/harmless-csv.ts';
import { exported } from './exported.ts';
import type { ConsoleResponse } from './request.ts';
import { allQuotesFound } from './show-quotes.ts';
import type { Visit } from './visit.ts';

const COLUMNS = [
  'Quote number',
  'Customer',
  'Amount',
  'Currency',
  'Owner',
  'Date expires',
  'State',
  'What comes next',
  'On',
  'Why it rests',
  'Trouble',
] as const;

/** The list of quotes as it is shown, all of its pages, as a file. */
export const exportQuotes = async (visit: Visit): Promise<ConsoleResponse> => {
  const { found, group, words } = await allQuotesFound(visit);
  return exported(visit, {
    view: `quotes: ${group === 'open' ? 'all open' : groupNames[group]}${words === '' ? '' : ', searched'}`,
    name: 'quotes',
    rows: found.length,
    format: 'csv',
    body: harmlessCsv([COLUMNS, ...found.map(cellsOf)]),
  });
};

const cellsOf = ({
  quoteId,
  customer,
  amount,
  owner,
  expires,
  group,
  next,
  why,
  trouble,
}: QuoteRow): readonly string[] => [
  quoteId,
  customer,
  amount === null ? '' : majorUnits(amount).toFixed(minorDigits(amount.currency)),
  amount?.currency ?? '',
  owner,
  expires ?? '',
  groupNames[group],
  next?.what ?? '',
  next?.on ?? '',
  why,
  trouble ?? '',
];
