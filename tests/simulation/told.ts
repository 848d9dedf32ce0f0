import * as E from 'fp-ts/lib/Either.js';
import { contactAggregate, type RecordedContactEvent } from '../../src/aggregates/contact.ts';
import { quoteAggregate } from '../../src/aggregates/quote/quote.ts';
import { decodeKnown } from '../../src/events/event-registry.ts';
import type { RecordedQuoteEvent } from '../../src/events/quote-events.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import { isQuoteStream } from '../../src/events/stream-id.ts';
import type { Handed } from './post.ts';

/** An event with its place in the whole log. */
export type Placed<E> = E & { readonly stream: string; readonly place: number; readonly ts: string };
export type QuoteTold = Placed<RecordedQuoteEvent>;
export type ContactTold = Placed<RecordedContactEvent>;

/** A send that was claimed, with the mail that was handed over for it, if one was. */
export interface Claimed {
  readonly stream: string;
  readonly place: number;
  readonly draftId: string;
  readonly claim: string;
  readonly stepIndex: number;
  readonly chain: number;
  readonly contactRef: string;
  readonly handed: Handed | null;
  /** A rep said that it never arrived and asked for it again. */
  readonly givenUpAt: number | null;
}

/** The log, read once and from where it was left, for all that is asked of it. What this code cannot read is left out. */
export class Told {
  readonly quotes = new Map<string, QuoteTold[]>();
  readonly contacts: ContactTold[] = [];
  readonly #log: readonly StoredEvent[];
  #read = 0;

  constructor(log: readonly StoredEvent[]) {
    this.#log = log;
  }

  catchUp(): this {
    for (; this.#read < this.#log.length; this.#read++) {
      const stored = this.#log[this.#read];
      if (stored) this.#take(stored, this.#read);
    }
    return this;
  }

  #take(stored: StoredEvent, place: number): void {
    const read = decodeKnown(stored);
    if (E.isLeft(read)) return;
    const past = read.right;
    const placed = { stream: stored.quote_id, place };
    if (isQuoteStream(stored.quote_id)) {
      if (!quoteAggregate.isOwn(past)) return;
      const events = this.quotes.get(stored.quote_id) ?? [];
      this.quotes.set(stored.quote_id, events);
      events.push({ ...past, ...placed });
    } else if (contactAggregate.isOwn(past)) this.contacts.push({ ...past, ...placed });
  }

  /** Steps that were offered from this place of the log on, and to whom. */
  offersSince(place: number): readonly { readonly stream: string; readonly contactRef: string }[] {
    return [...this.quotes].flatMap(([stream, events]) => {
      if (!events.some(event => event.type === 'MovePlanned' && event.place >= place)) return [];
      const listed = events.findLast(({ type }) => type === 'QuoteListed' || type === 'QuoteRevised');
      return listed?.type === 'QuoteListed' || listed?.type === 'QuoteRevised'
        ? [{ stream, contactRef: listed.data.facts.contactRef }]
        : [];
    });
  }

  claims(nudges: readonly Handed[]): readonly Claimed[] {
    const byClaim = new Map(nudges.map(one => [one.mail.tags?.claim ?? '', one]));
    return [...this.quotes].flatMap(([stream, events]) => claimsOf(stream, events, byClaim));
  }
}

const claimsOf = (
  stream: string,
  events: readonly QuoteTold[],
  nudges: ReadonlyMap<string, Handed>,
): readonly Claimed[] =>
  events.flatMap(event => {
    if (event.type !== 'SendClaimed') return [];
    const { draftId, claim } = event.data;
    const plan = events.find(one => one.type === 'MovePlanned' && one.data.draftId === draftId);
    const listed = events.findLast(
      one => (one.type === 'QuoteListed' || one.type === 'QuoteRevised') && one.place < event.place,
    );
    const givenUp = events.find(one => one.type === 'SendGivenUp' && one.data.claim === claim);
    if (plan?.type !== 'MovePlanned' || (listed?.type !== 'QuoteListed' && listed?.type !== 'QuoteRevised'))
      throw new Error(`${stream} claims a send of a draft that was never planned`);
    return [
      {
        stream,
        place: event.place,
        draftId,
        claim,
        stepIndex: plan.data.stepIndex,
        chain: plan.data.chain,
        contactRef: listed.data.facts.contactRef,
        handed: nudges.get(claim.replace(/[^A-Za-z0-9_-]/g, '_')) ?? null,
        givenUpAt: givenUp?.place ?? null,
      },
    ];
  });

/** It may be with the customer: everything but a definite no. */
export const mayHaveLeft = ({ handed }: Claimed): boolean =>
  handed !== null && (handed.left || handed.answer === 'unknown');
