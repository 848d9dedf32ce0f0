import * as E from 'fp-ts/lib/Either.js';
import type { ScanReader } from '../ports/model.ts';
import type { PdfPage, PdfPages, PdfRun } from './pdf-pages.ts';
import type { PdfReader } from './read-quote-mail.ts';

/** An A4 page in points, set in a type of one width. */
const WIDTH = 595;
const HEIGHT = 842;
const SIZE = 10;
const CHAR_WIDTH = 5;
const LINE_HEIGHT = 12;
const MAX_LINES = 2_000;
const MAX_LINE = 1_000;

/** What a model read off a picture, as a PDF's text would come: each stretch between wide gaps where it stands. */
export const pagesOfTranscript = (pages: readonly string[], model: string): PdfPages => ({
  pages: pages.map(pageOf),
  links: [],
  readBy: model,
});

const pageOf = (text: string): PdfPage => {
  const lines = text.split(/\r\n|\r|\n/, MAX_LINES).map(line => line.slice(0, MAX_LINE));
  const widest = Math.max(0, ...lines.map(({ length }) => length));
  return {
    width: Math.max(WIDTH, (widest + 2) * CHAR_WIDTH),
    height: Math.max(HEIGHT, (lines.length + 2) * LINE_HEIGHT),
    runs: lines.flatMap((line, at) => runsOf(line, (at + 1) * LINE_HEIGHT)),
  };
};

const runsOf = (line: string, y: number): readonly PdfRun[] =>
  [...line.replace(/\t| \| ?|\|/g, bar => ' '.repeat(bar.length + 3)).matchAll(/\S+(?: \S+)*/g)].map(
    ({ 0: text, index }) => ({
      text,
      x: (index + 1) * CHAR_WIDTH,
      y,
      width: text.length * CHAR_WIDTH,
      size: SIZE,
    }),
  );

/** Beside the twenty seconds that a PDF may take to be read, it leaves room in a function's minute. */
const SCAN_MS = 20_000;

/**
 * Reads PDFs; one that holds pictures of text goes to a model, which says what stands on them. If that fails it stays a
 * scan that nobody has read, and a person does.
 */
export const readingScans =
  (readPdf: PdfReader, readScan: ScanReader): PdfReader =>
  async bytes => {
    const read = await readPdf(bytes);
    if (E.isRight(read) || read.left.kind !== 'scanned') return read;
    const scan = await readScan(bytes, { timeoutMs: SCAN_MS });
    const hasText = scan.ok && scan.value.some(page => /[\p{L}\p{N}]/u.test(page));
    return hasText ? E.right(pagesOfTranscript(scan.value, scan.model)) : read;
  };
