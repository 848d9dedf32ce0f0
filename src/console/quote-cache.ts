import { type ContactState, contactAggregate } from '../aggregates/contact.ts';
import { quoteAggregate } from '../aggregates/quote/quote.ts';
import { initialQuote, type QuoteState } from '../aggregates/quote/state.ts';
import { catchUp, type LoadDeps, type Loaded, nothingRead } from '../event-store/load.ts';
import { LetterSent, NudgeSent, ReplyReceived } from '../events/quote-events.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { StreamFault } from '../events/stream-fault.ts';
import { contactStream, quoteStream } from '../events/stream-id.ts';
import { inParallel } from '../kernel/in-parallel.ts';
import { newestOf } from '../workflows/audit/query-audit-trail.ts';
import type { BusinessContext } from '../workflows/business-context.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { knownQuotes } from '../workflows/replies/known-quotes.ts';

/** The version of each stream's newest event, by the day index; `all`: of every event since the last look. */
export interface News {
  readonly newest: ReadonlyMap<string, number>;
  readonly all: boolean;
}

/** Where contacts stand, by their references; those that were asked for before are read again only when something happened to them. */
export type ContactsOf = (refs: Iterable<string>) => Promise<ReadonlyMap<string, ContactState>>;

export interface KeptContacts {
  readonly of: (deps: LoadDeps, refs: Iterable<string>) => Promise<ReadonlyMap<string, ContactState>>;
  /** What the log says has happened since; null: nobody knows what. */
  readonly heard: (news: News | null) => void;
}

const AT_ONCE = 32;

/** Contacts as the console keeps them between requests, as it keeps quotes. */
export const keptContacts = (): KeptContacts => {
  const kept = new Map<string, Loaded<ContactState>>();
  const stale = new Set<string>();
  const read = async (deps: LoadDeps, ref: string): Promise<ContactState> => {
    const before = kept.get(ref);
    if (before && !stale.has(ref)) return before.state;
    const loaded = await catchUp(
      deps,
      contactStream(ref),
      contactAggregate,
      before ?? nothingRead(contactAggregate.initial),
    );
    // Only the fold stays, as for quotes.
    kept.set(ref, { ...loaded, stored: [] });
    stale.delete(ref);
    return loaded.state;
  };
  return {
    of: async (deps, refs) =>
      new Map(await inParallel([...new Set(refs)], AT_ONCE, async ref => [ref, await read(deps, ref)] as const)),
    heard: news => {
      for (const [ref, { version }] of kept)
        if (!news?.all || (news.newest.get(contactStream(ref)) ?? 0) > version) stale.add(ref);
    },
  };
};

/** A quote as the console keeps it between requests: its fold, and the one event that names people. */
export interface ShelvedQuote {
  /** Compared quote number: its stream. */
  readonly key: string;
  readonly state: QuoteState;
  readonly factsEvent: StoredEvent | null;
  /** Its log holds an event that this program does not know: what is shown may be old. */
  readonly unreadable: boolean;
}

export interface QuoteCache {
  /** False: nobody has asked for all quotes since the start, so nothing is known of them. */
  readonly known: boolean;
  readonly quotes: readonly ShelvedQuote[];
  /** Which quote a mail is about, by the id the mailbox has it under. */
  readonly quoteOfMail: ReadonlyMap<string, string>;
  readonly contactsOf: ContactsOf;
}

export type ShelfWorld = Pick<Dependencies, 'store' | 'objects' | 'log'>;

interface Kept {
  readonly loaded: Loaded<QuoteState>;
  readonly factsEvent: StoredEvent | null;
  readonly unreadable: boolean;
  /** It is tried again with each look: the admin's answer stands in another stream. */
  readonly untilAnswered: boolean;
}

interface Memory {
  readonly kept: Map<string, Kept>;
  readonly mails: Map<string, string>;
  readonly contacts: KeptContacts;
  /** UTC instant, ISO, of the last look at all of them; null before the first. */
  lookedAt: string | null;
}

/** Reads every quote, or (`glance`) only what has changed since somebody last did. */
export type ShelfOf = (world: ShelfWorld, business: BusinessContext, look: 'all' | 'glance') => Promise<QuoteCache>;
/** Events this much older than the last look are read again: clocks may step back a little. */
const OVERLAP_MS = 120_000;
/** More news than this and a glance lets it be: the next look at all quotes takes it in. */
const MAX_NEWS = 1_000;
/** For a look at all quotes: reading so much of the index is still far less than reading every quote. */
const MAX_OF_ALL = 20_000;
const EMPTY: Kept = { loaded: nothingRead(initialQuote), factsEvent: null, unreadable: false, untilAnswered: false };

/**
 * Every quote that the sheet lists or ever listed, folded from the log. A fold is kept and only what came after it is
 * read again, of the quotes that changed by the day index (which engines on this machine show at once); a journey has a store of its own, and so a shelf of its own. A page that shows no
 * list of quotes glances: in a log of years, reading them all takes longer than anybody waits for a page.
 */
export const quoteShelf = (): ShelfOf => {
  const memories = new WeakMap<ShelfWorld['store'], Memory>();
  return async (world, business, look) => {
    const memory = memories.get(world.store) ?? emptyMemory();
    memories.set(world.store, memory);
    return look === 'all' ? readAll(world, business, memory) : glance(world, business, memory);
  };
};

const emptyMemory = (): Memory => ({ kept: new Map(), mails: new Map(), contacts: keptContacts(), lookedAt: null });

const shelfOf = (
  world: ShelfWorld,
  { mails, contacts, lookedAt }: Memory,
  quotes: readonly ShelvedQuote[],
): QuoteCache => ({
  known: lookedAt !== null,
  quotes,
  quoteOfMail: mails,
  contactsOf: refs => contacts.of(world, refs),
});

const readAll = async (world: ShelfWorld, business: BusinessContext, memory: Memory): Promise<QuoteCache> => {
  const keys = await quoteKeys(world, business);
  const { lookedAt } = memory;
  const news = lookedAt === null ? null : await newsSince(world, business, { lookedAt, most: MAX_OF_ALL });
  memory.contacts.heard(news);
  const quotes = await inParallel(keys, AT_ONCE, async key => {
    const kept = memory.kept.get(key);
    return kept && news?.all && isUpToDate(kept, news.newest.get(key))
      ? shelved(key, kept)
      : refresh(world, memory, key);
  });
  memory.lookedAt = business.now.toISOString();
  return shelfOf(world, memory, quotes);
};

const glance = async (world: ShelfWorld, business: BusinessContext, memory: Memory): Promise<QuoteCache> => {
  if (memory.lookedAt !== null) {
    const news = await newsSince(world, business, { lookedAt: memory.lookedAt, most: MAX_NEWS });
    memory.contacts.heard(news);
    for (const [key, version] of news.newest) {
      const kept = memory.kept.get(key);
      if (kept && !isUpToDate(kept, version)) await refresh(world, memory, key);
    }
  }
  const quotes = [...memory.kept].map(([key, kept]) => shelved(key, kept));
  return shelfOf(world, memory, quotes);
};

const newsSince = async (
  { store }: ShelfWorld,
  { now }: BusinessContext,
  { lookedAt, most }: { readonly lookedAt: string; readonly most: number },
): Promise<News> => {
  const since = new Date(Date.parse(lookedAt) - OVERLAP_MS).toISOString();
  const until = new Date(now.getTime() + 86_400_000).toISOString();
  const search = { streams: null, since, until, actor: '', actions: [] };
  const { events, next } = await newestOf(store, search, { size: most, most, from: null });
  const newest = new Map<string, number>();
  for (const { quote_id, version } of events) newest.set(quote_id, Math.max(version, newest.get(quote_id) ?? 0));
  return { newest, all: next === null };
};

const isUpToDate = ({ loaded }: Kept, newest = 0): boolean => loaded.version >= newest;

/** Streams of the quotes that the sheet lists, then of those it ever listed, the oldest first. */
export const quoteKeys = async (
  world: Pick<Dependencies, 'objects'>,
  { mirror }: BusinessContext,
): Promise<readonly string[]> => {
  const refused = mirror.refused.flatMap(({ quoteId }) => (quoteId === null ? [] : [quoteStream(quoteId)]));
  return [...new Set([...mirror.rows.keys(), ...refused, ...(await knownQuotes(world))])];
};

const refresh = async (world: ShelfWorld, { kept, mails }: Memory, key: string): Promise<ShelvedQuote> => {
  const before = kept.get(key) ?? EMPTY;
  const now = await readOn(world, key, before);
  for (const event of now.loaded.stored) noteMails(mails, event);
  // Only the fold stays: the events of thousands of quotes would not fit a small machine.
  kept.set(key, { ...now, loaded: { ...now.loaded, stored: [] } });
  return shelved(key, now);
};

const shelved = (key: string, { loaded, factsEvent, unreadable }: Kept): ShelvedQuote => ({
  key,
  state: loaded.state,
  factsEvent,
  unreadable,
});

const readOn = async (world: ShelfWorld, key: string, before: Kept): Promise<Kept> => {
  if (before.unreadable && !before.untilAnswered) return before;
  try {
    const loaded = await catchUp(world, key, quoteAggregate, before.loaded);
    const factsEvent = loaded.stored.find(({ version }) => version === loaded.state.factsVersion) ?? before.factsEvent;
    return { loaded, factsEvent, unreadable: false, untilAnswered: false };
  } catch (error) {
    if (!(error instanceof StreamFault)) throw error;
    return { ...before, unreadable: true, untilAnswered: error.kind === 'chain' };
  }
};

const noteMails = (mails: Map<string, string>, { quote_id, action, data }: StoredEvent): void => {
  if (action === LetterSent.name && LetterSent.data.is(data)) mails.set(data.messageId, quote_id);
  if (action === NudgeSent.name && NudgeSent.data.is(data)) mails.set(data.messageId, quote_id);
  if (action === ReplyReceived.name && ReplyReceived.data.is(data)) mails.set(data.replyId, quote_id);
};
