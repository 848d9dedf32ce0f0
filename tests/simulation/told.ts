import * as E from 'fp-ts/lib/Either.js';
import type { PastContactEvent } from '../../src/aggregates/contact/contact.ts';
import { contactAggregate } from '../../src/aggregates/contact/contact-aggregate.ts';
import { quoteAggregate } from '../../src/aggregates/quote/quote-aggregate.ts';
import { pastEvent } from '../../src/events/catalogue.ts';
import type { PastQuoteEvent } from '../../src/events/quote-events.ts';
import { isQuoteStream } from '../../src/events/stream-name.ts';
import { type Handed, isNudge } from './post.ts';
import type { Stage } from './stage.ts';

/** An event with its place in the whole log. */
export type Placed<E> = E & { readonly stream: string; readonly place: number; readonly ts: string };

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

export interface Told {
  readonly quotes: ReadonlyMap<string, readonly Placed<PastQuoteEvent>[]>;
  readonly contacts: readonly Placed<PastContactEvent>[];
  readonly claims: readonly Claimed[];
  readonly nudges: readonly Handed[];
}

/** The log of a run, read once for all that is asked of it. */
export const toldBy = ({ sim }: Stage): Told => {
  const quotes = new Map<string, Placed<PastQuoteEvent>[]>();
  const contacts: Placed<PastContactEvent>[] = [];
  for (const [place, stored] of sim.durable.log.entries()) {
    const read = pastEvent(stored);
    if (E.isLeft(read)) throw read.left;
    const past = read.right;
    const placed = { stream: stored.quote_id, place };
    if (isQuoteStream(stored.quote_id) && quoteAggregate.isOwn(past))
      quotes.set(stored.quote_id, [...(quotes.get(stored.quote_id) ?? []), { ...past, ...placed }]);
    else if (contactAggregate.isOwn(past)) contacts.push({ ...past, ...placed });
  }
  const nudges = sim.post.handed.filter(isNudge);
  const claims = [...quotes].flatMap(([stream, events]) => claimsOf(stream, events, nudges));
  return { quotes, contacts, claims, nudges };
};

const claimsOf = (
  stream: string,
  events: readonly Placed<PastQuoteEvent>[],
  nudges: readonly Handed[],
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
        handed: nudges.find(({ mail }) => mail.tags?.claim === claim.replace(/[^A-Za-z0-9_-]/g, '_')) ?? null,
        givenUpAt: givenUp?.place ?? null,
      },
    ];
  });

/** It may be with the customer: everything but a definite no. */
export const mayHaveLeft = ({ handed }: Claimed): boolean =>
  handed !== null && (handed.left || handed.answer === 'unknown');
