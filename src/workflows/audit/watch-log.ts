import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { faultKey, noteMailed } from '../../aggregates/integrity.ts';
import { decodeAll } from '../../event-store/decode-all.ts';
import { chainFaults, rootOf } from '../../event-store/hash-chain.ts';
import { type WholeStream, wholeStreams } from '../../event-store/whole-streams.ts';
import { nullable } from '../../events/event-type.ts';
import { KeyDestroyed } from '../../events/installation-events.ts';
import type { FoundFault } from '../../events/integrity-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { StreamFault } from '../../events/stream-fault.ts';
import { INTEGRITY_STREAM, SYSTEM_STREAM } from '../../events/stream-id.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';
import type { LogLength, Trip } from '../../ports/tripwire.ts';
import { faultsMail } from '../../presentation/emails/faults-mail.ts';
import { MODELS } from '../../projections/projector.ts';
import { mendRow } from '../../projections/rebuild.ts';
import { checkRows, kindOf } from '../../projections/row-faults.ts';
import { loadBusinessContext } from '../business-context.ts';
import { type KeptHeads, ROOTS, readHeads } from '../daily-check/day-record.ts';
import type { Dependencies } from '../dependencies.ts';
import { issueLink, sendTokenisedLetter } from '../notifications/send-tokenised-letter.ts';
import { decideIntegrity, readIntegrity, recordBroken, recordFaults, storedFault } from './integrity.ts';
import { type Fault, headFault, keyFaults, keysOnce, logFaults, markOf, rowFault } from './verify.ts';
import { closingOf, keptRoot } from './verify-anchor.ts';

/** How far the watch has come: it goes on from here, whatever happened to the sweep before. */
const Place = t.type({
  /** UTC instant, ISO, at which this was written. */
  at: t.string,
  /** Events up to this instant are taken in. */
  since: t.string,
  /** How many heads were kept. */
  heads: t.number,
  /** Heads up to this stream were compared. */
  comparedTo: t.string,
  /** The slice of the older log goes on after this event; null: from the start. */
  verifiedTo: nullable(t.type({ stream: t.string, version: t.number })),
  /** The kept roots up to this day were compared. */
  rootsTo: t.string,
  length: nullable(t.type({ events: t.number, newest: t.number, given: t.number })),
  /** How many catches of the tripwire were taken in. */
  trips: t.number,
});
type Place = t.TypeOf<typeof Place>;

const PLACE_KEY = 'integrity/place.json';
const HEADS_KEY = 'integrity/heads.json';
const WATCH = 'sweep';
/** Events younger than this may not stand in the index yet. */
const SETTLING_MS = 120_000;
const DAY_MS = 86_400_000;
/** All heads are compared within this time, and the whole log is verified within that. */
const HEADS_WITHIN_MS = 0.8 * DAY_MS;
const LOG_WITHIN_MS = 25 * DAY_MS;
/** A sweep does at least as much, so that a small log is gone over many times a day, and at most as much, for the function's time. */
const MIN_HEADS = 500;
const MAX_HEADS = 10_000;
const MIN_EVENTS = 500;
const MAX_EVENTS = 20_000;
const MAX_APPENDED = 20_000;
const MAX_ROOTS = 5;
const AT_ONCE = 8;

type Heads = Map<string, readonly [version: number, hash: string]>;

/**
 * The system watches its own log, a part with each sweep: what was appended since, against the heads that were kept;
 * heads, roots of days and a slice of the older log in turn; the rows and keys of that slice; and what guards the log.
 * What is found is recorded before the place is kept: a crash in between finds it again. `broken`: streams that the sweep
 * could not read.
 */
export const watchLog = async (deps: Dependencies, broken: readonly StreamFault[] = []): Promise<void> => {
  const now = deps.clock.now();
  const [place, kept] = await Promise.all([readPlace(deps), readWatchedHeads(deps)]);
  const heads: Heads = new Map(Object.entries(kept?.heads ?? {}));
  const upTo = kept?.upTo ?? now.toISOString().slice(0, 10);
  const from = place ?? beginning(now, kept);
  for (const fault of broken) await recordBroken(deps, WATCH, fault);
  const { own } = await readIntegrity(deps);
  const found: FoundFault[] = [...own, ...(await headsGone(deps, place))];
  const note = (faults: readonly FoundFault[]): void => void found.push(...faults);
  const since = await takeIn(deps, { heads, upTo }, from.since, note);
  const elapsedMs = Math.min(Math.max(now.getTime() - Date.parse(from.at), 0), DAY_MS);
  const comparedTo = await compareHeads(deps, { heads, upTo }, { after: from.comparedTo, elapsedMs }, note);
  const verifiedTo = await verifySlice(deps, heads, { after: from.verifiedTo, elapsedMs }, note);
  const rootsTo = await compareRoots(deps, from.rootsTo, note);
  const { length, trips, missing } = await askGuards(deps, from, note);
  await recordFaults(deps, WATCH, found.map(storedFault));
  // On record first: put back, it would not be found again.
  if (missing > 0) await deps.tripwire?.restore();
  await putHeads(deps, { upTo: now.toISOString().slice(0, 10), heads: Object.fromEntries(heads) });
  const next: Place = {
    at: now.toISOString(),
    since,
    heads: heads.size,
    comparedTo,
    verifiedTo,
    rootsTo,
    length,
    trips,
  };
  await deps.objects.put('raw-mime', PLACE_KEY, new TextEncoder().encode(JSON.stringify(next)), 'application/json');
  await askAdmin(deps);
};

const beginning = (now: Date, kept: KeptHeads | null): Place => ({
  at: now.toISOString(),
  since: kept === null ? now.toISOString() : `${kept.upTo}T00:00:00.000Z`,
  heads: 0,
  comparedTo: '',
  verifiedTo: null,
  rootsTo: '',
  length: null,
  trips: 0,
});

const readPlace = async ({ objects }: Dependencies): Promise<Place | null> => {
  const stored = await objects.get('raw-mime', PLACE_KEY);
  if (!stored) return null;
  const decoded = Place.decode(JSON.parse(new TextDecoder().decode(stored.body)));
  return E.isRight(decoded) ? decoded.right : null;
};

/** The watch's own list; the first time, the one that the day's check keeps. */
const readWatchedHeads = async (deps: Dependencies): Promise<KeptHeads | null> => {
  const stored = await deps.objects.get('raw-mime', HEADS_KEY);
  if (!stored) return readHeads(deps);
  const kept: KeptHeads = JSON.parse(new TextDecoder().decode(stored.body));
  return kept;
};

const putHeads = ({ objects }: Dependencies, kept: KeptHeads): Promise<unknown> =>
  objects.put('raw-mime', HEADS_KEY, new TextEncoder().encode(JSON.stringify(kept)), 'application/json');

/** Without its list of heads the watch would take whatever stands there for what was stored. */
const headsGone = async ({ objects }: Dependencies, place: Place | null): Promise<readonly Fault[]> => {
  if (place === null || place.heads === 0 || (await objects.get('raw-mime', HEADS_KEY)) !== null) return [];
  const detail = `on ${place.at} it named the newest event of ${place.heads} streams`;
  return [{ stream: '', version: null, kind: 'heads', model: null, detail, mark: markOf(detail) }];
};

type Note = (faults: readonly FoundFault[]) => void;
interface Watched {
  readonly heads: Heads;
  readonly upTo: LocalDate;
}

/** Everything appended since, stream by stream, linked to the head that was kept. Gives up to which instant. */
const takeIn = async (deps: Dependencies, watched: Watched, since: string, note: Note): Promise<string> => {
  const until = new Date(deps.clock.now().getTime() - SETTLING_MS).toISOString();
  const overlap = new Date(Date.parse(since) - SETTLING_MS).toISOString();
  const appended: StoredEvent[] = [];
  for (
    let day = overlap.slice(0, 10);
    day <= until.slice(0, 10) && appended.length < MAX_APPENDED;
    day = addDays(day, 1)
  ) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.byDay(day, { from: overlap, ...(cursor === undefined ? {} : { cursor }) });
      appended.push(...page.items.filter(({ ts }) => ts <= until));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && appended.length < MAX_APPENDED);
  }
  const streams = [...Map.groupBy(appended, ({ quote_id }) => quote_id)];
  await inParallel(streams, AT_ONCE, async ([stream, events]) =>
    note(await takeInStream(deps, watched, stream, events)),
  );
  const last = appended.at(-1)?.ts ?? since;
  return appended.length < MAX_APPENDED ? (until > since ? until : since) : last;
};

const takeInStream = async (
  { store }: Dependencies,
  { heads, upTo }: Watched,
  stream: string,
  events: readonly StoredEvent[],
): Promise<readonly FoundFault[]> => {
  const [version, hash] = heads.get(stream) ?? [0, ''];
  const replaced = events.find(event => event.version === version && event.hash !== hash);
  const newer = events.filter(event => event.version > version).toSorted((a, b) => a.version - b.version);
  const isWhole = newer.every((event, index) => event.version === version + 1 + index);
  // The index may lag behind: what seems to be missing is read from the table.
  const appended = isWhole ? newer : await store.read(stream, version);
  const last = appended.at(-1);
  const before = version === 0 ? null : { version, hash, ts: null };
  const found = [
    ...(replaced ? [headFault({ upTo }, { stream, version, hash }, replaced.hash)] : []),
    ...chainFaults(appended, before),
  ];
  if (last) heads.set(stream, [last.version, last.hash]);
  else if (replaced) heads.set(stream, [version, replaced.hash]);
  return found;
};

/** What is due of a whole that is to be gone through within a time, by how much of it has passed. */
const portion = (
  all: number,
  { elapsedMs, withinMs }: { readonly elapsedMs: number; readonly withinMs: number },
): number => Math.ceil((all * elapsedMs) / withinMs);

/** The next heads in turn: each must still be the newest event, or stand below newer ones. Gives up to which stream. */
const compareHeads = async (
  deps: Dependencies,
  { heads, upTo }: Watched,
  { after, elapsedMs }: { readonly after: string; readonly elapsedMs: number },
  note: Note,
): Promise<string> => {
  const most = Math.min(MAX_HEADS, Math.max(MIN_HEADS, portion(heads.size, { elapsedMs, withinMs: HEADS_WITHIN_MS })));
  const names = [...heads.keys()].sort();
  const due = names.filter(stream => stream > after).slice(0, most);
  const wrapped = due.length < most ? names.filter(stream => stream <= after).slice(0, most - due.length) : [];
  await inParallel([...due, ...wrapped], AT_ONCE, async stream => {
    const [version, hash] = heads.get(stream) ?? [0, ''];
    const newest = await deps.store.head(stream);
    const there = newest === null || newest.version <= version ? newest : await eventAt(deps, stream, version);
    if (there?.hash === hash && there.version === version) return;
    note([headFault({ upTo }, { stream, version, hash }, newest === null ? 'none' : hashAt(there, version))]);
    // From here on what stands there is held against what will stand there: the fault is on record.
    if (newest === null) heads.delete(stream);
    else heads.set(stream, [newest.version, newest.hash]);
  });
  return wrapped.at(-1) ?? due.at(-1) ?? '';
};

const hashAt = (event: StoredEvent | null, version: number): string | null =>
  event?.version === version ? event.hash : null;

const eventAt = async ({ store }: Dependencies, stream: string, version: number): Promise<StoredEvent | null> =>
  (await store.read(stream, version - 1)).find(event => event.version === version) ?? null;

/** The next streams in turn, whole: chain, rows, keys. Gives after which event to go on; null at the end of the log. */
const verifySlice = async (
  deps: Dependencies,
  heads: Heads,
  { after, elapsedMs }: { readonly after: Place['verifiedTo']; readonly elapsedMs: number },
  note: Note,
): Promise<Place['verifiedTo']> => {
  const all = [...heads.values()].reduce((sum, [version]) => sum + version, 0);
  const most = Math.min(MAX_EVENTS, Math.max(MIN_EVENTS, portion(all, { elapsedMs, withinMs: LOG_WITHIN_MS })));
  const keyOf = keysOnce(deps.keys);
  const erased = erasedRefs(deps);
  let seen = 0;
  for await (const whole of wholeStreams(deps.store.scan(after === null ? {} : { after }))) {
    const last = whole.events.at(-1);
    // It was gone over up to where it stood, and has grown since.
    if (whole.stream !== after?.stream && last) {
      note([...(await examine(deps, whole)), ...(await keyFaults(keyOf, whole, erased))]);
      if (!heads.has(whole.stream)) heads.set(whole.stream, [last.version, last.hash]);
    }
    seen += whole.events.length;
    if (seen >= most && last) return { stream: whole.stream, version: last.version };
  }
  return null;
};

/** Chain and rows of a stream. A row that says what the log does not is put right at once. */
const examine = async (deps: Dependencies, whole: WholeStream): Promise<readonly Fault[]> => {
  const { known, unknown } = decodeAll(whole.events);
  const chain = logFaults(whole).filter(({ kind }) => kind !== 'unknown');
  // A newer release may have made rows of what this one does not know.
  if (unknown.length > 0 || known.length === 0) return chain;
  const scope = { models: MODELS, now: deps.clock.now().getTime() / 1000 };
  const rows = await checkRows({ ...deps, settle: async () => {}, patience: 1 }, whole.stream, whole.events, scope);
  for (const row of rows) await mendRow(deps, row);
  // What is missing or behind may have been on its way: it is filled in, and nobody need answer for it.
  return [...chain, ...rows.filter(row => ['altered', 'planted'].includes(kindOf(row))).map(rowFault)];
};

const erasedRefs = ({ store }: Dependencies): ((ref: string) => Promise<boolean>) => {
  let refs: Promise<ReadonlySet<string>> | undefined;
  const read = async (): Promise<ReadonlySet<string>> =>
    new Set(
      (await store.read(SYSTEM_STREAM)).flatMap(({ action, data }) =>
        action === KeyDestroyed.name && KeyDestroyed.data.is(data) ? [data.ref] : [],
      ),
    );
  return async ref => {
    refs ??= read();
    return (await refs).has(ref);
  };
};

/** Roots that were kept outside the log against the closing events of their days, and the kept heads against the newest. */
const compareRoots = async (deps: Dependencies, after: LocalDate | '', note: Note): Promise<LocalDate | ''> => {
  const listed = await deps.objects.list('raw-mime', ROOTS);
  const days = listed
    .map(({ key }) => key.slice(ROOTS.length, -'.json'.length))
    .filter(isLocalDate)
    .sort();
  const due = days.filter(day => day > after).slice(0, MAX_ROOTS);
  for (const day of due) {
    const [closing, kept] = await Promise.all([closingOf(deps, day), keptRoot(deps, day)]);
    if (closing?.root === kept?.root) continue;
    note([
      rootFault(
        `the root kept of ${day} is ${kept?.root ?? 'gone'}, its closing event says ${closing?.root ?? 'nothing'}`,
      ),
    ]);
  }
  const newest = days.at(-1);
  if (newest !== undefined) note(await headsFault(deps, newest));
  return due.length < MAX_ROOTS ? '' : (due.at(-1) ?? '');
};

const headsFault = async (deps: Dependencies, newest: LocalDate): Promise<readonly Fault[]> => {
  const [heads, closing] = await Promise.all([readHeads(deps), closingOf(deps, newest)]);
  // Taken by a check that has not closed its day yet, or by an earlier release.
  if (heads === null || closing === null || heads.until !== closing.until) return [];
  const root = rootOf(Object.entries(heads.heads).map(([stream, [version, hash]]) => ({ stream, version, hash })));
  return root === closing.root
    ? []
    : [rootFault(`the heads kept on ${newest} have another root than its closing event`)];
};

const rootFault = (detail: string): Fault => ({
  stream: '',
  version: null,
  kind: 'root',
  model: null,
  detail,
  mark: markOf(detail),
});

/** What guards the log of a laptop: what it caught, whether it is whole, and whether the log is shorter than it was. */
const askGuards = async (
  { tripwire, clock }: Dependencies,
  { length: before, trips: known }: Place,
  note: Note,
): Promise<Pick<Place, 'length' | 'trips'> & { readonly missing: number }> => {
  if (!tripwire) return { length: null, trips: 0, missing: 0 };
  const [trips, missing, length] = await Promise.all([tripwire.trips(), tripwire.missing(), tripwire.length()]);
  note(trips.slice(known).map(tripFault));
  note(missing.map(name => guardFault(name, clock.now())));
  note(lengthFaults(before, length));
  return { length, trips: trips.length, missing: missing.length };
};

export const tripFault = ({ kind, stream, version, at }: Trip): Fault => ({
  stream,
  version,
  kind: 'tripwire',
  model: null,
  detail: `at ${at} somebody ${kind === 'MODIFY' ? 'changed it' : 'removed it'}, or tried to`,
  mark: markOf(`${kind} ${at}`),
});

export const guardFault = (name: string, at: Date): Fault => ({
  stream: '',
  version: null,
  kind: 'guard',
  model: null,
  detail: `${name}, which keeps events from being changed, was taken away`,
  mark: markOf(`${name} ${at.toISOString()}`),
});

const lengthFaults = (before: LogLength | null, length: LogLength | null): readonly Fault[] => {
  if (length === null) return [];
  const gone = (what: string): Fault => ({
    stream: '',
    version: null,
    kind: 'sequence',
    model: null,
    detail: what,
    mark: markOf(what),
  });
  if (before !== null && (length.events < before.events || length.newest < before.newest))
    return [
      gone(
        `it had ${before.events} events up to number ${before.newest}, and has ${length.events} up to number ${length.newest}`,
      ),
    ];
  return length.newest < length.given
    ? [gone(`its newest event has number ${length.newest}, and number ${length.given} was given to one`)]
    : [];
};

/** Asks the admin about what nobody has told them of yet. The letter goes first: told twice is better than not at all. */
const askAdmin = async (deps: Dependencies): Promise<void> => {
  const untold = (await readIntegrity(deps)).open.filter(({ mailed }) => !mailed);
  if (untold.length === 0) return;
  const business = await loadBusinessContext(deps);
  const to = business.policy.admin.toLowerCase();
  const about = `faults/${business.now.toISOString()}`;
  const link = await issueLink(deps, { stream: INTEGRITY_STREAM, about, recipient: to, mailing: 1 }, business.now);
  await sendTokenisedLetter(deps, E.right(link), {
    write: async ({ url }) => ({
      mail: faultsMail({ faults: untold, url, zone: business.policy.timezone }),
      tags: { kind: 'faults' },
    }),
    record: (_, { recorded }) =>
      decideIntegrity(deps, { system: WATCH }, state =>
        noteMailed(state, { faults: untold.map(faultKey), ...recorded }),
      ),
  });
};
