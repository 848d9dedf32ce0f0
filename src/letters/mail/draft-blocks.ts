import type { Asking } from '../views/asking.ts';
import { authorWords, type DraftView, draftFacts, leavesWords } from '../views/draft-view.ts';
import { quoteLine } from '../views/quote-view.ts';
import { longDate } from '../words/when.ts';
import { coverWords } from './addressee.ts';
import type { Block } from './block.ts';

export interface AskedDraft {
  readonly view: DraftView;
  readonly asking: Asking;
  /** The page where it is decided. */
  readonly url: string;
  /** The button that leads there. */
  readonly label: string;
  /** One of several in a mail: its facts stand in lines, for a table of each would pass what mail programs show. */
  readonly oneOfSeveral: boolean;
}

/** `A follow-up to Northwind Trading`. */
export const draftTitle = ({ move, quote }: DraftView): string => `${MOVES[move]} to ${quote.customer}`;

const MOVES = { first_nudge: 'A first nudge', followup: 'A follow-up', last_call: 'A last call' } as const;

/** A draft with all that a rep decides by: the same in a letter of its own and in the day's mail. */
export const draftBlocks = ({ view, asking, url, label, oneOfSeveral }: AskedDraft): readonly Block[] => {
  const { quote } = view;
  const written = authorWords(view.author);
  return [
    { kind: 'words', text: `${quoteLine(quote, view.today)}.` },
    ...askingNote(asking),
    { kind: 'letter', title: `Draft to ${quote.contact}`, subject: view.subject, text: view.text },
    ...(written === null ? [] : [{ kind: 'note', tone: 'info', text: written } as const]),
    { kind: 'action', label, url, under: afterwards(view) },
    oneOfSeveral
      ? { kind: 'points', points: draftFacts(view).map(({ label: name, value }) => `${name}: ${value}`) }
      : { kind: 'facts', title: 'The facts', facts: draftFacts(view) },
  ];
};

const afterwards = (view: DraftView): string =>
  `Approve, edit, skip, say they already answered, or hold. Opening the page sends nothing. If you approve now it leaves ${leavesWords(view)}.`;

const askingNote = (asking: Asking): readonly Block[] => {
  switch (asking.kind) {
    case 'first':
      return [];
    case 'again':
      return [note(`Nobody has decided on this draft since ${longDate(asking.since)}.`)];
    case 'admin':
      return [note(`Its owner has not decided on this draft since ${longDate(asking.since)}, so it comes to you too.`)];
    case 'cover':
      return [note(coverWords(asking.away, asking.until))];
  }
};

const note = (text: string): Block => ({ kind: 'note', tone: 'wait', text });
