import { inParallel } from '../../application/in-parallel.ts';
import { unsealer } from '../../application/unseal.ts';
import { type PersonalFacts, QuoteListed, QuoteRevised } from '../../events/quote-events.ts';
import type { ShelvedQuote } from './quote-shelf.ts';
import type { Visit } from './visit.ts';

const AT_ONCE = 32;

/** A text as it is compared: without accents, in lower case. */
export const plainWords = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Opens who a quote is for, as the log last had it; `erased` and never listed are told apart. */
export const personalOf = ({
  world,
}: Pick<Visit, 'world'>): ((quote: Pick<ShelvedQuote, 'factsEvent'>) => Promise<PersonalFacts | 'erased' | null>) => {
  const open = unsealer(world.keys);
  return async ({ factsEvent }) => {
    if (!factsEvent) return null;
    return factsEvent.action === QuoteListed.name ? open(QuoteListed, factsEvent) : open(QuoteRevised, factsEvent);
  };
};

/** Streams of the quotes whose customer's name or address holds all the words. */
export const customersOf = async (visit: Visit, words: string): Promise<readonly string[]> => {
  const wanted = plainWords(words).split(/\s+/).filter(Boolean);
  const opened = personalOf(visit);
  const keys = await inParallel(visit.shelf.quotes, AT_ONCE, async quote => {
    const personal = await opened(quote);
    if (personal === null || personal === 'erased') return null;
    const text = plainWords(`${personal.customer} ${personal.contact}`);
    return wanted.every(word => text.includes(word)) ? quote.key : null;
  });
  return keys.filter(key => key !== null);
};
