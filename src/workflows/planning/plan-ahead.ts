import * as E from 'fp-ts/lib/Either.js';
import { DateTime } from 'luxon';
import { type ContactState, evolveContact, initialContact, takeDay } from '../../aggregates/contact.ts';
import { deferredTooLong, gate } from '../../aggregates/quote/send.ts';
import { type Offer, whatIsDue } from '../../cadence/due.ts';
import { byValue, onePerContact } from '../../cadence/one-per-contact.ts';
import { type Ownership, ownerOf } from '../../cadence/owner.ts';
import type { Policy } from '../../cadence/policy.ts';
import { earliestLeaveDate, wallClock } from '../../cadence/sending-hours.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Row } from '../../sheet/row.ts';
import { type BegunQuote, mayGoOn, PlanQuote, Roads } from './plan-quote.ts';

export interface PlannedNudge {
  readonly kind: 'nudge';
  readonly checked: LocalDate;
  readonly row: Row;
  readonly move: Offer['move'];
  readonly stepIndex: number;
  readonly sendAt: Date;
  readonly owner: string;
  readonly ownerFrom: 'row' | 'team' | 'admin';
  /** The amount's tier, even where the row has a cadence of its own. */
  readonly tier: string;
  readonly daysSinceSent: number;
  /** Null without an expiry. */
  readonly daysToExpiry: number | null;
}

export interface PlannedExpiry {
  readonly kind: 'expired';
  readonly checked: LocalDate;
  readonly row: Row;
}

/** A nudge that would be sent, or a quote that would be closed out as expired. */
export type Planned = PlannedNudge | PlannedExpiry;

export interface PlanAhead {
  readonly rows: readonly Row[];
  readonly policy: Policy;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Where things stand when the plan begins; absent: nothing has happened. */
  readonly begun?: Begun;
}

/** A plan that goes on from what the log holds. */
export interface Begun {
  /** What waits for a decision, or was approved, may leave from then on. */
  readonly at: Date;
  /** Null: nothing is known of the quote yet. */
  readonly standingOf: (row: Row) => BegunQuote | null;
}

/**
 * What would leave from `from` to `to` were every draft approved at once and nobody answered: the real decisions and
 * the real fold, over a log that begins empty, without a store. Gives, per check date, the nudges and then the
 * close-outs, each by value. Sends that are still deferred at the end are followed to their minute.
 */
export const planAhead = (input: PlanAhead): readonly Planned[] => {
  const days = planDays(input);
  for (;;) {
    const day = days.next();
    if (day.done) return day.value;
  }
};

/** The same day by day: yields each date that was checked, so that a long plan can be watched and left. */
export function* planDays({ rows, policy, from, to, begun }: PlanAhead): Generator<LocalDate, readonly Planned[]> {
  const run = new Run(rows, policy, begun ?? null);
  for (let date = from; date <= to; date = addDays(date, 1)) {
    run.check(date);
    yield date;
  }
  run.sendUntil(null);
  return run.inOrder();
}

/** Every day's check runs at nine by the wall clock. */
const CHECK_HOUR = 9;
/** Deferrals end within a week each; a run that goes on for longer than this is a fault of ours. */
const MAX_ROUNDS = 10_000;

interface CheckedDay {
  readonly nudges: PlannedNudge[];
  readonly expired: PlannedExpiry[];
}

interface Pending {
  readonly quote: PlanQuote;
  readonly checked: LocalDate;
  readonly offer: Offer;
}

class Run {
  readonly #policy: Policy;
  #open: readonly PlanQuote[];
  readonly #contacts = new Map<string, ContactState>();
  /** Approved and not yet sent, by the instant of the next try. */
  readonly #pending = new Map<number, Pending[]>();
  readonly #owners = new Map<string, Ownership>();
  /** By the date of the check; dates are checked in their order. */
  readonly #days = new Map<LocalDate, CheckedDay>();

  constructor(rows: readonly Row[], policy: Policy, begun: Begun | null) {
    const roads = new Roads();
    this.#policy = policy;
    this.#open = rows.flatMap(row => {
      const known = begun?.standingOf(row) ?? null;
      return mayGoOn(row, known) ? [new PlanQuote(row, policy, roads, known)] : [];
    });
    if (begun) for (const quote of this.#open) this.#takeUp(quote, begun.at);
  }

  /** A draft that waits, approved or not, is tried like any other that was approved. */
  #takeUp(quote: PlanQuote, at: Date): void {
    const offer = quote.approveWaiting();
    if (offer) this.#await(quote.sendAfter(at), { quote, checked: wallClock(at, this.#policy.timezone).date, offer });
  }

  /** One day: what was deferred until now leaves first, then the check offers, and each offer is approved and tried. */
  check(date: LocalDate): void {
    const now = DateTime.fromISO(date, { zone: this.#policy.timezone }).set({ hour: CHECK_HOUR }).toJSDate();
    this.sendUntil(now);
    const due: { readonly quote: PlanQuote; readonly offer: Offer }[] = [];
    const { expired } = this.#dayOf(date);
    for (const quote of this.#open) {
      quote.goOnBy(date, now);
      const answer = whatIsDue(quote.chain, quote.contact, quote.cadence, this.#policy, date);
      if (answer.kind === 'offer') due.push({ quote, offer: answer.offer });
      if (answer.kind !== 'expire') continue;
      quote.expire(date, now);
      expired.push({ kind: 'expired', checked: date, row: quote.row });
    }
    if (expired.length > 0) this.#open = this.#open.filter(({ standing }) => !standing.expired);
    if (due.length > 0) this.#offer(due, date, now);
  }

  /** One contact, one offer; nothing that could not leave by its expiry. A plan checks each date once: nobody is served yet. */
  #offer(due: readonly { readonly quote: PlanQuote; readonly offer: Offer }[], date: LocalDate, now: Date): void {
    const plainly = earliestLeaveDate(now, this.#policy, () => false);
    const candidates = due.map(({ quote, offer }) => {
      const { key, amount, contactRef, row } = quote;
      const taken = this.#contacts.get(contactRef)?.days ?? quote.daysTaken;
      const leaves = plainly !== null && plainly in taken ? this.#leavesBeside(taken, now) : plainly;
      const canLeaveInTime = leaves !== null && (row.expires === null || leaves <= row.expires);
      return { key, amount, contactRef, canLeaveInTime, quote, offer };
    });
    for (const { quote, offer } of onePerContact(candidates, new Set()).offered) {
      quote.approve(offer, date, now);
      this.#trySend({ quote, checked: date, offer }, now);
    }
  }

  #leavesBeside(taken: ContactState['days'], now: Date): LocalDate | null {
    return earliestLeaveDate(now, this.#policy, day => day in taken);
  }

  #await(at: Date, pending: Pending): void {
    const waiting = this.#pending.get(at.getTime());
    if (waiting) waiting.push(pending);
    else this.#pending.set(at.getTime(), [pending]);
  }

  /** Tries what is due by `limit` (null: everything, to the end) in the order of time, then value. */
  sendUntil(limit: Date | null): void {
    for (let round = 0; this.#pending.size > 0; round++) {
      if (round > MAX_ROUNDS) throw new Error('the plan broke: a send is deferred for ever');
      const next = Math.min(...this.#pending.keys());
      if (limit !== null && next > limit.getTime()) return;
      const now = this.#pending.get(next) ?? [];
      this.#pending.delete(next);
      const at = new Date(next);
      for (const pending of now.sort((a, b) => byValue(a.quote, b.quote))) this.#trySend(pending, at);
    }
  }

  #trySend(pending: Pending, now: Date): void {
    const { quote } = pending;
    const day = wallClock(now, this.#policy.timezone).date;
    const contact = this.#contacts.get(quote.contactRef) ?? { ...initialContact, days: quote.daysTaken };
    const answer = gate(quote.state, {
      now,
      policy: this.#policy,
      contact: quote.contact,
      dayTakenBy: contact.days[day] ?? null,
      quoteId: quote.key,
      rowFactsHash: '',
      rowStatus: 'open',
      sheetVersion: 0,
      rowOwner: '',
      mirrorAgeMs: 0,
      paused: false,
      forgotten: false,
      logChanged: false,
    });
    if (answer.kind === 'open') this.#send(pending, contact, day, now);
    else if (answer.kind === 'void' || deferredTooLong(quote.state, answer.until, now)) {
      quote.openAgain(answer.reason, now);
    } else {
      quote.defer(answer.until, answer.reason, now);
      this.#await(answer.until, pending);
    }
  }

  #send({ quote, checked, offer }: Pending, contact: ContactState, day: LocalDate, now: Date): void {
    const taken = takeDay(contact, { date: day, quoteId: quote.key, draftId: quote.draftId });
    if (E.isLeft(taken)) throw new Error(`the plan of ${quote.key} broke: ${taken.left.because}`);
    if (taken.right) {
      const past = { version: contact.version + 1, ts: now.toISOString(), by: { system: 'plan' } };
      this.#contacts.set(quote.contactRef, evolveContact(contact, { ...taken.right, ...past }));
    }
    quote.send(day, now);
    this.#dayOf(checked).nudges.push(this.#nudge(quote, checked, offer, now));
  }

  #nudge({ row, tier }: PlanQuote, checked: LocalDate, { move, stepIndex }: Offer, sendAt: Date): PlannedNudge {
    const { owner, from: ownerFrom } = this.#ownerOf(row);
    const daysSinceSent = daysBetween(row.sent, checked);
    const daysToExpiry = row.expires === null ? null : daysBetween(checked, row.expires);
    return {
      kind: 'nudge',
      checked,
      row,
      move,
      stepIndex,
      sendAt,
      owner,
      ownerFrom,
      tier,
      daysSinceSent,
      daysToExpiry,
    };
  }

  /** Per check date its nudges, then its close-outs, each by value. */
  inOrder(): readonly Planned[] {
    return [...this.#days.values()].flatMap(({ nudges, expired }) => [
      ...nudges.sort((a, b) => byValue(a.row, b.row)),
      ...expired.sort((a, b) => byValue(a.row, b.row)),
    ]);
  }

  #dayOf(checked: LocalDate): CheckedDay {
    const known = this.#days.get(checked);
    if (known) return known;
    const day = { nudges: [], expired: [] };
    this.#days.set(checked, day);
    return day;
  }

  /** A long sheet names few owners. */
  #ownerOf({ owner, team }: Row): Ownership {
    const key = JSON.stringify([owner, team]);
    const known = this.#owners.get(key);
    if (known) return known;
    const ownership = ownerOf({ owner, team }, this.#policy);
    this.#owners.set(key, ownership);
    return ownership;
  }
}
