import type { ContactState } from '../../aggregates/contact/contact.ts';
import { contactAggregate } from '../../aggregates/contact/contact-aggregate.ts';
import { inParallel } from '../../application/in-parallel.ts';
import { catchUp, type LoadDeps, type Loaded, nothingRead } from '../../application/load.ts';
import { contactStream } from '../../events/stream-name.ts';

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
