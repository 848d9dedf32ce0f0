import type { StoredEvent } from '../events/envelope.ts';
import { isQuoteStream } from '../events/stream-name.ts';
import { editDistance } from '../kernel/edit-distance.ts';
import { addDays } from '../kernel/local-date.ts';
import type { EventStore } from '../ports/event-store.ts';
import { knownQuotes } from './known-quotes.ts';
import type { World } from './world.ts';

/** More slips than these and it is another number; in a short one, fewer. */
const MOST_SLIPS = 2;
const mostSlips = (asked: string): number => Math.min(MOST_SLIPS, Math.floor(asked.length / 3));
/** Quotes that no sheet ever listed are looked for among the newest events. */
const LOOKED_AT = 500;
const DAYS_BACK = 7;

type Deps = Pick<World, 'objects'> & { readonly store: Pick<EventStore, 'byDay'> };

/**
 * The quote whose number is nearest to one that nobody knows (a compared number, upper-case); null where none is near.
 * Asks the list that the last sync left and the newest days, never the whole table.
 */
export const nearestQuote = async (deps: Deps, asked: string, now: Date): Promise<string | null> =>
  nearestOf(asked, await knownQuotes(deps)) ?? nearestOf(asked, await newestQuotes(deps, now));

const nearestOf = (asked: string, known: Iterable<string>): string | null => {
  let nearest: { readonly key: string; readonly slips: number } | null = null;
  for (const key of known) {
    const slips = slipsBetween(asked, key);
    if (slips <= mostSlips(asked) && (nearest === null || slips < nearest.slips)) nearest = { key, slips };
  }
  return nearest?.key ?? null;
};

/** Dashes and spaces are the first thing that people leave out. */
const slipsBetween = (a: string, b: string): number =>
  Math.min(editDistance(a, b, MOST_SLIPS), bare(a) === bare(b) || endsAlike(a, b) ? 1 : MOST_SLIPS + 1);

const bare = (number: string): string => number.replace(/[^\p{L}\p{N}]/gu, '');

/** `1042` for `Q-1042`: typed without the letters in front. */
const endsAlike = (asked: string, known: string): boolean =>
  /^\d{2,}$/.test(asked) && /\D0*$/.test(known.slice(0, -asked.length)) && known.endsWith(asked);

const newestQuotes = async ({ store }: Deps, now: Date): Promise<ReadonlySet<string>> => {
  const quotes = new Set<string>();
  const note = ({ quote_id }: StoredEvent): void => void (isQuoteStream(quote_id) && quotes.add(quote_id));
  const today = now.toISOString().slice(0, 10);
  for (let back = 0; back < DAYS_BACK; back++) {
    const { items } = await store.byDay(addDays(today, -back), { newestFirst: true, limit: LOOKED_AT });
    for (const event of items) note(event);
  }
  return quotes;
};
