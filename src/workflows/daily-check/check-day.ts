import * as E from 'fp-ts/lib/Either.js';
import { standingOf } from '../../aggregates/contact.ts';
import { noChange } from '../../aggregates/decider.ts';
import { planMove, voidDraft } from '../../aggregates/quote/draft.ts';
import { endHoldOnItsDay } from '../../aggregates/quote/hold.ts';
import { applyListing } from '../../aggregates/quote/listing.ts';
import { expireQuote, reachCap } from '../../aggregates/quote/outcome.ts';
import { pickUpDue, resumeChain } from '../../aggregates/quote/reply.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { type Due, type Offer, type RestReason, whatIsDue } from '../../cadence/due.ts';
import { onePerContact } from '../../cadence/one-per-contact.ts';
import { earliestLeaveDate } from '../../cadence/sending-hours.ts';
import { cadenceFor, tierFor } from '../../cadence/tiers.ts';
import { byItself, eachByItself } from '../../event-store/by-itself.ts';
import type { Loaded } from '../../event-store/load.ts';
import { eachOfDays } from '../../event-store/read-by-day.ts';
import { type Facts, MovePlanned, QuoteListed, QuoteRevised } from '../../events/quote-events.ts';
import type { StoredEvent } from '../../events/stored-event.ts';
import type { StreamFault } from '../../events/stream-fault.ts';
import { quoteStream } from '../../events/stream-id.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import { referenceOf } from '../../kernel/references.ts';
import { overrideOf } from '../../reports/coming-step.ts';
import type { Row } from '../../sheet/row.ts';
import { isStopped, readIntegrity, recordBroken } from '../audit/integrity.ts';
import { type BusinessContext, loadBusinessContext } from '../business-context.ts';
import type { Dependencies } from '../dependencies.ts';
import { systemFault } from '../installation-log.ts';
import { plannedAs } from '../planning/plan-now.ts';
import { decideQuote, loadContact, loadQuote } from '../quotes.ts';
import { factsOfRow } from '../sheet-sync/facts-of-row.ts';
import { keepRoot, recordDay, wasChecked } from './day-record.ts';

const SYSTEM = { system: 'timer' } as const;
/** Enough to hide the store's latency, few enough for a small machine and its throttles. */
const AT_ONCE = 32;

export interface DayOutcome {
  readonly checked: string;
  /** True when this day had been checked before: nothing was done. */
  readonly already: boolean;
  /** Per open quote what it did or why it rested. */
  readonly outcomes: ReadonlyMap<string, string>;
}

interface Looked {
  readonly key: string;
  readonly amount: Money;
  readonly contactRef: string;
  readonly expires: LocalDate | null;
  readonly due: Due;
  readonly loaded: Loaded<QuoteState>;
}

/** What the check needs: it decides and records, and leaves mail, model and sheet alone. */
export type DayWorld = Pick<
  Dependencies,
  'store' | 'keys' | 'objects' | 'clock' | 'random' | 'secrets' | 'configSource' | 'installation' | 'log'
>;

export interface DayOptions {
  readonly progress?: (done: number, all: number) => void;
  /** Given each quote of which somebody is to be told at once (expired, cap reached); the sweep does it otherwise. */
  readonly finish?: (quote: string, business: BusinessContext) => Promise<unknown>;
}

/**
 * The daily check. Looks at every open quote once, closes out the expired, offers at most one step per contact, and
 * ends with one event that says what became of each. A quote whose log cannot be read rests and keeps none back. After a crash the next run goes on where this one stopped; a
 * second run of a day that ended adds nothing.
 */
export const checkDay = async (
  deps: DayWorld,
  { progress = () => {}, finish = async () => {} }: DayOptions = {},
): Promise<DayOutcome> => {
  const business = await loadBusinessContext(deps);
  if (await wasChecked(deps, business.today)) {
    await keepRoot(deps, business.today);
    return { checked: business.today, already: true, outcomes: new Map() };
  }
  const refKey = await deps.secrets.refKey();
  const rows = [...business.mirror.rows.values()].filter(({ status }) => status === 'open' || status === 'hold');
  const integrity = await readIntegrity(deps);
  const isLogWhole = ({ key, contact }: Row): boolean => !isStopped(integrity, key, referenceOf(refKey, contact));
  let done = 0;
  const { came: looked, failed } = await eachByItself(rows.filter(isLogWhole), eachQuote(deps), async row => {
    const one = await look(deps, business, row, refKey);
    progress(++done, rows.length);
    return one;
  });
  const outcomes = new Map<string, string>(
    looked.map(({ key, due }) => [key, due.kind === 'rest' ? due.reason : due.kind]),
  );
  for (const row of rows) if (!isLogWhole(row)) outcomes.set(row.key, 'log-changed');
  for (const { quoteId } of business.mirror.refused) if (quoteId) outcomes.set(quoteStream(quoteId), 'row-refused');
  const failedLater = await offerTurns(deps, business, looked, outcomes);
  const faults = [...failed.map(({ item, fault }) => ({ key: item.key, fault })), ...failedLater];
  for (const { key, fault } of faults) outcomes.set(key, restOf(key, fault));
  for (const { fault } of faults) await recordBroken(deps, SYSTEM.system, fault);
  const ended = looked.filter(
    ({ due }) => due.kind === 'expire' || (due.kind === 'rest' && due.reason === 'cap-reached'),
  );
  await inParallel(ended, AT_ONCE, ({ key }) => byItself(() => finish(key, business)));
  await recordDay(deps, business, outcomes, faults);
  return { checked: business.today, already: false, outcomes };
};

const eachQuote = ({ log }: DayWorld) => ({
  atOnce: AT_ONCE,
  streamOf: ({ key }: { readonly key: string }) => key,
  log,
});

/** Nothing is known of a quote whose own log or whose contact's cannot be read: it rests, and the day's end names it. */
const restOf = (key: string, { kind, stream }: StreamFault): RestReason =>
  kind === 'chain' ? 'log-changed' : stream === key ? 'unreadable' : 'contact-unreadable';

/** A quote and the fault that keeps it, in its own stream or its contact's. */
interface FailedQuote {
  readonly key: string;
  readonly fault: StreamFault;
}

/** One quote: brought in line with its row, then asked what is due, until the answer is an offer or a rest. */
const look = async (deps: DayWorld, business: BusinessContext, row: Row, refKey: Uint8Array): Promise<Looked> => {
  const { today, policy, mirror } = business;
  let loaded = await loadQuote(deps, row.key);
  const listing = {
    kind: 'row',
    ...factsOfRow(row, refKey),
    status: row.status,
    statusAsWritten: row.statusAsWritten ?? null,
  } as const;
  const reading = { sheet: mirror.version, version: mirror.sheetVersion };
  loaded = await untilQuiet(deps, row.key, loaded, state => applyListing(state, listing, reading));
  if (pickUpDue(loaded.state, today)) {
    loaded = await untilQuiet(deps, row.key, loaded, state =>
      pickUpDue(state, today) ? resumeChain(state, { from: today, automatic: true }) : E.right(null),
    );
  }
  loaded = await untilQuiet(deps, row.key, loaded, state => endHoldOnItsDay(state, today));
  // By the log from here on: a newer reading than this mirror may have come in meanwhile.
  const facts = loaded.state.facts ?? listing.facts;
  const { contactRef, minor, currency, expires } = facts;
  const cadence = cadenceFor(overrideOf(facts), tierFor(facts, policy));
  let due = whatIsDue(loaded.state, 'fine', cadence, policy, today);
  if (due.kind === 'offer' || due.kind === 'overtaken' || due.kind === 'expire') {
    const contact = standingOf((await loadContact(deps, contactRef)).state);
    due = whatIsDue(loaded.state, contact, cadence, policy, today);
    if (due.kind === 'overtaken') {
      loaded = await untilQuiet(deps, row.key, loaded, state =>
        state.draft?.status === 'approved'
          ? E.right(null)
          : voidDraft(state, { draftId: state.draft?.id ?? '', reason: 'the last call is due', opens: true }),
      );
      due = whatIsDue(loaded.state, contact, cadence, policy, today);
    }
  }
  if (due.kind === 'expire')
    loaded = await untilQuiet(deps, row.key, loaded, state => expireQuote(state, { checked: today }));
  if (due.kind === 'rest' && due.reason === 'cap-reached')
    loaded = await untilQuiet(deps, row.key, loaded, state => reachCap(state, { checked: today }));
  return { key: row.key, amount: { minor, currency }, contactRef, expires, due, loaded: { ...loaded, stored: [] } };
};

/** Decides until nothing more happens. A refusal ends it: the quote is looked at again tomorrow. */
const untilQuiet = async (
  deps: DayWorld,
  key: string,
  from: Loaded<QuoteState>,
  decide: Parameters<typeof decideQuote>[2]['decide'],
): Promise<Loaded<QuoteState>> => {
  let loaded = from;
  for (let step = 0; step < 20; step++) {
    const result = await decideQuote(deps, key, { actor: SYSTEM, decide, loaded });
    if (E.isLeft(result) || result.right.events.length === 0) return E.isLeft(result) ? loaded : result.right;
    loaded = result.right;
  }
  return loaded;
};

const offerTurns = async (
  deps: DayWorld,
  business: BusinessContext,
  looked: readonly Looked[],
  outcomes: Map<string, string>,
): Promise<readonly FailedQuote[]> => {
  const { policy, now, today } = business;
  const served = await servedOn(deps, today, looked);
  const wanting = looked.flatMap(one => (one.due.kind === 'offer' ? [{ ...one, offer: one.due.offer }] : []));
  const { came: candidates, failed } = await eachByItself(wanting, eachQuote(deps), async one => {
    const { days } = (await loadContact(deps, one.contactRef)).state;
    const leaves = earliestLeaveDate(now, policy, date => date in days);
    return { ...one, leaves, canLeaveInTime: leaves !== null && (one.expires === null || leaves <= one.expires) };
  });
  const system = await systemFault(deps);
  if (system !== null) {
    for (const { key } of candidates) outcomes.set(key, 'system-unreadable' satisfies RestReason);
    return failed.map(({ item, fault }) => ({ key: item.key, fault }));
  }
  const turns = onePerContact(candidates, served);
  for (const { key } of turns.waiting) outcomes.set(key, 'contact-had-its-turn');
  for (const { key } of turns.tooLate) outcomes.set(key, 'cannot-leave-in-time');
  const planned = await eachByItself(turns.offered, eachQuote(deps), async one => {
    outcomes.set(one.key, await plan(deps, business, one));
  });
  return [...failed, ...planned.failed].map(({ item, fault }) => ({ key: item.key, fault }));
};

/**
 * Contacts with a quote offered on that day, whatever became of it: of a row that was closed, moved to another contact or
 * taken out since, the log alone knows.
 */
const servedOn = async (
  deps: DayWorld,
  today: LocalDate,
  looked: readonly Pick<Looked, 'key' | 'contactRef' | 'loaded'>[],
): Promise<ReadonlySet<string>> => {
  const seen = new Set(looked.map(({ key }) => key));
  const unseen = new Set<string>();
  // A local day lies in two days of UTC, whatever the zone.
  await eachOfDays(deps, addDays(today, -1), addDays(today, 1), ({ quote_id, action, data }) => {
    const offered = action === MovePlanned.name && MovePlanned.data.is(data) && data.checked === today;
    if (offered && !seen.has(quote_id)) unseen.add(quote_id);
  });
  const others = await inParallel([...unseen], AT_ONCE, async key => offeredTo(await deps.store.read(key), today));
  const here = looked.flatMap(({ loaded: { state }, contactRef }) =>
    state.lastOffered === today ? [contactRef, state.lastOfferedTo ?? contactRef] : [],
  );
  return new Set([...here, ...others.flat()]);
};

/** By the events themselves: a quote that cannot be folded any more used its contact's turn all the same. */
const offeredTo = (events: readonly StoredEvent[], today: LocalDate): readonly string[] => {
  const isOffer = ({ data }: StoredEvent): boolean => MovePlanned.data.is(data) && data.checked === today;
  const before = events.slice(0, events.findLastIndex(isOffer));
  const listed = before.findLast(({ data }) => QuoteListed.data.is(data) || QuoteRevised.data.is(data))?.data;
  return QuoteListed.data.is(listed) || QuoteRevised.data.is(listed) ? [listed.facts.contactRef] : [];
};

/**
 * The plan is the only thing the check writes for an offer: draft and mail follow from its event on the bus. What is
 * written is made of what the decision reads, so that after a lost race nothing old is in it: an answer that came first
 * leaves nothing to plan, and a revision gives the step, tier, days and owner that it asks for. Gives the move, or why
 * there is none any more.
 */
const plan = async (
  deps: DayWorld,
  business: BusinessContext,
  one: Looked & { readonly offer: Offer; readonly leaves: LocalDate | null },
): Promise<string> => {
  const result = await decideQuote(deps, one.key, {
    actor: SYSTEM,
    loaded: one.loaded,
    decide: state => {
      const due = dueNow(state, business, one);
      return due.kind === 'offer' ? planMove(state, { offer: due.offer, ...plannedAs(due.facts, business) }) : noChange;
    },
  });
  if (E.isLeft(result)) {
    deps.log('warn', 'PlanRefused', { refusal: result.left.refusal });
    return result.left.refusal;
  }
  const { state } = result.right;
  const due = dueNow(state, business, one);
  return state.draft?.move ?? (due.kind === 'offer' ? due.offer.move : due.reason);
};

/** What is due by the log just now. Of another contact's turn, and of an earlier expiry, nobody has asked yet. */
const dueNow = (
  state: QuoteState,
  { policy, today }: BusinessContext,
  { contactRef, leaves }: { readonly contactRef: string; readonly leaves: LocalDate | null },
):
  | { readonly kind: 'offer'; readonly offer: Offer; readonly facts: Facts }
  | { readonly kind: 'none'; readonly reason: string } => {
  const { facts } = state;
  if (!facts) return { kind: 'none', reason: 'not-listed' };
  if (facts.contactRef !== contactRef) return { kind: 'none', reason: 'contact-changed' };
  if (facts.expires !== null && (leaves === null || leaves > facts.expires))
    return { kind: 'none', reason: 'cannot-leave-in-time' };
  const due = whatIsDue(state, 'fine', cadenceFor(overrideOf(facts), tierFor(facts, policy)), policy, today);
  if (due.kind === 'offer') return { kind: 'offer', offer: due.offer, facts };
  return { kind: 'none', reason: due.kind === 'rest' ? due.reason : due.kind };
};
