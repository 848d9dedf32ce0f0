import { join } from 'node:path';
import { standingOf as contactStandingOf } from '../aggregates/contact.ts';
import type { ContactStanding } from '../cadence/due.ts';
import { nameOf } from '../cadence/owner.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { majorUnits, minorDigits } from '../kernel/money.ts';
import { EDITED } from '../local/data-folder.ts';
import { harmlessCsv } from '../presentation/csv-export.ts';
import type { QuoteRow } from '../presentation/view-models/quote-row.ts';
import { groupNames, type QuoteGroup } from '../presentation/view-models/quote-view.ts';
import { standingOf } from '../reports/quote-status.ts';
import { ownershipOf } from '../workflows/business-context.ts';
import { PAGE, pageOf, paths } from './console-page.ts';
import { keysMeant, personalOf, plainWords } from './customers-of.ts';
import { exported } from './exports.ts';
import type { ShelvedQuote } from './quote-cache.ts';
import { type QuotesPage, quotesPage } from './quotes-page.ts';
import { type ConsoleResponse, shown } from './request.ts';
import { aroundOf, askedOf, type Visit } from './visit.ts';

const AT_ONCE = 32;
const ORDER: readonly QuoteGroup[] = [
  'approve',
  'leaving',
  'answered',
  'held',
  'following',
  'quiet',
  'expired',
  'closed',
];

/** The list of quotes: every one that the sheet lists, refused rows too, and those that ended. */
export const showQuotes = async (visit: Visit): Promise<ConsoleResponse> => {
  const { request, business, context } = visit;
  const { all, found, group, words } = await quotesFound(visit);
  const { rows: lines, paging } = pageOf(found, request.query.get(PAGE), paths.quotes, { show: group, q: words });
  return shown(
    quotesPage({
      around: aroundOf('quotes', visit),
      today: business.today,
      rows: await named(visit, lines),
      counts: countsOf(all),
      shown: group,
      words,
      paging,
      sheetPlace: join(context.folder, EDITED.quotes),
    }),
  );
};

/** What the address asks for, in the order in which it is shown. */
interface QuotesFound {
  readonly all: readonly Line[];
  readonly found: readonly Line[];
  readonly group: QuotesPage['shown'];
  readonly words: string;
}

const quotesFound = async (visit: Visit): Promise<QuotesFound> => {
  const { query } = visit.request;
  const words = (query.get('q') ?? '').trim().slice(0, 200);
  const wanted = query.get('show');
  const group: QuotesPage['shown'] = ORDER.find(name => name === wanted) ?? 'open';
  const all = await linesOf(visit);
  const shown = all.filter(({ row }) => isShown(row, group));
  const found = words === '' ? shown : await searched(visit, shown, words);
  return { all, found: found.toSorted((a, b) => byStanding(a.row, b.row)), group, words };
};

/** All that the address asks for, every name opened. */
export const allQuotesFound = async (
  visit: Visit,
): Promise<{ readonly found: readonly QuoteRow[] } & Pick<QuotesFound, 'group' | 'words'>> => {
  const { found, group, words } = await quotesFound(visit);
  return { found: await named(visit, found), group, words };
};

const isShown = ({ group }: Line['row'], asked: QuotesPage['shown']): boolean =>
  asked === 'open' ? group !== 'closed' : group === asked;

const byStanding = (a: Line['row'], b: Line['row']): number =>
  ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || worthOf(b) - worthOf(a) || (a.quoteId < b.quoteId ? -1 : 1);

const worthOf = ({ amount }: Line['row']): number => (amount === null ? -1 : majorUnits(amount));

const countsOf = (lines: readonly Line[]): Readonly<Record<QuoteGroup, number>> => {
  const count = (group: QuoteGroup): number => lines.filter(({ row }) => row.group === group).length;
  return {
    approve: count('approve'),
    leaving: count('leaving'),
    following: count('following'),
    answered: count('answered'),
    held: count('held'),
    quiet: count('quiet'),
    expired: count('expired'),
    closed: count('closed'),
  };
};

/** A quote of the list, before its customer's name is opened. */
interface Line {
  readonly quote: ShelvedQuote;
  readonly row: Omit<QuoteRow, 'customer'>;
}

const linesOf = async (visit: Visit): Promise<readonly Line[]> => {
  const { quotes, contactsOf } = visit.shelf;
  const contacts = await contactsOf(quotes.flatMap(openContactOf));
  return quotes.map(quote => {
    const contact = contacts.get(quote.state.facts?.contactRef ?? '');
    return { quote, row: rowOf(visit, quote, contact ? contactStandingOf(contact) : 'fine') };
  });
};

/** Only an open quote's contact decides anything. */
const openContactOf = ({ state: { facts, closed, expired } }: ShelvedQuote): readonly string[] =>
  facts && closed === null && !expired ? [facts.contactRef] : [];

/** Each name costs the reading of a key: they are opened for the lines that are shown, not for all. */
const named = (visit: Visit, lines: readonly Line[]): Promise<readonly QuoteRow[]> => {
  const personal = personalOf(visit);
  return inParallel(lines, AT_ONCE, async ({ quote, row }) => {
    const opened = await personal(quote);
    const listed = visit.business.mirror.rows.get(quote.key);
    return { ...row, customer: opened === 'erased' ? 'erased' : (opened?.customer ?? listed?.customer ?? '') };
  });
};

/** The lines whose number and customer hold all the words between them. Who is erased is found by number only. */
const searched = async (visit: Visit, lines: readonly Line[], words: string): Promise<readonly Line[]> => {
  const wanted = plainWords(words).split(/\s+/).filter(Boolean);
  const holdAll = (text: string): boolean => wanted.every(word => text.includes(word));
  const numbers = new Map(lines.map(({ quote, row }) => [quote.key, plainWords(row.quoteId)]));
  const others = lines.flatMap(({ quote }) => (holdAll(numbers.get(quote.key) ?? '') ? [] : [quote]));
  const byName = await keysMeant(visit, others, (key, name) => holdAll(`${numbers.get(key)} ${name}`));
  return lines.filter(({ quote: { key } }) => byName.has(key) || holdAll(numbers.get(key) ?? ''));
};

const rowOf = (visit: Visit, quote: ShelvedQuote, contact: ContactStanding): Line['row'] => {
  const { key, state, unreadable } = quote;
  const { business, faultsOf } = visit;
  const { facts } = state;
  const standing = standingOf(state, askedOf(visit, key, contact));
  const listed = business.mirror.rows.get(key);
  const { owner } = ownershipOf(state, business);
  return {
    quoteId: facts?.number ?? listed?.quoteId ?? faultsOf(key)[0]?.quoteId ?? key,
    amount: facts ? { minor: facts.minor, currency: facts.currency } : (listed?.amount ?? null),
    owner: facts ? nameOf(owner, business.policy) : '',
    expires: facts?.expires ?? listed?.expires ?? null,
    // Never listed: its only row has a mistake.
    group: !facts && faultsOf(key).length > 0 ? 'held' : standing.group,
    steps: standing.steps,
    next: standing.next,
    why: unreadable ? 'its log holds an event this version of the program does not know' : standing.why,
    trouble: unreadable ? 'cannot be read' : standing.trouble,
  };
};

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
