import type { Offer } from '../../cadence/due.ts';
import { newEvent } from '../../events/event-type.ts';
import {
  AnsweredElsewhere,
  ApprovalCancelled,
  DraftApproved,
  DraftEdited,
  DraftLapsed,
  DraftMailed,
  DraftSkipped,
  DraftVoided,
  DraftWritten,
  MovePlanned,
  type QuoteEvent,
  type Versions,
} from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, emit, noChange, refuse } from '../decider.ts';
import { type Draft, type QuoteEventOf, type QuoteState, stepKey } from './state.ts';

/** An approval token is good for seven days by the clock; a draft nobody decided lapses then. */
export const DRAFT_LIFE_MS = 7 * 86_400_000;
/** Between the tap and the gates: time to change one's mind. */
export const APPROVAL_WAIT_MS = 2 * 60_000;

export interface PlanMove {
  readonly offer: Offer;
  readonly checked: LocalDate;
  readonly owner: string;
  readonly ownerFrom: 'row' | 'team' | 'admin';
  readonly tier: string;
  readonly daysSinceSent: number;
  readonly daysToExpiry: number | null;
  readonly versions: Versions;
}

/** Drafts of a quote are numbered as its offers are: `d1`, `d2`, … */
export const nextDraftId = ({ offers }: Pick<QuoteState, 'offers'>): string => `d${offers + 1}`;

/** The daily check offers a step; a second run of the same day finds it offered. */
export const planMove = (state: QuoteState, { offer, ...command }: PlanMove): Decision<QuoteEvent> => {
  if (!state.facts) return refuse('NotListed', 'this quote is not in the sheet');
  if (state.draft || state.lastOffered === command.checked) return noChange;
  const draftId = nextDraftId(state);
  return emit(
    newEvent(
      MovePlanned,
      { draftId, ...offer, ...command, chain: state.chain, factsHash: state.facts.factsHash },
      null,
    ),
  );
};

/** The draft that is still to be decided, or why there is none of that name. */
const undecided = (state: QuoteState, draftId: string): Draft | Decision<never, DraftRefusal> => {
  const { draft } = state;
  if (draft?.id !== draftId) return refuse('DraftSettled', 'this draft is no longer open');
  if (draft.status === 'approved' || draft.status === 'claimed' || draft.status === 'unknown') {
    return refuse('DraftApproved', 'this draft is already approved');
  }
  return draft;
};

export type DraftRefusal =
  | 'NotListed'
  | 'DraftSettled'
  | 'DraftApproved'
  | 'DraftChanged'
  | 'DraftNotReady'
  | 'TooLate';

const isDraft = (value: Draft | Decision<never, DraftRefusal>): value is Draft => 'mailings' in value;

export const writeDraft = (
  state: QuoteState,
  data: QuoteEventOf<'DraftWritten'>['data'],
  sealed: QuoteEventOf<'DraftWritten'>['sealed'],
): Decision<QuoteEvent> => {
  const draft = undecided(state, data.draftId);
  if (!isDraft(draft)) return draft;
  return draft.status === 'planned' ? emit(newEvent(DraftWritten, data, sealed)) : noChange;
};

/** Recorded before the mail leaves, so that a mail made again after a crash carries the same token. */
export const mailDraft = (
  state: QuoteState,
  data: QuoteEventOf<'DraftMailed'>['data'],
  sealed: QuoteEventOf<'DraftMailed'>['sealed'],
): Decision<QuoteEvent> => {
  const draft = undecided(state, data.draftId);
  if (!isDraft(draft)) return draft;
  if (draft.status === 'planned') return refuse('DraftNotReady', 'this draft has no text yet');
  return draft.mailings.some(({ mailing }) => mailing === data.mailing)
    ? noChange
    : emit(newEvent(DraftMailed, data, sealed));
};

/** A changed text must be seen and approved as such: the edit itself approves nothing. */
export const editDraft = (
  state: QuoteState,
  { draftId, textHash, basedOn }: { readonly draftId: string; readonly textHash: string; readonly basedOn: string },
  sealed: QuoteEventOf<'DraftEdited'>['sealed'],
): Decision<QuoteEvent> => {
  const draft = undecided(state, draftId);
  if (!isDraft(draft)) return draft;
  if (draft.textHash === textHash) return noChange;
  if (draft.textHash !== basedOn) return refuse('DraftChanged', 'somebody changed this draft after you opened it');
  return emit(newEvent(DraftEdited, { draftId, textHash }, sealed));
};

/** A draft may be approved once, and only while its text is what the rep read. */
export const approveDraft = (
  state: QuoteState,
  data: QuoteEventOf<'DraftApproved'>['data'],
  sealed: QuoteEventOf<'DraftApproved'>['sealed'],
): Decision<QuoteEvent> => {
  const { draft } = state;
  if (draft?.id !== data.draftId) return refuse('DraftSettled', 'this draft is no longer open');
  if (draft.textHash !== data.textHash) return refuse('DraftChanged', 'the text changed after you opened this page');
  if (draft.status !== 'mailed' && draft.status !== 'written') {
    return draft.status === 'planned' ? refuse('DraftNotReady', 'this draft has no text yet') : noChange;
  }
  return emit(newEvent(DraftApproved, data, sealed));
};

/** Until the two minutes are over. Once the send is claimed nothing calls it back. */
export const cancelApproval = (state: QuoteState, { draftId }: { readonly draftId: string }): Decision<QuoteEvent> => {
  const { draft } = state;
  if (draft?.id !== draftId) return refuse('DraftSettled', 'this draft is no longer open');
  if (draft.status === 'claimed' || draft.status === 'unknown') return refuse('TooLate', 'the mail is already leaving');
  return draft.status === 'approved' ? emit(newEvent(ApprovalCancelled, { draftId }, null)) : noChange;
};

export const skipDraft = (state: QuoteState, { draftId }: { readonly draftId: string }): Decision<QuoteEvent> => {
  if (state.closedDrafts.some(({ id, how }) => id === draftId && how === 'skipped')) return noChange;
  const draft = undecided(state, draftId);
  return isDraft(draft) ? emit(newEvent(DraftSkipped, { draftId }, null)) : draft;
};

/** A draft that may no longer leave as it is. `opens`: its step may be offered again. */
export const voidDraft = (state: QuoteState, data: QuoteEventOf<'DraftVoided'>['data']): Decision<QuoteEvent> => {
  if (state.draft?.id !== data.draftId) return noChange;
  const { status } = state.draft;
  if (status === 'claimed' || status === 'unknown') return refuse('TooLate', 'the mail is already leaving');
  return emit(newEvent(DraftVoided, data, null));
};

/** Seven days by the clock without a decision. The first lapse offers the step once more, the second counts as skipped. */
export const lapseDraft = (state: QuoteState, { now }: { readonly now: Date }): Decision<QuoteEvent> => {
  const { draft } = state;
  if (!draft || draft.status === 'approved' || draft.status === 'claimed' || draft.status === 'unknown')
    return noChange;
  const since = draft.mailings[0]?.mailedAt ?? draft.plannedAt;
  if (now.getTime() - Date.parse(since) < DRAFT_LIFE_MS) return noChange;
  const time = (state.lapses[stepKey(draft.stepDay)] ?? 0) + 1;
  return emit(newEvent(DraftLapsed, { draftId: draft.id, time }, null));
};

/** The rep knows that the customer answered by telephone, or in another thread. */
export const answeredElsewhere = (state: QuoteState, draftId: string | null): Decision<QuoteEvent> =>
  state.answered !== null ? noChange : emit(newEvent(AnsweredElsewhere, { draftId }, null));
