import * as E from 'fp-ts/lib/Either.js';
import { endDay, type ReportRunState, reportRunAggregate } from '../../aggregates/report-run.ts';
import { byItself } from '../../event-store/by-itself.ts';
import { type Head, rootOf } from '../../event-store/hash-chain.ts';
import { load } from '../../event-store/load.ts';
import { transact } from '../../event-store/transact.ts';
import { DayChecked } from '../../events/report-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { StreamFault } from '../../events/stream-fault.ts';
import { periodStream } from '../../events/stream-id.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import { type BusinessContext, versionOf } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';

type RecordDeps = Pick<Dependencies, 'store' | 'keys' | 'clock' | 'random' | 'log' | 'objects'>;

/** The check's own stream: one per day, for the whole business. */
export const dayStream = (date: LocalDate): string => periodStream('check', date, 'all');

/** Also where a newer release wrote to the day and was rolled back: it is not checked twice, the next day catches up. */
export const wasChecked = async (deps: Pick<Dependencies, 'store' | 'log'>, date: LocalDate): Promise<boolean> => {
  const checked = await byItself(() => checkedDay(deps, date));
  return E.isLeft(checked) || checked.right !== null;
};

/** What the day's check recorded; null before it ended. */
export const checkedDay = async (
  deps: Pick<Dependencies, 'store' | 'log'>,
  date: LocalDate,
): Promise<ReportRunState['checked']> => (await load(deps, dayStream(date), reportRunAggregate)).state.checked;

/** An item of the log holds 400 KB; longer lists lie beside it, under their hash. */
const MAX_INLINE = 100_000;
/** More stand in the list beside the log. */
const MAX_FAULTS = 500;
/** Events younger than this may not stand in the index yet. */
const SETTLING_MS = 120_000;
const HEADS_KEY = 'heads/latest.json';

/** Where the roots of days are kept outside the log: on AWS nobody can replace or remove one. */
export const ROOTS = 'roots/';
export const rootKey = (day: LocalDate): string => `${ROOTS}${day}.json`;

/** Ends the day with one event: what each open quote did or why it rested, the versions read, the root over all heads. */
export const recordDay = async (
  deps: RecordDeps,
  { today, versions }: BusinessContext,
  outcomes: ReadonlyMap<string, string>,
  faults: readonly { readonly key: string; readonly fault: StreamFault }[] = [],
): Promise<void> => {
  const byOutcome = new Map<string, string[]>();
  for (const [quote, outcome] of outcomes) byOutcome.set(outcome, [...(byOutcome.get(outcome) ?? []), quote]);
  const quotes = Object.fromEntries([...byOutcome].sort().map(([outcome, list]) => [outcome, list.sort()]));
  const detail = JSON.stringify(quotes);
  const detailKey = `checks/${today}.json`;
  await deps.objects.put('quotes-source', detailKey, new TextEncoder().encode(detail), 'application/json');
  const until = new Date(deps.clock.now().getTime() - SETTLING_MS).toISOString();
  const heads = await headsUntil(deps, until);
  const counts = Object.fromEntries([...byOutcome].map(([outcome, list]) => [outcome, list.length]));
  const result = await transact(deps, {
    stream: dayStream(today),
    aggregate: reportRunAggregate,
    actor: { system: 'timer' },
    sealRef: () => null,
    decide: state =>
      endDay(state, {
        checked: today,
        versions,
        counts,
        quotes: detail.length <= MAX_INLINE ? quotes : null,
        detailKey,
        detailHash: versionOf(detail),
        until,
        root: rootOf(heads),
        streams: heads.length,
        ...(faults.length === 0 ? {} : { faults: faults.slice(0, MAX_FAULTS).map(named) }),
      }),
  });
  if (E.isLeft(result)) throw new Error(`the day could not be closed: ${result.left.because}`);
  await keepRoot(deps, today);
};

const named = ({ key, fault: { stream, version, kind } }: { readonly key: string; readonly fault: StreamFault }) => ({
  quote: key,
  stream,
  version,
  kind,
});

/** Puts the root of a day that was closed outside the log, if it is not there yet. */
export const keepRoot = async (deps: Pick<RecordDeps, 'store' | 'objects'>, day: LocalDate): Promise<void> => {
  const closing = (await deps.store.read(dayStream(day))).findLast(({ action }) => action === DayChecked.name);
  if (!closing || !DayChecked.data.is(closing.data)) return;
  const { root, until, streams } = closing.data;
  const kept = new TextEncoder().encode(`${JSON.stringify({ day, root, until, streams })}\n`);
  await deps.objects.putOnce('raw-mime', rootKey(day), kept, 'application/json');
};

/** The newest event of every stream as of the end of a UTC day, as it was kept beside the log. */
export interface KeptHeads {
  readonly upTo: LocalDate;
  /** UTC instant, ISO, that they were taken as of; lists of earlier releases have none. */
  readonly until?: string;
  readonly heads: Readonly<Record<string, readonly [version: number, hash: string]>>;
}

/** Heads of all streams: the last list brought up to date from the days since, so that no table is scanned. */
const headsUntil = async (deps: RecordDeps, until: string): Promise<readonly Head[]> => {
  const kept = await readHeads(deps);
  const heads = new Map(Object.entries(kept?.heads ?? {}));
  const note = ({ quote_id, version, hash, ts }: StoredEvent): void => {
    if (ts <= until && (heads.get(quote_id)?.[0] ?? 0) < version) heads.set(quote_id, [version, hash]);
  };
  if (kept) {
    for (let day = kept.upTo; day <= until.slice(0, 10); day = addDays(day, 1)) await eachOfDay(deps, day, note);
  } else {
    for await (const event of deps.store.scan()) note(event);
  }
  const next: KeptHeads = { upTo: until.slice(0, 10), until, heads: Object.fromEntries(heads) };
  await deps.objects.put(
    'quotes-source',
    HEADS_KEY,
    new TextEncoder().encode(JSON.stringify(next)),
    'application/json',
  );
  return [...heads].map(([stream, [version, hash]]) => ({ stream, version, hash }));
};

export const readHeads = async ({ objects }: Pick<RecordDeps, 'objects'>): Promise<KeptHeads | null> => {
  const stored = await objects.get('quotes-source', HEADS_KEY);
  if (!stored) return null;
  const kept: KeptHeads = JSON.parse(new TextDecoder().decode(stored.body));
  return kept;
};

const eachOfDay = async ({ store }: RecordDeps, day: LocalDate, note: (event: StoredEvent) => void): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await store.byDay(day, cursor === undefined ? {} : { cursor });
    for (const event of page.items) note(event);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
};
