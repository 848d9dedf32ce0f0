import { DateTime } from 'luxon';
import { nearestQuote } from '../../application/nearest-quote.ts';
import { NO_END, type TrailPlace, type TrailSearch } from '../../application/search-trail.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-name.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { TrailQuery } from '../../letters/console/trail-page.ts';
import { allActions } from '../../letters/words/action-words.ts';
import { type CustomersFound, customersOf, type LookAt } from './customers-of.ts';
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
const MOST_NAMED = 100;

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
  const among = named.streams !== null && named.streams.length > MOST_NAMED ? new Set(named.streams) : null;
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
  if (quote !== '' && (!isQuoteStream(key) || (await visit.world.store.head(key)) === null))
    return { ...whole, streams: [], problem: await unknownNumber(visit, quote) };
  if (customer === '') return { ...whole, streams: quote === '' ? null : [key] };
  const { streams, ...looked } = await customersOf(visit, customer, { ...look, only: quote === '' ? null : key });
  return { streams, problem: null, looked };
};

const unknownNumber = async ({ world, business }: Visit, quote: string): Promise<string> => {
  const near = await nearestQuote(world, quoteStream(quote), business.now);
  return `No quote has the number “${quote}”.${near === null ? '' : ` The nearest is ${near}.`}`;
};

/** Where a page goes on, as it stands in its address: `2026-03-02T01:00:00.000Z~1`. */
export const placeOf = (text: string | null): TrailPlace | null => {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,6})$/.exec(text ?? '');
  return parts?.[1] === undefined ? null : { ts: parts[1], skip: Number(parts[2]) };
};

export const placeText = ({ ts, skip }: TrailPlace): string => `${ts}~${skip}`;
