import * as E from 'fp-ts/lib/Either.js';
import { DateTime } from 'luxon';
import {
  type ContactEvent,
  type ContactState,
  evolveContact,
  type PastContactEvent,
  takeDay,
  unknownContact,
} from '../aggregates/contact/contact.ts';
import type { Decision } from '../aggregates/decision.ts';
import { approveDraft, planMove, voidDraft, writeDraft } from '../aggregates/quote/draft.ts';
import { evolve } from '../aggregates/quote/evolve.ts';
import { expireQuote } from '../aggregates/quote/reply.ts';
import { claimSend, deferredTooLong, deferSend, gate, recordSent } from '../aggregates/quote/send.ts';
import { nothingYet, type QuoteState } from '../aggregates/quote/state.ts';
import { cadenceFor } from '../cadence/cadence-for.ts';
import { type Due, whatIsDue } from '../cadence/due.ts';
import { earliestLeaveDate } from '../cadence/earliest-leave.ts';
import { wallClock } from '../cadence/next-allowed-minute.ts';
import { byValue, onePerContact } from '../cadence/one-per-contact.ts';
import { type Ownership, ownerOf } from '../cadence/owner.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import { tierFor } from '../cadence/tier-for.ts';
import type { PastQuoteEvent, QuoteEvent } from '../events/quote-events.ts';
import { addDays, daysBetween, type LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import type { Row } from '../sheet/row.ts';

/** A nudge that would be sent, or a quote that would be closed out as expired. */
export type Planned =
  | {
      readonly kind: 'nudge';
      readonly checked: LocalDate;
      readonly row: Row;
      readonly move: 'first_nudge' | 'followup' | 'last_call';
      readonly stepIndex: number;
      readonly sendAt: Date;
      readonly ownership: Ownership;
      readonly tier: string;
      readonly daysSinceSent: number;
      readonly daysToExpiry: number | null;
    }
  | { readonly kind: 'expired'; readonly checked: LocalDate; readonly row: Row };

/** One quote of the simulation: the row, what never changes about it, and its chain as the real fold has it. */
interface Quote {
  readonly key: string;
  readonly amount: Money;
  readonly contactRef: string;
  readonly row: Row;
  readonly cadence: Cadence;
  readonly tier: string;
  state: QuoteState;
}

interface Pending {
  readonly quote: Quote;
  readonly nudge: Omit<Extract<Planned, { kind: 'nudge' }>, 'sendAt'>;
  readonly at: Date;
}

/** Every day's check runs at nine by the wall clock. */
const CHECK_HOUR = 9;
/** Deferrals end within a week each; a run that goes on for longer than this is a fault of ours. */
const MOST_ROUNDS = 10_000;

export interface PlanAhead {
  readonly rows: readonly Row[];
  readonly policy: Policy;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * What would leave from `from` to `to` were every draft approved at once and nobody answered: the real decisions and
 * the real fold, over a log that begins empty, without a store. Gives, per check date, the nudges and then the
 * close-outs, each by value. Sends that are still deferred at the end are followed to their minute.
 */
export const planAhead = ({ rows, policy, from, to }: PlanAhead): readonly Planned[] => {
  const quotes = rows.filter(row => row.status === 'open').map(row => quoteOf(row, policy));
  const run = new Run(policy, quotes);
  for (let date = from; date <= to; date = addDays(date, 1)) run.check(date);
  run.sendUntil(null);
  return run.inOrder();
};

const quoteOf = (row: Row, policy: Policy): Quote => {
  const tier = tierFor(row.amount, policy);
  return {
    key: row.key,
    amount: row.amount,
    contactRef: row.contact.toLowerCase(),
    row,
    cadence: cadenceFor(row.override, tier),
    tier: tier.name,
    state: listed(row),
  };
};

const listed = ({ quoteId, contact, amount, sent, expires, owner, team }: Row): QuoteState => ({
  ...nothingYet,
  chain: 1,
  facts: {
    number: quoteId,
    contactRef: contact.toLowerCase(),
    domainRef: '',
    ...amount,
    sent,
    expires,
    owner,
    team,
    override: null,
    factsHash: '',
  },
});

const noVersions = { sheet: '', rules: '', voice: '', config: '', code: '' };

class Run {
  readonly #policy: Policy;
  readonly #quotes: readonly Quote[];
  #open: readonly Quote[];
  readonly #contacts = new Map<string, ContactState>();
  #pending: Pending[] = [];
  readonly #nudges: Extract<Planned, { kind: 'nudge' }>[] = [];
  readonly #expired: Extract<Planned, { kind: 'expired' }>[] = [];

  constructor(policy: Policy, quotes: readonly Quote[]) {
    this.#policy = policy;
    this.#quotes = quotes;
    this.#open = quotes;
  }

  /** One day: what was deferred until now leaves first, then the check offers, and what it offers is approved and tried. */
  check(date: LocalDate): void {
    const now = DateTime.fromISO(date, { zone: this.#policy.timezone }).set({ hour: CHECK_HOUR }).toJSDate();
    this.sendUntil(now);
    const due: { readonly quote: Quote; readonly due: Extract<Due, { kind: 'offer' }> }[] = [];
    for (const quote of this.#open) {
      const answer = whatIsDue(quote.state, 'fine', quote.cadence, this.#policy, date);
      if (answer.kind === 'expire') this.#expire(quote, date, now);
      else if (answer.kind === 'offer') due.push({ quote, due: answer });
    }
    this.#open = this.#open.filter(({ state }) => !state.expired);
    this.#offer(due, date, now);
    this.sendUntil(now);
  }

  #expire(quote: Quote, date: LocalDate, now: Date): void {
    this.#apply(quote, expireQuote(quote.state, { checked: date }), now);
    this.#expired.push({ kind: 'expired', checked: date, row: quote.row });
  }

  #offer(
    due: readonly { readonly quote: Quote; readonly due: Extract<Due, { kind: 'offer' }> }[],
    date: LocalDate,
    now: Date,
  ): void {
    if (due.length === 0) return;
    const served = new Set(
      this.#quotes.filter(({ state }) => state.lastOffered === date).map(({ contactRef }) => contactRef),
    );
    const plainly = earliestLeaveDate(now, this.#policy, () => false);
    const candidates = due.map(({ quote, due: { offer } }) => {
      const days = this.#contacts.get(quote.contactRef)?.days;
      const leaves = days ? earliestLeaveDate(now, this.#policy, day => day in days) : plainly;
      const expires = quote.row.expires;
      const canLeaveInTime = leaves !== null && (expires === null || leaves <= expires);
      return { key: quote.key, amount: quote.amount, contactRef: quote.contactRef, canLeaveInTime, quote, offer };
    });
    for (const { quote, offer } of onePerContact(candidates, served).offered) this.#approve(quote, offer, date, now);
  }

  #approve(quote: Quote, offer: Extract<Due, { kind: 'offer' }>['offer'], date: LocalDate, now: Date): void {
    const { row } = quote;
    const ownership = ownerOf(row, this.#policy);
    const daysSinceSent = daysBetween(row.sent, date);
    const daysToExpiry = row.expires === null ? null : daysBetween(date, row.expires);
    const shared = { checked: date, owner: ownership.owner, tier: quote.tier, daysSinceSent, daysToExpiry };
    this.#apply(
      quote,
      planMove(quote.state, { ...shared, offer, ownerFrom: ownership.from, versions: noVersions }),
      now,
    );
    const draftId = quote.state.draft?.id ?? '';
    this.#apply(
      quote,
      writeDraft(
        quote.state,
        { draftId, textHash: '', source: 'template', model: null, why: null },
        { subject: '', text: '' },
      ),
      now,
    );
    const approval = {
      draftId,
      textHash: '',
      seenHash: '',
      sendAfter: now.toISOString(),
      tokenHash: null,
      secondsAfterMailing: 0,
    };
    this.#apply(quote, approveDraft(quote.state, approval, { address: '', agent: '' }), now);
    const { move, stepIndex } = offer;
    this.#pending.push({
      quote,
      at: now,
      nudge: {
        kind: 'nudge',
        checked: date,
        row,
        move,
        stepIndex,
        ownership,
        tier: quote.tier,
        daysSinceSent,
        daysToExpiry,
      },
    });
  }

  /** Tries what is due by `limit` (null: everything, to the end) in the order of time, then value. */
  sendUntil(limit: Date | null): void {
    for (let round = 0; this.#pending.length > 0 && round < MOST_ROUNDS; round++) {
      const next = this.#pending.reduce((first, { at }) => Math.min(first, at.getTime()), Number.POSITIVE_INFINITY);
      if (limit !== null && next > limit.getTime()) return;
      const now = this.#pending.filter(({ at }) => at.getTime() === next);
      this.#pending = this.#pending.filter(({ at }) => at.getTime() !== next);
      for (const pending of now.sort((a, b) => byValue(a.quote, b.quote))) this.#trySend(pending);
    }
  }

  #trySend(pending: Pending): void {
    const { quote, at: now, nudge } = pending;
    const draftId = quote.state.draft?.id ?? '';
    const day = wallClock(now, this.#policy.timezone).date;
    const contact = this.#contacts.get(quote.contactRef) ?? unknownContact;
    const answer = gate(quote.state, {
      now,
      policy: this.#policy,
      contact: 'fine',
      dayTakenBy: contact.days[day] ?? null,
      quoteId: quote.key,
      rowFactsHash: '',
      rowOwner: nudge.ownership.owner,
      mirrorAgeMs: 0,
      paused: false,
    });
    if (answer.kind === 'open') {
      this.#send(pending, contact, day, draftId);
      return;
    }
    if (answer.kind === 'void' || deferredTooLong(quote.state, answer.until, now)) {
      const reason = answer.reason;
      this.#apply(quote, voidDraft(quote.state, { draftId, reason, opens: true }), now);
      return;
    }
    this.#apply(quote, deferSend(quote.state, { draftId, until: answer.until, reason: answer.reason }), now);
    this.#pending.push({ ...pending, at: answer.until });
  }

  #send(pending: Pending, contact: ContactState, day: LocalDate, draftId: string): void {
    const { quote, at: now, nudge } = pending;
    const taken = takeDay(contact, { date: day, quoteId: quote.key, draftId });
    if (E.isRight(taken) && taken.right) {
      this.#contacts.set(quote.contactRef, evolveContact(contact, pastContact(taken.right, contact.version, now)));
    }
    this.#apply(quote, claimSend(quote.state, { draftId, claim: draftId, day }), now);
    const { move, stepIndex } = nudge;
    const sent = {
      draftId,
      claim: draftId,
      stepIndex,
      move,
      day,
      recipientRef: '',
      messageId: '',
      via: 'email',
      how: 'send',
    } as const;
    this.#apply(quote, recordSent(quote.state, sent), now);
    this.#nudges.push({ ...nudge, sendAt: now });
  }

  #apply(quote: Quote, decision: Decision<QuoteEvent>, now: Date): void {
    if (E.isLeft(decision)) throw new Error(`the plan of ${quote.key} broke: ${decision.left.because}`);
    if (decision.right) quote.state = evolve(quote.state, pastQuote(decision.right, quote.state.version, now));
  }

  /** Per check date its nudges, then its close-outs, each by value. */
  inOrder(): readonly Planned[] {
    const all: readonly Planned[] = [...this.#nudges, ...this.#expired];
    const group = ({ kind }: Planned): number => (kind === 'nudge' ? 0 : 1);
    return [...all].sort((a, b) =>
      a.checked < b.checked ? -1 : a.checked > b.checked ? 1 : group(a) - group(b) || byValue(a.row, b.row),
    );
  }
}

/** Decided events as the folds read them. */
const pastQuote = (event: QuoteEvent, version: number, now: Date): PastQuoteEvent => ({
  ...event,
  ...recorded(version, now),
});
const pastContact = (event: ContactEvent, version: number, now: Date): PastContactEvent => ({
  ...event,
  ...recorded(version, now),
});
const recorded = (version: number, now: Date) => ({
  version: version + 1,
  ts: now.toISOString(),
  by: { system: 'plan' },
});
