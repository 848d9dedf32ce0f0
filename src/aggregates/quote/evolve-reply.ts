import type { PastQuoteEvent } from '../../events/quote-events.ts';
import { type LocalDate, laterOf } from '../../kernel/local-date.ts';
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
