import type * as E from 'fp-ts/lib/Either.js';
import { type ContactEvent, type ContactState, contactAggregate } from '../aggregates/contact.ts';
import type { Decision, Refused } from '../aggregates/decider.ts';
import { quoteAggregate } from '../aggregates/quote/quote.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { type LoadDeps, type Loaded, load } from '../event-store/load.ts';
import { unsealer } from '../event-store/sealing.ts';
import { type Transacted, transact } from '../event-store/transact.ts';
import type { Actor } from '../events/event-type.ts';
import type { Cause } from '../events/flow.ts';
import {
  DraftEdited,
  DraftWritten,
  type PersonalFacts,
  type QuoteEvent,
  QuoteListed,
  QuoteRevised,
} from '../events/quote-events.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { contactStream, quoteStream } from '../events/stream-id.ts';
import type { Dependencies } from './dependencies.ts';

export type LogDeps = Pick<Dependencies, 'store' | 'keys' | 'clock' | 'random' | 'log'>;

export interface Command<S, Event> {
  readonly actor: Actor;
  readonly decide: (state: S) => Decision<Event>;
  readonly cause?: Cause | null | undefined;
  readonly about?: string | undefined;
  readonly loaded?: Loaded<S> | undefined;
}

export const loadQuote = (deps: LoadDeps, quoteId: string): Promise<Loaded<QuoteState>> =>
  load(deps, quoteStream(quoteId), quoteAggregate);

export const loadContact = (deps: LoadDeps, ref: string): Promise<Loaded<ContactState>> =>
  load(deps, contactStream(ref), contactAggregate);

/** One decision about a quote. Personal parts are sealed under whoever they are about. */
export const decideQuote = (
  deps: LogDeps,
  quoteId: string,
  command: Command<QuoteState, QuoteEvent>,
): Promise<E.Either<Refused, Transacted<QuoteState>>> => {
  let contactRef: string | null = null;
  return transact(deps, {
    stream: quoteStream(quoteId),
    aggregate: quoteAggregate,
    ...command,
    decide: (state: QuoteState) => {
      contactRef = state.facts?.contactRef ?? null;
      return command.decide(state);
    },
    sealRef: (event: QuoteEvent) => sealRefOf(event, contactRef),
  });
};

const sealRefOf = (event: QuoteEvent, contactRef: string | null): string | null => {
  switch (event.type) {
    case 'QuoteListed':
    case 'QuoteRevised':
      return event.data.facts.contactRef;
    case 'DraftMailed':
    case 'NoticeMailed':
      return event.data.recipientRef;
    case 'ReplyReceived':
      return event.data.senderRef;
    default:
      return contactRef;
  }
};

export const decideContact = (
  deps: LogDeps,
  ref: string,
  command: Command<ContactState, ContactEvent>,
): Promise<E.Either<Refused, Transacted<ContactState>>> =>
  transact(deps, { stream: contactStream(ref), aggregate: contactAggregate, ...command, sealRef: () => ref });

export interface DraftText {
  readonly subject: string;
  readonly text: string;
}

/** The text that a draft holds now, opened: `erased` when the contact's key is gone. */
export const draftTextAt = async (
  deps: Pick<LogDeps, 'keys'>,
  events: readonly StoredEvent[],
  version: number | null,
): Promise<DraftText | 'erased' | null> => {
  const stored = events.find(event => event.version === version);
  if (!stored) return null;
  const open = unsealer(deps.keys);
  return stored.action === DraftEdited.name ? open(DraftEdited, stored) : open(DraftWritten, stored);
};

/** Customer, address and link as the log last had them. */
export const personalFacts = async (
  deps: Pick<LogDeps, 'keys'>,
  { state, stored }: Loaded<QuoteState>,
): Promise<PersonalFacts | 'erased' | null> => {
  const event = stored.find(({ version }) => version === state.factsVersion);
  if (!event) return null;
  const open = unsealer(deps.keys);
  return event.action === QuoteListed.name ? open(QuoteListed, event) : open(QuoteRevised, event);
};
