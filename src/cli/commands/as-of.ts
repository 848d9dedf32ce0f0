import { join } from 'node:path';
import * as E from 'fp-ts/lib/Either.js';
import { diskObjects } from '../../adapters/filesystem/disk-objects.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { UnknownEvent } from '../../events/event-registry.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-id.ts';
import { isLocalDate } from '../../kernel/local-date.ts';
import { formatMoney } from '../../kernel/money.ts';
import type { EventStore } from '../../ports/event-store.ts';
import { overrideOf } from '../../reports/coming-step.ts';
import { overrideText } from '../../sheet/read-row.ts';
import { type QuoteAsOf, quoteAsOf } from '../../workflows/audit/quote-as-of.ts';
import { nearestQuote } from '../../workflows/replies/known-quotes.ts';
import { answerNotRun, type Command, type ExitCode, type Io, parse } from '../command.ts';
import { instantOf, TIMES } from '../instant.ts';
import { printable } from '../text-table.ts';
import { IN_FOLDER, withEngine } from '../with-engine.ts';

const usage = `usage: qf as-of QUOTE_ID TIME [--json]

Prints where a quote's chain stood at a moment, and its row as it was then: what had happened by TIME, folded, and
nothing of what came later. A day alone means its end.
${TIMES}
${IN_FOLDER} Exit 1 when nothing had happened to the quote by then.`;

const options = { json: { type: 'boolean' } } as const;

const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const parsed = parse(args, { options, operands: ['QUOTE_ID', 'TIME'] });
  if (E.isLeft(parsed)) return answerNotRun(parsed.left, asOfCommand, io);
  const [quote = '', time = ''] = parsed.right.operands;
  const at = endOf(time);
  if (at === null) return answerNotRun({ kind: 'usage', message: `${time} is no time` }, asOfCommand, io);
  const stream = quoteStream(quote);
  if (!isNumber(stream))
    return answerNotRun({ kind: 'usage', message: `"${quote}" is no quote's number` }, asOfCommand, io);
  return withEngine(io, async ({ store, keys }, now, folder) => {
    const then = await read(io, { store, keys, log: () => {} }, stream, at);
    if (then === 'unreadable') return 1;
    if (then === null) {
      const objects = diskObjects(join(folder, 'objects'), { now: () => now });
      io.err(await whyNothing({ store, objects }, { stream, at }, now));
      return 1;
    }
    if (parsed.right.values.json) io.out(JSON.stringify(jsonOf(then, at)));
    else for (const [label, value] of linesOf(then, at)) io.out(`${label.padEnd(16)}${printable(value)}`);
    return 0;
  });
};

/** A day alone is as of its last millisecond. */
const endOf = (time: string): string | null => {
  const at = instantOf(time, true);
  return at === null || !isLocalDate(time.trim()) ? at : new Date(Date.parse(at) - 1).toISOString();
};

/** As long as an engine takes a key, and longer than any number. */
const MAX_NUMBER = 500;
const isNumber = (stream: string): boolean => stream !== '' && isQuoteStream(stream) && stream.length <= MAX_NUMBER;

/** It came later, or there is no such quote: then the one whose number is nearest. */
const whyNothing = async (
  deps: Parameters<typeof nearestQuote>[0] & { readonly store: Pick<EventStore, 'read'> },
  { stream, at }: { readonly stream: string; readonly at: string },
  now: Date,
): Promise<string> => {
  const nothing = `by ${at} the log held no event of ${printable(stream)}`;
  const [first] = await deps.store.read(stream);
  if (first) return `${nothing}; its first is of ${first.ts}`;
  const near = await nearestQuote(deps, stream, now);
  return near === null ? nothing : `${nothing}; the nearest number is ${printable(near)}`;
};

const read = async (
  io: Io,
  deps: Parameters<typeof quoteAsOf>[0],
  stream: string,
  at: string,
): Promise<QuoteAsOf | null | 'unreadable'> => {
  try {
    return await quoteAsOf(deps, stream, at);
  } catch (error) {
    if (!(error instanceof UnknownEvent)) throw error;
    io.err(`${error.message}: this release cannot read what a newer one wrote`);
    return 'unreadable';
  }
};

const rowOf = ({ loaded: { state }, personal }: QuoteAsOf) => {
  const { facts } = state;
  const override = facts && overrideOf(facts);
  const known = personal === null || personal === 'erased' ? null : personal;
  return {
    quote_id: facts?.number ?? null,
    customer: known?.customer ?? (personal === 'erased' ? 'erased' : null),
    contact: known?.contact ?? (personal === 'erased' ? 'erased' : null),
    amount: facts ? formatMoney(facts) : null,
    sent: facts?.sent ?? null,
    expires: facts?.expires ?? null,
    owner: facts?.owner ?? null,
    team: facts?.team ?? null,
    pdf_link: known?.pdfLink ?? null,
    cadence_override: override && overrideText(override),
    status: state.closed ?? (state.holds.includes('status') ? 'hold' : 'open'),
  };
};

const chainOf = ({ loaded: { state }, contact }: QuoteAsOf) => ({
  chain: state.chain,
  standing: standingWords(state, contact),
  draft: state.draft && { step: state.draft.stepIndex, move: state.draft.move, status: state.draft.status },
  nudges: state.nudges.map(({ stepIndex, move, day }) => ({ step: stepIndex, move, day })),
  sent_in_chain: state.sentInChain,
  settled: state.closedDrafts.map(({ stepIndex, move, how, at }) => ({ step: stepIndex, move, how, at })),
  replies: state.replies.map(({ day, label, taken }) => ({ day, label, taken })),
  defer_until: state.deferUntil,
  holds: state.holds,
});

const jsonOf = (then: QuoteAsOf, at: string) => ({
  as_of: at,
  version: then.loaded.version,
  last_event: { time: then.last.ts, action: then.last.action, hash: then.last.hash },
  row: rowOf(then),
  chain: chainOf(then),
});

const linesOf = (then: QuoteAsOf, at: string): readonly (readonly [string, string])[] => {
  const row = rowOf(then);
  const chain = chainOf(then);
  const { last, loaded } = then;
  const shown: readonly (readonly [string, string | null])[] = [
    ['as of', at],
    ['last event', `${loaded.version}, ${last.ts}, ${last.action}`],
    ['standing', chain.standing],
    ['chain', String(chain.chain)],
    ['draft', chain.draft && `step ${chain.draft.step} ${chain.draft.move}: ${chain.draft.status}`],
    ['nudges', chain.nudges.map(({ step, move, day }) => `step ${step} ${move} on ${day}`).join('; ') || 'none'],
    ['other drafts', othersOf(chain.settled) || null],
    ['replies', chain.replies.map(({ day, label }) => `${label ?? 'unread'} on ${day}`).join('; ') || 'none'],
    ['customer', row.customer],
    ['contact', row.contact],
    ['amount', row.amount],
    ['sent', row.sent],
    ['expires', row.expires ?? 'never'],
    ['owner', row.owner],
    ['team', row.team],
    ['pdf', row.pdf_link],
    ['override', row.cadence_override],
    ['status', row.status],
  ];
  return shown.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]));
};

/** Drafts that ended otherwise than by being sent. */
const othersOf = (settled: ReturnType<typeof chainOf>['settled']): string =>
  settled
    .filter(({ how }) => how !== 'sent')
    .map(({ step, move, how, at }) => `step ${step} ${move} ${how} on ${at.slice(0, 10)}`)
    .join('; ');

/** Whatever rested the chain then, else `open`. */
const standingWords = (state: QuoteState, contact: QuoteAsOf['contact']): string => {
  const rests = [
    state.facts === null && 'not listed',
    state.closed !== null && `closed as ${state.closed}`,
    state.expired && `expired on ${state.expiredOn ?? ''}`,
    state.holds.length > 0 && `on hold (${state.holds.join(', ')})`,
    state.answered !== null && 'answered',
    state.unlabelled > 0 && 'a reply not yet read',
    state.deferUntil !== null && `put off to ${state.deferUntil}`,
    contact !== 'fine' && `its contact ${contact}`,
  ].filter(words => words !== false);
  return rests.length === 0 ? 'open' : rests.join(', ');
};

export const asOfCommand: Command = {
  name: 'as-of',
  summary: 'where a quote stood at a moment, and its row as it was then',
  usage,
  run,
};
