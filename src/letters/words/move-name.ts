import type { Move } from '../../events/quote-events.ts';

/** The name of a move as people say it: `first nudge`, `follow-up`, `last call`. */
export const moveName = (move: Move): string => {
  switch (move) {
    case 'first_nudge':
      return 'first nudge';
    case 'followup':
      return 'follow-up';
    case 'last_call':
      return 'last call';
  }
};
