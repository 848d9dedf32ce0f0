import { quoteAggregate } from '../../aggregates/quote/quote-aggregate.ts';
import { nothingYet, type QuoteState } from '../../aggregates/quote/state.ts';
import type { Business } from '../../application/business.ts';
import { inParallel } from '../../application/in-parallel.ts';
import { knownQuotes } from '../../application/known-quotes.ts';
import { catchUp, type Loaded, nothingRead } from '../../application/load.ts';
import { newestOf } from '../../application/search-trail.ts';
import type { World } from '../../application/world.ts';
import type { StoredEvent } from '../../events/envelope.ts';
import { LetterSent, NudgeSent, ReplyReceived } from '../../events/quote-events.ts';
import { StreamFault } from '../../events/stream-fault.ts';
import { quoteStream } from '../../events/stream-name.ts';
import { type ContactsOf, type KeptContacts, keptContacts, type News } from './kept-contacts.ts';

/** A quote as the console keeps it between requests: its fold, and the one event that names people. */
export interface ShelvedQuote {
  /** Compared quote number: its stream. */
  readonly key: string;
  readonly state: QuoteState;
  readonly factsEvent: StoredEvent | null;
  /** Its log holds an event that this program does not know: what is shown may be old. */
  readonly unreadable: boolean;
}

export interface Shelf {
  /** False: nobody has asked for all quotes since the start, so nothing is known of them. */
  readonly known: boolean;
  readonly quotes: readonly ShelvedQuote[];
  /** Which quote a mail is about, by the id the mailbox has it under. */
  readonly quoteOfMail: ReadonlyMap<string, string>;
  readonly contactsOf: ContactsOf;
}

export type ShelfWorld = Pick<World, 'store' | 'objects' | 'log'>;

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
export type ShelfOf = (world: ShelfWorld, business: Business, look: 'all' | 'glance') => Promise<Shelf>;

const AT_ONCE = 32;
/** Events this much older than the last look are read again: clocks may step back a little. */
const OVERLAP_MS = 120_000;
/** More news than this and a glance lets it be: the next look at all quotes takes it in. */
const MOST_NEWS = 1_000;
/** For a look at all quotes: reading so much of the index is still far less than reading every quote. */
const MOST_OF_ALL = 20_000;
const EMPTY: Kept = { loaded: nothingRead(nothingYet), factsEvent: null, unreadable: false, untilAnswered: false };

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

const shelfOf = (world: ShelfWorld, { mails, contacts, lookedAt }: Memory, quotes: readonly ShelvedQuote[]): Shelf => ({
  known: lookedAt !== null,
  quotes,
  quoteOfMail: mails,
  contactsOf: refs => contacts.of(world, refs),
});

const readAll = async (world: ShelfWorld, business: Business, memory: Memory): Promise<Shelf> => {
  const keys = await quoteKeys(world, business);
  const { lookedAt } = memory;
  const news = lookedAt === null ? null : await newsSince(world, business, { lookedAt, most: MOST_OF_ALL });
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

const glance = async (world: ShelfWorld, business: Business, memory: Memory): Promise<Shelf> => {
  if (memory.lookedAt !== null) {
    const news = await newsSince(world, business, { lookedAt: memory.lookedAt, most: MOST_NEWS });
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
  { now }: Business,
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
export const quoteKeys = async (world: Pick<World, 'objects'>, { mirror }: Business): Promise<readonly string[]> => {
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
