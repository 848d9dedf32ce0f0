import type { Label } from '../../events/quote-events.ts';

export interface WordsLabel {
  readonly label: Label;
  readonly why: string;
}

/** What a reply means, by its words alone; `question` when unsure. */
export const labelByWords = (_text: string): WordsLabel => ({ label: 'question', why: 'no clear words' });
