import { DayChecked } from '../events/report-events.ts';
import { quoteStream } from '../events/stream-id.ts';
import { faultPlace } from '../presentation/fault-words.ts';
import type { StandingOf } from '../reports/quote-status.ts';
import type { RefusedCell } from '../sheet/row.ts';
import { type Integrity, readIntegrity } from '../workflows/audit/integrity.ts';
import { type BusinessContext, loadBusinessContext } from '../workflows/business-context.ts';
import { dayStream } from '../workflows/daily-check/day-record.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { systemFault } from '../workflows/installation-log.ts';
import type { Around, Place } from './console-page.ts';
import type { QuoteCache, ShelfOf, ShelvedQuote } from './quote-cache.ts';
import { type ConsoleContext, type ConsoleRequest, SAID, saidBy } from './request.ts';

/** One request with everything read that most pages need. */
export interface Visit {
  readonly context: ConsoleContext;
  readonly request: ConsoleRequest;
  readonly deps: Dependencies;
  readonly business: BusinessContext;
  readonly shelf: QuoteCache;
  /** What today's check recorded; null before it ended. */
  readonly day: CheckedDay | null;
  readonly faultsOf: (key: string) => readonly RefusedCell[];
  /** The log of the settings cannot be read: nothing is planned or sent. */
  readonly settingsUnreadable: boolean;
  /** What was changed behind the log's back, without an answer yet. */
  readonly integrity: Integrity;
}

export interface CheckedDay {
  /** Quotes that were due and had to wait, by their stream. */
  readonly passedOver: ReadonlyMap<string, NonNullable<StandingOf['passedOver']>>;
}

export const beginVisit = async (
  context: ConsoleContext,
  request: ConsoleRequest,
  shelfOf: ShelfOf,
): Promise<Visit> => {
  const { deps } = context.runtime();
  const business = await loadBusinessContext(deps);
  const [shelf, day, settings, integrity] = await Promise.all([
    shelfOf(deps, business, showsNoList(request.path) ? 'glance' : 'all'),
    readDay(deps, business),
    systemFault(deps),
    readIntegrity(deps),
  ]);
  const faults = Map.groupBy(business.mirror.refused, ({ quoteId }) => (quoteId === null ? '' : quoteStream(quoteId)));
  return {
    context,
    request,
    deps,
    business,
    shelf,
    day,
    faultsOf: key => faults.get(key) ?? [],
    settingsUnreadable: settings !== null,
    integrity,
  };
};

/** The trail and one quote's page read what they show by themselves. */
export const showsNoList = (path: string): boolean => /^\/(trail|quotes\/.)/.test(path);

const PASSED_OVER = ['contact-had-its-turn', 'cannot-leave-in-time'] as const;

const readDay = async ({ store }: Dependencies, { today }: BusinessContext): Promise<CheckedDay | null> => {
  const ended = (await store.read(dayStream(today))).findLast(({ action }) => action === DayChecked.name);
  if (!ended || !DayChecked.data.is(ended.data)) return null;
  const { quotes } = ended.data;
  return {
    passedOver: new Map(PASSED_OVER.flatMap(reason => (quotes?.[reason] ?? []).map(key => [key, reason] as const))),
  };
};

/** What stands around a page of this place. */
export const aroundOf = (place: Place, visit: Visit): Around => {
  const { context, request, business, shelf } = visit;
  return {
    place,
    waiting: {
      ...(shelf.known ? { approve: shelf.quotes.filter(awaitsDecision).length } : {}),
      rules: business.mirror.refused.length,
    },
    now: business.now.toISOString(),
    zone: business.policy.timezone,
    moved: context.moved(),
    paused: business.config.paused,
    unreadable: { settings: visit.settingsUnreadable, quotes: shelf.quotes.filter(one => one.unreadable).length },
    changedLog: changedLogOf(visit.integrity),
    said: saidBy(request.query.get(SAID)),
  };
};

const MAX_PLACES = 5;

const changedLogOf = ({ open }: Integrity): Around['changedLog'] => {
  const places = [...new Set(open.map(faultPlace))];
  const more = places.length - MAX_PLACES;
  return open.length === 0
    ? null
    : { places: [...places.slice(0, MAX_PLACES), ...(more > 0 ? [`${more} more`] : [])], count: open.length };
};

export const awaitsDecision = ({ state: { draft } }: Pick<ShelvedQuote, 'state'>): boolean =>
  draft !== null && (draft.status === 'planned' || draft.status === 'written' || draft.status === 'mailed');

/** What `standingOf` asks beside the chain itself. */
export const askedOf = (
  { business, day, faultsOf }: Visit,
  key: string,
  contact: StandingOf['contact'],
): StandingOf => ({
  contact,
  policy: business.policy,
  today: business.today,
  checked: day !== null,
  passedOver: day?.passedOver.get(key) ?? null,
  faults: faultsOf(key),
});
