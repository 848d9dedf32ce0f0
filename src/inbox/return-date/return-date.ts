import type { LocalDate } from '../../kernel/local-date.ts';

export interface ReturnDateOptions {
  /** The day the message was written, on its author's calendar. */
  readonly sentOn: LocalDate;
  /** Settles `5/12` where the message does not. */
  readonly locale?: string;
}

export type ReturnDate =
  | { readonly date: LocalDate; readonly why: string }
  | { readonly date: null; readonly why: string };

/** The day the author says they return, if it is written plainly. */
export const returnDate = (_text: string, _options: ReturnDateOptions): ReturnDate => ({
  date: null,
  why: 'no date of return',
});
