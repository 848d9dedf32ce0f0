import { DateTime } from 'luxon';
import { storedJson } from '../event-store/hash-chain.ts';
import { type Unsealer, unsealer } from '../event-store/sealing.ts';
import { ReportClaimed, ReportSent } from '../events/report-events.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { isQuoteStream, quoteStream, streamSubject } from '../events/stream-id.ts';
import { addDays, isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { allActions } from '../presentation/action-words.ts';
import { trailCsvHead, trailCsvLine } from '../presentation/csv-export.ts';
import {
  NO_END,
  newestOf,
  searchTrail,
  type TrailPlace,
  type TrailSearch,
} from '../workflows/audit/query-audit-trail.ts';
import { nearestQuote } from '../workflows/replies/known-quotes.ts';
import { paths, withQuery } from './console-page.ts';
import { type CustomersFound, customersOf, type LookAt } from './customers-of.ts';
import { exported, isFormat } from './exports.ts';
import { type ConsoleResponse, seeOther, shown } from './request.ts';
import { type TrailQuery, type TrailRow, trailPage } from './trail-page.ts';
import { aroundOf, type Visit } from './visit.ts';

/** What somebody asks of the trail, in the words of the page and in those of the log. */
export interface TrailQuestion {
  readonly query: TrailQuery;
  readonly search: TrailSearch;
  /** What is wrong with the question. */
  readonly problem: string | null;
  /** Only a quote's number was given, and there is one. */
  readonly onlyQuote: string | null;
  /** Without a first day the search goes back to this one. */
  readonly backTo: LocalDate | null;
  /** How many of the quotes that ended were looked at for a customer's name; null where none was asked for. */
  readonly looked: Looked | null;
}

type Looked = Pick<CustomersFound, 'looked' | 'ended'>;

/** In the address: of so many quotes that ended the customer is looked at. */
export const NAMES = 'names';
/** So many more are looked at by whoever goes on. */
const MORE_NAMES = 5_000;
/** A page comes within a second, also on a busy machine; whoever goes on waits for longer. */
const FIRST_LOOK_MS = 350;
const FURTHER_LOOK_MS = 3_000;

/** A search over all quotes that names no first day goes back so far: each day is a reading of its own. */
const BACK_DAYS = 92;
const LONGEST = 200;
/** So many quotes are read one by one; of more the day index is asked. */
const MAX_NAMED = 100;

/** `look`: how far is looked for a customer's name; as the address says, where it is not given. */
export const trailQuestion = async (visit: Visit, look = lookAsked(visit)): Promise<TrailQuestion> => {
  const { request, business } = visit;
  const read = (name: string): string => (request.query.get(name) ?? '').trim().slice(0, LONGEST);
  const [since, until] = [read('since'), read('until')];
  const action = allActions.find(known => known.action === read('action'))?.action ?? '';
  const query: TrailQuery = {
    quote: read('quote'),
    customer: read('customer'),
    person: read('person'),
    action,
    since: isLocalDate(since) ? since : '',
    until: isLocalDate(until) ? until : '',
  };
  const named = await streamsOf(visit, query, look);
  const among = named.streams !== null && named.streams.length > MAX_NAMED ? new Set(named.streams) : null;
  const streams = among === null ? named.streams : null;
  const last = query.until === '' ? business.today : query.until;
  const backTo = streams === null && query.since === '' ? addDays(last, -BACK_DAYS) : null;
  const first = query.since === '' ? backTo : query.since;
  const zone = business.policy.timezone;
  return {
    query,
    search: {
      streams,
      ...(among === null ? {} : { among }),
      since: first === null ? START : startOf(first, zone),
      until: query.until === '' ? endOfNow(visit, streams !== null) : startOf(addDays(query.until, 1), zone),
      actor: query.person,
      actions: action === '' ? [] : [action],
    },
    problem: problemOf(named.problem, since, until),
    onlyQuote: named.problem === null && isAlone(query) ? query.quote : null,
    backTo,
    looked: named.looked,
  };
};

/** Everything: for a file, which takes the time it takes. */
export const LOOK_AT_ALL: Look = { lookAt: Number.POSITIVE_INFINITY, enough: () => false };

type Look = Pick<LookAt, 'lookAt' | 'enough'>;

const lookAsked = (visit: Visit): Look => {
  const { query } = visit.request;
  const asked = query.get(NAMES) ?? '';
  const before = /^\d{1,7}$/.test(asked) ? Number(asked) : 0;
  // Further pages of one list are of the quotes that its first was of.
  const more = before > 0 && query.has('before') ? 0 : MORE_NAMES;
  return { lookAt: before + more, enough: waitedFor(visit, before === 0 ? FIRST_LOOK_MS : FURTHER_LOOK_MS) };
};

/** True once so much time has gone by. */
export const waitedFor = ({ context }: Visit, ms: number): (() => boolean) => {
  const start = context.realNow().getTime();
  return () => context.realNow().getTime() - start >= ms;
};

const START = '0000-01-01T00:00:00.000Z';

/** A moment later than now: clocks of several machines may differ. */
const endOfNow = ({ business }: Visit, named: boolean): string =>
  named ? NO_END : new Date(business.now.getTime() + 86_400_000).toISOString();

const startOf = (day: LocalDate, zone: string): string =>
  DateTime.fromISO(day, { zone }).startOf('day').toUTC().toJSDate().toISOString();

const isAlone = ({ quote, customer, person, action, since, until }: TrailQuery): boolean =>
  quote !== '' && [customer, person, action, since, until].every(other => other === '');

const problemOf = (unknown: string | null, since: string, until: string): string | null => {
  if (unknown !== null) return unknown;
  const strange = [since, until].find(day => day !== '' && !isLocalDate(day));
  if (strange !== undefined) return `“${strange}” is no date.`;
  return since !== '' && until !== '' && until < since ? 'The last day is before the first.' : null;
};

interface Named {
  /** Null where neither a number nor a customer was asked for. */
  readonly streams: readonly string[] | null;
  readonly problem: string | null;
  readonly looked: Looked | null;
}

/** The quotes that number and customer name. */
const streamsOf = async (visit: Visit, { quote, customer }: TrailQuery, look: Look): Promise<Named> => {
  const key = quoteStream(quote);
  const whole = { problem: null, looked: null };
  if (quote !== '' && (!isQuoteStream(key) || (await visit.deps.store.head(key)) === null))
    return { ...whole, streams: [], problem: await unknownNumber(visit, quote) };
  if (customer === '') return { ...whole, streams: quote === '' ? null : [key] };
  const { streams, ...looked } = await customersOf(visit, customer, { ...look, only: quote === '' ? null : key });
  return { streams, problem: null, looked };
};

const unknownNumber = async ({ deps, business }: Visit, quote: string): Promise<string> => {
  const near = await nearestQuote(deps, quoteStream(quote), business.now);
  return `No quote has the number “${quote}”.${near === null ? '' : ` The nearest is ${near}.`}`;
};

/** Where a page goes on, as it stands in its address: `2026-03-02T01:00:00.000Z~1`. */
export const placeOf = (text: string | null): TrailPlace | null => {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,6})$/.exec(text ?? '');
  return parts?.[1] === undefined ? null : { ts: parts[1], skip: Number(parts[2]) };
};

export const placeText = ({ ts, skip }: TrailPlace): string => `${ts}~${skip}`;

const ROWS = 50;
/** A page that finds little among much ends here and offers to go on: nobody waits for longer than a second. */
const MAX_LOOKED_AT = 20_000;
const MAX_LOOK_MS = 600;

/** The events that are asked for, newest first; a quote's number alone leads to everything that happened to it. */
export const showTrail = async (visit: Visit): Promise<ConsoleResponse> => {
  const { request, deps, business } = visit;
  const enough = waitedFor(visit, MAX_LOOK_MS);
  const { query, search, problem, onlyQuote, backTo, looked } = await trailQuestion(visit);
  if (onlyQuote !== null)
    return { status: 303, headers: { Location: paths.quote(onlyQuote), 'Cache-Control': 'no-store' }, body: '' };
  const from = placeOf(request.query.get('before'));
  const before = from === null ? 0 : shownBefore(request.query.get('shown'));
  const { events, next } = await newestOf(deps.store, search, {
    size: ROWS,
    most: MAX_LOOKED_AT,
    from,
    enough,
  });
  const to = before + events.length;
  const open = unsealer(deps.keys);
  const asked = { ...query, [NAMES]: looked !== null && looked.looked > 0 ? String(looked.looked) : '' };
  return shown(
    trailPage({
      around: aroundOf('trail', visit),
      query,
      rows: problem === null ? await Promise.all(events.map(event => rowOf(event, open))) : [],
      paging: {
        from: Math.min(before + 1, to),
        to,
        total: null,
        previous: from === null ? null : withQuery(paths.trail, asked),
        next: next && withQuery(paths.trail, { ...asked, before: placeText(next), shown: String(to) }),
      },
      today: business.today,
      problem,
      backTo,
      names:
        looked === null || looked.looked >= looked.ended
          ? null
          : { ...looked, more: withQuery(paths.trail, { ...query, [NAMES]: String(looked.looked) }) },
    }),
  );
};

const shownBefore = (text: string | null): number => (/^\d{1,7}$/.test(text ?? '') ? Number(text) : 0);

const rowOf = async (event: StoredEvent, open: Unsealer): Promise<TrailRow> => {
  const { quote_id, version, ts, action, by_user, by_system, before, after } = event;
  const isQuote = isQuoteStream(quote_id);
  return {
    stream: isQuote ? quote_id : `${kindOf(quote_id)}${await toWhom(event, open)}`,
    isQuote,
    version,
    at: ts,
    action,
    by: by_user ?? by_system ?? '',
    before,
    after,
  };
};

/** Of a report to one person, that person: a day has one for each. */
const toWhom = async (event: StoredEvent, open: Unsealer): Promise<string> => {
  const sealed = await addresseeOf(event, open);
  if (sealed === null) return '';
  return sealed === 'erased' ? ' to somebody whose name is erased' : ` to ${sealed.to}`;
};

const addresseeOf = async (event: StoredEvent, open: Unsealer) => {
  switch (event.action) {
    case ReportSent.name:
      return open(ReportSent, event);
    case ReportClaimed.name:
      return open(ReportClaimed, event);
    default:
      return null;
  }
};

/** References and ids of streams say nothing to a reader; a report's name and day do. */
const kindOf = (stream: string): string => {
  const kind = stream.slice(1).split('/')[0] ?? '';
  switch (kind) {
    case 'contact':
      return 'a contact';
    case 'mail':
      return 'a mail that came in';
    case 'proposal':
      return 'a proposal';
    case 'period':
      return streamSubject(stream).split('/').slice(0, 2).join(' of ');
    default:
      return 'settings';
  }
};

/** As much as one file holds; a longer answer is asked for in parts. */
const MAX_EVENTS = 100_000;

/** Everything that a search of the trail finds, oldest first, as a file. That it was taken is an event as well. */
export const exportTrail = async (visit: Visit): Promise<ConsoleResponse> => {
  const { deps, request } = visit;
  const { query, search, problem } = await trailQuestion(visit, LOOK_AT_ALL);
  const format = request.query.get('format') ?? 'csv';
  if (problem !== null || !isFormat(format)) return seeOther(paths.trail, 'no-export');
  const events: StoredEvent[] = [];
  for await (const event of searchTrail(deps.store, search)) {
    if (events.length === MAX_EVENTS) return seeOther(paths.trail, 'too-many');
    events.push(event);
  }
  const body =
    format === 'csv'
      ? `${trailCsvHead()}${events.map(trailCsvLine).join('')}`
      : events.map(event => `${storedJson(event)}\n`).join('');
  return exported(visit, { view: `trail: ${wordsOf(query)}`, name: 'trail', rows: events.length, format, body });
};

/** What was asked for, as the log may hold it: a customer's name is personal and stays out. */
const wordsOf = ({ quote, customer, person, action, since, until }: TrailQuery): string => {
  const parts = [
    quote !== '' && `quote ${quote}`,
    customer !== '' && 'a customer',
    person !== '' && `by ${person}`,
    action !== '' && action,
    since !== '' && `from ${since}`,
    until !== '' && `to ${until}`,
  ].filter(part => part !== false);
  return parts.length === 0 ? 'everything' : parts.join(', ');
};
