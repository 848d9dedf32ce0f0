import type { ContactStanding } from '../cadence/due.ts';
import {
  ContactBounced,
  ContactComplained,
  ContactDayTaken,
  ContactLifted,
  ContactStopped,
  contactEventTypes,
} from '../events/contact-events.ts';
import { type NewEventOf, newEvent, type RecordedEventOf } from '../events/event-type.ts';
import { daysBetween, type LocalDate } from '../kernel/local-date.ts';
import { type Decision, defineAggregate, emit, noChange, refuse } from './decider.ts';

// Events: what happened to one address, over all its quotes.
type ContactEventType = (typeof contactEventTypes)[number];
type HappenedOfEach<T> = T extends ContactEventType ? NewEventOf<T> : never;
type PastOfEach<T> = T extends ContactEventType ? RecordedEventOf<T> : never;
export type ContactEvent = HappenedOfEach<ContactEventType>;
export type RecordedContactEvent = PastOfEach<ContactEventType>;

// Fold.
export interface ContactState {
  readonly version: number;
  /** Which draft took which day. Only the newest days matter; older ones stay for the reader. */
  readonly days: Readonly<Record<LocalDate, { readonly quoteId: string; readonly draftId: string }>>;
  readonly softBounces: readonly LocalDate[];
  readonly hardBounced: boolean;
  readonly complained: boolean;
  readonly stopped: boolean;
  /** Sources (message ids) already counted: the same report twice is one. */
  readonly sources: readonly string[];
}

export const initialContact: ContactState = {
  version: 0,
  days: {},
  softBounces: [],
  hardBounced: false,
  complained: false,
  stopped: false,
  sources: [],
};

export const evolveContact = (state: ContactState, event: RecordedContactEvent): ContactState => ({
  ...apply(state, event),
  version: event.version,
});

const apply = (state: ContactState, event: RecordedContactEvent): ContactState => {
  switch (event.type) {
    case 'ContactDayTaken': {
      const { date, quoteId, draftId } = event.data;
      return { ...state, days: { ...state.days, [date]: { quoteId, draftId } } };
    }
    case 'ContactBounced': {
      const { hard, day, source } = event.data;
      const sources = [...state.sources, source];
      return hard
        ? { ...state, hardBounced: true, sources }
        : { ...state, softBounces: [...state.softBounces, day], sources };
    }
    case 'ContactComplained':
      return { ...state, complained: true, sources: [...state.sources, event.data.source] };
    case 'ContactStopped':
      return { ...state, stopped: true, sources: [...state.sources, event.data.source] };
    case 'ContactLifted':
      return { ...state, hardBounced: false, softBounces: [], complained: false, stopped: false };
  }
};

const SOFT_LIMIT = 3;
const SOFT_DAYS = 14;

/** Three soft bounces within 14 days weigh as much as a hard one. */
const softBouncesClose = (days: readonly LocalDate[]): boolean => {
  const sorted = [...days].sort();
  return sorted.some((day, i) => {
    const third = sorted[i + SOFT_LIMIT - 1];
    return third !== undefined && daysBetween(day, third) <= SOFT_DAYS;
  });
};

/** May this contact be written to at all? */
export const standingOf = (state: ContactState): ContactStanding => {
  if (state.complained) return 'complained';
  if (state.stopped) return 'stopped';
  return state.hardBounced || softBouncesClose(state.softBounces) ? 'bounced' : 'fine';
};

// Decisions.

/** One contact, one nudge a day: the first draft takes the day, the same draft again has it, another waits. A closed contact has no days to take. */
export const takeDay = (
  state: ContactState,
  data: { readonly date: LocalDate; readonly quoteId: string; readonly draftId: string },
): Decision<ContactEvent> => {
  const standing = standingOf(state);
  if (standing !== 'fine') return refuse('ContactClosed', `nothing is sent to this contact: ${standing}`);
  const taken = state.days[data.date];
  if (!taken) return emit(newEvent(ContactDayTaken, data, null));
  const same = taken.quoteId === data.quoteId && taken.draftId === data.draftId;
  return same ? noChange : refuse('DayTaken', 'this contact already had a nudge today');
};

export const bounce = (
  state: ContactState,
  data: { readonly hard: boolean; readonly day: LocalDate; readonly source: string; readonly status: string | null },
): Decision<ContactEvent> =>
  state.sources.includes(data.source) ? noChange : emit(newEvent(ContactBounced, data, null));

export const complain = (
  state: ContactState,
  data: { readonly day: LocalDate; readonly source: string },
): Decision<ContactEvent> =>
  state.sources.includes(data.source) ? noChange : emit(newEvent(ContactComplained, data, null));

export const stop = (
  state: ContactState,
  data: { readonly day: LocalDate; readonly source: string },
): Decision<ContactEvent> =>
  state.stopped || state.sources.includes(data.source) ? noChange : emit(newEvent(ContactStopped, data, null));

/** Only the admin opens an address again. */
export const lift = (state: ContactState, note: string | null): Decision<ContactEvent> =>
  standingOf(state) === 'fine' ? noChange : emit(newEvent(ContactLifted, { note }, null));

/** What an event changed about a contact, in a few words for an auditor. The address itself is not in it. */
export const displayContact = (state: ContactState, event: RecordedContactEvent): string => {
  if (event.type !== 'ContactDayTaken') return standing(state);
  const taken = state.days[event.data.date];
  return taken ? `${event.data.date}: taken by ${taken.quoteId}, ${taken.draftId}` : `${event.data.date}: free`;
};

const standing = (state: ContactState): string => {
  const soft = state.softBounces.length;
  return soft === 0 ? standingOf(state) : `${standingOf(state)}, ${soft} soft ${soft === 1 ? 'bounce' : 'bounces'}`;
};

/** The stream `~contact/<ref>` of one address, over all its quotes. */
export const contactAggregate = defineAggregate(contactEventTypes, {
  initial: initialContact,
  evolve: evolveContact,
  summarize: displayContact,
});
