import type { PastQuoteEvent } from '../../events/quote-events.ts';
import { laterOf } from '../../kernel/local-date.ts';
import type { Draft, QuoteState, Settled } from './state.ts';

type Of<T extends PastQuoteEvent['type']> = Extract<PastQuoteEvent, { type: T }>;
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
  const step = current ?? state.settled.findLast(({ id, how }) => id === data.draftId && how === 'given-up');
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
  how: Settled['how'],
  reason: string | null,
  at: string,
): QuoteState => {
  const { id, chain, move, stepIndex, stepDay, mailings, textVersion } = draft;
  return {
    ...state,
    draft: null,
    settled: [...state.settled, { id, how, reason, at, chain, move, stepIndex, stepDay, mailings, textVersion }],
  };
};

/** The step is dealt with, and not offered again. A draft of an earlier chain deals with nothing in this one. */
export const dealWith = (state: QuoteState, { chain, stepDay }: Pick<Draft, 'chain' | 'stepDay'>): QuoteState => {
  if (chain !== state.chain) return state;
  return stepDay === null
    ? { ...state, lastCallDealt: true }
    : { ...state, dealtDay: Math.max(state.dealtDay, stepDay) };
};
