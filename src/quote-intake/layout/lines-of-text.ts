import type { Cell, Line } from './line.ts';

/** A character of plain text and its line, in the points of a page. */
const CHAR_WIDTH = 6;
const LINE_HEIGHT = 12;
const SIZE = 10;
const MAX_LINES = 5_000;
const MAX_LINE_CHARS = 2_000;

/** Plain text as lines of cells: a tab, a bar, or two blanks and more part two cells. Very long texts are cut. */
export const linesOfText = (text: string): Line[] =>
  text
    .split(/\r\n|\r|\n/, MAX_LINES)
    .map(line => line.slice(0, MAX_LINE_CHARS))
    .flatMap((line, index) => {
      const cells = cellsOf(line);
      return cells.length === 0 ? [] : [{ cells, y: (index + 1) * LINE_HEIGHT, size: SIZE, page: 1 }];
    });

const cellsOf = (line: string): Cell[] =>
  [...line.replace(/^[>\s]+/, quote => ' '.repeat(quote.length)).matchAll(/[^\s|](?:[^\S\t]?[^\s|])*/g)].map(
    ({ 0: text, index }) => ({
      text: text.replace(/\s/g, ' '),
      x: index * CHAR_WIDTH,
      right: (index + text.length) * CHAR_WIDTH,
    }),
  );
