import { join } from 'node:path';
import { standingOf as contactStandingOf } from '../../aggregates/contact/contact.ts';
import { inParallel } from '../../application/in-parallel.ts';
import { ownershipOf } from '../../application/notify.ts';
import { loadContact } from '../../application/quotes.ts';
import type { ContactStanding } from '../../cadence/due.ts';
import { nameOf } from '../../cadence/owner.ts';
import type { PersonalFacts } from '../../events/quote-events.ts';
import { majorUnits } from '../../kernel/money.ts';
import { paths } from '../../letters/console/paths.ts';
import { type QuoteRow, type QuotesPage, quotesPage } from '../../letters/console/quotes-page.ts';
import type { QuoteGroup } from '../../letters/views/chain-view.ts';
import { standingOf } from '../../reports/standing.ts';
import { EDITED } from '../data-folder.ts';
import { shown } from './answers.ts';
import { personalOf, plainWords } from './customers-of.ts';
import { PAGE, pageOf } from './page-of.ts';
import type { ShelvedQuote } from './quote-shelf.ts';
import type { ConsoleResponse } from './request.ts';
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
  const { rows, paging } = pageOf(found, request.query.get(PAGE), paths.quotes, { show: group, q: words });
  return shown(
    quotesPage({
      around: aroundOf('quotes', visit),
      today: business.today,
      rows,
      counts: countsOf(all),
      shown: group,
      words,
      paging,
      sheetPlace: join(context.folder, EDITED.quotes),
    }),
  );
};

export interface QuotesFound {
  readonly all: readonly QuoteRow[];
  readonly found: readonly QuoteRow[];
  readonly group: QuotesPage['shown'];
  readonly words: string;
}

/** What the address asks for, in the order in which it is shown. */
export const quotesFound = async (visit: Visit): Promise<QuotesFound> => {
  const { query } = visit.request;
  const words = (query.get('q') ?? '').trim().slice(0, 200);
  const wanted = query.get('show');
  const group: QuotesPage['shown'] = ORDER.find(name => name === wanted) ?? 'open';
  const all = await quoteRows(visit);
  return { all, found: all.filter(row => isShown(row, group) && matches(row, words)).sort(byStanding), group, words };
};

const isShown = ({ group }: QuoteRow, asked: QuotesPage['shown']): boolean =>
  asked === 'open' ? group !== 'closed' : group === asked;

const matches = ({ quoteId, customer }: QuoteRow, words: string): boolean => {
  const text = plainWords(`${quoteId} ${customer}`);
  return plainWords(words)
    .split(/\s+/)
    .every(word => text.includes(word));
};

const byStanding = (a: QuoteRow, b: QuoteRow): number =>
  ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || worthOf(b) - worthOf(a) || (a.quoteId < b.quoteId ? -1 : 1);

const worthOf = ({ amount }: QuoteRow): number => (amount === null ? -1 : majorUnits(amount));

const countsOf = (rows: readonly QuoteRow[]): Readonly<Record<QuoteGroup, number>> => {
  const count = (group: QuoteGroup): number => rows.filter(row => row.group === group).length;
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

const quoteRows = async (visit: Visit): Promise<readonly QuoteRow[]> => {
  const contacts = await contactsOf(visit);
  const personal = personalOf(visit);
  return inParallel(visit.shelf.quotes, AT_ONCE, async quote => rowOf(visit, quote, contacts, await personal(quote)));
};

const rowOf = (
  visit: Visit,
  quote: ShelvedQuote,
  contacts: ReadonlyMap<string, ContactStanding>,
  personal: PersonalFacts | 'erased' | null,
): QuoteRow => {
  const { key, state, unreadable } = quote;
  const { business, faultsOf } = visit;
  const { facts } = state;
  const standing = standingOf(state, askedOf(visit, key, contacts.get(facts?.contactRef ?? '') ?? 'fine'));
  const listed = business.mirror.rows.get(key);
  const { owner } = ownershipOf(state, business);
  return {
    quoteId: facts?.number ?? listed?.quoteId ?? faultsOf(key)[0]?.quoteId ?? key,
    customer: personal === 'erased' ? 'erased' : (personal?.customer ?? listed?.customer ?? ''),
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

/** Only an open quote's contact decides anything; each is asked once. */
const contactsOf = async ({ world, shelf }: Visit): Promise<ReadonlyMap<string, ContactStanding>> => {
  const refs = new Set(
    shelf.quotes.flatMap(({ state: { facts, closed, expired } }) =>
      facts && closed === null && !expired ? [facts.contactRef] : [],
    ),
  );
  const standings = await inParallel([...refs], AT_ONCE, async ref => {
    const { state } = await loadContact(world, ref);
    return [ref, contactStandingOf(state)] as const;
  });
  return new Map(standings);
};
