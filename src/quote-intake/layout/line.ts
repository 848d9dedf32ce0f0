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

/** What fonts have one glyph for with a common character, and no compatibility mapping tells. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟',
  ].flatMap((char, at, all) => (at % 2 === 0 ? [[char, all[at + 1] ?? char]] : [])),
);

/**
 * A PDF's text as it was typed: printing from a browser turns 日 into the radical ⽇, which looks the same, and gives
 * glyphs it knows no character for as NUL.
 */
export const asTyped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000e-\u001f]/g, '')
    // The Thai vowel "am" is one sign, and in a PDF often two.
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
    .replace(/[\u2e80-\u2fdf]/g, char => RADICALS[char] ?? char.normalize('NFKC'));
