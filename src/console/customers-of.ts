import * as E from 'fp-ts/lib/Either.js';
import { byItself } from '../event-store/by-itself.ts';
import { unsealer } from '../event-store/sealing.ts';
import { type PersonalFacts, QuoteListed, QuoteRevised } from '../events/quote-events.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { referenceOf } from '../kernel/references.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { quoteKeys, type ShelvedQuote } from './quote-cache.ts';
import type { Visit } from './visit.ts';

const AT_ONCE = 32;

/** A text as it is compared: without accents, in lower case. */
export const plainWords = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Opens who a quote is for, as the log last had it; `erased` and never listed are told apart. */
export const personalOf = ({
  deps,
}: Pick<Visit, 'deps'>): ((quote: Pick<ShelvedQuote, 'factsEvent'>) => Promise<PersonalFacts | 'erased' | null>) => {
  const open = unsealer(deps.keys);
  return async ({ factsEvent }) => {
    if (!factsEvent) return null;
    const opened = await byItself<PersonalFacts | 'erased'>(() =>
      factsEvent.action === QuoteListed.name ? open(QuoteListed, factsEvent) : open(QuoteRevised, factsEvent),
    );
    // A key that was replaced opens nothing: the watch tells of it, and the page shows what can be read.
    return E.isLeft(opened) ? null : opened.right;
  };
};

/** The quotes of a customer, as far as somebody looked. */
export interface CustomersFound {
  readonly streams: readonly string[];
  /** So many quotes that ended were looked at, the newest first, of so many that there are. */
  readonly looked: number;
  readonly ended: number;
}

interface Named {
  readonly ref: string;
  /** Customer and address, as they are compared. */
  readonly text: string;
}

/** Names of quotes that ended, opened once a process: what they were called does not change any more. */
const endedNames = new WeakMap<Dependencies['store'], Map<string, Named | null>>();

export interface LookAt {
  /** At so many quotes that ended, those that were looked at before not counted twice. */
  readonly lookAt: number;
  /** At this quote and no other. */
  readonly only: string | null;
  /** True once the reader has waited for long enough. */
  readonly enough: () => boolean;
}

/** Names opened before anybody asks whether it is enough. */
const AT_A_TIME = 64;

/**
 * Streams of the quotes whose customer's name or address holds all the words. Names are sealed, so there is no index of
 * them: for what the sheet lists it says them itself; of the quotes that ended the newest `lookAt` are opened, which is
 * as much as somebody waits for. With `only` nothing but that quote is looked at. Who is erased is never found.
 */
export const customersOf = async (
  visit: Visit,
  words: string,
  { lookAt, only, enough }: LookAt,
): Promise<CustomersFound> => {
  const { deps, business } = visit;
  const { rows } = business.mirror;
  const wanted = plainWords(words).split(/\s+/).filter(Boolean);
  const keys = only === null ? await quoteKeys(deps, business) : [only];
  const ended = keys.filter(key => !rows.has(key)).reverse();
  const looked = await openNames(deps, ended.slice(0, lookAt), enough);
  const names = new Map([...(await listedNames(visit)), ...knownNames(deps, ended.slice(0, looked))]);
  const asked = only === null ? [...names] : [...names].filter(([key]) => key === only);
  const meant = asked.filter(([, named]) => wanted.every(word => named.text.includes(word)));
  const standing = await notErased(deps, new Set(meant.map(([, { ref }]) => ref)));
  const streams = meant.flatMap(([key, { ref }]) => (standing.has(ref) ? [key] : []));
  return { streams, looked, ended: ended.length };
};

/**
 * Which of these quotes are meant, by their customer's name and address: what the sheet lists says them itself, others
 * are opened once a process. Keys are asked for only of those that are meant, since who is erased is never found.
 */
export const keysMeant = async (
  { deps, business }: Visit,
  quotes: readonly ShelvedQuote[],
  isMeant: (key: string, text: string) => boolean,
): Promise<ReadonlySet<string>> => {
  const { rows } = business.mirror;
  const known = namesIn(deps.store);
  const opened = personalOf({ deps });
  const unknown = quotes.filter(({ key }) => !rows.has(key) && !known.has(key));
  await inParallel(unknown, AT_ONCE, async ({ key, factsEvent }) => known.set(key, await nameIn(factsEvent, opened)));
  const textOf = (key: string): string => {
    const row = rows.get(key);
    return row ? plainWords(`${row.customer} ${row.contact}`) : (known.get(key)?.text ?? '');
  };
  const meant = quotes.filter(({ key }) => isMeant(key, textOf(key)));
  const refs = meant.flatMap(({ state: { facts } }) => (facts ? [facts.contactRef] : []));
  const standing = await notErased(deps, new Set(refs));
  return new Set(
    meant.flatMap(({ key, state: { facts } }) => (facts === null || standing.has(facts.contactRef) ? [key] : [])),
  );
};

const listedNames = async ({ deps, business }: Visit): Promise<readonly (readonly [string, Named])[]> => {
  const refKey = await deps.secrets.refKey();
  return [...business.mirror.rows].map(([key, { customer, contact }]) => [
    key,
    { ref: referenceOf(refKey, contact), text: plainWords(`${customer} ${contact}`) },
  ]);
};

const namesIn = (store: Dependencies['store']): Map<string, Named | null> => {
  const known = endedNames.get(store) ?? new Map<string, Named | null>();
  endedNames.set(store, known);
  return known;
};

const knownNames = ({ store }: Dependencies, keys: readonly string[]): readonly (readonly [string, Named])[] =>
  keys.flatMap(key => {
    const named = namesIn(store).get(key);
    return named ? [[key, named] as const] : [];
  });

/** Opens the names of these quotes in order; gives how many of them are known then. */
const openNames = async (deps: Dependencies, keys: readonly string[], enough: () => boolean): Promise<number> => {
  const known = namesIn(deps.store);
  const opened = personalOf({ deps });
  for (let done = 0; done < keys.length; done += AT_A_TIME) {
    const part = keys.slice(done, done + AT_A_TIME).filter(key => !known.has(key));
    if (part.length > 0 && done > 0 && enough()) return done;
    await inParallel(part, AT_ONCE, async key => known.set(key, await nameOf(deps, key, opened)));
  }
  return keys.length;
};

const nameOf = async (
  { store }: Dependencies,
  key: string,
  opened: ReturnType<typeof personalOf>,
): Promise<Named | null> => {
  const events = await store.read(key);
  const factsEvent = events.findLast(({ action }) => action === QuoteListed.name || action === QuoteRevised.name);
  return nameIn(factsEvent ?? null, opened);
};

const nameIn = async (
  factsEvent: ShelvedQuote['factsEvent'],
  opened: ReturnType<typeof personalOf>,
): Promise<Named | null> => {
  const personal = await opened({ factsEvent });
  if (personal === null || personal === 'erased') return null;
  return {
    ref: factsEvent?.sealed?.ref ?? '',
    text: plainWords(`${personal.customer} ${personal.contact}`),
  };
};

/** Of these people the ones whose key is there. */
const notErased = async ({ keys }: Dependencies, refs: ReadonlySet<string>): Promise<ReadonlySet<string>> => {
  const standing = await inParallel([...refs], AT_ONCE, async ref => {
    const state = await keys.get(ref);
    return state === 'destroyed' || state === 'absent' ? null : ref;
  });
  return new Set(standing.filter(ref => ref !== null));
};
