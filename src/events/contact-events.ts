import * as t from 'io-ts';
import { defineEvent, nullable } from './event-type.ts';
import { day } from './scalars.ts';

// ~contact/<ref>: what is true of an address, over all its quotes.
export const ContactDayTaken = defineEvent(
  'ContactDayTaken',
  t.type({ date: day, quoteId: t.string, draftId: t.string }),
);
export const ContactBounced = defineEvent(
  'ContactBounced',
  t.type({ hard: t.boolean, day, source: t.string, status: nullable(t.string) }),
);
export const ContactComplained = defineEvent('ContactComplained', t.type({ day, source: t.string }));
export const ContactStopped = defineEvent('ContactStopped', t.type({ day, source: t.string }));
export const ContactLifted = defineEvent('ContactLifted', t.type({ note: nullable(t.string) }));
export const contactEventTypes = [
  ContactDayTaken,
  ContactBounced,
  ContactComplained,
  ContactStopped,
  ContactLifted,
] as const;
