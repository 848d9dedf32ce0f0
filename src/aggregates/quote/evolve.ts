import type { HoldReason, RecordedQuoteEvent } from '../../events/quote-events.ts';
import { type LocalDate, laterOf } from '../../kernel/local-date.ts';
import {
  type ClosedDraft,
  type Draft,
  initialQuote,
  type QuoteState,
  type Reply,
  stepKey,
  type Unwritten,
} from './state.ts';

type Of<T extends RecordedQuoteEvent['type']> = Extract<RecordedQuoteEvent, { type: T }>;
type SendingEvent = Of<
  'SendDeferred' | 'SendClaimed' | 'ClaimReturned' | 'NudgeSent' | 'SendRefused' | 'SendUnknown' | 'SendGivenUp'
>;

/** From an approved draft to a nudge: deferred, claimed, sent, refused, or of unknown outcome. */
export const applySending = (state: QuoteState, event: SendingEvent): QuoteState => {
  if (event.type === 'NudgeSent') return sent(state, event);
  const { draft } = state;
  if (draft?.id !== event.data.draftId) return state;
  switch (event.type) {
    case 'SendDeferred':
      return {
        ...state,
        draft: { ...draft, sendAfter: event.data.until, deferredSince: draft.deferredSince ?? event.ts },
      };
    case 'SendClaimed':
      return {
        ...state,
        draft: { ...draft, status: 'claimed', claim: { id: event.data.claim, at: event.ts, day: event.data.day } },
      };
    case 'ClaimReturned':
      return { ...state, draft: { ...draft, status: 'approved', claim: null, sendAfter: event.data.until } };
    case 'SendUnknown':
      return { ...state, draft: { ...draft, status: 'unknown' } };
    case 'SendRefused':
      return settle(state, draft, 'refused', event.data.reason, event.ts);
    case 'SendGivenUp':
      return settle(state, draft, 'given-up', null, event.ts);
  }
};

/** Also when the news comes late, after a person gave the send up: a nudge that arrived counts, whoever doubted it. */
const sent = (state: QuoteState, { data, ts }: Of<'NudgeSent'>): QuoteState => {
  const current = state.draft?.id === data.draftId ? state.draft : null;
  const step = current ?? state.closedDrafts.findLast(({ id, how }) => id === data.draftId && how === 'given-up');
  if (!step) return state;
  const dealt = dealWith(current ? settle(state, current, 'sent', null, ts) : state, step);
  return {
    ...dealt,
    sentInChain: state.sentInChain + (step.chain === state.chain ? 1 : 0),
    lastNudge: state.lastNudge === null ? data.day : laterOf(state.lastNudge, data.day),
    everSent: true,
    nudges: [
      ...state.nudges,
      {
        stepIndex: data.stepIndex,
        move: data.move,
        day: data.day,
        draftId: data.draftId,
        messageId: data.messageId,
        textVersion: step.textVersion,
      },
    ],
  };
};

/** The draft is done with; what became of it stays for whoever opens its link later. */
export const settle = (
  state: QuoteState,
  draft: Draft,
  how: ClosedDraft['how'],
  reason: string | null,
  at: string,
): QuoteState => {
  const { id, chain, move, stepIndex, stepDay, mailings, textVersion } = draft;
  return {
    ...state,
    draft: null,
    closedDrafts: [
      ...state.closedDrafts,
      { id, how, reason, at, chain, move, stepIndex, stepDay, mailings, textVersion },
    ],
  };
};

/** The step is dealt with, and not offered again. A draft of an earlier chain deals with nothing in this one. */
export const dealWith = (state: QuoteState, { chain, stepDay }: Pick<Draft, 'chain' | 'stepDay'>): QuoteState => {
  if (chain !== state.chain) return state;
  return stepDay === null
    ? { ...state, lastCallHandled: true }
    : { ...state, lastHandledStepDay: Math.max(state.lastHandledStepDay, stepDay) };
};

type ReplyEvent = Of<
  'ReplyReceived' | 'ReplyLabelled' | 'ReplyTaken' | 'ReplyDismissed' | 'AnsweredElsewhere' | 'ChainResumed'
>;

/** What came from the customer's side, and what people made of it. */
export const applyReply = (state: QuoteState, event: ReplyEvent): QuoteState => {
  switch (event.type) {
    case 'ReplyReceived':
      return recount({ ...state, replies: [...state.replies, received(event)] });
    case 'ReplyLabelled':
      return labelled(state, event);
    case 'ReplyTaken':
      return {
        ...state,
        replies: change(state, event.data.replyId, {
          taken: true,
          takenBy: 'user' in event.by ? { user: event.by.user, at: event.ts } : null,
          pickUpAfter: event.data.pickUpAfter,
        }),
      };
    case 'ReplyDismissed':
      return recount({ ...state, replies: change(state, event.data.replyId, { dismissed: true }) });
    case 'AnsweredElsewhere':
      return recount({ ...state, answeredElsewhere: true });
    case 'ChainResumed':
      return recount({
        ...state,
        answeredElsewhere: false,
        resumedFrom: event.data.from,
        replies: state.replies.map(reply =>
          reply.label === null ? reply : { ...reply, lifted: true, pickUpAfter: null },
        ),
      });
  }
};

const received = ({ data, ts }: Of<'ReplyReceived'>): Reply => ({
  id: data.replyId,
  day: data.day,
  at: ts,
  label: null,
  labelledBy: null,
  deferUntil: null,
  resumeOffer: null,
  taken: false,
  takenBy: null,
  pickUpAfter: null,
  dismissed: false,
  lifted: false,
  bodyKey: data.bodyKey,
  fromContact: data.fromContact,
  authenticated: data.authenticated,
  leaving: data.leaving,
});

/** A label put right by a person replaces the first, and rests the chain anew even where it was resumed. */
const labelled = (state: QuoteState, { data }: Of<'ReplyLabelled'>): QuoteState => {
  const { replyId, label, by, deferUntil, resumeOffer } = data;
  const part = { label, labelledBy: by, deferUntil, resumeOffer, lifted: false };
  return recount({ ...state, replies: change(state, replyId, part) });
};

const change = (state: QuoteState, id: string, part: Partial<Reply>): readonly Reply[] =>
  state.replies.map(reply => (reply.id === id ? { ...reply, ...part } : reply));

/** A new chain lifts the answers. That the customer is away until some day stays true. */
export const liftAnswers = (state: QuoteState): QuoteState =>
  recount({
    ...state,
    answeredElsewhere: false,
    replies: state.replies.map(reply => (rests(reply) ? { ...reply, lifted: true } : reply)),
  });

const rests = ({ label, dismissed, lifted }: Reply): boolean =>
  label !== null && label !== 'out-of-office' && !dismissed && !lifted;

const defers = ({ label, dismissed, lifted }: Reply): boolean => label === 'out-of-office' && !dismissed && !lifted;

/** What all replies together come to: to take one back leaves what the others say in force. */
const recount = (state: QuoteState): QuoteState => {
  const { replies, answeredElsewhere, resumedFrom } = state;
  const away = replies.filter(defers).map(({ deferUntil }) => deferUntil);
  return {
    ...state,
    unlabelled: replies.filter(({ label, dismissed }) => label === null && !dismissed).length,
    answered: replies.findLast(rests)?.id ?? (answeredElsewhere ? 'elsewhere' : null),
    deferUntil: [resumedFrom, ...away].reduce(latest, null),
  };
};

const latest = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? (a ?? b) : laterOf(a, b);

type CarriedOver = Extract<RecordedQuoteEvent, { type: 'ChainCarriedOver' }>;

/** A number that comes back has been held as vanished all the while. */
const ended = ({ renumberedTo }: QuoteState, hold: HoldReason): boolean =>
  hold === 'renumbering' || hold === 'first-sync' || (hold === 'vanished' && renumberedTo !== null);

/**
 * The chain goes on where it stood under the earlier number. An answer given there rests it here too; the reply itself
 * stays where it came in.
 */
export const carriedOver = (
  state: QuoteState,
  { data: { chain, sent, rests, original } }: CarriedOver,
): QuoteState => ({
  ...state,
  ...chain,
  sentInChain: sent.sentInChain,
  lastNudge: sent.lastNudge,
  everSent: sent.everSent,
  nudges: sent.nudges.map(nudge => ({ ...nudge, textVersion: null })),
  answeredElsewhere: rests.answered,
  answered: rests.answered ? 'elsewhere' : null,
  resumedFrom: rests.deferUntil,
  deferUntil: rests.deferUntil,
  expired: rests.expiredOn !== null,
  expiredOn: rests.expiredOn,
  holds: [
    ...state.holds.filter(hold => !ended(state, hold)),
    ...(rests.byRep && !state.holds.includes('rep') ? (['rep'] satisfies HoldReason[]) : []),
    ...(rests.firstSync ? (['first-sync'] satisfies HoldReason[]) : []),
  ],
  holdUntil: rests.byRep ? rests.repUntil : state.holdUntil,
  original: original ?? state.original,
  renumberedTo: null,
});

/** The fold of a quote: each event laid over what was known. Total over every action of a quote's stream. */
export const evolve = (state: QuoteState, event: RecordedQuoteEvent): QuoteState => {
  const stamp = { version: event.version, lastTs: event.ts };
  const next = follow(apply(state, event), event);
  // A fresh object is stamped in place: a second copy of so wide a state would double the price of every fold.
  return next === state ? { ...state, ...stamp } : Object.assign(next, stamp);
};

export const fold = (events: Iterable<RecordedQuoteEvent>, from: QuoteState = initialQuote): QuoteState => {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
};

const apply = (state: QuoteState, event: RecordedQuoteEvent): QuoteState => {
  switch (event.type) {
    case 'QuoteListed':
      return { ...state, facts: event.data.facts, factsVersion: event.version, chain: 1 };
    case 'QuoteRevised':
      return revised(state, event);
    case 'QuoteHeld':
      return held(state, event);
    case 'HoldEnded':
      return {
        ...state,
        holds: state.holds.filter(reason => reason !== event.data.reason),
        holdUntil: event.data.reason === 'rep' ? null : state.holdUntil,
        renumberedTo: event.data.reason === 'vanished' ? null : state.renumberedTo,
        unwritten: event.data.reason === 'rep' ? afterRepsHold(state, event) : state.unwritten,
      };
    case 'QuoteClosed':
      return {
        ...state,
        closed: event.data.outcome,
        closedBy: event.data.source,
        unwritten: event.data.source === 'rep' ? toWrite(state, event, event.data.outcome) : null,
      };
    case 'QuoteReopened':
      return {
        ...state,
        closed: null,
        closedBy: null,
        unwritten: event.data.source === 'rep' ? toWrite(state, event, 'open') : null,
      };
    case 'QuoteExpired':
      return { ...state, expired: true, expiredOn: event.data.expires };
    case 'CapReached':
      return { ...state, capTold: true };
    case 'NoticeMailed': {
      const { dayMail = null } = event.data;
      return { ...state, notices: [...state.notices, { ...event.data, at: event.ts, dayMail }] };
    }
    case 'LetterSent':
      return { ...state, lettersSent: [...state.lettersSent, event.data.letter] };
    case 'OriginalKept':
      return { ...state, original: event.data };
    case 'RowWrittenBack':
      return written(state, event);
    case 'RowWriteFailed':
      return event.data.field === 'status' ? writeFailed(state, event.ts, event.data.problem) : state;
    case 'QuoteRenumbered':
      return { ...state, renumberedTo: event.data.to };
    case 'ChainCarriedOver':
      return laterExpiry(carriedOver(state, event));
    case 'MovePlanned':
      return planned(state, event);
    case 'DraftWritten':
    case 'DraftMailed':
    case 'DraftEdited':
    case 'DraftApproved':
    case 'ApprovalCancelled':
      return drafted(state, event);
    case 'DraftSkipped':
    case 'DraftVoided':
    case 'DraftLapsed':
      return dropped(state, event);
    case 'SendDeferred':
    case 'SendClaimed':
    case 'ClaimReturned':
    case 'NudgeSent':
    case 'SendRefused':
    case 'SendUnknown':
    case 'SendGivenUp':
      return applySending(state, event);
    case 'ReplyReceived':
    case 'ReplyLabelled':
    case 'ReplyTaken':
    case 'ReplyDismissed':
    case 'AnsweredElsewhere':
    case 'ChainResumed':
      return applyReply(state, event);
  }
};

const held = (state: QuoteState, event: Of<'QuoteHeld'>): QuoteState => {
  const { reason, cause, until } = event.data;
  const byRep = reason === 'rep';
  if (state.holds.includes(reason)) return byRep ? { ...state, holdUntil: until } : state;
  return {
    ...state,
    holds: [...state.holds, reason],
    holdCauses: cause === null ? state.holdCauses : { ...state.holdCauses, [reason]: cause },
    holdUntil: byRep ? until : state.holdUntil,
    unwritten: byRep ? toWrite(state, event, 'hold') : reason === 'status' ? null : state.unwritten,
  };
};

/** A person who ends the hold here is quoted in the sheet, and so is the day they named; one who ended it in the sheet has had their say there. */
const afterRepsHold = (state: QuoteState, event: Of<'HoldEnded'>): QuoteState['unwritten'] =>
  'user' in event.by || event.data.automatic ? toWrite(state, event, 'open') : null;

const toWrite = (state: QuoteState, { version }: RecordedQuoteEvent, value: string): Unwritten => ({
  field: 'status',
  value,
  was: state.statusCell,
  since: version,
  failures: 0,
  failed: null,
});

const writeFailed = (state: QuoteState, at: string, problem: string): QuoteState => {
  const { unwritten } = state;
  if (unwritten === null) return state;
  return { ...state, unwritten: { ...unwritten, failures: unwritten.failures + 1, failed: { at, problem } } };
};

/** What an event that follows the sheet tells of the sheet: the version that was read, and what the status cell held. */
const follow = (state: QuoteState, event: RecordedQuoteEvent): QuoteState => {
  const cell = cellRead(state, event);
  const version = 'sheetVersion' in event.data ? (event.data.sheetVersion ?? 0) : 0;
  const isNewer = event.type !== 'RowWrittenBack' && version > state.sheetVersion;
  if (!isNewer && (cell === null || cell === state.statusCell)) return state;
  return { ...state, statusCell: cell ?? state.statusCell, sheetVersion: isNewer ? version : state.sheetVersion };
};

/** A row that opens a closed quote says open, or hold: then it is held already. */
const cellRead = ({ holds }: QuoteState, event: RecordedQuoteEvent): string | null => {
  switch (event.type) {
    case 'QuoteClosed':
      return event.data.source === 'row' ? event.data.outcome : null;
    case 'QuoteReopened':
      if (event.data.source !== 'row') return null;
      return holds.includes('status') || holds.includes('rep') ? 'hold' : 'open';
    case 'QuoteHeld':
      return event.data.reason === 'status' ? 'hold' : null;
    case 'HoldEnded': {
      const { reason, automatic } = event.data;
      return 'system' in event.by && !automatic && (reason === 'status' || reason === 'rep') ? 'open' : null;
    }
    default:
      return null;
  }
};

/** A later date sent, or an expiry moved out after the close-out, starts a new chain. */
const written = (state: QuoteState, { data, ts }: Of<'RowWrittenBack'>): QuoteState => {
  if (data.field === 'status') {
    // So a failure was recorded before it had an event of its own.
    if (data.problem !== null) return writeFailed(state, ts, data.problem);
    return { ...state, unwritten: null, statusCell: data.value, statusWritten: data.sheetVersion ?? 0 };
  }
  if (data.problem !== null || data.mark === undefined) return state;
  return { ...state, cellsWritten: { ...state.cellsWritten, [data.field]: data.mark } };
};

const revised = (state: QuoteState, { data, version }: Of<'QuoteRevised'>): QuoteState => {
  const next = { ...state, facts: data.facts, factsVersion: version, cellsWritten: {} };
  const sentLater = state.facts !== null && data.facts.sent > state.facts.sent;
  return sentLater ? newChain(next) : laterExpiry(next);
};

const laterExpiry = (state: QuoteState): QuoteState => {
  const { facts, expired, expiredOn } = state;
  if (!facts || !expired || expiredOn === null) return state;
  return facts.expires === null || facts.expires > expiredOn ? newChain(state) : state;
};

/** Lifts answered, expired and cap; the gap, the numbers used and "ever sent" are the quote's and stay. */
const newChain = (state: QuoteState): QuoteState => ({
  ...liftAnswers(state),
  chain: state.chain + 1,
  chainBase: state.used,
  offered: {},
  lapses: {},
  lastHandledStepDay: -1,
  lastCallHandled: false,
  sentInChain: 0,
  expired: false,
  expiredOn: null,
  capTold: false,
});

const planned = (state: QuoteState, { data, ts }: Of<'MovePlanned'>): QuoteState => ({
  ...state,
  draft: {
    id: data.draftId,
    chain: data.chain,
    move: data.move,
    stepIndex: data.stepIndex,
    stepDay: data.stepDay,
    checked: data.checked,
    plannedAt: ts,
    owner: data.owner,
    tier: data.tier,
    daysSinceSent: data.daysSinceSent,
    daysToExpiry: data.daysToExpiry,
    status: 'planned',
    textHash: null,
    textVersion: null,
    factsHash: data.factsHash,
    mailings: [],
    approvedAt: null,
    sendAfter: null,
    deferredSince: null,
    claim: null,
  },
  offers: state.offers + 1,
  lastOffered: data.checked,
  lastOfferedTo: state.facts?.contactRef ?? null,
  used: Math.max(state.used, data.stepIndex),
  offered: { ...state.offered, [stepKey(data.stepDay)]: data.stepIndex },
  lastHandledStepDay: Math.max(state.lastHandledStepDay, data.supersedes ?? -1),
});

const drafted = (
  state: QuoteState,
  event: Of<'DraftWritten'> | Of<'DraftMailed'> | Of<'DraftEdited'> | Of<'DraftApproved'> | Of<'ApprovalCancelled'>,
): QuoteState => {
  if (state.draft?.id !== event.data.draftId) return state;
  return { ...state, draft: draftAfter(state.draft, event) };
};

const draftAfter = (
  draft: Draft,
  event: Of<'DraftWritten'> | Of<'DraftMailed'> | Of<'DraftEdited'> | Of<'DraftApproved'> | Of<'ApprovalCancelled'>,
): Draft => {
  switch (event.type) {
    case 'DraftWritten':
      return { ...draft, status: 'written', textHash: event.data.textHash, textVersion: event.version };
    case 'DraftEdited':
      return { ...draft, textHash: event.data.textHash, textVersion: event.version };
    case 'DraftMailed': {
      const { mailing, kind, tokenHash, recipientRef, pageHash, expiresAt, dayMail = null } = event.data;
      const mailed = { mailing, kind, tokenHash, recipientRef, pageHash, expiresAt, mailedAt: event.ts, dayMail };
      return {
        ...draft,
        status: draft.status === 'written' ? 'mailed' : draft.status,
        mailings: [...draft.mailings, mailed],
      };
    }
    case 'DraftApproved':
      return {
        ...draft,
        status: 'approved',
        approvedAt: event.ts,
        sendAfter: event.data.sendAfter,
        textHash: event.data.textHash,
      };
    case 'ApprovalCancelled':
      return { ...draft, status: 'mailed', approvedAt: null, sendAfter: null, deferredSince: null };
  }
};

const dropped = (state: QuoteState, event: Of<'DraftSkipped'> | Of<'DraftVoided'> | Of<'DraftLapsed'>): QuoteState => {
  const { draft } = state;
  if (draft?.id !== event.data.draftId) return state;
  switch (event.type) {
    case 'DraftSkipped':
      return dealWith(settle(state, draft, 'skipped', null, event.ts), draft);
    case 'DraftVoided': {
      const voided = settle(state, draft, 'voided', event.data.reason, event.ts);
      return event.data.opens ? voided : dealWith(voided, draft);
    }
    case 'DraftLapsed': {
      const lapsed = settle(state, draft, 'lapsed', null, event.ts);
      if (draft.chain !== state.chain) return lapsed;
      const counted = { ...lapsed, lapses: { ...state.lapses, [stepKey(draft.stepDay)]: event.data.time } };
      return event.data.time >= 2 ? dealWith(counted, draft) : counted;
    }
  }
};
