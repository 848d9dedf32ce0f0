import type { QuoteState } from '../aggregates/quote/state.ts';
import type { Touch } from '../letters/views/touch.ts';

/** What the customer had from us: the quote, then each nudge. */
export const touchesOf = ({ facts, nudges }: QuoteState): readonly Touch[] => [
  ...(facts ? [{ day: facts.sent, what: 'sent', subject: null } as const] : []),
  ...nudges.map(({ day, move }) => ({ day, what: move, subject: null })),
];
