import * as E from 'fp-ts/lib/Either.js';
import { emit, noChange } from '../../aggregates/decider.ts';
import { holdQuote } from '../../aggregates/quote/hold.ts';
import { applyListing, differsFromSheet, type Listing, type SheetReading } from '../../aggregates/quote/listing.ts';
import { quoteAggregate } from '../../aggregates/quote/quote.ts';
import { suspectRenumbering } from '../../aggregates/quote/renumber.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import type { Config } from '../../cadence/policy.ts';
import { wallClock } from '../../cadence/sending-hours.ts';
import { byItself, eachByItself } from '../../event-store/by-itself.ts';
import { nothingRead } from '../../event-store/load.ts';
import { eachOfDays } from '../../event-store/read-by-day.ts';
import { newEvent } from '../../events/event-type.ts';
import { SheetRefused, SheetSynced } from '../../events/installation-events.ts';
import { RowWrittenBack } from '../../events/quote-events.ts';
import { isQuoteStream, quoteStream } from '../../events/stream-id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { canonicalCsv } from '../../sheet/canonical-csv.ts';
import type { Cell } from '../../sheet/cell.ts';
import { type ClosedRow, readClosedSheet } from '../../sheet/closed-sheet.ts';
import { readSheet } from '../../sheet/read-sheet.ts';
import type { Sheet, SheetRefusal } from '../../sheet/row.ts';
import { type Manifest, MIRROR, readManifest, sheetVersionOf, versionOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideSystem, loadSystem } from '../installation-log.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import { type Applied, appliedSoFar, putApplied, readApplied } from '../replies/known-quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';
import { factsOfRow } from './facts-of-row.ts';
import { renumberings } from './merge-renumbered-quote.ts';
import { readUnreportedChanges, saveUnreportedChanges } from './unreported-sheet-changes.ts';

/** The two tabs as the source gives them: unformatted values. `closed` is null where there is no second tab. */
export interface SheetCells {
  readonly quotes: Iterable<readonly Cell[]>;
  readonly closed: Iterable<readonly Cell[]> | null;
  /** UTC instant at which it was read. */
  readonly readAt: Date;
  /** Which sheet this is: another one's versions are its own. */
  readonly source: string;
  /** The sheet's own version, asked for before the values: of two readings the one with the lower is older. */
  readonly version: number;
}

export type SyncOutcome =
  | { readonly kind: 'unchanged' }
  /** A newer reading is in force already: this one changes nothing. */
  | { readonly kind: 'older' }
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
 * for comes to its end; run on an unchanged sheet it says that it was looked at, and looks at those quotes again about
 * which the log may say something else than the sheet: whatever made them differ, it does not last. A quote whose log cannot be read is
 * left for the next sync.
 */
export const syncSheet = async (
  deps: Dependencies,
  cells: SheetCells,
  progress: SyncProgress = () => {},
): Promise<SyncOutcome> => {
  const { config } = await deps.configSource.read();
  const read = readSheet(cells.quotes, config);
  const tabs = {
    quotes: canonicalCsv(cells.quotes, config),
    closed: cells.closed ? canonicalCsv(cells.closed) : '',
  };
  const version = versionOf(tabs.quotes);
  if (await isOlder(deps, cells)) return { kind: 'older' };
  if (E.isLeft(read)) return refuseSheet(deps, version, read.left);
  const applied = await readApplied(deps);
  const lost = lostTooMuch(applied?.hashes ?? null, read.right);
  if (lost) return refuseSheet(deps, version, lost);
  const closed = cells.closed ? readClosedSheet(cells.closed, config) : [];
  const refKey = await deps.secrets.refKey();
  const listings = listingsOf(read.right, closed, applied?.hashes ?? null, refKey);
  const hashes = new Map([...listings].map(([key, listing]) => [key, versionOf(JSON.stringify(listing))]));
  const changed = [...hashes].flatMap(([key, hash]) => (plainHash(applied?.hashes.get(key)) === hash ? [] : [key]));
  const placed = await putMirror(deps, cells, tabs);
  if (placed === null) return { kind: 'older' };
  const reading = { sheet: version, version: placed.sheetVersion };
  const again = applied ? await lookedAtAgain(deps, placed, { hashes, changed, applied }) : [];
  const moved: string[] = [];
  const each = { atOnce: AT_ONCE, streamOf: (key: string) => key, log: deps.log };
  const unread = await eachByItself(again, each, async key => {
    // What an older reading listed late, and this one has not, is gone from the sheet.
    const listing = listings.get(key) ?? VANISHED;
    const { happened, differs } = await follow(deps, key, listing, reading, NOTHING_NEW);
    if (happened) moved.push(key);
    const hash = hashes.get(key);
    if (hash !== undefined && differs) hashes.set(key, DIFFERS + hash);
  });
  for (const { item } of unread.failed) if (hashes.has(item)) hashes.set(item, DIFFERS + hashes.get(item));
  if (changed.length + moved.length === 0 && applied) {
    if (again.some(key => applied.hashes.get(key) !== hashes.get(key))) await putApplied(deps, hashes, reading.version);
    return { kind: 'unchanged' };
  }
  const system = await byItself(() => loadSystem(deps));
  const everSynced = E.isRight(system) ? system.right.state.everSynced : (applied?.hashes.size ?? 0) > 0;
  const adopted = everSynced ? [] : oldRows(read.right, config, deps.clock.now());
  const old = new Set(adopted);
  const renumbered = await renumberings(deps, listings, changed);
  const vanished = changed.filter(key => listings.get(key)?.kind === 'vanished');
  await keepNews(deps, { adopted, vanished, renumbered: [...renumbered.keys()] });
  const open = new Set(changed);
  const { failed } = await eachByItself(changed, each, async key => {
    const listing = listings.get(key);
    const was = renumbered.get(key) ?? null;
    const isKnown = applied?.hashes.has(key) ?? false;
    if (listing) {
      const { differs } = await follow(deps, key, listing, reading, { adopt: old.has(key), was, isKnown });
      if (differs) hashes.set(key, DIFFERS + hashes.get(key));
    }
    open.delete(key);
    progress(changed.length - open.size, changed.length);
    if (open.size > 0 && (changed.length - open.size) % KEPT_EVERY === 0)
      await putApplied(deps, appliedSoFar(hashes, applied, open), reading.version);
  });
  // What failed still counts as changed: the next sync takes it up, and so again until it can be read.
  const seenBefore = E.isRight(system) && system.right.state.sheet === version;
  if (failed.length === changed.length && moved.length === 0 && seenBefore) return { kind: 'unchanged' };
  const recorded = await byItself(() => recordSync(deps, reading, read.right, vanished));
  const left = E.isRight(recorded) ? failed.map(({ item }) => item) : changed;
  await putApplied(deps, appliedSoFar(hashes, applied, new Set(left)), reading.version);
  return { kind: 'synced', sheet: read.right, changed: [...changed, ...moved], vanished, adopted };
};

/** Before the hash of what the sheet says of a quote, where the log does not say it: the next sync looks again. */
const DIFFERS = '?';
const plainHash = (noted: string | undefined): string | undefined =>
  noted?.startsWith(DIFFERS) ? noted.slice(DIFFERS.length) : noted;

const VANISHED: Listing = { kind: 'vanished' };
const NOTHING_NEW = { adopt: false, was: null, isKnown: true } as const;

/** After which a quote may say something else than its row, though the row be the same. */
const MAY_DIFFER: ReadonlySet<string> = new Set([
  'QuoteListed',
  'QuoteRevised',
  'QuoteClosed',
  'QuoteReopened',
  'QuoteHeld',
  'HoldEnded',
  'RowWrittenBack',
  'RowWriteFailed',
]);
/** The day index may lag, and clocks differ. */
const LOOK_BACK_MS = 60 * 60_000;

/**
 * Quotes whose row is the same and that are looked at all the same: those that differed from it when the last sync
 * looked, and those about which something was decided since that did not come from this very reading.
 */
const lookedAtAgain = async (
  deps: Dependencies,
  { sheetVersion, lookedAt }: Placed,
  seen: {
    readonly hashes: ReadonlyMap<string, string>;
    readonly changed: readonly string[];
    readonly applied: Applied;
  },
): Promise<readonly string[]> => {
  const { hashes, changed, applied } = seen;
  const again = new Set([...hashes.keys()].filter(key => applied.hashes.get(key)?.startsWith(DIFFERS)));
  if (lookedAt !== null) {
    const from = new Date(Date.parse(lookedAt) - LOOK_BACK_MS).toISOString();
    await eachOfDays(deps, from.slice(0, 10), deps.clock.now().toISOString().slice(0, 10), event => {
      const { quote_id, ts, action, data } = event;
      if (ts < from || !isQuoteStream(quote_id) || !MAY_DIFFER.has(action)) return;
      const ofThis = typeof data === 'object' && data !== null && 'sheetVersion' in data;
      if (!ofThis || action === RowWrittenBack.name || data.sheetVersion !== sheetVersion) again.add(quote_id);
    });
  }
  const news = new Set(changed);
  return [...again].filter(key => !news.has(key));
};

const follow = async (
  deps: Dependencies,
  key: string,
  listing: Listing,
  reading: SheetReading,
  { adopt, was, isKnown }: { readonly adopt: boolean; readonly was: string | null; readonly isKnown: boolean },
): Promise<{ readonly happened: boolean; readonly differs: boolean }> => {
  // A quote that no sync has seen is decided on unread: what an earlier run listed and did not finish loses the first put.
  let loaded = isKnown ? await loadQuote(deps, key) : nothingRead(quoteAggregate.initial);
  const before = loaded.version;
  for (let step = 0; step < SYNC_MOST_STEPS; step++) {
    const result = await decideQuote(deps, key, {
      actor: SYNC,
      loaded,
      decide: state => applyListing(state, listing, reading),
    });
    if (E.isLeft(result)) break;
    loaded = result.right;
    if (result.right.events.length === 0) break;
  }
  // Also where an earlier run was cut off between the listing and the hold.
  if (adopt && loaded.state.version === 1) {
    const held = await decideQuote(deps, key, {
      actor: SYNC,
      loaded,
      decide: state => holdQuote(state, 'first-sync', null, null),
    });
    if (E.isRight(held)) loaded = held.right;
  }
  if (was !== null) {
    const decide = (state: QuoteState) => suspectRenumbering(state, { was });
    const held = await decideQuote(deps, key, { actor: SYNC, loaded, decide });
    if (E.isRight(held)) loaded = held.right;
  }
  const happened = loaded.version !== before;
  if (happened && loaded.state.draft) await runPendingTasks(deps, key);
  return { happened, differs: differsFromSheet(loaded.state, listing, reading) };
};

/** Before any row counts as done, so that what is not told yet is told by the next sync. */
const keepNews = async (
  deps: Dependencies,
  found: Readonly<Record<'adopted' | 'vanished' | 'renumbered', readonly string[]>>,
): Promise<void> => {
  const { adopted, renumbered } = found;
  const vanished = found.vanished.length > MANY_VANISHED ? found.vanished : [];
  if (adopted.length + vanished.length + renumbered.length === 0) return;
  const before = await readUnreportedChanges(deps);
  await saveUnreportedChanges(deps, {
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

interface Placed {
  /** Where this reading stands among all readings. */
  readonly sheetVersion: number;
  /** UTC instant, ISO, at which a sync last found the sheet readable; null: none did. */
  readonly lookedAt: string | null;
}

interface Tabs {
  readonly quotes: string;
  readonly closed: string;
}

/** A newer reading may come between at each try; a sync has few rivals. */
const MAX_PUTS = 20;

const isOlder = async ({ objects }: Dependencies, cells: Pick<SheetCells, 'source' | 'version'>): Promise<boolean> => {
  const stored = await objects.get('quotes-source', MIRROR.manifest);
  return stored !== null && placeAfter(readManifest(stored.body), cells, 0) === null;
};

/** Where a reading stands after the one in force; null: before it. Another sheet's readings go on after the last one's. */
const placeAfter = (
  before: Pick<Manifest, 'sheet'> | null,
  { source, version }: Pick<SheetCells, 'source' | 'version'>,
  atLeast: number,
): NonNullable<Manifest['sheet']> | null => {
  const last = before?.sheet;
  if (last?.source === source) return version < last.version ? null : { source, version, ahead: last.ahead };
  const newest = last ? sheetVersionOf(before) : atLeast;
  return { source, version, ahead: Math.max(0, newest + 1 - version) };
};

/**
 * Puts the mirror in force, over an older one only; null: a newer one is. Where the mirror says the same already,
 * nothing is written but the version that says it now; that it was looked at is noted on the manifest.
 */
const putMirror = async (deps: Dependencies, cells: SheetCells, tabs: Tabs): Promise<Placed | null> => {
  const { objects } = deps;
  const hashes = { quotes: versionOf(tabs.quotes), closed: versionOf(tabs.closed) };
  for (let tries = 0; tries < MAX_PUTS; tries++) {
    const stored = await objects.get('quotes-source', MIRROR.manifest);
    const before = stored && readManifest(stored.body);
    const sheet = placeAfter(before, cells, before?.sheet ? 0 : await versionInLog(deps));
    if (sheet === null) {
      // Its files may lie there now: those of the mirror in force come back.
      if (tries > 0 && before?.tabs) await putTabs(deps, before.tabs);
      return null;
    }
    const placed = { sheetVersion: sheetVersionOf({ sheet }), lookedAt: stored?.modified ?? null };
    const isSame = before?.quotes === hashes.quotes && before.closed === hashes.closed;
    if (isSame && before.tabs && before.sheet?.source === sheet.source && before.sheet.version === sheet.version) {
      await objects.touch('quotes-source', MIRROR.manifest);
      return placed;
    }
    if (!isSame) await putTabs(deps, tabs);
    const manifest: Manifest = { ...hashes, readAt: cells.readAt.toISOString(), sheet, tabs };
    const body = encode(JSON.stringify(manifest));
    if (await objects.putOver('quotes-source', MIRROR.manifest, body, stored?.version ?? null, 'application/json'))
      return placed;
  }
  throw new Error('the mirror was replaced by others again and again');
};

const putTabs = async ({ objects }: Dependencies, { quotes, closed }: Tabs): Promise<void> => {
  await objects.put('quotes-source', MIRROR.closed, encode(closed), 'text/csv');
  await objects.put('quotes-source', MIRROR.quotes, encode(quotes), 'text/csv');
};

/** A mirror that was lost begins after all that the log followed. */
const versionInLog = async (deps: Dependencies): Promise<number> => {
  const system = await byItself(() => loadSystem(deps));
  return E.isRight(system) ? system.right.state.sheetVersion : 0;
};

const refuseSheet = async (deps: Dependencies, version: string, refusal: SheetRefusal): Promise<SyncOutcome> => {
  const result = await decideSystem(deps, 'drive-sync', state =>
    state.refusedSheet === version ? noChange : emit(newEvent(SheetRefused, { version, ...refusal }, null)),
  );
  return { kind: 'refused', refusal, news: E.isRight(result) && result.right.state.untold.sheet === version };
};

const MAX_LISTED = 1000;

const recordSync = async (
  deps: Dependencies,
  { sheet: version, version: sheetVersion }: SheetReading,
  sheet: Sheet,
  vanished: readonly string[],
): Promise<void> => {
  const refused = sheet.refused.slice(0, MAX_LISTED).map(({ row, column, error }) => ({ row, column, error }));
  await decideSystem(deps, 'drive-sync', () =>
    emit(
      newEvent(
        SheetSynced,
        { version, rows: sheet.rows.length, refused, vanished: vanished.slice(0, MAX_LISTED), sheetVersion },
        null,
      ),
    ),
  );
};
