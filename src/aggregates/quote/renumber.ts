import { newEvent } from '../../events/event-type.ts';
import { ChainCarriedOver, type QuoteEvent, QuoteHeld, QuoteRenumbered } from '../../events/quote-events.ts';
import { type Decision, emit, noChange, refuse } from '../decider.ts';
import { voidDraft } from './draft.ts';
import type { QuoteState } from './state.ts';

/** A new row that looks like one that vanished rests until the admin has said whether it is the same quote. `was`: its stream. */
export const suspectRenumbering = (state: QuoteState, { was }: { readonly was: string }): Decision<QuoteEvent> =>
  state.holds.includes('renumbering')
    ? noChange
    : emit(newEvent(QuoteHeld, { reason: 'renumbering', note: null, cause: was, until: null }, null));

/**
 * The next event that gives a vanished quote its new number, or null when it has it: a draft still open is withdrawn
 * first, to be offered again under the new number. What is under way must have come to its end: afterwards nobody
 * would look for it here.
 */
export const renumber = (state: QuoteState, { to }: { readonly to: string }): Decision<QuoteEvent> => {
  if (!state.facts) return refuse('NotListed', 'there is no such quote');
  if (state.renumberedTo === to) return noChange;
  const { number } = state.facts;
  if (state.closed !== null) return refuse('Closed', `${number} is closed`);
  if (!state.holds.includes('vanished')) return refuse('StillListed', `${number} is in the sheet again`);
  const { draft } = state;
  if (draft?.status === 'claimed') return refuse('NudgeLeaving', `a nudge of ${number} is leaving just now`);
  if (draft?.status === 'unknown')
    return refuse('SendUnknown', `nobody knows yet whether the last nudge of ${number} arrived`);
  if (state.unlabelled > 0) return refuse('ReplyUnread', `a reply to ${number} is being read just now`);
  if (state.holds.some(hold => hold === 'unsure-reply' || hold === 'rep-mail'))
    return refuse('MailUnsettled', `a mail that may be about ${number} waits for an answer first`);
  return draft
    ? voidDraft(state, { draftId: draft.id, reason: 'it has a new number', opens: true })
    : emit(newEvent(QuoteRenumbered, { to }, null));
};

/** The second half: what happened under the earlier number happened to this quote. */
export const carryOver = (
  state: QuoteState,
  from: { readonly stream: string; readonly state: QuoteState },
): Decision<QuoteEvent> => {
  if (!state.holds.includes('renumbering') || state.holdCauses.renumbering !== from.stream) return noChange;
  const {
    chain,
    chainBase,
    used,
    offered,
    lapses,
    offers,
    lastOffered,
    lastHandledStepDay: dealtDay,
    lastCallHandled: lastCallDealt,
  } = from.state;
  const { sentInChain, lastNudge, everSent, capTold, expiredOn, expired, deferUntil, holds, holdUntil } = from.state;
  return emit(
    newEvent(
      ChainCarriedOver,
      {
        from: from.stream,
        chain: { chain, chainBase, used, offered, lapses, offers, lastOffered, dealtDay, lastCallDealt, capTold },
        sent: { sentInChain, lastNudge, everSent, nudges: from.state.nudges.map(withoutText) },
        rests: {
          answered: from.state.answered !== null,
          expiredOn: expired ? expiredOn : null,
          deferUntil,
          byRep: holds.includes('rep'),
          repUntil: holdUntil,
          firstSync: holds.includes('first-sync'),
        },
        original: from.state.original,
      },
      null,
    ),
  );
};

const withoutText = ({ stepIndex, move, day, draftId, messageId }: QuoteState['nudges'][number]) => ({
  stepIndex,
  move,
  day,
  draftId,
  messageId,
});
