import * as E from 'fp-ts/lib/Either.js';
import type { StoredEvent } from '../../events/envelope.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-name.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { printable, textTable } from '../text-table.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';

const usage = `usage: qf trail QUOTE_ID [--json]

Shows every event of a quote in order: when it happened (UTC), what, who did it, and what it changed.
QUOTE_ID is the quote's number in any case, or a stream of the log such as ~system.
--json prints each event as it is stored, sealed parts and hashes included: what an auditor can check.
${IN_FOLDER} Exit 1 when there is no such quote.`;

const options = { json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['QUOTE_ID'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, trailCommand, io);
  const { values, operands } = parsed.right;
  const [asked = ''] = operands;
  return withEngine(io, async ({ store }) => {
    const stream = isQuoteStream(asked.trim()) ? quoteStream(asked) : asked.trim();
    const events = await store.read(stream);
    if (events.length === 0) {
      io.err(`the log holds no event of ${printable(asked)}`);
      return 1;
    }
    for (const line of values.json ? events.map(event => JSON.stringify(event)) : trailTable(stream, events))
      io.out(line);
    return 0;
  });
};

export const trailTable = (stream: string, events: readonly StoredEvent[]): readonly string[] => [
  `${printable(stream)}  ·  ${events.length} ${events.length === 1 ? 'event' : 'events'}`,
  '',
  ...textTable(
    ['#', 'time (UTC)', 'action', 'who', 'before → after'],
    events.map(event => [
      String(event.version),
      `${event.ts.slice(0, 10)} ${event.ts.slice(11, 19)}`,
      printable(event.action),
      printable(event.by_user ?? `(${event.by_system})`),
      change(printable(event.before), printable(event.after)),
    ]),
  ),
];

const change = (before: string, after: string): string =>
  before === after ? after : `${before || '–'} → ${after || '–'}`;

export const trailCommand: Command = {
  name: 'trail',
  summary: 'every event of a quote in order: when, what, who, before and after',
  usage,
  run,
};
