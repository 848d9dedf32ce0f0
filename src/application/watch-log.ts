import * as E from 'fp-ts/lib/Either.js';
import * as t from 'io-ts';
import { type FoundFault, faultKey, noteMailed } from '../aggregates/integrity.ts';
import { chainFaults } from '../events/chain-faults.ts';
import { nullable } from '../events/define-event.ts';
import type { StoredEvent } from '../events/envelope.ts';
import { rootOf } from '../events/hash-chain.ts';
import { KeyDestroyed } from '../events/other-events.ts';
import type { StreamFault } from '../events/stream-fault.ts';
import { INTEGRITY_STREAM, SYSTEM_STREAM } from '../events/stream-name.ts';
import { addDays, isLocalDate, type LocalDate } from '../kernel/local-date.ts';
import { referenceOf } from '../kernel/references.ts';
import { faultsMail } from '../letters/mail/faults-mail.ts';
import type { LogLength, Trip } from '../ports/tripwire.ts';
import { MODELS } from '../projections/project-stream.ts';
import { readBusiness } from './business.ts';
import { checkRows } from './check-rows.ts';
import { type KeptHeads, ROOTS, readHeads } from './day-record.ts';
import { inParallel } from './in-parallel.ts';
import { decideIntegrity, readIntegrity, recordBroken, recordFaults, storedFault } from './integrity.ts';
import { pastEvents } from './past-events.ts';
import { mendRow } from './rebuild.ts';
import { kindOf } from './row-faults.ts';
import { sendLetter } from './send-letter.ts';
import { type WholeStream, wholeStreams } from './streams.ts';
import { issueToken } from './tokens.ts';
import { closingOf, keptRoot } from './verify-anchor.ts';
import { type Fault, headFault, keyFaults, keysOnce, logFaults, markOf, rowFault } from './verify-faults.ts';
import type { World } from './world.ts';

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
const LEAST_HEADS = 500;
const MOST_HEADS = 10_000;
const LEAST_EVENTS = 500;
const MOST_EVENTS = 20_000;
const MOST_APPENDED = 20_000;
const MOST_ROOTS = 5;
const AT_ONCE = 8;

type Heads = Map<string, readonly [version: number, hash: string]>;

/**
 * The system watches its own log, a part with each sweep: what was appended since, against the heads that were kept;
 * heads, roots of days and a slice of the older log in turn; the rows and keys of that slice; and what guards the log.
 * What is found is recorded before the place is kept: a crash in between finds it again. `broken`: streams that the sweep
 * could not read.
 */
export const watchLog = async (world: World, broken: readonly StreamFault[] = []): Promise<void> => {
  const now = world.clock.now();
  const [place, kept] = await Promise.all([readPlace(world), readWatchedHeads(world)]);
  const heads: Heads = new Map(Object.entries(kept?.heads ?? {}));
  const upTo = kept?.upTo ?? now.toISOString().slice(0, 10);
  const from = place ?? beginning(now, kept);
  for (const fault of broken) await recordBroken(world, WATCH, fault);
  const { own } = await readIntegrity(world);
  const found: FoundFault[] = [...own, ...(await headsGone(world, place))];
  const note = (faults: readonly FoundFault[]): void => void found.push(...faults);
  const since = await takeIn(world, { heads, upTo }, from.since, note);
  const elapsedMs = Math.min(Math.max(now.getTime() - Date.parse(from.at), 0), DAY_MS);
  const comparedTo = await compareHeads(world, { heads, upTo }, { after: from.comparedTo, elapsedMs }, note);
  const verifiedTo = await verifySlice(world, heads, { after: from.verifiedTo, elapsedMs }, note);
  const rootsTo = await compareRoots(world, from.rootsTo, note);
  const { length, trips, missing } = await askGuards(world, from, note);
  await recordFaults(world, WATCH, found.map(storedFault));
  // On record first: put back, it would not be found again.
  if (missing > 0) await world.tripwire?.restore();
  await putHeads(world, { upTo: now.toISOString().slice(0, 10), heads: Object.fromEntries(heads) });
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
  await world.objects.put('raw-mime', PLACE_KEY, new TextEncoder().encode(JSON.stringify(next)), 'application/json');
  await askAdmin(world);
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

const readPlace = async ({ objects }: World): Promise<Place | null> => {
  const stored = await objects.get('raw-mime', PLACE_KEY);
  if (!stored) return null;
  const decoded = Place.decode(JSON.parse(new TextDecoder().decode(stored.body)));
  return E.isRight(decoded) ? decoded.right : null;
};

/** The watch's own list; the first time, the one that the day's check keeps. */
const readWatchedHeads = async (world: World): Promise<KeptHeads | null> => {
  const stored = await world.objects.get('raw-mime', HEADS_KEY);
  if (!stored) return readHeads(world);
  const kept: KeptHeads = JSON.parse(new TextDecoder().decode(stored.body));
  return kept;
};

const putHeads = ({ objects }: World, kept: KeptHeads): Promise<unknown> =>
  objects.put('raw-mime', HEADS_KEY, new TextEncoder().encode(JSON.stringify(kept)), 'application/json');

/** Without its list of heads the watch would take whatever stands there for what was stored. */
const headsGone = async ({ objects }: World, place: Place | null): Promise<readonly Fault[]> => {
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
const takeIn = async (world: World, watched: Watched, since: string, note: Note): Promise<string> => {
  const until = new Date(world.clock.now().getTime() - SETTLING_MS).toISOString();
  const overlap = new Date(Date.parse(since) - SETTLING_MS).toISOString();
  const appended: StoredEvent[] = [];
  for (
    let day = overlap.slice(0, 10);
    day <= until.slice(0, 10) && appended.length < MOST_APPENDED;
    day = addDays(day, 1)
  ) {
    let cursor: string | undefined;
    do {
      const page = await world.store.byDay(day, { from: overlap, ...(cursor === undefined ? {} : { cursor }) });
      appended.push(...page.items.filter(({ ts }) => ts <= until));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && appended.length < MOST_APPENDED);
  }
  const streams = [...Map.groupBy(appended, ({ quote_id }) => quote_id)];
  await inParallel(streams, AT_ONCE, async ([stream, events]) =>
    note(await takeInStream(world, watched, stream, events)),
  );
  const last = appended.at(-1)?.ts ?? since;
  return appended.length < MOST_APPENDED ? (until > since ? until : since) : last;
};

const takeInStream = async (
  { store }: World,
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
  world: World,
  { heads, upTo }: Watched,
  { after, elapsedMs }: { readonly after: string; readonly elapsedMs: number },
  note: Note,
): Promise<string> => {
  const most = Math.min(
    MOST_HEADS,
    Math.max(LEAST_HEADS, portion(heads.size, { elapsedMs, withinMs: HEADS_WITHIN_MS })),
  );
  const names = [...heads.keys()].sort();
  const due = names.filter(stream => stream > after).slice(0, most);
  const wrapped = due.length < most ? names.filter(stream => stream <= after).slice(0, most - due.length) : [];
  await inParallel([...due, ...wrapped], AT_ONCE, async stream => {
    const [version, hash] = heads.get(stream) ?? [0, ''];
    const newest = await world.store.head(stream);
    const there = newest === null || newest.version <= version ? newest : await eventAt(world, stream, version);
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

const eventAt = async ({ store }: World, stream: string, version: number): Promise<StoredEvent | null> =>
  (await store.read(stream, version - 1)).find(event => event.version === version) ?? null;

/** The next streams in turn, whole: chain, rows, keys. Gives after which event to go on; null at the end of the log. */
const verifySlice = async (
  world: World,
  heads: Heads,
  { after, elapsedMs }: { readonly after: Place['verifiedTo']; readonly elapsedMs: number },
  note: Note,
): Promise<Place['verifiedTo']> => {
  const all = [...heads.values()].reduce((sum, [version]) => sum + version, 0);
  const most = Math.min(MOST_EVENTS, Math.max(LEAST_EVENTS, portion(all, { elapsedMs, withinMs: LOG_WITHIN_MS })));
  const keyOf = keysOnce(world.keys);
  const erased = erasedRefs(world);
  let seen = 0;
  for await (const whole of wholeStreams(world.store.scan(after === null ? {} : { after }))) {
    const last = whole.events.at(-1);
    // It was gone over up to where it stood, and has grown since.
    if (whole.stream !== after?.stream && last) {
      note([...(await examine(world, whole)), ...(await keyFaults(keyOf, whole, erased))]);
      if (!heads.has(whole.stream)) heads.set(whole.stream, [last.version, last.hash]);
    }
    seen += whole.events.length;
    if (seen >= most && last) return { stream: whole.stream, version: last.version };
  }
  return null;
};

/** Chain and rows of a stream. A row that says what the log does not is put right at once. */
const examine = async (world: World, whole: WholeStream): Promise<readonly Fault[]> => {
  const { known, unknown } = pastEvents(whole.events);
  const chain = logFaults(whole).filter(({ kind }) => kind !== 'unknown');
  // A newer release may have made rows of what this one does not know.
  if (unknown.length > 0 || known.length === 0) return chain;
  const scope = { models: MODELS, now: world.clock.now().getTime() / 1000 };
  const rows = await checkRows({ ...world, settle: async () => {}, patience: 1 }, whole.stream, whole.events, scope);
  for (const row of rows) await mendRow(world, row);
  // What is missing or behind may have been on its way: it is filled in, and nobody need answer for it.
  return [...chain, ...rows.filter(row => ['altered', 'planted'].includes(kindOf(row))).map(rowFault)];
};

const erasedRefs = ({ store }: World): ((ref: string) => Promise<boolean>) => {
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
const compareRoots = async (world: World, after: LocalDate | '', note: Note): Promise<LocalDate | ''> => {
  const listed = await world.objects.list('raw-mime', ROOTS);
  const days = listed
    .map(({ key }) => key.slice(ROOTS.length, -'.json'.length))
    .filter(isLocalDate)
    .sort();
  const due = days.filter(day => day > after).slice(0, MOST_ROOTS);
  for (const day of due) {
    const [closing, kept] = await Promise.all([closingOf(world, day), keptRoot(world, day)]);
    if (closing?.root === kept?.root) continue;
    note([
      rootFault(
        `the root kept of ${day} is ${kept?.root ?? 'gone'}, its closing event says ${closing?.root ?? 'nothing'}`,
      ),
    ]);
  }
  const newest = days.at(-1);
  if (newest !== undefined) note(await headsFault(world, newest));
  return due.length < MOST_ROOTS ? '' : (due.at(-1) ?? '');
};

const headsFault = async (world: World, newest: LocalDate): Promise<readonly Fault[]> => {
  const [heads, closing] = await Promise.all([readHeads(world), closingOf(world, newest)]);
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
  { tripwire, clock }: World,
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

const PAGE_LIFE_MS = 90 * DAY_MS;

/** Asks the admin about what nobody has told them of yet. The letter goes first: told twice is better than not at all. */
const askAdmin = async (world: World): Promise<void> => {
  const untold = (await readIntegrity(world)).open.filter(({ mailed }) => !mailed);
  if (untold.length === 0) return;
  const business = await readBusiness(world);
  const to = business.policy.admin.toLowerCase();
  const about = `faults/${business.now.toISOString()}`;
  const token = await issueToken(world, { stream: INTEGRITY_STREAM, about, recipient: to, mailing: 1 });
  const mail = faultsMail({ faults: untold, url: token.url, zone: business.policy.timezone });
  if ((await sendLetter(world, { to, mail, tags: { kind: 'faults' } })) === null) return;
  const recipientRef = referenceOf(await world.secrets.refKey(), to);
  const expiresAt = new Date(business.now.getTime() + PAGE_LIFE_MS).toISOString();
  await decideIntegrity(world, { system: WATCH }, state =>
    noteMailed(state, { faults: untold.map(faultKey), tokenHash: token.hash, recipientRef, expiresAt }),
  );
};
