import { quoteEventTypes } from '../../events/quote-events.ts';
import { defineAggregate } from '../decider.ts';
import { evolve } from './evolve.ts';
import { initialQuote } from './state.ts';
import { displayQuote } from './summarize.ts';

/** The stream of one quote number. */
export const quoteAggregate = defineAggregate(quoteEventTypes, {
  initial: initialQuote,
  evolve,
  summarize: displayQuote,
});
