import * as E from 'fp-ts/lib/Either.js';
import { accept, alreadySo } from '../aggregates/decision.ts';
import { followSheet, type Listing } from '../aggregates/quote/follow-sheet.ts';
import { quoteAggregate } from '../aggregates/quote/quote-aggregate.ts';
import { suspectRenumbering } from '../aggregates/quote/renumber.ts';
import { holdQuote } from '../aggregates/quote/reply.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { type SystemEvent, type SystemState, systemAggregate } from '../aggregates/system.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import type { Config } from '../cadence/policy.ts';
import { happened } from '../events/define-event.ts';
import { SheetRefused, SheetSynced } from '../events/other-events.ts';
import { quoteStream, SYSTEM_STREAM } from '../events/stream-name.ts';
import { addDays, type LocalDate } from '../kernel/local-date.ts';
import { canonicalCsv } from '../sheet/canonical-csv.ts';
import { type ClosedRow, readClosedSheet } from '../sheet/closed-sheet.ts';
import { type Cell, readSheet } from '../sheet/read-sheet.ts';
import type { Sheet, SheetRefusal } from '../sheet/row.ts';
import { MIRROR, versionOf } from './business.ts';
import { byItself, eachByItself } from './by-itself.ts';
import { carryOn } from './carry-on.ts';
import { factsOfRow } from './facts-of-row.ts';
import { appliedSoFar, putApplied, readApplied } from './known-quotes.ts';
import { nothingRead } from './load.ts';
import { decideQuote, loadQuote } from './quotes.ts';
import { renumberings } from './renumberings.ts';
import { putSheetNews, readSheetNews } from './sheet-news.ts';
import { loadSystem } from './system-log.ts';
import { transact } from './transact.ts';
import type { World } from './world.ts';

/** The two tabs as the source gives them: unformatted values. `closed` is null where there is no second tab. */
export interface SheetCells {
  readonly quotes: Iterable<readonly Cell[]>;
  readonly closed: Iterable<readonly Cell[]> | null;
  /** UTC instant at which it was read. */
  readonly readAt: Date;
}

export type SyncOutcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: SheetRefusal; readonly news: boolean }
  | {
      readonly kind: 'synced';
      readonly sheet: Sheet;
      readonly changed: readonly string[];
      readonly vanished: readonly string[];
      readonly adopted: readonly string[];
    };

/** How many of the rows that changed are brought in line so far. */
export type SyncProgress = (done: number, of: number) => void;

const SYNC = { system: 'drive-sync' } as const;
/** As in the daily check: enough to hide the store's latency, and for what is stored to be flushed together. */
const AT_ONCE = 32;
/** Rows older than this at the very first sync rest until the admin says what is to become of them. */
const ADOPT_DAYS = 14;
/** A mirror that lost more than this share of its rows at once is taken for an accident. */
const LOST_SHARE = 0.5;
const SYNC_MOST_STEPS = 10;
/** So many rows at most are looked at again by the sync after one that was cut off. */
const KEPT_EVERY = 500;
/** More than so many at once are named to the admin that day, fewer in the digest. */
const MANY_VANISHED = 5;

/**
 * Takes the sheet over: the mirror is put in force, then every quote whose row changed is brought in line, then one
 * event says so. A sheet that cannot be read, or lost half its rows, is refused whole and the last good one stays.
 * Run again after a crash it goes on where that one stopped, so that even a first sync of more rows than one run has time
 * for comes to its end; run on an unchanged sheet it only says that it was looked at. A quote whose log cannot be read is
 * left for the next sync.
 */
export const syncSheet = async (
  world: World,
  cells: SheetCells,
  progress: SyncProgress = () => {},
): Promise<SyncOutcome> => {
  const { config } = await world.configSource.read();
  const read = readSheet(cells.quotes, config);
  const quotesCsv = canonicalCsv(cells.quotes, config);
  const closedCsv = cells.closed ? canonicalCsv(cells.closed) : '';
  const version = versionOf(quotesCsv);
  if (E.isLeft(read)) return refuseSheet(world, version, read.left);
  const applied = await readApplied(world);
  const lost = lostTooMuch(applied, read.right);
  if (lost) return refuseSheet(world, version, lost);
  const closed = cells.closed ? readClosedSheet(cells.closed, config) : [];
  const refKey = await world.secrets.refKey();
  const listings = listingsOf(read.right, closed, applied, refKey);
  const hashes = new Map([...listings].map(([key, listing]) => [key, versionOf(JSON.stringify(listing))]));
  const changed = [...listings.keys()].filter(key => applied?.get(key) !== hashes.get(key));
  await putMirror(world, quotesCsv, closedCsv, cells.readAt);
  if (changed.length === 0 && applied) return { kind: 'unchanged' };
  const system = await byItself(() => loadSystem(world));
  const everSynced = E.isRight(system) ? system.right.state.everSynced : (applied?.size ?? 0) > 0;
  const adopted = everSynced ? [] : oldRows(read.right, config, world.clock.now());
  const old = new Set(adopted);
  const renumbered = await renumberings(world, listings, changed);
  const reading = { sheet: version, readAt: cells.readAt.toISOString() };
  const vanished = changed.filter(key => listings.get(key)?.kind === 'vanished');
  await keepNews(world, { adopted, vanished, renumbered: [...renumbered.keys()] });
  const open = new Set(changed);
  const each = { atOnce: AT_ONCE, streamOf: (key: string) => key, log: world.log };
  const { failed } = await eachByItself(changed, each, async key => {
    const listing = listings.get(key);
    const was = renumbered.get(key) ?? null;
    const isKnown = applied?.has(key) ?? false;
    if (listing) await follow(world, key, listing, reading, { adopt: old.has(key), was, isKnown });
    open.delete(key);
    progress(changed.length - open.size, changed.length);
    if (open.size > 0 && (changed.length - open.size) % KEPT_EVERY === 0)
      await putApplied(world, appliedSoFar(hashes, applied, open));
  });
  // What failed still counts as changed: the next sync takes it up, and so again until it can be read.
  const seenBefore = E.isRight(system) && system.right.state.sheet === version;
  if (failed.length === changed.length && seenBefore) return { kind: 'unchanged' };
  const recorded = await byItself(() => recordSync(world, version, read.right, vanished));
  const again = E.isRight(recorded) ? failed.map(({ item }) => item) : changed;
  await putApplied(world, appliedSoFar(hashes, applied, new Set(again)));
  return { kind: 'synced', sheet: read.right, changed, vanished, adopted };
};

const follow = async (
  world: World,
  key: string,
  listing: Listing,
  reading: { sheet: string; readAt: string },
  { adopt, was, isKnown }: { readonly adopt: boolean; readonly was: string | null; readonly isKnown: boolean },
): Promise<void> => {
  // A quote that no sync has seen is decided on unread: what an earlier run listed and did not finish loses the first put.
  let loaded = isKnown ? await loadQuote(world, key) : nothingRead(quoteAggregate.initial);
  const before = loaded.version;
  for (let step = 0; step < SYNC_MOST_STEPS; step++) {
    const result = await decideQuote(world, key, {
      actor: SYNC,
      loaded,
      decide: state => followSheet(state, listing, reading),
    });
    if (E.isLeft(result)) break;
    loaded = result.right;
    if (result.right.events.length === 0) break;
  }
  // Also where an earlier run was cut off between the listing and the hold.
  if (adopt && loaded.state.version === 1) {
    const held = await decideQuote(world, key, {
      actor: SYNC,
      loaded,
      decide: state => holdQuote(state, 'first-sync', null, null),
    });
    if (E.isRight(held)) loaded = held.right;
  }
  if (was !== null) {
    const decide = (state: QuoteState) => suspectRenumbering(state, { was });
    const held = await decideQuote(world, key, { actor: SYNC, loaded, decide });
    if (E.isRight(held)) loaded = held.right;
  }
  if (loaded.version !== before && loaded.state.draft) await carryOn(world, key);
};

/** Before any row counts as done, so that what is not told yet is told by the next sync. */
const keepNews = async (
  world: World,
  found: Readonly<Record<'adopted' | 'vanished' | 'renumbered', readonly string[]>>,
): Promise<void> => {
  const { adopted, renumbered } = found;
  const vanished = found.vanished.length > MANY_VANISHED ? found.vanished : [];
  if (adopted.length + vanished.length + renumbered.length === 0) return;
  const before = await readSheetNews(world);
  await putSheetNews(world, {
    adopted: Math.max(before.adopted, adopted.length),
    vanished: [...new Set([...before.vanished, ...vanished])],
    renumbered: [...new Set([...before.renumbered, ...renumbered])],
  });
};

/** What the sheet now says of every quote it names or named. */
const listingsOf = (
  sheet: Sheet,
  closed: readonly ClosedRow[],
  applied: ReadonlyMap<string, string> | null,
  refKey: Uint8Array,
): ReadonlyMap<string, Listing> => {
  const listings = new Map<string, Listing>();
  for (const row of sheet.rows) {
    const { status, statusAsWritten = null } = row;
    listings.set(row.key, { kind: 'row', ...factsOfRow(row, refKey), status, statusAsWritten });
  }
  for (const { quoteId, row, column, error } of sheet.refused) {
    if (quoteId !== null)
      listings.set(quoteStream(quoteId), { kind: 'refused', note: `row ${row}, ${column}: ${error}` });
  }
  const ended = new Map(closed.map(row => [row.key, row]));
  for (const key of new Set([...(applied?.keys() ?? []), ...ended.keys()])) {
    if (listings.has(key)) continue;
    const end = ended.get(key);
    listings.set(key, end ? { kind: 'closed-sheet', outcome: end.outcome, day: end.date } : { kind: 'vanished' });
  }
  return listings;
};

const lostTooMuch = (applied: ReadonlyMap<string, string> | null, sheet: Sheet): SheetRefusal | null => {
  const before = applied?.size ?? 0;
  const now = sheet.rows.length + sheet.refused.length;
  if (before < 4 || now >= before * (1 - LOST_SHARE)) return null;
  return {
    column: 'quote_id',
    error: `the sheet lost more than half of its rows at once (${before} before, ${now} now); if that is meant, delete them in two steps`,
  };
};

const oldRows = (sheet: Sheet, config: Config, now: Date): readonly string[] => {
  const limit: LocalDate = addDays(wallClock(now, config.timezone).date, -ADOPT_DAYS);
  return sheet.rows.filter(({ sent, status }) => sent < limit && status === 'open').map(({ key }) => key);
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * The manifest goes last: a mirror without one that belongs to it is not in force. Where the mirror says the same already,
 * nothing is written; that it was looked at is noted on the manifest.
 */
const putMirror = async ({ objects }: World, quotes: string, closed: string, readAt: Date): Promise<void> => {
  const versions = { quotes: versionOf(quotes), closed: versionOf(closed) };
  const before = await objects.get('quotes-source', MIRROR.manifest);
  if (before && new TextDecoder().decode(before.body).startsWith(JSON.stringify(versions).slice(0, -1)))
    return objects.touch('quotes-source', MIRROR.manifest);
  await objects.put('quotes-source', MIRROR.closed, encode(closed), 'text/csv');
  await objects.put('quotes-source', MIRROR.quotes, encode(quotes), 'text/csv');
  const manifest = { ...versions, readAt: readAt.toISOString() };
  await objects.put('quotes-source', MIRROR.manifest, encode(JSON.stringify(manifest)), 'application/json');
};

export const decideSystem = (
  world: Pick<World, 'store' | 'keys' | 'clock' | 'random' | 'log'>,
  system: string,
  decide: (state: SystemState) => ReturnType<typeof accept<SystemEvent>> | typeof alreadySo,
) =>
  transact(world, {
    stream: SYSTEM_STREAM,
    aggregate: systemAggregate,
    actor: { system },
    sealRef: () => null,
    decide,
  });

const refuseSheet = async (world: World, version: string, refusal: SheetRefusal): Promise<SyncOutcome> => {
  const result = await decideSystem(world, 'drive-sync', state =>
    state.refusedSheet === version ? alreadySo : accept(happened(SheetRefused, { version, ...refusal }, null)),
  );
  return { kind: 'refused', refusal, news: E.isRight(result) && result.right.state.untold.sheet === version };
};

const MOST_LISTED = 1000;

const recordSync = async (world: World, version: string, sheet: Sheet, vanished: readonly string[]): Promise<void> => {
  const refused = sheet.refused.slice(0, MOST_LISTED).map(({ row, column, error }) => ({ row, column, error }));
  await decideSystem(world, 'drive-sync', () =>
    accept(
      happened(
        SheetSynced,
        { version, rows: sheet.rows.length, refused, vanished: vanished.slice(0, MOST_LISTED) },
        null,
      ),
    ),
  );
};
