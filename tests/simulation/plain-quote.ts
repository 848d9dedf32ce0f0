import type { Facts } from '../../src/events/quote-events.ts';
import type { QuoteTold } from './told.ts';

export interface PlainDraft {
  readonly id: string;
  readonly status: 'planned' | 'written' | 'mailed' | 'approved' | 'claimed' | 'unknown';
  /** Instant since which it is so, or until which it waits. */
  readonly since: string;
  readonly last: boolean;
}

/** A quote as its events tell it, said once more and as plainly as it can be: nothing is shared with the code it judges. */
export interface PlainQuote {
  readonly facts: Facts | null;
  readonly closed: string | null;
  readonly expired: string | null;
  readonly holds: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  readonly unread: ReadonlySet<string>;
  readonly deferUntil: string | null;
  readonly draft: PlainDraft | null;
  /** Days of this chain's steps that are dealt with: sent, skipped, superseded, lapsed twice. -1: the last call. */
  readonly dealt: ReadonlySet<number>;
  readonly sentInChain: number;
  readonly everSent: boolean;
  readonly lastNudge: string | null;
  readonly lastOffered: string | null;
  readonly movedTo: string | null;
  /** The chain of another number went on here: what was told of it stands in that stream. */
  readonly carriedOver: boolean;
  /** A rep named the day, or the reply, on which it goes on by itself. */
  readonly goesOnBy: string | null;
}

const LAST_CALL = -1;

export const plainOf = (events: readonly QuoteTold[]): PlainQuote => {
  let facts: Facts | null = null;
  let closed: string | null = null;
  let expired: string | null = null;
  const now: { draft: PlainDraft | null } = { draft: null };
  let deferUntil: string | null = null;
  let lastNudge: string | null = null;
  let lastOffered: string | null = null;
  let movedTo: string | null = null;
  let goesOnBy: string | null = null;
  let [sentInChain, everSent, carriedOver] = [0, false, false];
  const holds = new Set<string>();
  const answers = new Set<string>();
  const unread = new Set<string>();
  const dealt = new Set<number>();
  const lapsed = new Map<number, number>();
  const steps = new Map<string, { readonly day: number; readonly supersedes: number | null; readonly chain: number }>();
  let chain = 1;

  const deal = (draftId: string): void => {
    const step = steps.get(draftId);
    if (step?.chain === chain) dealt.add(step.day);
  };
  const become = (id: string, status: PlainDraft['status'], since: string): void => {
    if (now.draft?.id === id) now.draft = { ...now.draft, status, since };
  };
  const settle = (id: string): void => {
    if (now.draft?.id === id) now.draft = null;
  };
  const newChain = (): void => {
    chain++;
    answers.clear();
    dealt.clear();
    lapsed.clear();
    expired = null;
    sentInChain = 0;
    deferUntil = null;
  };

  for (const { type, data, ts, by } of events) {
    switch (type) {
      case 'QuoteListed':
        facts = data.facts;
        break;
      case 'QuoteRevised': {
        const extended: boolean = expired !== null && (data.facts.expires === null || data.facts.expires > expired);
        const later: boolean = facts !== null && data.facts.sent > facts.sent;
        facts = data.facts;
        if (later || extended) newChain();
        break;
      }
      case 'QuoteHeld':
        holds.add(data.reason);
        if (data.reason === 'rep') goesOnBy = data.until;
        break;
      case 'HoldEnded':
        holds.delete(data.reason);
        if (data.reason === 'vanished') movedTo = null;
        break;
      case 'QuoteClosed':
        closed = data.outcome;
        break;
      case 'QuoteReopened':
        closed = null;
        break;
      case 'QuoteExpired':
        expired = data.expires;
        break;
      case 'QuoteRenumbered':
        movedTo = data.to;
        break;
      case 'ChainCarriedOver':
        carriedOver = true;
        holds.delete('renumbering');
        holds.delete('first-sync');
        if (movedTo !== null) holds.delete('vanished');
        movedTo = null;
        answers.clear();
        if (data.rests.answered) answers.add('carried over');
        if (data.rests.byRep) holds.add('rep');
        if (data.rests.firstSync) holds.add('first-sync');
        expired = data.rests.expiredOn;
        break;
      case 'MovePlanned': {
        const day = data.stepDay ?? LAST_CALL;
        steps.set(data.draftId, { day, supersedes: data.supersedes, chain });
        if (data.supersedes !== null) dealt.add(data.supersedes);
        now.draft = { id: data.draftId, status: 'planned', since: ts, last: data.stepDay === null };
        lastOffered = data.checked;
        break;
      }
      case 'DraftWritten':
        become(data.draftId, 'written', ts);
        break;
      case 'DraftMailed':
        if (now.draft?.status === 'written') become(data.draftId, 'mailed', ts);
        break;
      case 'ApprovalCancelled':
        become(data.draftId, 'mailed', ts);
        break;
      case 'DraftApproved':
        become(data.draftId, 'approved', data.sendAfter);
        break;
      case 'SendDeferred':
      case 'ClaimReturned':
        become(data.draftId, 'approved', data.until);
        break;
      case 'SendClaimed':
        become(data.draftId, 'claimed', ts);
        break;
      case 'SendUnknown':
        become(data.draftId, 'unknown', ts);
        break;
      case 'NudgeSent': {
        deal(data.draftId);
        if (steps.get(data.draftId)?.chain === chain) sentInChain++;
        everSent = true;
        if (lastNudge === null || data.day > lastNudge) lastNudge = data.day;
        settle(data.draftId);
        break;
      }
      case 'DraftSkipped':
        deal(data.draftId);
        settle(data.draftId);
        break;
      case 'DraftVoided':
        if (!data.opens) deal(data.draftId);
        settle(data.draftId);
        break;
      case 'DraftLapsed': {
        const day = steps.get(data.draftId)?.day ?? 0;
        lapsed.set(day, data.time);
        if (data.time >= 2) deal(data.draftId);
        settle(data.draftId);
        break;
      }
      case 'SendRefused':
      case 'SendGivenUp':
        settle(data.draftId);
        break;
      case 'ReplyReceived':
        unread.add(data.replyId);
        break;
      case 'ReplyLabelled':
        unread.delete(data.replyId);
        if (data.label === 'out-of-office') {
          answers.delete(data.replyId);
          deferUntil = data.deferUntil;
        } else answers.add(data.replyId);
        break;
      case 'ReplyTaken':
        if (data.pickUpAfter !== null) goesOnBy = data.pickUpAfter;
        break;
      case 'ReplyDismissed':
        unread.delete(data.replyId);
        answers.delete(data.replyId);
        break;
      case 'AnsweredElsewhere':
        answers.add('elsewhere');
        if (data.draftId !== null) settle(data.draftId);
        break;
      case 'ChainResumed':
        answers.clear();
        deferUntil = data.from;
        if ('user' in by) goesOnBy = null;
        break;
    }
  }
  return {
    facts,
    closed,
    expired,
    holds,
    answers,
    unread,
    deferUntil,
    draft: now.draft,
    dealt,
    sentInChain,
    everSent,
    lastNudge,
    lastOffered,
    movedTo,
    carriedOver,
    goesOnBy,
  };
};
