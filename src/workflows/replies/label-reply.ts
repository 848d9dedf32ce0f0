import * as E from 'fp-ts/lib/Either.js';
import { stop } from '../../aggregates/contact.ts';
import { labelReply } from '../../aggregates/quote/reply.ts';
import type { QuoteState, Reply } from '../../aggregates/quote/state.ts';
import type { NewEventOf } from '../../events/event-type.ts';
import { aboutReply, newestAbout } from '../../events/flow.ts';
import type { Label, ReplyLabelled } from '../../events/quote-events.ts';
import { addDays } from '../../kernel/local-date.ts';
import { referenceOf } from '../../kernel/references.ts';
import type { AnswerWords } from '../../mail-reading/reply-label/answer-words.ts';
import type { BusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { tellIfClosed } from '../notifications/closed-contact.ts';
import { decideContact, decideQuote, loadContact, loadQuote } from '../quotes.ts';
import { type ReadMail, readStoredMail } from './read-mail.ts';

type Labelled = Omit<NewEventOf<typeof ReplyLabelled>['data'], 'replyId'>;

const READER = { system: 'reply-handler' } as const;
const LABEL_TIMEOUT_MS = 15_000;
/** Where the message names no plausible date of return. */
const AWAY_DAYS = 7;

/**
 * Reads a received reply and records what it means. Whatever goes wrong it is a question: a person reads it. "Stop"
 * closes the contact before the label is recorded, so a crash in between is repeated, not forgotten.
 */
export const labelReceived = async (
  deps: Dependencies,
  business: BusinessContext,
  quoteId: string,
  replyId: string,
): Promise<void> => {
  const { state, stored } = await loadQuote(deps, quoteId);
  const reply = state.replies.find(({ id }) => id === replyId);
  if (!reply || reply.label !== null) return;
  const read = await readStoredMail(deps, reply.bodyKey);
  const labelled =
    read && E.isRight(read) ? await labelOf(deps, business, read.right) : failure('the message could not be read');
  const stopping = read && E.isRight(read) && labelled.stops ? await whoStops(deps, state, reply, read.right) : null;
  if (stopping !== null) {
    await decideContact(deps, stopping, {
      actor: READER,
      cause: newestAbout(stored, [aboutReply(replyId)]),
      decide: contact => stop(contact, { day: business.today, source: replyId }),
    });
    await tellIfClosed(deps, business, stopping);
  }
  const { stops: _, ...data } = labelled;
  await decideQuote(deps, quoteId, { actor: READER, decide: now => labelReply(now, { replyId, ...data }) });
};

/** Whoever writes it, if we ever wrote to them: the row may name somebody else by now. A colleague stops nobody but the chain. */
const whoStops = async (
  deps: Dependencies,
  { facts }: QuoteState,
  { fromContact }: Reply,
  { provenance }: ReadMail,
): Promise<string | null> => {
  if (fromContact) return facts?.contactRef ?? null;
  if (provenance.from === null) return null;
  const ref = referenceOf(await deps.secrets.refKey(), provenance.from);
  return (await loadContact(deps, ref)).version > 0 ? ref : null;
};

interface Reading extends Labelled {
  /** The sender asks to hear nothing more. */
  readonly stops: boolean;
}

const failure = (why: string): Reading => ({
  label: 'question',
  by: 'failure',
  model: null,
  deferUntil: null,
  resumeOffer: null,
  why,
  stops: false,
});

const labelOf = async (
  deps: Dependencies,
  business: BusinessContext,
  { message, machine, writtenOn }: ReadMail,
): Promise<Reading> => {
  const said = await deps.mailReader.answer(message, { writtenOn, locale: business.policy.locale });
  if (E.isLeft(said)) return failure('the message could not be read');
  const { words, left, stops, returns, resume } = said.right;
  if (machine?.kind === 'auto-reply' && left)
    return { ...failure('an automatic answer: the sender is there no more'), by: 'headers' };
  if (machine?.kind === 'auto-reply')
    return { ...away('headers', machine.why, returns, business), model: null, stops: false };
  if (stops)
    return {
      label: 'decline',
      by: 'words',
      model: null,
      deferUntil: null,
      resumeOffer: null,
      why: 'asks to hear nothing more',
      stops: true,
    };
  const answer = await safely(() => deps.model.label({ text: words }, { timeoutMs: LABEL_TIMEOUT_MS }));
  if (answer === null || !answer.ok) {
    deps.log('warn', 'ClassifyFailed', { reason: answer && !answer.ok ? answer.failure.kind : 'error' });
    return failure('the model could not label it');
  }
  const { label, why } = answer.value;
  const by = answer.model === 'without-account' ? 'words' : 'model';
  if (label === 'out-of-office') return { ...away(by, why, returns, business), model: answer.model, stops: false };
  return {
    label,
    by,
    model: answer.model,
    deferUntil: null,
    resumeOffer: label === 'question' ? resume : null,
    why: why.slice(0, 300),
    stops: false,
  };
};

const away = (
  by: Labelled['by'],
  why: string,
  returns: AnswerWords['returns'],
  { today }: BusinessContext,
): Omit<Labelled, 'model'> => {
  const deferUntil = returns.date ?? addDays(today, AWAY_DAYS);
  const label: Label = 'out-of-office';
  return { label, by, deferUntil, resumeOffer: null, why: `${why}; ${returns.why}`.slice(0, 300) };
};

const safely = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch {
    return null;
  }
};
