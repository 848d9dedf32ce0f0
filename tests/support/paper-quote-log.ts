import type { RecordedQuoteEvent } from '../../src/events/quote-events.ts';

/** A quote's log read by hand, one event after another: what stands against sending, and what was sent. */
export class PaperQuoteLog {
  readonly answers = new Set<string>();
  readonly unread = new Set<string>();
  readonly holds = new Set<string>();
  closed: string | null = null;
  expired = false;
  #expiredOn: string | null = null;
  #sent = '';
  #expires: string | null = null;
  #facts = '';
  readonly sentSteps: number[] = [];
  readonly sentDays: string[] = [];
  readonly claimedWhileResting: string[] = [];
  mostSentInAChain = 0;
  #chain = 1;
  readonly #chainOf = new Map<string, number>();
  readonly #factsOf = new Map<string, string>();
  readonly #sentInChain = new Map<number, number>();
  readonly #givenUp = new Set<string>();
  readonly #dismissed = new Set<string>();

  happened(event: RecordedQuoteEvent): void {
    switch (event.type) {
      case 'QuoteListed':
      case 'QuoteRevised':
        this.#row(event.data.facts);
        return;
      case 'QuoteHeld':
        this.holds.add(event.data.reason);
        return;
      case 'HoldEnded':
        this.holds.delete(event.data.reason);
        return;
      case 'QuoteClosed':
        this.closed = event.data.outcome;
        return;
      case 'QuoteReopened':
        this.closed = null;
        return;
      case 'QuoteExpired':
        this.expired = true;
        this.#expiredOn = event.data.expires;
        return;
      case 'ReplyReceived':
        this.unread.add(event.data.replyId);
        return;
      case 'ReplyLabelled': {
        const { replyId, label } = event.data;
        this.unread.delete(replyId);
        if (label === 'out-of-office' || this.#dismissed.has(replyId)) this.answers.delete(replyId);
        else this.answers.add(replyId);
        return;
      }
      case 'ReplyDismissed':
        this.#dismissed.add(event.data.replyId);
        this.unread.delete(event.data.replyId);
        this.answers.delete(event.data.replyId);
        return;
      case 'AnsweredElsewhere':
        this.answers.add('elsewhere');
        return;
      case 'ChainResumed':
        this.answers.clear();
        return;
      case 'MovePlanned':
        this.#chainOf.set(event.data.draftId, this.#chain);
        this.#factsOf.set(event.data.draftId, event.data.factsHash);
        return;
      case 'SendClaimed':
        this.#claimed(event.data.draftId, event.data.day);
        return;
      case 'NudgeSent':
        this.#nudgeSent(event.data.draftId, event.data.stepIndex, event.data.day);
        return;
      case 'SendGivenUp':
        this.#givenUp.add(event.data.draftId);
        return;
    }
  }

  #row({ sent, expires, factsHash }: { sent: string; expires: string | null; factsHash: string }): void {
    const sentLater = this.#sent !== '' && sent > this.#sent;
    const extended = this.expired && this.#expiredOn !== null && (expires === null || expires > this.#expiredOn);
    if (sentLater || extended) {
      this.#chain++;
      this.answers.clear();
      this.expired = false;
    }
    this.#sent = sent;
    this.#expires = expires;
    this.#facts = factsHash;
  }

  #claimed(draftId: string, day: string): void {
    const against = [
      ...(this.closed === null ? [] : [`closed ${this.closed}`]),
      ...[...this.holds].map(hold => `held ${hold}`),
      ...(this.expired || (this.#expires !== null && day > this.#expires) ? ['expired'] : []),
      ...[...this.answers].map(answer => `answered ${answer}`),
      ...[...this.unread].map(reply => `unread ${reply}`),
      ...(this.#factsOf.get(draftId) === this.#facts ? [] : ['other facts']),
    ];
    if (against.length > 0) this.claimedWhileResting.push(`${draftId} on ${day}: ${against.join(', ')}`);
  }

  /** A send that a person gave up and asked for again may arrive after all: that second one was theirs to answer for. */
  #nudgeSent(draftId: string, step: number, day: string): void {
    if (this.#givenUp.has(draftId)) return;
    this.sentSteps.push(step);
    this.sentDays.push(day);
    const chain = this.#chainOf.get(draftId) ?? 0;
    this.#sentInChain.set(chain, (this.#sentInChain.get(chain) ?? 0) + 1);
    this.mostSentInAChain = Math.max(...this.#sentInChain.values());
  }
}
