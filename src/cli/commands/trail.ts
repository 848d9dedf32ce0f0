import * as E from 'fp-ts/lib/Either.js';
import { NO_END, NO_START, searchTrail, type TrailSearch } from '../../application/search-trail.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-name.ts';
import { trailCsvHead, trailCsvLine } from '../../letters/words/trail-csv.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { instantOf, TIMES } from '../instant.ts';
import { printable, textTable } from '../text-table.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';

const usage = `usage: qf trail [QUOTE_ID] [--since TIME] [--until TIME] [--actor WHO] [--action NAME,…]
                [--format table|jsonl|csv] [--limit N]

Shows what happened, in order: when (UTC), what, who did it, and what it changed. Of one quote: all of it. Of all
quotes: what happened since a time, read by the day and printed as it is read.
QUOTE_ID is the quote's number in any case, or a stream of the log such as ~system.
--since, --until  a day, or a moment; until a day means to its end
--actor           a part of the address or of the name of what acted: priya, timer
--action          names of events: NudgeSent,DraftApproved
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
} as const;

const FORMATS = ['table', 'jsonl', 'csv'] as const;
type Format = (typeof FORMATS)[number];

interface Asked {
  readonly search: TrailSearch;
  readonly format: Format;
  readonly limit: number;
  /** As it was typed; null: of all quotes. */
  readonly quote: string | null;
}

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: [], optional: ['QUOTE_ID'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, trailCommand, io);
  const asked = askedOf(parsed.right.values, parsed.right.operands[0]);
  if (E.isLeft(asked)) return answerNotRun({ kind: 'usage', message: asked.left }, trailCommand, io);
  return withEngine(io, async ({ store }, now) => {
    const { quote, format } = asked.right;
    const found = await (quote !== null && format === 'table'
      ? printWhole(io, store, asked.right)
      : printLines(io, store, untilNow(asked.right, now)));
    if (found > 0) return 0;
    io.err(quote === null ? 'the log holds no such event' : `the log holds no event of ${printable(quote)}`);
    return 1;
  });
};

interface Values {
  readonly json?: boolean | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly format?: string | undefined;
  readonly limit?: string | undefined;
}

/** Left: what is wrong with the question. */
const askedOf = (values: Values, quote: string | undefined): E.Either<string, Asked> => {
  const { json = false, actor = '', action = '', limit } = values;
  if (quote === undefined && values.since === undefined)
    return E.left('name a QUOTE_ID, or the time to begin at with --since');
  const since = values.since === undefined ? NO_START : instantOf(values.since);
  if (since === null) return E.left(`--since ${values.since} is no time`);
  const until = values.until === undefined ? NO_END : instantOf(values.until, true);
  if (until === null) return E.left(`--until ${values.until} is no time`);
  const wanted = values.format ?? (json ? 'jsonl' : 'table');
  const format = FORMATS.find(known => known === wanted);
  if (format === undefined) return E.left(`--format ${wanted} is none of ${FORMATS.join(', ')}`);
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) return E.left(`--limit ${limit} is no count`);
  const actions = action
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  const streams = quote === undefined ? null : [streamOf(quote)];
  return E.right({
    search: { streams, since, until, actor, actions },
    format,
    limit: limit === undefined ? Number.POSITIVE_INFINITY : Number(limit),
    quote: quote ?? null,
  });
};

const streamOf = (asked: string): string => (isQuoteStream(asked.trim()) ? quoteStream(asked) : asked.trim());

/** One quote's events fit a screen: their columns are as wide as they need to be. */
const printWhole = async (io: Io, store: EventStore, { search, limit, quote }: Asked): Promise<number> => {
  const events: StoredEvent[] = [];
  for await (const event of searchTrail(store, search)) {
    if (events.length >= limit) break;
    events.push(event);
  }
  if (events.length > 0) for (const line of trailTable(streamOf(quote ?? ''), events)) io.out(line);
  return events.length;
};

/** Each event as it is read: the log of a year does not have to fit into memory. */
const printLines = async (io: Io, store: EventStore, { search, format, limit }: Asked): Promise<number> => {
  let found = 0;
  for await (const event of searchTrail(store, search, io.signal)) {
    if (found >= limit) break;
    if (found++ === 0) for (const line of headOf(format)) io.out(line);
    io.out(lineOf(format, event));
  }
  return found;
};

/** Without an end, days would be asked for up to the year 9999. Clocks may differ by a little. */
const untilNow = (asked: Asked, now: Date): Asked => {
  const soon = new Date(now.getTime() + 86_400_000).toISOString();
  return asked.search.until > soon ? { ...asked, search: { ...asked.search, until: soon } } : asked;
};

const headOf = (format: Format): readonly string[] => {
  switch (format) {
    case 'table':
      return [row('time (UTC)', 'stream', '#', 'action', 'who', 'before → after'), '─'.repeat(120)];
    case 'csv':
      return [trailCsvHead().trimEnd()];
    case 'jsonl':
      return [];
  }
};

const lineOf = (format: Format, event: StoredEvent): string => {
  switch (format) {
    case 'table':
      return row(
        timeOf(event),
        printable(event.quote_id),
        String(event.version),
        printable(event.action),
        whoOf(event),
        change(printable(event.before), printable(event.after)),
      );
    case 'csv':
      return trailCsvLine(event).trimEnd();
    case 'jsonl':
      return JSON.stringify(event);
  }
};

/** Columns of one width for a table whose end nobody knows; what is longer pushes the rest of its line. */
const WIDTHS = [19, 16, 4, 18, 28] as const;
const row = (...cells: readonly string[]): string =>
  cells
    .map((cell, column) => cell.padEnd(WIDTHS[column] ?? 0))
    .join('  ')
    .trimEnd();

export const trailTable = (stream: string, events: readonly StoredEvent[]): readonly string[] => [
  `${printable(stream)}  ·  ${events.length} ${events.length === 1 ? 'event' : 'events'}`,
  '',
  ...textTable(
    ['#', 'time (UTC)', 'action', 'who', 'before → after'],
    events.map(event => [
      String(event.version),
      timeOf(event),
      printable(event.action),
      whoOf(event),
      change(printable(event.before), printable(event.after)),
    ]),
  ),
];

const timeOf = ({ ts }: StoredEvent): string => `${ts.slice(0, 10)} ${ts.slice(11, 19)}`;
const whoOf = ({ by_user, by_system }: StoredEvent): string => printable(by_user ?? `(${by_system})`);
const change = (before: string, after: string): string =>
  before === after ? after : `${before || '–'} → ${after || '–'}`;

export const trailCommand: Command = {
  name: 'trail',
  summary: 'what happened, of a quote or since a time: when, what, who, before and after',
  usage,
  run,
};
