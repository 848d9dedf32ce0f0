import { defineAggregate } from '../../events/aggregate.ts';
import { quoteEventTypes } from '../../events/quote-events.ts';
import { displayQuote } from './display.ts';
import { evolve } from './evolve.ts';
import { nothingYet } from './state.ts';

/** The stream of one quote number. */
export const quoteAggregate = defineAggregate(quoteEventTypes, {
  initial: nothingYet,
  evolve,
  display: displayQuote,
});
