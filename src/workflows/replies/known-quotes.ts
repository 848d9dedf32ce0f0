import type { StoredEvent } from '../../events/stored-event.ts';
import { isQuoteStream } from '../../events/stream-id.ts';
import { editDistance } from '../../kernel/edit-distance.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { EventStore } from '../../ports/event-store.ts';
import type { Dependencies } from '../dependencies.ts';

/** What the last sync did about each quote it ever saw: the quote's key and a hash of what the sheet said of it. */
const APPLIED_KEY = 'applied.json';

type Objects = Pick<Dependencies, 'objects'>;

export interface Applied {
  /** Which reading of the sheet this is about. */
  readonly sheetVersion: number;
  /** Empty: nobody knows whether the log says what the sheet said. */
  readonly hashes: ReadonlyMap<string, string>;
}

interface Stored {
  readonly sheetVersion: number;
  readonly rows: Readonly<Record<string, string>>;
}

const isStored = (value: Partial<Stored>): value is Stored => typeof value.rows === 'object';

/** One from before readings were ordered is the oldest, and vouches for nothing: an older reading may have undone it. */
const readStored = (body: Uint8Array): Applied => {
  const value: Partial<Stored> = JSON.parse(new TextDecoder().decode(body));
  return isStored(value)
    ? { sheetVersion: value.sheetVersion, hashes: new Map(Object.entries(value.rows)) }
    : { sheetVersion: 0, hashes: new Map(Object.keys(value).map(key => [key, ''])) };
};

export const readApplied = async ({ objects }: Objects): Promise<Applied | null> => {
  const stored = await objects.get('quotes-source', APPLIED_KEY);
  return stored && readStored(stored.body);
};

/** Put over an older one only: what a newer sync did stands. */
export const putApplied = async (
  { objects }: Objects,
  hashes: ReadonlyMap<string, string>,
  sheetVersion = 0,
): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify({ sheetVersion, rows: Object.fromEntries(hashes) }));
  for (;;) {
    const stored = await objects.get('quotes-source', APPLIED_KEY);
    if (stored && readStored(stored.body).sheetVersion > sheetVersion) return;
    if (await objects.putOver('quotes-source', APPLIED_KEY, body, stored?.version ?? null, 'application/json')) return;
  }
};

/** For a sync under way: what is open still stands as the last one left it, so that the next one finds it changed. */
export const appliedSoFar = (
  hashes: ReadonlyMap<string, string>,
  applied: Applied | null,
  open: ReadonlySet<string>,
): ReadonlyMap<string, string> => {
  const kept = new Map(hashes);
  for (const key of open) {
    const before = applied?.hashes.get(key);
    if (before === undefined) kept.delete(key);
    else kept.set(key, before);
  }
  return kept;
};

/** Streams of all quotes that a sheet ever listed, ended ones too. */
export const knownQuotes = async (deps: Objects): Promise<readonly string[]> => [
  ...((await readApplied(deps))?.hashes.keys() ?? []),
];

/** More slips than these and it is another number; in a short one, fewer. */
const MAX_SLIPS = 2;
const mostSlips = (asked: string): number => Math.min(MAX_SLIPS, Math.floor(asked.length / 3));
/** Quotes that no sheet ever listed are looked for among the newest events. */
const LOOKED_AT = 500;
const DAYS_BACK = 7;

type Deps = Pick<Dependencies, 'objects'> & { readonly store: Pick<EventStore, 'byDay'> };

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
  Math.min(editDistance(a, b, MAX_SLIPS), bare(a) === bare(b) || endsAlike(a, b) ? 1 : MAX_SLIPS + 1);

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
