import type { PastQuoteEvent } from '../../events/quote-events.ts';
import { carriedOver } from './evolve-renumbered.ts';
import { applyReply, liftAnswers } from './evolve-reply.ts';
import { applySending, dealWith, settle } from './evolve-sending.ts';
import { type Draft, nothingYet, type QuoteState, stepKey, type Unwritten } from './state.ts';

/** The fold of a quote: each event laid over what was known. Total over every action of a quote's stream. */
export const evolve = (state: QuoteState, event: PastQuoteEvent): QuoteState => {
  const stamp = { version: event.version, lastTs: event.ts };
  const next = follow(apply(state, event), event);
  // A fresh object is stamped in place: a second copy of so wide a state would double the price of every fold.
  return next === state ? { ...state, ...stamp } : Object.assign(next, stamp);
};

export const fold = (events: Iterable<PastQuoteEvent>, from: QuoteState = nothingYet): QuoteState => {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
};

const apply = (state: QuoteState, event: PastQuoteEvent): QuoteState => {
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

const toWrite = (state: QuoteState, { version }: PastQuoteEvent, value: string): Unwritten => ({
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
const follow = (state: QuoteState, event: PastQuoteEvent): QuoteState => {
  const cell = cellRead(event);
  const version = 'sheetVersion' in event.data ? (event.data.sheetVersion ?? 0) : 0;
  const isNewer = event.type !== 'RowWrittenBack' && version > state.sheetVersion;
  if (!isNewer && (cell === null || cell === state.statusCell)) return state;
  return { ...state, statusCell: cell ?? state.statusCell, sheetVersion: isNewer ? version : state.sheetVersion };
};

const cellRead = (event: PastQuoteEvent): string | null => {
  switch (event.type) {
    case 'QuoteClosed':
      return event.data.source === 'row' ? event.data.outcome : null;
    case 'QuoteReopened':
      return event.data.source === 'row' ? 'open' : null;
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

type Of<T extends PastQuoteEvent['type']> = Extract<PastQuoteEvent, { type: T }>;

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
  dealtDay: -1,
  lastCallDealt: false,
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
  dealtDay: Math.max(state.dealtDay, data.supersedes ?? -1),
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
