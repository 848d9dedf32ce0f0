import { type NewEventOf, newEvent, type RecordedEventOf } from '../events/event-type.ts';
import {
  MailAssigned,
  MailClaimed,
  MailDismissed,
  MailQuestionSent,
  MailReceived,
  MailRepeated,
  MailRouted,
  MailSetAside,
  MailUnmatched,
  mailEventTypes,
} from '../events/mail-events.ts';
import { type Decision, defineAggregate, emit, noChange, refuse } from './decider.ts';

// Events: what became of one inbound message, and which message was the first of those that are the same.
type MailEventType = (typeof mailEventTypes)[number];
type HappenedOfEach<T> = T extends MailEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends MailEventType ? RecordedEventOf<T> : never;
export type MailEvent = HappenedOfEach<MailEventType>;
export type RecordedMailEvent = PastOfEach<MailEventType>;

// Fold.
export interface MailState {
  readonly version: number;
  readonly key: string | null;
  readonly receivedAt: string | null;
  /** The first event's id, to which all that follows is linked. */
  readonly routed: { readonly kind: string; readonly quoteIds: readonly string[] } | null;
  readonly unmatched: {
    readonly candidates: readonly string[];
    readonly recipientRef: string;
    readonly tokenHash: string;
    readonly at: string;
  } | null;
  /** The question about it left. */
  readonly asked: boolean;
  readonly assigned: string | null;
  readonly dismissed: boolean;
  readonly setAside: string | null;
  /** The id of the message that this one is again. */
  readonly repeats: string | null;
  /** In the stream of a fingerprint: the id of the first message that had it. */
  readonly claimedBy: string | null;
}

export const initialMail: MailState = {
  version: 0,
  key: null,
  receivedAt: null,
  routed: null,
  unmatched: null,
  asked: false,
  assigned: null,
  dismissed: false,
  setAside: null,
  repeats: null,
  claimedBy: null,
};

const apply = (state: MailState, event: RecordedMailEvent): MailState => {
  switch (event.type) {
    case 'MailReceived':
      return { ...state, key: event.data.key, receivedAt: event.ts };
    case 'MailRouted':
      return { ...state, routed: { kind: event.data.kind, quoteIds: event.data.quoteIds } };
    case 'MailUnmatched': {
      const { candidates, recipientRef, tokenHash } = event.data;
      return { ...state, unmatched: { candidates, recipientRef, tokenHash, at: event.ts } };
    }
    case 'MailQuestionSent':
      return { ...state, asked: true };
    case 'MailAssigned':
      return { ...state, assigned: event.data.quoteId };
    case 'MailDismissed':
      return { ...state, dismissed: true };
    case 'MailSetAside':
      return { ...state, setAside: event.data.kind };
    case 'MailClaimed':
      return { ...state, claimedBy: event.data.id };
    case 'MailRepeated':
      return { ...state, repeats: event.data.of };
  }
};

export const evolveMail = (state: MailState, event: RecordedMailEvent): MailState => ({
  ...apply(state, event),
  version: event.version,
});

const displayMail = (state: MailState): string => {
  if (state.repeats !== null) return `the same as ${state.repeats}`;
  if (state.claimedBy !== null) return `first seen as ${state.claimedBy}`;
  if (state.assigned !== null) return `assigned to ${state.assigned}`;
  if (state.dismissed) return 'not a reply';
  if (state.setAside !== null) return `set aside: ${state.setAside}`;
  if (state.unmatched) return 'waiting for a person';
  if (state.routed) return `${state.routed.kind} ${state.routed.quoteIds.join(', ')}`.trim();
  return state.key === null ? 'not here' : 'received';
};

export const mailAggregate = defineAggregate(mailEventTypes, {
  initial: initialMail,
  evolve: evolveMail,
  summarize: displayMail,
});

/** Done with: routed, set aside, known from before, or in a person's hands. Anything else is found by the sweep. */
export const isSettledMail = (state: MailState): boolean =>
  state.routed !== null ||
  state.setAside !== null ||
  state.repeats !== null ||
  state.unmatched !== null ||
  state.assigned !== null ||
  state.dismissed;

// Decisions.

/** Whoever comes first has it. The same message asked about again, after a crash, still has. */
export const claimMail = (state: MailState, id: string): Decision<MailEvent> =>
  state.claimedBy === null ? emit(newEvent(MailClaimed, { id }, null)) : noChange;

export const repeatMail = (state: MailState, data: NewEventOf<typeof MailRepeated>['data']): Decision<MailEvent> =>
  state.key !== null || isSettledMail(state) ? noChange : emit(newEvent(MailRepeated, data, null));

export const receiveMail = (
  state: MailState,
  data: NewEventOf<typeof MailReceived>['data'],
  sealed: NewEventOf<typeof MailReceived>['sealed'],
): Decision<MailEvent> => (state.key !== null ? noChange : emit(newEvent(MailReceived, data, sealed)));

export const routeMail = (state: MailState, data: NewEventOf<typeof MailRouted>['data']): Decision<MailEvent> =>
  state.routed ? noChange : emit(newEvent(MailRouted, data, null));

export const askAbout = (
  state: MailState,
  data: NewEventOf<typeof MailUnmatched>['data'],
  sealed: NewEventOf<typeof MailUnmatched>['sealed'],
): Decision<MailEvent> => (state.unmatched ? noChange : emit(newEvent(MailUnmatched, data, sealed)));

export const recordQuestion = (state: MailState, messageId: string): Decision<MailEvent> =>
  state.asked ? noChange : emit(newEvent(MailQuestionSent, { messageId }, null));

export const assignMail = (state: MailState, quoteId: string): Decision<MailEvent> => {
  if (state.dismissed) return refuse('Settled', 'this message was already marked as no reply');
  if (state.assigned === quoteId) return noChange;
  return state.assigned === null
    ? emit(newEvent(MailAssigned, { quoteId }, null))
    : refuse('Settled', `this message was already assigned to ${state.assigned}`);
};

export const dismissMail = (state: MailState, why: string): Decision<MailEvent> => {
  if (state.assigned !== null) return refuse('Settled', `this message was already assigned to ${state.assigned}`);
  return state.dismissed ? noChange : emit(newEvent(MailDismissed, { why }, null));
};

export const setMailAside = (state: MailState, data: NewEventOf<typeof MailSetAside>['data']): Decision<MailEvent> =>
  isSettledMail(state) ? noChange : emit(newEvent(MailSetAside, data, null));
