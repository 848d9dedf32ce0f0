import type { Label } from '../../events/quote-events.ts';

/** What a reply seems to be, said so that nobody takes it for certain. `until`: the date, already in words. */
export const labelWords = (label: Label, until: string | null = null): string => {
  switch (label) {
    case 'accept':
      return 'looks like a yes';
    case 'decline':
      return 'looks like a no';
    case 'question':
      return 'has a question';
    case 'out-of-office':
      return until === null ? 'is away' : `is away until ${until}`;
  }
};

/** The label as a choice on a page: `a yes`, `a no`, `a question`, `an absence note`. */
export const labelNoun = (label: Label): string => {
  switch (label) {
    case 'accept':
      return 'a yes';
    case 'decline':
      return 'a no';
    case 'question':
      return 'a question, or anything else a person should read';
    case 'out-of-office':
      return 'an out-of-office note';
  }
};
