import * as E from 'fp-ts/lib/Either.js';

/** More than any rules doc needs; a reader of prose should not be fed a novel. */
export const LONGEST_DOCUMENT = 100 * 1024;

const LONGEST_LINE_SHOWN = 80;

/** Why a text is no rules doc at all. */
export interface NotText {
  readonly line: number;
  readonly sentence: string;
  readonly expected: string;
}

/** The text's lines, or why it is no prose: too long, or a file of another kind (a PDF, a picture, a Word document). */
export const linesOf = (text: string): E.Either<NotText, readonly string[]> => {
  if (text.length > LONGEST_DOCUMENT) {
    return E.left(
      refusal(text, `a rules doc of at most ${LONGEST_DOCUMENT / 1024} KB; this one has ${kilobytes(text)} KB`),
    );
  }
  return isProse(text)
    ? E.right(text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/))
    : E.left(refusal(text, 'plain text; this is a file of another kind. Save the rules as text (.txt)'));
};

const refusal = (text: string, expected: string): NotText => ({ line: 1, sentence: glimpse(text), expected });

const kilobytes = (text: string): number => Math.ceil(text.length / 1024);

/** NUL never stands in prose; a stray control character may, a file full of them is binary. */
const isProse = (text: string): boolean => {
  if (text.includes('\0') || /^(?:%PDF-|PK\x03\x04|\{\\rtf)/.test(text)) return false;
  const odd = text.match(/[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd]/g)?.length ?? 0;
  return odd * 50 <= text.length;
};

const glimpse = (text: string): string => {
  const start = text
    .slice(0, LONGEST_LINE_SHOWN * 4)
    .replace(/[^\P{C}\n\r]/gu, '')
    .trim();
  return (start.split(/[\r\n]/)[0] ?? '').slice(0, LONGEST_LINE_SHOWN);
};
