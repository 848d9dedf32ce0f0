import { newEvent } from '../../events/event-type.ts';
import {
  ChainResumed,
  type QuoteEvent,
  ReplyDismissed,
  ReplyLabelled,
  ReplyReceived,
  ReplyTaken,
  RowWriteFailed,
  RowWrittenBack,
} from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, emit, noChange, refuse } from '../decider.ts';
import type { QuoteEventOf, QuoteState, Reply } from './state.ts';

const replyOf = (state: QuoteState, replyId: string): Reply | undefined =>
  state.replies.find(({ id }) => id === replyId);

/** Recorded before it is read: the chain rests from this event on. */
export const receiveReply = (
  state: QuoteState,
  data: Omit<QuoteEventOf<'ReplyReceived'>['data'], 'leaving'>,
  sealed: QuoteEventOf<'ReplyReceived'>['sealed'],
): Decision<QuoteEvent> =>
  replyOf(state, data.replyId)
    ? noChange
    : emit(newEvent(ReplyReceived, { ...data, leaving: state.draft?.status === 'claimed' }, sealed));

/** The first label stands until a person puts it right; the same label again changes nothing. */
export const labelReply = (state: QuoteState, data: QuoteEventOf<'ReplyLabelled'>['data']): Decision<QuoteEvent> => {
  const reply = replyOf(state, data.replyId);
  if (!reply) return refuse('NoSuchReply', 'there is no such reply');
  if (reply.label !== null && (data.by !== 'person' || reply.label === data.label)) return noChange;
  return emit(newEvent(ReplyLabelled, data, null));
};

export const takeReply = (state: QuoteState, data: QuoteEventOf<'ReplyTaken'>['data']): Decision<QuoteEvent> => {
  const reply = replyOf(state, data.replyId);
  if (!reply) return refuse('NoSuchReply', 'there is no such reply');
  return reply.taken && reply.pickUpAfter === data.pickUpAfter ? noChange : emit(newEvent(ReplyTaken, data, null));
};

/** It was no answer after all: the chain goes on where it stood. */
export const dismissReply = (state: QuoteState, { replyId }: { readonly replyId: string }): Decision<QuoteEvent> => {
  const reply = replyOf(state, replyId);
  if (!reply) return refuse('NoSuchReply', 'there is no such reply');
  return reply.dismissed ? noChange : emit(newEvent(ReplyDismissed, { replyId }, null));
};

/** A rep picks the chain up again after any answer, from a date on. */
export const resumeChain = (
  state: QuoteState,
  { from, automatic }: { readonly from: LocalDate; readonly automatic: boolean },
): Decision<QuoteEvent> => {
  if (state.closed !== null) return refuse('Closed', 'this quote is closed; open it in the sheet first');
  if (state.answered === null && state.deferUntil === from) return noChange;
  return emit(newEvent(ChainResumed, { from, automatic }, null));
};

/** The replies a rep took with "pick up again if quiet", due by `today` and not followed by another answer or a close. */
export const pickUpDue = (state: QuoteState, today: LocalDate): boolean => {
  if (state.closed !== null) return false;
  const reply = state.replies.find(({ id }) => id === state.answered);
  return reply?.taken === true && reply.pickUpAfter !== null && reply.pickUpAfter <= today;
};

/** What a person decided stands in the row. Of a decision that another replaced meanwhile nothing is recorded. */
export const writeBack = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  { value, sheetVersion }: { readonly value: string; readonly sheetVersion: number },
): Decision<QuoteEvent> =>
  unwritten?.value === value
    ? emit(newEvent(RowWrittenBack, { field: unwritten.field, value, problem: null, sheetVersion }, null))
    : noChange;

/** It could not be written: the decision stands and is written later. */
export const failWriteBack = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  { value, problem }: { readonly value: string; readonly problem: string },
): Decision<QuoteEvent> =>
  unwritten?.value === value
    ? emit(newEvent(RowWriteFailed, { field: unwritten.field, value, problem }, null))
    : noChange;

/** A person gave a new address or expiry here; the row has it now, and the next sync brings it back as a revision. They are told at once where it has not. */
export const recordCellWrite = (
  state: Pick<QuoteState, 'facts' | 'cellsWritten'>,
  data: {
    readonly field: 'contact' | 'expires';
    readonly value: string;
    readonly problem: string | null;
    readonly mark: string;
  },
): Decision<QuoteEvent> => {
  const known = data.field === 'contact' ? state.facts?.contactRef : state.facts?.expires;
  const inSheet = state.cellsWritten[data.field] ?? known;
  const { field, value, problem, mark } = data;
  if (problem !== null) return emit(newEvent(RowWriteFailed, { field, value, problem }, null));
  return inSheet === mark ? noChange : emit(newEvent(RowWrittenBack, { field, value, problem, mark }, null));
};
