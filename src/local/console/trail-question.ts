import { DateTime } from 'luxon';
import { NO_END, type TrailPlace, type TrailSearch } from '../../application/search-trail.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-name.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { TrailQuery } from '../../letters/console/trail-page.ts';
import { allActions } from '../../letters/words/action-words.ts';
import { customersOf } from './customers-of.ts';
import type { Visit } from './visit.ts';

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
}

/** A search over all quotes that names no first day goes back so far: each day is a reading of its own. */
const BACK_DAYS = 92;
const LONGEST = 200;

export const trailQuestion = async (visit: Visit): Promise<TrailQuestion> => {
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
  const named = await streamsOf(visit, query);
  const last = query.until === '' ? business.today : query.until;
  const backTo = named.streams === null && query.since === '' ? addDays(last, -BACK_DAYS) : null;
  const first = query.since === '' ? backTo : query.since;
  const zone = business.policy.timezone;
  return {
    query,
    search: {
      streams: named.streams,
      since: first === null ? START : startOf(first, zone),
      until: query.until === '' ? endOfNow(visit, named.streams !== null) : startOf(addDays(query.until, 1), zone),
      actor: query.person,
      actions: action === '' ? [] : [action],
    },
    problem: problemOf(named.problem, since, until),
    onlyQuote: named.problem === null && isAlone(query) ? query.quote : null,
    backTo,
  };
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

/** The quotes that number and customer name; null where neither was asked for. */
const streamsOf = async (
  visit: Visit,
  { quote, customer }: TrailQuery,
): Promise<{ readonly streams: readonly string[] | null; readonly problem: string | null }> => {
  const key = quoteStream(quote);
  if (quote !== '' && (!isQuoteStream(key) || (await visit.world.store.head(key)) === null))
    return { streams: [], problem: `No quote has the number “${quote}”.` };
  if (customer === '') return { streams: quote === '' ? null : [key], problem: null };
  const found = await customersOf(visit, customer);
  return { streams: quote === '' ? found : found.filter(stream => stream === key), problem: null };
};

/** Where a page goes on, as it stands in its address: `2026-03-02T01:00:00.000Z~1`. */
export const placeOf = (text: string | null): TrailPlace | null => {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,6})$/.exec(text ?? '');
  return parts?.[1] === undefined ? null : { ts: parts[1], skip: Number(parts[2]) };
};

export const placeText = ({ ts, skip }: TrailPlace): string => `${ts}~${skip}`;
