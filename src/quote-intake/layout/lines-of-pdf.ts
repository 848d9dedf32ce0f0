import type { PdfPage, PdfPages, PdfRun } from '../pdf-pages.ts';
import type { Cell, Line, Piece } from './line.ts';

/** In units of the type size: nearer runs are one word, up to a blank's width one cell, further apart two cells. */
const SAME_WORD = 0.13;
const SAME_CELL = 1.1;
const SAME_BASELINE = 0.35;

/** A PDF's runs as lines of cells, page by page, from top to bottom: columns stay apart, words come together. */
export const pieceOfPdf = (fileName: string, { pages }: PdfPages): Piece => ({
  origin: `pdf:${fileName}`,
  lines: pages.flatMap((page, index) => linesOfPage(page, index + 1)),
  letterPaper: pages.length > 0 && pages.every(({ width, height }) => isLetter(width, height)),
});

const isLetter = (width: number, height: number): boolean =>
  Math.abs(Math.min(width, height) - 612) < 3 && [792, 1008].some(long => Math.abs(Math.max(width, height) - long) < 3);

const linesOfPage = ({ runs, width, height }: PdfPage, page: number): Line[] => {
  const onPage = runs.filter(run => run.x < width && run.y > 0 && run.y < height + run.size && run.x + run.width > 0);
  const rows: { y: number; size: number; runs: PdfRun[] }[] = [];
  for (const run of onPage.flatMap(splitWide).sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1);
    if (row && run.y - row.y <= SAME_BASELINE * Math.min(row.size, run.size)) {
      row.runs.push(run);
      row.size = Math.max(row.size, run.size);
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map(row => ({ cells: cellsOf(row.runs), y: row.y, size: row.size, page }));
};

/** A run that pads columns with blanks is several. */
const splitWide = (run: PdfRun): PdfRun[] => {
  if (!/\S\s{3,}\S/.test(run.text)) return [run];
  const perChar = run.width / run.text.length;
  return [...run.text.matchAll(/\S+(?:\s{1,2}\S+)*/g)].map(({ 0: text, index }) => ({
    ...run,
    text,
    x: run.x + index * perChar,
    width: text.length * perChar,
  }));
};

const cellsOf = (runs: PdfRun[]): Cell[] => {
  const cells: { text: string; x: number; right: number; size: number }[] = [];
  for (const run of runs.sort((a, b) => a.x - b.x)) {
    const text = run.text.replace(/\s+/g, ' ');
    const right = run.x + run.width;
    const cell = cells.at(-1);
    const gap = cell ? (run.x - cell.right) / Math.min(cell.size, run.size) : Number.POSITIVE_INFINITY;
    if (!cell || gap > SAME_CELL) {
      cells.push({ text, x: run.x, right, size: run.size });
    } else if (gap > -0.8 || right > cell.right + 0.2 * run.size || !cell.text.includes(text.trim())) {
      // What remains out: the same words printed over themselves, as a shadow or for boldness.
      cell.text += gap > SAME_WORD ? ` ${text}` : text;
      cell.right = Math.max(cell.right, right);
      cell.size = run.size;
    }
  }
  return cells.flatMap(({ text, x, right }) => {
    const clean = closeUp(text.replace(/\s+/g, ' ').trim());
    return clean === '' ? [] : [{ text: clean, x, right }];
  });
};

/** `Q U O T E` is a word set wide. */
const closeUp = (text: string): string =>
  /^\S(?: \S){3,}$/.test(text) && /^\p{L}/u.test(text) ? text.replaceAll(' ', '') : text;
