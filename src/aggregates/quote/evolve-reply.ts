import type { PastQuoteEvent } from '../../events/quote-events.ts';
import type { QuoteState, Reply } from './state.ts';

type Of<T extends PastQuoteEvent['type']> = Extract<PastQuoteEvent, { type: T }>;
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
        replies: change(state, event.data.replyId, { taken: true, pickUpAfter: event.data.pickUpAfter }),
      };
    case 'ReplyDismissed': {
      const rest = recount({ ...state, replies: change(state, event.data.replyId, { dismissed: true }) });
      return state.answered === event.data.replyId ? { ...rest, answered: null } : rest;
    }
    case 'AnsweredElsewhere':
      return { ...state, answered: 'elsewhere' };
    case 'ChainResumed':
      return {
        ...state,
        answered: null,
        deferUntil: event.data.from,
        replies: state.replies.map(reply => ({ ...reply, pickUpAfter: null })),
      };
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
  pickUpAfter: null,
  dismissed: false,
  bodyKey: data.bodyKey,
  fromContact: data.fromContact,
  authenticated: data.authenticated,
  leaving: data.leaving,
});

/** An out-of-office defers; any other label rests the chain for good. A label put right by a person replaces the first. */
const labelled = (state: QuoteState, { data }: Of<'ReplyLabelled'>): QuoteState => {
  const { replyId, label, by, deferUntil, resumeOffer } = data;
  const rest = recount({
    ...state,
    replies: change(state, replyId, { label, labelledBy: by, deferUntil, resumeOffer }),
  });
  if (label !== 'out-of-office') return { ...rest, answered: replyId };
  return {
    ...rest,
    answered: state.answered === replyId ? null : state.answered,
    deferUntil: deferUntil ?? state.deferUntil,
  };
};

const change = (state: QuoteState, id: string, part: Partial<Reply>): readonly Reply[] =>
  state.replies.map(reply => (reply.id === id ? { ...reply, ...part } : reply));

const recount = (state: QuoteState): QuoteState => ({
  ...state,
  unlabelled: state.replies.filter(reply => reply.label === null && !reply.dismissed).length,
});
