import { newEvent } from '../../events/event-type.ts';
import { LetterSent, NoticeMailed, type QuoteEvent } from '../../events/quote-events.ts';
import { type Decision, emit, noChange } from '../decider.ts';
import type { QuoteEventOf, QuoteState } from './state.ts';

/** Recorded before the mail leaves; the same notice to the same person in the same mailing is one. */
export const mailNotice = (
  state: QuoteState,
  data: QuoteEventOf<'NoticeMailed'>['data'],
  sealed: QuoteEventOf<'NoticeMailed'>['sealed'],
): Decision<QuoteEvent> =>
  state.notices.some(
    known =>
      known.notice === data.notice &&
      known.about === data.about &&
      known.mailing === data.mailing &&
      known.recipientRef === data.recipientRef,
  )
    ? noChange
    : emit(newEvent(NoticeMailed, data, sealed));

/** The letter's name is its own: it counts once however often it was handed over. */
export const recordLetter = (state: QuoteState, data: QuoteEventOf<'LetterSent'>['data']): Decision<QuoteEvent> =>
  state.lettersSent.includes(data.letter) ? noChange : emit(newEvent(LetterSent, data, null));
