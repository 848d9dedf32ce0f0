import * as E from 'fp-ts/lib/Either.js';
import { mailAggregate } from '../../aggregates/mail.ts';
import { nameOf } from '../../cadence/owner.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { load } from '../../event-store/load.ts';
import { eachOfDays } from '../../event-store/read-by-day.ts';
import { unsealer } from '../../event-store/sealing.ts';
import { MailReceived, MailSetAside, MailUnmatched } from '../../events/mail-events.ts';
import { DayChecked } from '../../events/report-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { mailStream, streamSubject } from '../../events/stream-id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { OutgoingAttachment } from '../../ports/mail.ts';
import { digestMail } from '../../presentation/emails/digest-mail.ts';
import type { ChartView, Digest, DigestMessage } from '../../presentation/view-models/digest.ts';
import { closedContacts, type DigestLists, digestLists } from '../../reports/digest-lists.ts';
import { openQuotesCsv } from '../../reports/open-quotes-csv.ts';
import { chartWeeks, type Span, weekBefore } from '../../reports/period.ts';
import { answersPerMove, type QuoteReport } from '../../reports/quote-report.ts';
import { type ReportChart, reportChart } from '../../reports/report-chart.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import { dayStream } from '../daily-check/day-record.ts';
import type { Dependencies } from '../dependencies.ts';
import { reissueToken } from '../notifications/tokens.ts';
import { personOf } from '../nudges/draft-view.ts';
import { dayOfIn, everyQuote, readQuoteReports } from './read-quote-reports.ts';
import {
  contactPath,
  quotePath,
  quotesPath,
  type ReportLetter,
  type ReportMail,
  type RunOutcome,
  runReport,
} from './run-report.ts';

/** As long as a question to a person is asked again at all. */
const LOOK_BACK_DAYS = 30;

export interface MailLists {
  readonly unmatched: readonly DigestMessage[];
  readonly quarantined: readonly DigestMessage[];
}

/** Messages that still wait for a person to place them, and those that were locked away in the week, the newest first. */
export const openQuestions = async (
  deps: Dependencies,
  business: BusinessContext,
  since: LocalDate,
): Promise<MailLists> => {
  const today = business.now.toISOString().slice(0, 10);
  const asked = new Map<string, StoredEvent>();
  const locked = new Map<string, StoredEvent>();
  await eachOfDays(deps, addDays(today, -LOOK_BACK_DAYS), today, event => {
    if (event.action === MailUnmatched.name) asked.set(event.quote_id, event);
    if (isQuarantine(event) && dayOfIn(business)(event.ts) >= since) locked.set(event.quote_id, event);
  });
  const waiting: DigestMessage[] = [];
  for (const event of [...asked.values()].reverse()) {
    const read = await byItself(() => load(deps, event.quote_id, mailAggregate));
    // One that cannot be read is named all the same: it may still wait.
    const settled = E.isRight(read) && (read.right.state.assigned !== null || read.right.state.dismissed);
    if (!settled)
      waiting.push(await messageOf(deps, business, event, whyAsked(event), await pageOf(deps, business, event)));
  }
  const quarantined: DigestMessage[] = [];
  for (const event of [...locked.values()].reverse())
    quarantined.push(await messageOf(deps, business, event, 'the receiving service found a virus', null));
  return { unmatched: waiting, quarantined };
};

const isQuarantine = ({ action, data }: StoredEvent): boolean =>
  action === MailSetAside.name && MailSetAside.data.is(data) && data.kind === 'quarantine';

const whyAsked = ({ data }: StoredEvent): string => (MailUnmatched.data.is(data) ? data.why : '');

const messageOf = async (
  deps: Dependencies,
  business: BusinessContext,
  { quote_id, ts }: StoredEvent,
  words: string,
  url: string | null,
): Promise<DigestMessage> => {
  const received = (await deps.store.read(quote_id)).find(({ action }) => action === MailReceived.name);
  const sealed = received ? await unsealer(deps.keys)(MailReceived, received) : null;
  const { from, subject } =
    sealed === null || sealed === 'erased' ? { from: sealed === null ? 'unknown' : 'erased', subject: '' } : sealed;
  return { from, subject, day: dayOfIn(business)(received?.ts ?? ts), words, url };
};

/** The question's own page, where it was put to the admin: the link is theirs. */
const pageOf = async (
  deps: Dependencies,
  { policy }: BusinessContext,
  { quote_id, data }: StoredEvent,
): Promise<string | null> => {
  if (!MailUnmatched.data.is(data)) return null;
  const subject = {
    stream: mailStream(streamSubject(quote_id)),
    about: 'unsure',
    recipient: policy.admin.toLowerCase(),
    mailing: 1,
  };
  return (await reissueToken(deps, subject, data.tokenHash))?.url ?? null;
};

export interface ChartPicture {
  readonly view: ChartView;
  readonly attachment: OutgoingAttachment;
}

/** The chart as a picture inside the mail. Null where there is nothing to draw, or where it could not be drawn: the words stand for it. */
export const chartPicture = async (
  { charts, log }: Pick<Dependencies, 'charts' | 'log'>,
  made: ReportChart | null,
): Promise<ChartPicture | null> => {
  if (made === null || charts === undefined) return null;
  try {
    const { png, width, height } = await charts.draw(made.chart);
    return {
      view: { cid: CHART, alt: made.alt, width, height },
      attachment: { filename: `${CHART}.png`, contentType: 'image/png', content: png, cid: CHART },
    };
  } catch (error) {
    log('warn', 'ChartNotDrawn', { error: error instanceof Error ? error.name : 'unknown' });
    return null;
  }
};

const CHART = 'chart';

/** A link of a digest opens the reader's quotes until the next one has come. */
const LINK_MS = 8 * 86_400_000;

/** The digest of a Monday, to each owner (their quotes) and the admin (all of them). Once, however often it is asked for. */
export const sendDigest = (deps: Dependencies, date: LocalDate): Promise<RunOutcome> =>
  runReport(deps, { report: 'digest', date }, async () => {
    const business = await loadBusinessContext(deps);
    const week = weekBefore(date);
    const [quotes, mails, root] = await Promise.all([
      everyQuote(deps, business).then(keys => readQuoteReports(deps, business, keys, false)),
      openQuestions(deps, business, week.from),
      newestRoot(deps, date),
    ]);
    const making: Making = { deps, business, date, week, quotes, mails, root };
    return readersOf(making).map(
      to => ({ to, linkMs: LINK_MS, write: url => write(making, to, url) }) satisfies ReportLetter,
    );
  });

interface Making {
  readonly deps: Dependencies;
  readonly business: BusinessContext;
  readonly date: LocalDate;
  readonly week: Span;
  readonly quotes: readonly QuoteReport[];
  readonly mails: MailLists;
  readonly root: Digest['root'];
}

const adminOf = ({ policy }: BusinessContext): string => policy.admin.toLowerCase();

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
  const { deps, business, date, week, mails, root } = making;
  const isAdmin = to === adminOf(business);
  const own = quotesOf(making, to);
  const moves = answersPerMove(
    own.map(({ state }) => state),
    { from: addDays(date, -7 * 12), to: week.to },
  );
  const { currency } = business.policy;
  const picture = await chartPicture(deps, reportChart({ quotes: own, weeks: chartWeeks(date), currency, moves }));
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
const newestRoot = async ({ store }: Pick<Dependencies, 'store'>, date: LocalDate): Promise<Digest['root']> => {
  for (let back = 1; back <= ROOT_LOOK_BACK_DAYS; back++) {
    const day = addDays(date, -back);
    const event = (await store.read(dayStream(day))).findLast(({ action }) => action === DayChecked.name);
    if (event && DayChecked.data.is(event.data)) return { hex: event.data.root, day, streams: event.data.streams };
  }
  return null;
};
