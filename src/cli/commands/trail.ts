import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../../adapters/filesystem/disk-objects.ts';
import { storedJson } from '../../event-store/hash-chain.ts';
import { eventRegistry } from '../../events/event-registry.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-id.ts';
import { editDistance } from '../../kernel/edit-distance.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { trailCsvHead, trailCsvLine } from '../../presentation/csv-export.ts';
import {
  flowOf,
  matcher,
  NO_END,
  NO_START,
  searchTrail,
  type TrailSearch,
} from '../../workflows/audit/query-audit-trail.ts';
import { nearestQuote } from '../../workflows/replies/known-quotes.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { instantOf, TIMES } from '../instant.ts';
import { printable, textTable } from '../text-table.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';
import { givingWay } from '../yielding-store.ts';

/** What stands above events that are printed as they are read. */
export const trailHead = (format: TrailFormat): readonly string[] => {
  switch (format) {
    case 'table':
      return [row('time (UTC)', 'stream', '#', 'action', 'who', 'before → after'), '─'.repeat(120)];
    case 'csv':
      return [trailCsvHead().trimEnd()];
    case 'jsonl':
      return [];
  }
};

export const trailLine = (format: TrailFormat, event: StoredEvent): string => {
  switch (format) {
    case 'table':
      return row(
        timeOf(event),
        printable(event.quote_id),
        String(event.version),
        printable(event.action),
        whoOf(event),
        changeOf(event),
      );
    case 'csv':
      return trailCsvLine(event).trimEnd();
    case 'jsonl':
      return storedJson(event);
  }
};

/** One stream's events, whose number is known: their columns are as wide as they need to be. */
export const trailTable = (stream: string, events: readonly StoredEvent[]): readonly string[] => [
  `${printable(stream)}  ·  ${events.length} ${events.length === 1 ? 'event' : 'events'}`,
  '',
  ...textTable(
    ['#', 'time (UTC)', 'action', 'who', 'before → after'],
    events.map(event => [String(event.version), timeOf(event), printable(event.action), whoOf(event), changeOf(event)]),
  ),
];

/** Columns of one width for a table whose end nobody knows; what is longer pushes the rest of its line. */
const WIDTHS = [19, 16, 4, 18, 28] as const;
const row = (...cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join('  ')
    .trimEnd();

const timeOf = ({ ts }: StoredEvent): string => `${ts.slice(0, 10)} ${ts.slice(11, 19)}`;
const whoOf = ({ by_user, by_system }: StoredEvent): string => printable(by_user ?? `(${by_system})`);
const changeOf = ({ before, after }: StoredEvent): string =>
  printable(before === after ? after : `${before || '–'} → ${after || '–'}`);

export const TRAIL_FORMATS = ['table', 'jsonl', 'csv'] as const;
export type TrailFormat = (typeof TRAIL_FORMATS)[number];

/** The options as they were typed. */
export interface TrailValues {
  readonly json?: boolean | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly format?: string | undefined;
  readonly limit?: string | undefined;
  readonly flow?: string | undefined;
}

export interface TrailQuestion {
  readonly search: TrailSearch;
  readonly format: TrailFormat;
  readonly limit: number;
  /** The stream that is asked for; null: of all quotes. */
  readonly stream: string | null;
  /** Nobody said when to begin; the search goes back so far. Null where it was said, or is of one quote. */
  readonly backTo: string | null;
  /** An event whose flow is asked for; null: of a quote, or of all. */
  readonly flow: string | null;
}

/** How far a question over all quotes goes back that does not say. */
const BACK_DAYS = 92;
const AHEAD_DAYS = 366;
/** As long as an engine takes a key, and longer than any number. */
const MAX_NUMBER = 500;

/** What a line of `qf trail` asks. Left: what is wrong with it. */
export const trailQuestion = (
  values: TrailValues,
  quote: string | undefined,
  now: Date,
): E.Either<string, TrailQuestion> => {
  const wrong = faultOf(values, quote);
  if (wrong !== null) return E.left(wrong);
  const { json = false, actor = '', limit } = values;
  const stream = quote === undefined ? null : streamOf(quote);
  const until = values.until === undefined ? NO_END : (instantOf(values.until, true) ?? NO_END);
  const flow = values.flow?.trim() ?? null;
  const end = stream === null && flow === null ? earlier(until, soonAfter(now)) : until;
  const said = values.since === undefined ? null : instantOf(values.since);
  const backTo =
    stream === null && flow === null && said === null
      ? addDays(earlier(end, now.toISOString()).slice(0, 10), -BACK_DAYS)
      : null;
  const since = said ?? (backTo === null ? NO_START : `${backTo}T00:00:00.000Z`);
  if (since >= until) return E.left(`--until ${values.until} is not after --since ${values.since ?? since}`);
  return E.right({
    search: { streams: stream === null ? null : [stream], since, until: end, actor, actions: actionsOf(values) },
    format: formatOf(values.format ?? (json ? 'jsonl' : 'table')) ?? 'table',
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
    stream,
    backTo,
    flow,
  });
};

const faultOf = (values: TrailValues, quote: string | undefined): string | null => {
  const { since, until, format, limit, actor, flow } = values;
  if (quote !== undefined && (quote.trim() === '' || quote.length > MAX_NUMBER))
    return `"${quote.slice(0, 40)}" is no quote's number`;
  if (flow !== undefined && quote !== undefined) return '--flow is over all quotes: leave the number out';
  if (flow !== undefined && !/^.{1,500}\/[1-9]\d{0,9}$/s.test(flow.trim()))
    return `--flow ${flow.slice(0, 40)} is no event's id; one looks like Q-1042/7`;
  if (since !== undefined && instantOf(since) === null) return `--since ${since} is no time`;
  if (until !== undefined && instantOf(until) === null) return `--until ${until} is no time`;
  if (actor?.trim() === '') return '--actor names nobody';
  if (format !== undefined && formatOf(format) === null)
    return `--format ${format} is none of ${TRAIL_FORMATS.join(', ')}`;
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) return `--limit ${limit} is no count`;
  if (values.action !== undefined && actionsOf(values).length === 0) return '--action names no event';
  const unknown = actionsOf(values).find(action => !known.has(action.toLowerCase()));
  return unknown === undefined ? null : `--action ${unknown} is no event's name${nearest(unknown)}`;
};

const formatOf = (text: string): TrailFormat | null => TRAIL_FORMATS.find(format => format === text) ?? null;

const actionsOf = ({ action = '' }: TrailValues): readonly string[] =>
  action
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');

const known: ReadonlyMap<string, string> = new Map(
  [...eventRegistry.types.keys()].map(name => [name.toLowerCase(), name]),
);

const nearest = (unknown: string): string => {
  const asked = unknown.toLowerCase();
  const [name] = [...known.keys()].toSorted((a, b) => editDistance(asked, a, 99) - editDistance(asked, b, 99));
  const near = name === undefined ? undefined : known.get(name);
  return near === undefined ? '' : `; the nearest is ${near}`;
};

const streamOf = (asked: string): string => (isQuoteStream(asked.trim()) ? quoteStream(asked) : asked.trim());

const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Without an end, or with a far one, days would be asked for up to the year 9999. The clock that wrote the log may have been ahead of ours. */
const soonAfter = (now: Date): string => new Date(now.getTime() + AHEAD_DAYS * 86_400_000).toISOString();

const usage = `usage: qf trail [QUOTE_ID | --flow ID] [--since TIME] [--until TIME] [--actor WHO] [--action NAME,…]
                [--format table|jsonl|csv] [--limit N]

Shows what happened, in order: when (UTC), what, who did it, and what it changed. Of one quote: all of it. Of all
quotes: by the day, printed as it is read; without --since the last 92 days.
QUOTE_ID is the quote's number in any case, or a stream of the log such as ~system.
--flow ID         all that one plan, message or proposal brought about, over all streams, the oldest first. ID is the
                  event_id of any event of it, as --json prints it: Q-1042/7. The correlation_id is that of its first
                  event. Events stored before flows were are each a flow of their own
--since, --until  a day, or a moment: from it on, and before it; until a day means to its end
--actor           a part of the address or of the name of what acted: priya, timer
--action          names of events in any case: NudgeSent,DraftApproved
--format jsonl    each event as it is stored, sealed parts and hashes included: what an auditor can check (also --json)
--format csv      for spreadsheet programs; no cell of it is run as a formula
${TIMES}
${IN_FOLDER} Exit 1 when there is nothing.`;

const options = {
  json: { type: 'boolean' },
  since: { type: 'string' },
  until: { type: 'string' },
  actor: { type: 'string' },
  action: { type: 'string' },
  format: { type: 'string' },
  limit: { type: 'string' },
  flow: { type: 'string' },
} as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [], optional: ['QUOTE_ID'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, trailCommand, io);
  const { values, operands } = parsed.right;
  // Asked once without a clock: what is wrong with the line is said before any data is opened.
  const line = trailQuestion(values, operands[0], new Date(0));
  if (E.isLeft(line)) return answerNotRun({ kind: 'usage', message: line.left }, trailCommand, io);
  return withEngine(io, async ({ store }, now, folder) => {
    const asked = trailQuestion(values, operands[0], now);
    if (E.isLeft(asked)) return answerNotRun({ kind: 'usage', message: asked.left }, trailCommand, io);
    const found = await (asked.right.flow === null
      ? print(io, store, asked.right)
      : printFlow(io, store, asked.right.flow, asked.right));
    if (io.signal.aborted) return 1;
    const { stream, backTo } = asked.right;
    if (backTo !== null) io.err(`from ${backTo} on; --since goes further back`);
    if (found > 0) return 0;
    const objects = diskObjects(join(folder, 'objects'), { now: () => now });
    io.err(stream === null ? 'the log holds no such event' : await whyNone({ store, objects }, stream, now));
    return 1;
  });
};

const print = async (io: Io, store: EventStore, asked: TrailQuestion): Promise<number> => {
  const { stream, format } = asked;
  try {
    return stream !== null && format === 'table'
      ? await printWhole(io, store, stream, asked)
      : await printLines(io, store, asked);
  } catch (error) {
    if (!io.signal.aborted) throw error;
    return 0;
  }
};

/** One quote's events fit a screen. */
const printWhole = async (
  io: Io,
  store: EventStore,
  stream: string,
  { search, limit }: TrailQuestion,
): Promise<number> => {
  const events: StoredEvent[] = [];
  for await (const event of searchTrail(store, search)) {
    events.push(event);
    if (events.length === limit) break;
  }
  if (events.length > 0) for (const line of trailTable(stream, events)) io.out(line);
  return events.length;
};

const printFlow = async (
  io: Io,
  store: EventStore,
  id: string,
  { search, format, limit }: TrailQuestion,
): Promise<number> => {
  const flow = await flowOf(store, id);
  if (flow === null) return 0;
  if (!flow.whole) io.err('this flow goes through more streams than are read for one: it is not whole');
  const found = flow.events.filter(matcher(search)).slice(0, limit);
  if (found.length > 0) for (const line of trailHead(format)) io.out(line);
  for (const event of found) io.out(trailLine(format, event));
  return found.length;
};

/** Each event as it is read: the log of a year does not have to fit into memory. */
const printLines = async (io: Io, store: EventStore, { search, format, limit }: TrailQuestion): Promise<number> => {
  let found = 0;
  for await (const event of searchTrail(givingWay(store), search, io.signal)) {
    if (found++ === 0) for (const line of trailHead(format)) io.out(line);
    io.out(trailLine(format, event));
    if (found === limit) break;
  }
  return found;
};

/** A quote without such an event, or no such quote: then the one whose number is nearest. */
const whyNone = async (
  deps: Parameters<typeof nearestQuote>[0] & { readonly store: Pick<EventStore, 'head'> },
  stream: string,
  now: Date,
): Promise<string> => {
  if ((await deps.store.head(stream)) !== null) return `the log holds no such event of ${printable(stream)}`;
  const near = isQuoteStream(stream) ? await nearestQuote(deps, stream, now) : null;
  return `the log holds no event of ${printable(stream)}${near === null ? '' : `; the nearest number is ${printable(near)}`}`;
};

export const trailCommand: Command = {
  name: 'trail',
  summary: 'what happened, of a quote or since a time: when, what, who, before and after',
  usage,
  run,
};
