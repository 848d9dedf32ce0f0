import * as E from 'fp-ts/lib/Either.js';
import type { Decision } from '../aggregates/decision.ts';
import { approveDraft, planMove, voidDraft, writeDraft } from '../aggregates/quote/draft.ts';
import { evolve } from '../aggregates/quote/evolve.ts';
import { expireQuote } from '../aggregates/quote/reply.ts';
import { claimSend, deferSend, recordSent } from '../aggregates/quote/send.ts';
import { nothingYet, type QuoteState } from '../aggregates/quote/state.ts';
import { cadenceFor } from '../cadence/cadence-for.ts';
import type { Offer } from '../cadence/due.ts';
import { type Ownership, ownerOf } from '../cadence/owner.ts';
import type { Cadence, Policy } from '../cadence/policy.ts';
import { tierFor } from '../cadence/tier-for.ts';
import type { QuoteEvent } from '../events/quote-events.ts';
import { daysBetween, type LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import type { Row } from '../sheet/row.ts';

const noVersions = { sheet: '', rules: '', voice: '', config: '', code: '' };
const nothingSealed = { subject: '', text: '' };

/** A quote as a plan follows it: its row, and its chain as the real decisions and the real fold make it, without a log. */
export class PlanQuote {
  readonly row: Row;
  readonly key: string;
  readonly amount: Money;
  readonly contactRef: string;
  readonly tier: string;
  readonly cadence: Cadence;
  state: QuoteState;

  constructor(row: Row, policy: Policy) {
    const tier = tierFor(row.amount, policy);
    this.row = row;
    this.key = row.key;
    this.amount = row.amount;
    this.contactRef = row.contact.toLowerCase();
    this.tier = tier.name;
    this.cadence = cadenceFor(row.override, tier);
    this.state = { ...nothingYet, chain: 1, facts: factsOf(row, this.contactRef) };
  }

  expire(checked: LocalDate, now: Date): void {
    this.#apply(expireQuote(this.state, { checked }), now);
  }

  /** The step is offered, drafted and approved at once. */
  approve(offer: Offer, checked: LocalDate, now: Date, policy: Policy): Ownership & { readonly draftId: string } {
    const ownership = ownerOf(this.row, policy);
    const move = {
      offer,
      checked,
      owner: ownership.owner,
      ownerFrom: ownership.from,
      tier: this.tier,
      daysSinceSent: daysBetween(this.row.sent, checked),
      daysToExpiry: this.row.expires === null ? null : daysBetween(checked, this.row.expires),
      versions: noVersions,
    };
    this.#apply(planMove(this.state, move), now);
    const draftId = this.draftId;
    const text = { draftId, textHash: '', source: 'template', model: null, why: null } as const;
    this.#apply(writeDraft(this.state, text, nothingSealed), now);
    const sendAfter = now.toISOString();
    const approval = { draftId, textHash: '', seenHash: '', sendAfter, tokenHash: null, secondsAfterMailing: 0 };
    this.#apply(approveDraft(this.state, approval, { address: '', agent: '' }), now);
    return { ...ownership, draftId };
  }

  send(day: LocalDate, now: Date): void {
    const { draft } = this.state;
    if (!draft) throw new Error(`the plan of ${this.key} broke: there is no draft to send`);
    const { id: draftId, stepIndex, move } = draft;
    this.#apply(claimSend(this.state, { draftId, claim: draftId, day }), now);
    const handedOver = { recipientRef: '', messageId: '', via: 'email', how: 'send' } as const;
    this.#apply(recordSent(this.state, { draftId, claim: draftId, stepIndex, move, day, ...handedOver }), now);
  }

  defer(until: Date, reason: string, now: Date): void {
    this.#apply(deferSend(this.state, { draftId: this.draftId, until, reason }), now);
  }

  openAgain(reason: string, now: Date): void {
    this.#apply(voidDraft(this.state, { draftId: this.draftId, reason, opens: true }), now);
  }

  get draftId(): string {
    return this.state.draft?.id ?? '';
  }

  #apply(decision: Decision<QuoteEvent>, now: Date): void {
    if (E.isLeft(decision)) throw new Error(`the plan of ${this.key} broke: ${decision.left.because}`);
    if (!decision.right) return;
    const version = this.state.version + 1;
    this.state = evolve(this.state, { ...decision.right, version, ts: now.toISOString(), by: { system: 'plan' } });
  }
}

/** What the decisions read of a row. One hash for all: in a plan no row is ever revised. */
const factsOf = (row: Row, contactRef: string): NonNullable<QuoteState['facts']> => ({
  number: row.quoteId,
  contactRef,
  domainRef: '',
  minor: row.amount.minor,
  currency: row.amount.currency,
  sent: row.sent,
  expires: row.expires,
  owner: row.owner,
  team: row.team,
  override: null,
  factsHash: '',
});
