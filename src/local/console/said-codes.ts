import type { Said } from '../../letters/page/said.ts';

const SAYINGS = {
  moved: { tone: 'good', text: 'The clock was moved. Everything due on the way happened, in order.' },
  back: { tone: 'good', text: 'Back to now: everything is again as it was before the journey.' },
  'no-journey': { tone: 'info', text: 'The clock was not moved, so there is nothing to go back from.' },
  replied: { tone: 'good', text: 'The reply came in. What became of it stands in the timeline.' },
  empty: { tone: 'wait', text: 'Write something first: an empty reply was not sent.' },
  dropped: { tone: 'good', text: 'The mail was taken in. What became of it stands here.' },
  taken: {
    tone: 'good',
    text: 'The mail was taken in. A quote that it holds is proposed here; anything else stands in the mailbox.',
  },
  proposed: { tone: 'good', text: 'The PDF was read. What it says is proposed here.' },
  'not-quote': {
    tone: 'stop',
    text: 'That file is neither a mail nor a PDF that can be read, so it was not handed in.',
  },
  'no-file': { tone: 'wait', text: 'No mail was handed in: choose a file that is not empty.' },
  'not-mail': { tone: 'stop', text: 'That file is no mail that can be read, so it was not handed in.' },
  'too-many': { tone: 'wait', text: 'That is more than one file holds: ask for a shorter time.' },
  'no-export': { tone: 'wait', text: 'Nothing was exported: the search has a mistake.' },
} as const satisfies Readonly<Record<string, Said>>;

export type SaidCode = keyof typeof SAYINGS;

/** The address carries a code and never words, so that nobody can make the console say theirs. */
export const SAID = 'said';

const known: ReadonlyMap<string, Said> = new Map(Object.entries(SAYINGS));

export const saidBy = (code: string | null): Said | null => (code === null ? null : (known.get(code) ?? null));
