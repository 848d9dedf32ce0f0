import type { Json } from '../../events/event-type.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import {
  contactStream,
  isQuoteStream,
  mailStream,
  proposalStream,
  quoteStream,
  SYSTEM_STREAM,
  streamSubject,
} from '../../events/stream-id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { EventStore, Page } from '../../ports/event-store.ts';

/** What an auditor asks of the log. Instants are UTC, ISO with milliseconds. */
export interface TrailSearch {
  /** These streams only; null: every stream, by the day index, in a span of time. */
  readonly streams: readonly string[] | null;
  /** Of those that the day index gives only these; for more streams than anybody would read one by one. */
  readonly among?: ReadonlySet<string>;
  /** From this instant on, inclusive. */
  readonly since: string;
  /** Before this instant. */
  readonly until: string;
  /** A part of who or what acted, in any case; empty for anybody. */
  readonly actor: string;
  /** Names of actions in any case; none for any. */
  readonly actions: readonly string[];
}

/** As of now, without an end: later than any instant that is stored. */
export const NO_END = '9999-12-31T00:00:00.000Z';
export const NO_START = '0000-01-01T00:00:00.000Z';

const PAGE = 500;

/** True for what the search asks for, wherever it was found. */
export const matcher = ({ among, since, until, actor, actions }: TrailSearch): ((event: StoredEvent) => boolean) => {
  const wanted = new Set(actions.map(action => action.toLowerCase()));
  const who = actor.trim().toLowerCase();
  return ({ quote_id, ts, action, by_user, by_system }) =>
    ts >= since &&
    ts < until &&
    (among === undefined || among.has(quote_id)) &&
    (wanted.size === 0 || wanted.has(action.toLowerCase())) &&
    (who === '' || (by_user ?? by_system ?? '').toLowerCase().includes(who));
};

/**
 * The events that are asked for, the oldest first: of the named streams by their keys, of all by the day index. Never a
 * scan; a span without a quote is read as far as its caller goes on asking.
 */
export async function* searchTrail(
  store: Pick<EventStore, 'read' | 'byDay'>,
  search: TrailSearch,
  signal?: AbortSignal,
): AsyncIterable<StoredEvent> {
  const matches = matcher(search);
  const events = search.streams === null ? ofSpan(store, search, signal) : ofStreams(store, search.streams);
  for await (const event of events) if (matches(event)) yield event;
}

/** A quote has tens of events: several are read whole and put in the order of time. */
async function* ofStreams(store: Pick<EventStore, 'read'>, streams: readonly string[]): AsyncIterable<StoredEvent> {
  const all = await Promise.all(streams.map(stream => store.read(stream)));
  const [only] = all;
  yield* all.length === 1 && only ? only : all.flat().sort(byTime);
}

const byTime = (a: StoredEvent, b: StoredEvent): number =>
  a.ts < b.ts
    ? -1
    : a.ts > b.ts
      ? 1
      : a.quote_id < b.quote_id
        ? -1
        : a.quote_id > b.quote_id
          ? 1
          : a.version - b.version;

async function* ofSpan(
  store: Pick<EventStore, 'byDay'>,
  { since, until }: TrailSearch,
  signal?: AbortSignal,
): AsyncIterable<StoredEvent> {
  for await (const event of ofDays(store, { from: since, to: until, newestFirst: false }, signal)) {
    if (event.ts >= until) return;
    yield event;
  }
}

interface Span {
  /** Where the reading starts, inclusive: the earliest instant, or with `newestFirst` the latest. */
  readonly from: string;
  /** Its last day is that of this instant. */
  readonly to: string;
  readonly newestFirst: boolean;
}

/** Each day is a reading of its own: after days without an event, so many are asked for at once. */
const MAX_AHEAD = 32;

async function* ofDays(store: Pick<EventStore, 'byDay'>, span: Span, signal?: AbortSignal): AsyncIterable<StoredEvent> {
  let ahead = 1;
  for (let days = daysOf(span, span.from.slice(0, 10), ahead); days.length > 0; ) {
    signal?.throwIfAborted();
    const first = await Promise.all(days.map(day => pageOf(store, span, day)));
    for (const [index, page] of first.entries()) yield* wholeDay(store, span, days[index] ?? '', page, signal);
    ahead = first.some(({ items }) => items.length > 0) ? 1 : Math.min(ahead * 2, MAX_AHEAD);
    days = daysOf(span, addDays(days.at(-1) ?? '', span.newestFirst ? -1 : 1), ahead);
  }
}

const daysOf = ({ to, newestFirst }: Span, first: LocalDate, count: number): readonly LocalDate[] => {
  const last = to.slice(0, 10);
  const days = Array.from({ length: count }, (_, place) => addDays(first, newestFirst ? -place : place));
  return days.filter(day => (newestFirst ? day >= last : day <= last));
};

const pageOf = (
  store: Pick<EventStore, 'byDay'>,
  { from, newestFirst }: Span,
  day: LocalDate,
  cursor?: string,
): Promise<Page<StoredEvent>> =>
  store.byDay(day, {
    limit: PAGE,
    ...(newestFirst ? { newestFirst } : {}),
    ...(day === from.slice(0, 10) ? { from } : {}),
    ...(cursor === undefined ? {} : { cursor }),
  });

async function* wholeDay(
  store: Pick<EventStore, 'byDay'>,
  span: Span,
  day: LocalDate,
  first: Page<StoredEvent>,
  signal?: AbortSignal,
): AsyncIterable<StoredEvent> {
  for (let page = first; ; ) {
    yield* page.items;
    if (page.next === null) return;
    signal?.throwIfAborted();
    page = await pageOf(store, span, day, page.next);
  }
}

/** Where a page of a search that goes back in time goes on. */
export interface TrailPlace {
  /** The latest instant that is still to be looked at. */
  readonly ts: string;
  /** So many events of that very instant are done with. */
  readonly skip: number;
}

export interface TrailPart {
  readonly events: readonly StoredEvent[];
  /** Null when there is nothing more. */
  readonly next: TrailPlace | null;
}

export interface TrailPageAsked {
  readonly size: number;
  /** So many events are looked at. */
  readonly most: number;
  readonly from: TrailPlace | null;
  /** True once the reader has waited for long enough; asked now and then. */
  readonly enough?: () => boolean;
}

const ASK_EACH = 250;

/**
 * The newest events that are asked for, a page at a time. A page ends when it is full, or when it has looked at so many
 * events that a reader would wait: then it may be short, and the next one goes on.
 */
export const newestOf = async (
  store: Pick<EventStore, 'read' | 'byDay'>,
  search: TrailSearch,
  { size, most, from, enough = () => false }: TrailPageAsked,
): Promise<TrailPart> => {
  const matches = matcher(search);
  const found: StoredEvent[] = [];
  let looked = 0;
  let place: TrailPlace = { ts: '', skip: 0 };
  for await (const event of backwards(store, search, from)) {
    if (found.length === size || looked === most || (looked % ASK_EACH === ASK_EACH - 1 && enough()))
      return { events: found, next: place };
    looked++;
    place = { ts: event.ts, skip: (event.ts === place.ts ? place.skip : skippedAt(event.ts, from)) + 1 };
    if (matches(event)) found.push(event);
  }
  return { events: found, next: null };
};

const skippedAt = (ts: string, from: TrailPlace | null): number => (from?.ts === ts ? from.skip : 0);

async function* backwards(
  store: Pick<EventStore, 'read' | 'byDay'>,
  search: TrailSearch,
  from: TrailPlace | null,
): AsyncIterable<StoredEvent> {
  let left = from?.skip ?? 0;
  for await (const event of search.streams === null
    ? spanBackwards(store, search, from)
    : streamsBackwards(store, search.streams, from)) {
    if (left > 0 && event.ts === from?.ts) left--;
    else yield event;
  }
}

async function* streamsBackwards(
  store: Pick<EventStore, 'read'>,
  streams: readonly string[],
  from: TrailPlace | null,
): AsyncIterable<StoredEvent> {
  const all = await Promise.all(streams.map(stream => store.read(stream)));
  for (const event of all.flat().sort((a, b) => byTime(b, a))) if (from === null || event.ts <= from.ts) yield event;
}

async function* spanBackwards(
  store: Pick<EventStore, 'byDay'>,
  { since, until }: TrailSearch,
  from: TrailPlace | null,
): AsyncIterable<StoredEvent> {
  for await (const event of ofDays(store, { from: from?.ts ?? until, to: since, newestFirst: true })) {
    if (event.ts < since) return;
    yield event;
  }
}

/** So many streams are read for one flow: more than any flow touches. */
const MAX_STREAMS = 200;

/** The streams of a flow, and no other's, name each other: one is found from the next by its key. */
export interface Flow {
  /** The oldest first; where two are of one instant, what brought the other about. */
  readonly events: readonly StoredEvent[];
  /** False: there were more streams to be read than one flow has. */
  readonly whole: boolean;
}

/**
 * All that one plan, message or proposal brought about, over all streams: from the id of any event of it, which for the
 * first is the correlation id too. Reads the streams that its events name, whole and by their keys; never an index or a
 * scan. Null when there is no such event.
 */
export const flowOf = async (store: Pick<EventStore, 'read'>, eventId: string): Promise<Flow | null> => {
  const start = placeOf(eventId);
  if (start === null) return null;
  const [asked] = await store.read(start.stream, start.version - 1);
  if (asked?.version !== start.version) return null;
  const flow = asked.correlation_id;
  const wanted = new Set([start.stream, ...streamsNamed(asked), ...streamOfId(flow)]);
  const events: StoredEvent[] = [];
  let read = 0;
  for (const stream of wanted) {
    if (read++ === MAX_STREAMS) return { events: inFlow(events), whole: false };
    for (const event of await store.read(stream)) {
      if (event.correlation_id !== flow) continue;
      events.push(event);
      for (const named of streamsNamed(event)) wanted.add(named);
    }
  }
  return { events: inFlow(events), whole: true };
};

const placeOf = (eventId: string): { readonly stream: string; readonly version: number } | null => {
  const [, stream = '', digits = ''] = /^(.+)\/([1-9]\d{0,9})$/s.exec(eventId.trim()) ?? [];
  return stream === ''
    ? null
    : { stream: isQuoteStream(stream) ? quoteStream(stream) : stream, version: Number(digits) };
};

/** The system's own stream holds every sync: no flow goes through it. */
const streamOfId = (eventId: string | undefined): readonly string[] => {
  const stream = eventId === undefined ? undefined : placeOf(eventId)?.stream;
  return stream === undefined || stream === SYSTEM_STREAM ? [] : [stream];
};

/** The streams that an event says it has to do with. */
const streamsNamed = ({ quote_id, data, sealed, causation_id }: StoredEvent): readonly string[] => {
  const said: Readonly<Record<string, Json>> = isFields(data) ? data : {};
  const texts = (field: string): readonly string[] =>
    [said[field] ?? null].flat().filter((value): value is string => typeof value === 'string' && value !== '');
  const id = streamSubject(quote_id);
  return [
    ...streamOfId(causation_id),
    ...['quoteId', 'quoteIds'].flatMap(texts).map(quoteStream),
    ...['replyId', 'cause', 'source'].flatMap(texts).map(mailStream),
    ...['proposalId', 'source'].flatMap(texts).map(proposalStream),
    ...['contactRef', 'senderRef', 'recipientRef'].flatMap(texts).map(contactStream),
    ...(sealed === undefined ? [] : [contactStream(sealed.ref)]),
    // A proposal has the id of the mail that made it.
    ...(quote_id.startsWith('~mail/') ? [proposalStream(id)] : []),
  ];
};

const isFields = (data: Json): data is Readonly<Record<string, Json>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const inFlow = (events: readonly StoredEvent[]): readonly StoredEvent[] => {
  const known = new Map(events.map(event => [event.event_id, event]));
  const depths = new Map<string, number>();
  const depthOf = (event: StoredEvent): number => {
    const depth = depths.get(event.event_id);
    if (depth !== undefined) return depth;
    depths.set(event.event_id, 0);
    const cause = known.get(event.causation_id ?? '');
    const found = cause === undefined ? 0 : depthOf(cause) + 1;
    depths.set(event.event_id, found);
    return found;
  };
  return events.toSorted((a, b) => (a.ts === b.ts ? depthOf(a) - depthOf(b) : 0) || byTime(a, b));
};
