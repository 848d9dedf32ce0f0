import { type ContactState, type PastContactEvent, standingOf } from './contact.ts';

/** What an event changed about a contact, in a few words for an auditor. The address itself is not in it. */
export const displayContact = (state: ContactState, event: PastContactEvent): string => {
  if (event.type !== 'ContactDayTaken') return standing(state);
  const taken = state.days[event.data.date];
  return taken ? `${event.data.date}: taken by ${taken.quoteId}, ${taken.draftId}` : `${event.data.date}: free`;
};

const standing = (state: ContactState): string => {
  const soft = state.softBounces.length;
  return soft === 0 ? standingOf(state) : `${standingOf(state)}, ${soft} soft ${soft === 1 ? 'bounce' : 'bounces'}`;
};
