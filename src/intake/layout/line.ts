/** Text that stands together on a line: a label, a value, a sentence. */
export interface Cell {
  readonly text: string;
  /** Where it begins and ends across the page; points in a PDF, six to a character in plain text. */
  readonly x: number;
  readonly right: number;
}

/** Cells on one baseline, from left to right, never empty. */
export interface Line {
  readonly cells: readonly Cell[];
  /** Downwards from the top of the page. */
  readonly y: number;
  readonly size: number;
  /** From 1. Nothing is read across pages. */
  readonly page: number;
}

/** Where words were read: `subject`, `body`, or `pdf:` with the file's name. */
export type Origin = 'subject' | 'body' | `pdf:${string}`;

/** One text of a sent quote, laid out in lines. */
export interface Piece {
  readonly origin: Origin;
  readonly lines: readonly Line[];
  /** Paper of US Letter or Legal size: whoever printed it writes the month first. Unknown without pages. */
  readonly letterPaper?: boolean;
}

/** The line as a person reads it. */
export const textOfLine = (line: Line): string => line.cells.map(cell => cell.text).join(' ');
