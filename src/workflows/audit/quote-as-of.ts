import { standingOf } from '../../aggregates/contact.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { ContactStanding } from '../../cadence/due.ts';
import type { Loaded } from '../../event-store/load.ts';
import type { PersonalFacts } from '../../events/quote-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { Dependencies } from '../dependencies.ts';
import { loadContact, loadQuote, personalFacts } from '../quotes.ts';

/** A quote as it stood at an instant: its fold, its row, its contact, and the last thing that had happened. */
export interface QuoteAsOf {
  readonly loaded: Loaded<QuoteState>;
  readonly personal: PersonalFacts | 'erased' | null;
  readonly contact: ContactStanding;
  readonly last: StoredEvent;
}

/** Folds what had happened by `at` (inclusive), as if the rest had not happened yet. Null: nothing had. */
export const quoteAsOf = async (
  { store, keys, log }: Pick<Dependencies, 'store' | 'keys' | 'log'>,
  quoteId: string,
  at: string,
): Promise<QuoteAsOf | null> => {
  const read = async (stream: string): Promise<readonly StoredEvent[]> =>
    (await store.read(stream)).filter(({ ts }) => ts <= at);
  const then = { store: { read }, log };
  const loaded = await loadQuote(then, quoteId);
  const last = loaded.stored.at(-1);
  if (!last) return null;
  const contact = await loadContact(then, loaded.state.facts?.contactRef ?? '');
  return { loaded, personal: await personalFacts({ keys }, loaded), contact: standingOf(contact.state), last };
};
