import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../../adapters/local/disk-objects.ts';
import { nearestQuote } from '../../application/nearest-quote.ts';
import { flowOf, matcher, searchTrail } from '../../application/search-trail.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { isQuoteStream } from '../../events/stream-name.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { givingWay } from '../giving-way.ts';
import { TIMES } from '../instant.ts';
import { printable } from '../text-table.ts';
import { trailHead, trailLine, trailTable } from '../trail-lines.ts';
import { type TrailQuestion, trailQuestion } from '../trail-question.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';

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
