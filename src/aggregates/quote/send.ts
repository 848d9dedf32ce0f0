import { type ContactStanding, whyStopped } from '../../cadence/due.ts';
import type { Policy } from '../../cadence/policy.ts';
import { mayLeaveAt, nextAllowedMinute, type SendingHours, wallClock } from '../../cadence/sending-hours.ts';
import { newEvent } from '../../events/event-type.ts';
import {
  ClaimReturned,
  NudgeSent,
  type QuoteEvent,
  SendClaimed,
  SendDeferred,
  SendGivenUp,
  SendRefused,
  SendUnknown,
} from '../../events/quote-events.ts';
import { daysBetween } from '../../kernel/local-date.ts';
import { type Decision, emit, noChange, refuse } from '../decider.ts';
import { cellSpeaks, type RowStatus } from './listing.ts';
import type { QuoteEventOf, QuoteState } from './state.ts';

/** A mirror that nobody refreshed for so long may hide an answer in the sheet. */
export const MIRROR_LIFE_MS = 2 * 3_600_000;
/** Deferred for longer than this, an approval is too old to act on. */
export const DEFERRAL_LIFE_MS = 7 * 86_400_000;
/** A claim without an outcome after this long is of unknown outcome. */
export const CLAIM_LIFE_MS = 10 * 60_000;

/** What the gates read at the moment of sending, all of it consistently and just now. */
export interface GateFacts {
  readonly now: Date;
  readonly policy: SendingHours & Pick<Policy, 'nudgeCap' | 'minGapDays'>;
  readonly contact: ContactStanding;
  /** The draft that took the contact's day, if any did. */
  readonly dayTakenBy: { readonly quoteId: string; readonly draftId: string } | null;
  readonly quoteId: string;
  /** Facts hash of the mirror's row, or null if the row is gone or refused. */
  readonly rowFactsHash: string | null;
  /** What the row's own status cell says, and by which reading of the sheet. */
  readonly rowStatus: RowStatus;
  readonly sheetVersion: number;
  readonly rowOwner: string;
  readonly mirrorAgeMs: number;
  readonly paused: boolean;
  /** The log was restored from a backup, and a send that it forgot is not told of yet. */
  readonly forgotten: boolean;
  /** What the log says of the quote or its contact was changed behind its back, and nobody has answered for it. */
  readonly logChanged: boolean;
}

export type Gate =
  | { readonly kind: 'open' }
  | { readonly kind: 'void'; readonly reason: string }
  | { readonly kind: 'defer'; readonly reason: string; readonly until: Date };

/** May this approved draft leave now? Whatever ends the chain voids it; whatever only asks for patience defers it. */
export const gate = (state: QuoteState, facts: GateFacts): Gate => {
  const { draft } = state;
  const { now, policy } = facts;
  const today = wallClock(now, policy.timezone).date;
  // First of all: the other questions are answered from the log.
  if (facts.logChanged) return later('the log was changed behind its back: the admin must answer first', facts, false);
  if (!state.facts || !draft) return { kind: 'void', reason: 'the quote is not listed' };
  const stopped = whyStopped(state, facts.contact, today);
  if (stopped === 'held' && state.holds.every(reason => reason === 'refused-row')) {
    return later('its row in the sheet must be mended first', facts, false);
  }
  if (stopped) return { kind: 'void', reason: stopped };
  if (state.facts.expires !== null && today > state.facts.expires) return { kind: 'void', reason: 'expired' };
  if (state.sentInChain >= policy.nudgeCap) return { kind: 'void', reason: 'cap-reached' };
  if (draft.factsHash !== state.facts.factsHash) return { kind: 'void', reason: 'the row was revised' };
  if (wasSent(state, draft)) return { kind: 'void', reason: 'this step was sent after all' };
  if (facts.rowFactsHash === null) return later('the row is gone from the sheet or must be mended', facts, false);
  // A sync that was cut off may have left the log behind; what only waits for our own write says nothing.
  if (facts.rowStatus !== 'open' && cellSpeaks(state, facts.rowStatus, facts.sheetVersion))
    return later(`its row in the sheet says ${facts.rowStatus}`, facts, false);
  if (facts.rowFactsHash !== draft.factsHash) return { kind: 'void', reason: 'the row was revised' };
  if (facts.rowOwner !== draft.owner) return { kind: 'void', reason: 'the quote has another owner now' };
  if (facts.mirrorAgeMs > MIRROR_LIFE_MS) return later('our copy of the sheet is over two hours old', facts, false);
  if (facts.forgotten) return later('the log was restored and has forgotten sends: run `qf reconcile`', facts, false);
  if (facts.paused) return later('sending is paused', facts, false);
  if (state.deferUntil !== null && state.deferUntil > today) return later('the customer is away', facts, true);
  if (state.lastNudge !== null && daysBetween(state.lastNudge, today) < policy.minGapDays) {
    return later('the last nudge is too recent', facts, true);
  }
  if (!mayLeaveAt(now, policy)) return later('quiet hours or no working day', facts, false);
  const taken = facts.dayTakenBy;
  if (taken && (taken.quoteId !== facts.quoteId || taken.draftId !== draft.id)) {
    return later('this contact already had a nudge today', facts, true);
  }
  return { kind: 'open' };
};

/** A send that was given up may turn out to have arrived while a new draft of its step waits. */
export const wasSent = (state: QuoteState, { stepIndex }: { readonly stepIndex: number }): boolean =>
  state.nudges.some(nudge => nudge.stepIndex === stepIndex);

const PATIENCE_MS = 15 * 60_000;

/** Deferred to the next allowed minute: of a later date, or for what may change any time a quarter of an hour on. */
const later = (reason: string, { now, policy }: GateFacts, onLaterDate: boolean): Gate => {
  const asked = onLaterDate || !mayLeaveAt(now, policy) ? now : new Date(now.getTime() + PATIENCE_MS);
  const until = nextAllowedMinute(asked, policy, { onLaterDate });
  return until ? { kind: 'defer', reason, until } : { kind: 'void', reason: 'no working day within a year' };
};

/** Records a deferral; over seven days of deferring, the approval is void and the step open. */
export const deferSend = (
  state: QuoteState,
  { draftId, until, reason }: { readonly draftId: string; readonly until: Date; readonly reason: string },
): Decision<QuoteEvent> => {
  const { draft } = state;
  if (draft?.id !== draftId || draft.status !== 'approved')
    return refuse('DraftSettled', 'this draft is no longer approved');
  if (draft.sendAfter === until.toISOString() && draft.deferredSince !== null) return noChange;
  return emit(newEvent(SendDeferred, { draftId, until: until.toISOString(), reason }, null));
};

/** True when an approval was put off for too long to stand: from the tap to the minute it would leave. */
export const deferredTooLong = (state: QuoteState, until: Date, now: Date): boolean => {
  const since = state.draft?.deferredSince ?? now.toISOString();
  return until.getTime() - Date.parse(since) > DEFERRAL_LIFE_MS;
};

/**
 * Claims the send at the version the gates read: of two that race, one wins and the other looks again. What the log
 * of the quote alone can say is asked once more: nothing is claimed after an answer, a close or an expiry, nothing
 * but the facts that were approved, and no step twice.
 */
export const claimSend = (state: QuoteState, data: QuoteEventOf<'SendClaimed'>['data']): Decision<QuoteEvent> => {
  const { draft, facts } = state;
  if (draft?.id !== data.draftId || draft.status !== 'approved' || !facts)
    return refuse('NotApproved', 'this draft is not approved');
  const stopped = whyStopped(state, 'fine', data.day);
  if (stopped) return refuse('ChainRests', `the quote is at rest: ${stopped}`);
  if (facts.expires !== null && data.day > facts.expires) return refuse('ChainRests', 'the quote is at rest: expired');
  if (draft.factsHash !== facts.factsHash) return refuse('DraftChanged', 'the row was revised');
  if (wasSent(state, draft)) return refuse('StepSent', 'this step was sent after all');
  return emit(newEvent(SendClaimed, data, null));
};

const claimed = (state: QuoteState, draftId: string, claim: string): boolean =>
  state.draft?.id === draftId && state.draft.claim?.id === claim;

export const recordSent = (state: QuoteState, data: QuoteEventOf<'NudgeSent'>['data']): Decision<QuoteEvent> => {
  if (state.nudges.some(({ draftId }) => draftId === data.draftId)) return noChange;
  const givenUp = state.closedDrafts.some(({ id, how }) => id === data.draftId && how === 'given-up');
  if (!claimed(state, data.draftId, data.claim) && !givenUp) return refuse('NotClaimed', 'this send was never claimed');
  return emit(newEvent(NudgeSent, data, null));
};

export const recordRefused = (state: QuoteState, data: QuoteEventOf<'SendRefused'>['data']): Decision<QuoteEvent> =>
  claimed(state, data.draftId, data.claim) ? emit(newEvent(SendRefused, data, null)) : noChange;

export const returnClaim = (state: QuoteState, data: QuoteEventOf<'ClaimReturned'>['data']): Decision<QuoteEvent> =>
  claimed(state, data.draftId, data.claim) ? emit(newEvent(ClaimReturned, data, null)) : noChange;

/** A claim without an outcome for ten minutes. From then on only a delivery event, a late record or a rep settles it. */
export const callUnknown = (
  state: QuoteState,
  { now, force = false }: { readonly now: Date; readonly force?: boolean },
): Decision<QuoteEvent> => {
  const { draft } = state;
  if (draft?.status !== 'claimed' || !draft.claim) return noChange;
  if (!force && now.getTime() - Date.parse(draft.claim.at) < CLAIM_LIFE_MS) return noChange;
  return emit(newEvent(SendUnknown, { draftId: draft.id, claim: draft.claim.id }, null));
};

/** "Send again", by a person only: the step opens and a new draft of it is offered. */
export const giveUpSend = (state: QuoteState, { draftId }: { readonly draftId: string }): Decision<QuoteEvent> => {
  const { draft } = state;
  if (draft?.id !== draftId || draft.status !== 'unknown' || !draft.claim) {
    return state.closedDrafts.some(({ id, how }) => id === draftId && how === 'given-up')
      ? noChange
      : refuse('NotUnknown', 'the outcome of this send is known');
  }
  return emit(newEvent(SendGivenUp, { draftId, claim: draft.claim.id }, null));
};
