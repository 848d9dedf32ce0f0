import { type Business, readBusiness } from '../../application/business.ts';
import { dayStream } from '../../application/day-record.ts';
import { type Integrity, readIntegrity } from '../../application/integrity.ts';
import { systemFault } from '../../application/system-log.ts';
import type { World } from '../../application/world.ts';
import { DayChecked } from '../../events/other-events.ts';
import { quoteStream } from '../../events/stream-name.ts';
import type { Around, Place } from '../../letters/console/console-page.ts';
import { faultPlace } from '../../letters/words/fault-words.ts';
import type { StandingOf } from '../../reports/standing.ts';
import type { RefusedCell } from '../../sheet/row.ts';
import type { Shelf, ShelfOf, ShelvedQuote } from './quote-shelf.ts';
import type { ConsoleContext, ConsoleRequest } from './request.ts';
import { SAID, saidBy } from './said-codes.ts';

/** One request with everything read that most pages need. */
export interface Visit {
  readonly context: ConsoleContext;
  readonly request: ConsoleRequest;
  readonly world: World;
  readonly business: Business;
  readonly shelf: Shelf;
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
  const { world } = context.runtime();
  const business = await readBusiness(world);
  const [shelf, day, settings, integrity] = await Promise.all([
    shelfOf(world, business, showsNoList(request.path) ? 'glance' : 'all'),
    readDay(world, business),
    systemFault(world),
    readIntegrity(world),
  ]);
  const faults = Map.groupBy(business.mirror.refused, ({ quoteId }) => (quoteId === null ? '' : quoteStream(quoteId)));
  return {
    context,
    request,
    world,
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

const readDay = async ({ store }: World, { today }: Business): Promise<CheckedDay | null> => {
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

const MOST_PLACES = 5;

const changedLogOf = ({ open }: Integrity): Around['changedLog'] => {
  const places = [...new Set(open.map(faultPlace))];
  const more = places.length - MOST_PLACES;
  return open.length === 0
    ? null
    : { places: [...places.slice(0, MOST_PLACES), ...(more > 0 ? [`${more} more`] : [])], count: open.length };
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
