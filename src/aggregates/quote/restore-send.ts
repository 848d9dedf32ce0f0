import { newEvent } from '../../events/event-type.ts';
import {
  DraftVoided,
  type MovePlanned,
  MovePlanned as Planned,
  type QuoteEvent,
  SendClaimed,
} from '../../events/quote-events.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import { type Decision, emit, refuse } from '../decider.ts';
import { nextDraftId } from './draft.ts';
import type { QuoteState } from './state.ts';

type PlannedStep = Extract<QuoteEvent, { type: typeof MovePlanned.name }>['data'];

/** A send that was claimed and that the log forgot when it was restored. */
export interface LostSend {
  readonly claim: string;
  readonly day: LocalDate;
  readonly planned: PlannedStep;
}

/**
 * Tells the log of a send it forgot, one event at a time until it is claimed again: a draft of another step makes room,
 * the step is planned if the log forgot that too, and the draft of the step takes the claim. From there the claim goes
 * the way of any other: it was sent, or nobody knows and its owner is asked. The step is not offered meanwhile.
 */
export const restoreSend = (state: QuoteState, { claim, day, planned }: LostSend): Decision<QuoteEvent> => {
  const { draft } = state;
  if (!state.facts) return refuse('NotListed', 'the quote is not listed, so nothing is sent for it');
  if (planned.chain > state.chain) return refuse('SheetUnread', 'the sheet must be read again first');
  if (!draft) return emit(newEvent(Planned, { ...planned, draftId: nextDraftId(state) }, null));
  if (draft.status === 'claimed' || draft.status === 'unknown')
    return refuse('OtherSend', 'another send of the quote is of unknown outcome: its owner decides about that first');
  if (draft.chain !== planned.chain || draft.stepIndex !== planned.stepIndex) {
    const reason = 'the log was restored and had forgotten a send of this quote';
    return emit(newEvent(DraftVoided, { draftId: draft.id, reason, opens: true }, null));
  }
  return emit(newEvent(SendClaimed, { draftId: draft.id, claim, day }, null));
};
