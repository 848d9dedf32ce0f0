import * as E from 'fp-ts/lib/Either.js';
import { type ContactState, standingOf } from '../../aggregates/contact.ts';
import type { Decision } from '../../aggregates/decider.ts';
import { approveDraft, nextDraftId, planMove, voidDraft, writeDraft } from '../../aggregates/quote/draft.ts';
import { evolve } from '../../aggregates/quote/evolve.ts';
import { endHoldOnItsDay, holdIsOver } from '../../aggregates/quote/hold.ts';
import { expireQuote } from '../../aggregates/quote/outcome.ts';
import { pickUpDue, resumeChain } from '../../aggregates/quote/reply.ts';
import { claimSend, deferSend, recordSent } from '../../aggregates/quote/send.ts';
import { initialQuote, type QuoteState } from '../../aggregates/quote/state.ts';
import type { ChainState, ContactStanding, Offer } from '../../cadence/due.ts';
import type { Cadence, Policy } from '../../cadence/policy.ts';
import { cadenceFor, tierFor } from '../../cadence/tiers.ts';
import type { QuoteEvent } from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Money } from '../../kernel/money.ts';
import type { Row } from '../../sheet/row.ts';

/** Where a chain stands, whosever it is: quotes that stand alike share one object, which their facts are laid over. */
export type Standing = QuoteState;

const untouched: Standing = { ...initialQuote, chain: 1 };

/** A quote and its contact as the log has them. */
export interface BegunQuote {
  readonly quote: QuoteState;
  readonly contact: ContactState;
}

/** A row that is open, or that a rep's hold keeps closed until a day. */
export const mayGoOn = ({ status }: Row, begun: BegunQuote | null): boolean =>
  status === 'open' || (status === 'hold' && begun !== null && begun.quote.holdUntil !== null);

const noVersions = { sheet: '', rules: '', voice: '', config: '', code: '' };

/** A quote as a plan follows it: its row, and its chain as the real decisions and the real fold make it, without a log. */
export class PlanQuote {
  readonly row: Row;
  readonly key: string;
  readonly amount: Money;
  readonly contactRef: string;
  readonly tier: string;
  readonly cadence: Cadence;
  /** May the contact be written to at all? A plan does not change it. */
  readonly contact: ContactStanding;
  /** The days on which the contact had a nudge before the plan began. */
  readonly daysTaken: ContactState['days'];
  standing: Standing;
  readonly #roads: Roads;

  constructor(row: Row, policy: Policy, roads: Roads, begun: BegunQuote | null) {
    const tier = tierFor(row.amount, policy);
    this.row = row;
    this.key = row.key;
    this.amount = row.amount;
    this.contactRef = row.contact.toLowerCase();
    this.tier = tier.name;
    this.cadence = cadenceFor(row.override, tier);
    this.contact = begun ? standingOf(begun.contact) : 'fine';
    this.daysTaken = begun?.contact.days ?? {};
    this.standing = begun && begun.quote.facts !== null ? begun.quote : untouched;
    this.#roads = roads;
  }

  /** What the decisions read. */
  get state(): QuoteState {
    return { ...this.standing, facts: factsOf(this.row, this.contactRef) };
  }

  /** What the daily check reads: less, for it is asked of every quote on every day. */
  get chain(): ChainState {
    const { standing } = this;
    return {
      facts: this.row,
      closed: standing.closed,
      holds: standing.holds,
      expired: standing.expired,
      answered: standing.answered,
      unlabelled: standing.unlabelled,
      deferUntil: standing.deferUntil,
      draft: standing.draft,
      sentInChain: standing.sentInChain,
      lastNudge: standing.lastNudge,
      everSent: standing.everSent,
      lastHandledStepDay: standing.lastHandledStepDay,
      lastCallHandled: standing.lastCallHandled,
      chainBase: standing.chainBase,
      used: standing.used,
      offered: standing.offered,
    };
  }

  get draftId(): string {
    return this.standing.draft?.id ?? '';
  }

  /** A draft that the log has waiting, approved from now on: the offer it was made for; null where there is none. */
  approveWaiting(): Offer | null {
    const { draft } = this.standing;
    if (!draft || draft.status === 'claimed' || draft.status === 'unknown') return null;
    const asPlanned = { ...draft, owner: '', factsHash: '', status: 'approved' } as const;
    this.standing = { ...this.standing, draft: asPlanned };
    const { move, stepIndex, stepDay } = draft;
    return { move, stepIndex, stepDay, supersedes: null };
  }

  /** When the draft may first be tried. */
  sendAfter(at: Date): Date {
    const after = this.standing.draft?.sendAfter ?? null;
    return after === null || Date.parse(after) < at.getTime() ? at : new Date(after);
  }

  /** What ends by itself on its day, before the check looks: a rep's hold, a reply to be picked up if quiet. */
  goOnBy(date: LocalDate, now: Date): void {
    if (holdIsOver(this.standing, date)) this.#move(now, 'end hold', [state => endHoldOnItsDay(state, date)]);
    if (pickUpDue(this.standing, date) && this.standing.unlabelled === 0)
      this.#move(now, 'pick up', [state => resumeChain(state, { from: date, automatic: true })]);
  }

  expire(checked: LocalDate, now: Date): void {
    this.#move(now, 'expire', [state => expireQuote(state, { checked })]);
  }

  /** The step is offered, drafted and approved at once. Whose it is stands in the plan's own lines. */
  approve(offer: Offer, checked: LocalDate, now: Date): void {
    const { move, stepIndex, stepDay, supersedes } = offer;
    const draftId = nextDraftId(this.standing);
    const shared = { owner: '', ownerFrom: 'admin', tier: '', daysSinceSent: 0, daysToExpiry: null } as const;
    const text = { draftId, textHash: '', source: 'template', model: null, why: null } as const;
    const seen = { draftId, textHash: '', seenHash: '', tokenHash: null, secondsAfterMailing: 0 };
    this.#move(now, `approve ${move} ${stepIndex} ${stepDay} ${supersedes}`, [
      state => planMove(state, { offer, checked, ...shared, versions: noVersions }),
      state => writeDraft(state, text, { subject: '', text: '' }),
      state => approveDraft(state, { ...seen, sendAfter: now.toISOString() }, { address: '', agent: '' }),
    ]);
  }

  send(day: LocalDate, now: Date): void {
    const { draft } = this.standing;
    if (!draft) throw new Error(`the plan of ${this.key} broke: there is no draft to send`);
    const { id: draftId, stepIndex, move } = draft;
    const handedOver = { recipientRef: '', messageId: '', via: 'email', how: 'send' } as const;
    this.#move(now, 'send', [
      state => claimSend(state, { draftId, claim: draftId, day }),
      state => recordSent(state, { draftId, claim: draftId, stepIndex, move, day, ...handedOver }),
    ]);
  }

  defer(until: Date, reason: string, now: Date): void {
    const { draftId } = this;
    this.#move(now, `defer ${until.getTime()} ${reason}`, [state => deferSend(state, { draftId, until, reason })]);
  }

  openAgain(reason: string, now: Date): void {
    const { draftId } = this;
    this.#move(now, `void ${reason}`, [state => voidDraft(state, { draftId, reason, opens: true })]);
  }

  /** Decides and folds, unless another quote that stood just like this one has gone the same way at this instant. */
  #move(now: Date, name: string, decisions: readonly ((state: QuoteState) => Decision<QuoteEvent>)[]): void {
    const known = this.#roads.known(now, this.standing, name);
    if (known) {
      this.standing = known;
      return;
    }
    const before = this.standing;
    for (const decide of decisions) {
      const { state } = this;
      const decision = decide(state);
      if (E.isLeft(decision)) throw new Error(`the plan of ${this.key} broke: ${decision.left.because}`);
      const past = { version: state.version + 1, ts: now.toISOString(), by: { system: 'plan' } };
      if (decision.right) this.standing = evolve(state, { ...decision.right, ...past });
    }
    this.#roads.walked(before, name, this.standing);
  }
}

/** Where each way led that was gone at the instant at hand, from each standing. */
export class Roads {
  #instant = Number.NaN;
  readonly #from = new Map<Standing, Map<string, Standing>>();

  known(now: Date, standing: Standing, name: string): Standing | undefined {
    if (now.getTime() !== this.#instant) {
      this.#instant = now.getTime();
      this.#from.clear();
    }
    return this.#from.get(standing)?.get(name);
  }

  walked(from: Standing, name: string, to: Standing): void {
    const roads = this.#from.get(from);
    if (roads) roads.set(name, to);
    else this.#from.set(from, new Map([[name, to]]));
  }
}

/** One hash for all: in a plan no row is ever revised. */
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
