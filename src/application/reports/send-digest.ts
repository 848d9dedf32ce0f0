import { nameOf } from '../../cadence/owner.ts';
import { DayChecked } from '../../events/other-events.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { digestMail } from '../../letters/mail/digest-mail.ts';
import type { Digest } from '../../letters/views/digest.ts';
import { answersPerMove } from '../../reports/answers-per-move.ts';
import { closedContacts, type DigestLists, digestLists } from '../../reports/digest-lists.ts';
import { openQuotesCsv } from '../../reports/open-quotes-csv.ts';
import { chartWeeks, type Span, weekBefore } from '../../reports/period.ts';
import type { QuoteReport } from '../../reports/quote-report.ts';
import { reportChart } from '../../reports/report-chart.ts';
import { type Business, readBusiness } from '../business.ts';
import { dayStream } from '../day-record.ts';
import { personOf } from '../draft-view.ts';
import type { World } from '../world.ts';
import { chartPicture } from './chart-picture.ts';
import type { ReportLetter, ReportMail } from './deliver-report.ts';
import { type MailLists, openQuestions } from './open-questions.ts';
import { dayOfIn, everyQuote, readQuoteReports } from './read-quote-reports.ts';
import { contactPath, quotePath, quotesPath } from './report-paths.ts';
import { type RunOutcome, runReport } from './run-report.ts';

/** A link of a digest opens the reader's quotes until the next one has come. */
const LINK_MS = 8 * 86_400_000;

/** The digest of a Monday, to each owner (their quotes) and the admin (all of them). Once, however often it is asked for. */
export const sendDigest = (world: World, date: LocalDate): Promise<RunOutcome> =>
  runReport(world, { report: 'digest', date }, async () => {
    const business = await readBusiness(world);
    const week = weekBefore(date);
    const [quotes, mails, root] = await Promise.all([
      everyQuote(world, business).then(keys => readQuoteReports(world, business, keys, false)),
      openQuestions(world, business, week.from),
      newestRoot(world, date),
    ]);
    const making: Making = { world, business, date, week, quotes, mails, root };
    return readersOf(making).map(
      to => ({ to, linkMs: LINK_MS, write: url => write(making, to, url) }) satisfies ReportLetter,
    );
  });

interface Making {
  readonly world: World;
  readonly business: Business;
  readonly date: LocalDate;
  readonly week: Span;
  readonly quotes: readonly QuoteReport[];
  readonly mails: MailLists;
  readonly root: Digest['root'];
}

const adminOf = ({ policy }: Business): string => policy.admin.toLowerCase();

const quotesOf = ({ quotes, business }: Making, to: string): readonly QuoteReport[] =>
  to === adminOf(business) ? quotes : quotes.filter(({ ownership }) => ownership.owner === to);

/** The admin, and every owner of whose quotes there is something to tell. */
const readersOf = (making: Making): readonly string[] => {
  const owners = new Set(making.quotes.map(({ ownership }) => ownership.owner));
  owners.delete(adminOf(making.business));
  return [adminOf(making.business), ...[...owners].filter(owner => isWorthTelling(listsOf(making, owner, '')))];
};

const isWorthTelling = ({ openCount, expired, nudged }: DigestLists): boolean =>
  openCount > 0 || expired.length > 0 || nudged.length > 0;

const listsOf = (making: Making, to: string, url: string): DigestLists => {
  const { business, date, week } = making;
  return digestLists(quotesOf(making, to), {
    today: date,
    week,
    dayOf: dayOfIn(business),
    nameOf: address => nameOf(address, business.policy),
    urlOf: ({ number }) => `${url}${quotePath(number)}`,
  });
};

const write = async (making: Making, to: string, url: string): Promise<ReportMail> => {
  const { world, business, date, week, mails, root } = making;
  const isAdmin = to === adminOf(business);
  const own = quotesOf(making, to);
  const moves = answersPerMove(
    own.map(({ state }) => state),
    { from: addDays(date, -7 * 12), to: week.to },
  );
  const { currency } = business.policy;
  const picture = await chartPicture(world, reportChart({ quotes: own, weeks: chartWeeks(date), currency, moves }));
  const lists = listsOf(making, to, url);
  const csv = `open-quotes-${date}.csv`;
  const mail = digestMail({
    ...lists,
    ...(isAdmin ? mails : { unmatched: [], quarantined: [], fallback: [] }),
    closedContacts: isAdmin
      ? closedContacts(own, {
          nameOf: address => nameOf(address, business.policy),
          urlOf: ({ state }) => `${url}${contactPath(state.facts?.contactRef ?? '')}`,
        })
      : [],
    reader: personOf(to, business),
    scope: isAdmin ? 'all' : 'own',
    date,
    from: week.from,
    to: week.to,
    refusedRows: refusedRowsOf(making, isAdmin, own),
    chart: picture?.view ?? null,
    url: `${url}${quotesPath}`,
    csv: lists.openCount === 0 ? null : csv,
    root: isAdmin ? root : null,
  });
  const attached = lists.openCount === 0 ? [] : [csvOf(csv, own)];
  return { mail, attachments: picture === null ? attached : [picture.attachment, ...attached] };
};

/** With a mark in front, by which spreadsheet programs know that it is UTF-8. */
const csvOf = (filename: string, quotes: readonly QuoteReport[]) => ({
  filename,
  contentType: 'text/csv; charset=utf-8',
  content: new TextEncoder().encode(`\uFEFF${openQuotesCsv(quotes)}`),
});

/** The admin sees every row to mend, an owner those of their own quotes. */
const refusedRowsOf = ({ business }: Making, isAdmin: boolean, own: readonly QuoteReport[]): Digest['refusedRows'] => {
  const { refused } = business.mirror;
  const numbers = new Set(own.map(({ number }) => number));
  return isAdmin ? refused : refused.filter(({ quoteId }) => quoteId !== null && numbers.has(quoteId));
};

const ROOT_LOOK_BACK_DAYS = 7;

/** The root that the newest check before the digest recorded; null when none was made for a week. */
const newestRoot = async ({ store }: Pick<World, 'store'>, date: LocalDate): Promise<Digest['root']> => {
  for (let back = 1; back <= ROOT_LOOK_BACK_DAYS; back++) {
    const day = addDays(date, -back);
    const event = (await store.read(dayStream(day))).findLast(({ action }) => action === DayChecked.name);
    if (event && DayChecked.data.is(event.data)) return { hex: event.data.root, day, streams: event.data.streams };
  }
  return null;
};
