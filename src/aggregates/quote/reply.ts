import { happened } from '../../events/define-event.ts';
import {
  CapReached,
  ChainResumed,
  HoldEnded,
  type HoldReason,
  LetterSent,
  NoticeMailed,
  QuoteClosed,
  type QuoteEvent,
  QuoteExpired,
  QuoteHeld,
  QuoteReopened,
  ReplyDismissed,
  ReplyLabelled,
  ReplyReceived,
  ReplyTaken,
  RowWriteFailed,
  RowWrittenBack,
} from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { accept, alreadySo, type Decision, refuse } from '../decision.ts';
import type { QuoteState, Reply } from './state.ts';

type At<T extends QuoteEvent['type']> = Extract<QuoteEvent, { type: T }>;

const replyOf = (state: QuoteState, replyId: string): Reply | undefined =>
  state.replies.find(({ id }) => id === replyId);

/** Recorded before it is read: the chain rests from this event on. */
export const receiveReply = (
  state: QuoteState,
  data: Omit<At<'ReplyReceived'>['data'], 'leaving'>,
  sealed: At<'ReplyReceived'>['sealed'],
): Decision<QuoteEvent> =>
  replyOf(state, data.replyId)
    ? alreadySo
    : accept(happened(ReplyReceived, { ...data, leaving: state.draft?.status === 'claimed' }, sealed));

/** The first label stands until a person puts it right; the same label again changes nothing. */
export const labelReply = (state: QuoteState, data: At<'ReplyLabelled'>['data']): Decision<QuoteEvent> => {
  const reply = replyOf(state, data.replyId);
  if (!reply) return refuse('NoSuchReply', 'there is no such reply');
  if (reply.label !== null && (data.by !== 'person' || reply.label === data.label)) return alreadySo;
  return accept(happened(ReplyLabelled, data, null));
};

export const takeReply = (state: QuoteState, data: At<'ReplyTaken'>['data']): Decision<QuoteEvent> => {
  const reply = replyOf(state, data.replyId);
  if (!reply) return refuse('NoSuchReply', 'there is no such reply');
  return reply.taken && reply.pickUpAfter === data.pickUpAfter ? alreadySo : accept(happened(ReplyTaken, data, null));
};

/** It was no answer after all: the chain goes on where it stood. */
export const dismissReply = (state: QuoteState, { replyId }: { readonly replyId: string }): Decision<QuoteEvent> => {
  const reply = replyOf(state, replyId);
  if (!reply) return refuse('NoSuchReply', 'there is no such reply');
  return reply.dismissed ? alreadySo : accept(happened(ReplyDismissed, { replyId }, null));
};

/** A rep picks the chain up again after any answer, from a date on. */
export const resumeChain = (
  state: QuoteState,
  { from, automatic }: { readonly from: LocalDate; readonly automatic: boolean },
): Decision<QuoteEvent> => {
  if (state.closed !== null) return refuse('Closed', 'this quote is closed; open it in the sheet first');
  if (state.answered === null && state.deferUntil === from) return alreadySo;
  return accept(happened(ChainResumed, { from, automatic }, null));
};

/** The replies a rep took with "pick up again if quiet", due by `today` and not followed by another answer or a close. */
export const pickUpDue = (state: QuoteState, today: LocalDate): boolean => {
  if (state.closed !== null) return false;
  const reply = state.replies.find(({ id }) => id === state.answered);
  return reply?.taken === true && reply.pickUpAfter !== null && reply.pickUpAfter <= today;
};

export const closeQuote = (
  state: QuoteState,
  { outcome, note }: { readonly outcome: 'won' | 'lost' | 'withdrawn'; readonly note: string | null },
): Decision<QuoteEvent> =>
  state.closed === outcome
    ? alreadySo
    : accept(happened(QuoteClosed, { outcome, source: 'rep', day: null, note }, null));

/** What a person closed here by mistake is opened here. What the sheet closed is the sheet's to open. */
export const reopenQuote = (state: QuoteState): Decision<QuoteEvent> => {
  if (state.closed === null) return alreadySo;
  return state.closedBy === 'rep'
    ? accept(happened(QuoteReopened, { source: 'rep' }, null))
    : refuse('ClosedInSheet', 'the sheet closed this quote; open it in the sheet');
};

export const holdQuote = (
  state: QuoteState,
  reason: HoldReason,
  note: string | null,
  cause: string | null,
): Decision<QuoteEvent> =>
  state.holds.includes(reason) ? alreadySo : accept(happened(QuoteHeld, { reason, note, cause, until: null }, null));

/** A rep's hold that ends by itself on a day. Said again with another day it moves; the row says hold meanwhile. */
export const holdUntil = (state: QuoteState, until: LocalDate): Decision<QuoteEvent> => {
  if (state.closed !== null) return refuse('Closed', 'this quote is closed; open it in the sheet first');
  return state.holds.includes('rep') && state.holdUntil === until
    ? alreadySo
    : accept(happened(QuoteHeld, { reason: 'rep', note: null, cause: null, until }, null));
};

export const endHold = (state: QuoteState, reason: HoldReason): Decision<QuoteEvent> =>
  state.holds.includes(reason) ? accept(happened(HoldEnded, { reason, automatic: false }, null)) : alreadySo;

/** The rep named this day, or one before it, as the end of their hold. */
export const holdIsOver = ({ holds, holdUntil: end }: QuoteState, today: LocalDate): boolean =>
  holds.includes('rep') && end !== null && end <= today;

export const endHoldOnItsDay = (state: QuoteState, today: LocalDate): Decision<QuoteEvent> =>
  holdIsOver(state, today) ? accept(happened(HoldEnded, { reason: 'rep', automatic: true }, null)) : alreadySo;

/** Once per expiry date; told to the owner. */
export const expireQuote = (state: QuoteState, { checked }: { readonly checked: LocalDate }): Decision<QuoteEvent> => {
  const expires = state.facts?.expires ?? null;
  if (expires === null || checked <= expires || state.expired || state.closed !== null) return alreadySo;
  return accept(happened(QuoteExpired, { expires, checked }, null));
};

/** Told once in a chain, by a later check than the one that offered the last nudge: a second run on a day adds nothing. */
export const reachCap = (state: QuoteState, { checked }: { readonly checked: LocalDate }): Decision<QuoteEvent> =>
  state.capTold || state.lastOffered === checked
    ? alreadySo
    : accept(happened(CapReached, { chain: state.chain, nudges: state.sentInChain, checked }, null));

/** Recorded before the mail leaves; the same notice to the same person in the same mailing is one. */
export const mailNotice = (
  state: QuoteState,
  data: At<'NoticeMailed'>['data'],
  sealed: At<'NoticeMailed'>['sealed'],
): Decision<QuoteEvent> =>
  state.notices.some(
    known =>
      known.notice === data.notice &&
      known.about === data.about &&
      known.mailing === data.mailing &&
      known.recipientRef === data.recipientRef,
  )
    ? alreadySo
    : accept(happened(NoticeMailed, data, sealed));

/** The letter's name is its own: it counts once however often it was handed over. */
export const recordLetter = (state: QuoteState, data: At<'LetterSent'>['data']): Decision<QuoteEvent> =>
  state.lettersSent.includes(data.letter) ? alreadySo : accept(happened(LetterSent, data, null));

/** What a person decided stands in the row. Of a decision that another replaced meanwhile nothing is recorded. */
export const writeBack = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  { value, sheetVersion }: { readonly value: string; readonly sheetVersion: number },
): Decision<QuoteEvent> =>
  unwritten?.value === value
    ? accept(happened(RowWrittenBack, { field: unwritten.field, value, problem: null, sheetVersion }, null))
    : alreadySo;

/** It could not be written: the decision stands and is written later. */
export const failWriteBack = (
  { unwritten }: Pick<QuoteState, 'unwritten'>,
  { value, problem }: { readonly value: string; readonly problem: string },
): Decision<QuoteEvent> =>
  unwritten?.value === value
    ? accept(happened(RowWriteFailed, { field: unwritten.field, value, problem }, null))
    : alreadySo;

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
  if (problem !== null) return accept(happened(RowWriteFailed, { field, value, problem }, null));
  return inSheet === mark ? alreadySo : accept(happened(RowWrittenBack, { field, value, problem, mark }, null));
};
