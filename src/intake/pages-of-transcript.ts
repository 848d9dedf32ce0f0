import type { PdfPage, PdfPages, PdfRun } from './pdf-pages.ts';

/** An A4 page in points, set in a type of one width. */
const WIDTH = 595;
const HEIGHT = 842;
const SIZE = 10;
const CHAR_WIDTH = 5;
const LINE_HEIGHT = 12;
const MOST_LINES = 2_000;
const LONGEST_LINE = 1_000;

/** What a model read off a picture, as a PDF's text would come: each stretch between wide gaps where it stands. */
export const pagesOfTranscript = (pages: readonly string[], model: string): PdfPages => ({
  pages: pages.map(pageOf),
  links: [],
  readBy: model,
});

const pageOf = (text: string): PdfPage => {
  const lines = text.split(/\r\n|\r|\n/, MOST_LINES).map(line => line.slice(0, LONGEST_LINE));
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
