import { defineAggregate } from '../../events/aggregate.ts';
import { contactEventTypes } from '../../events/other-events.ts';
import { evolveContact, unknownContact } from './contact.ts';
import { displayContact } from './display.ts';

/** The stream `~contact/<ref>` of one address, over all its quotes. */
export const contactAggregate = defineAggregate(contactEventTypes, {
  initial: unknownContact,
  evolve: evolveContact,
  display: displayContact,
});
