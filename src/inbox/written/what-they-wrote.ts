import { cleanCharacters } from './clean-characters.ts';
import { cut } from './cut.ts';
import { htmlLines } from './html-lines.ts';
import { isBlank, type Line } from './line.ts';
import { splitSignature } from './signature.ts';
import { textLines } from './text-lines.ts';

export interface Body {
  readonly text: string | null;
  readonly html: string | null;
}

/** A body taken apart. `text` is never empty when anything visible stands in the body. */
export interface Written {
  /** What the author newly wrote, answers between quoted lines included. */
  readonly text: string;
  /** Earlier mails and their headings, as they stood. */
  readonly elided: string;
  readonly signature: string;
}

/** The lines without the blank ones around them; the first keeps its indentation. */
const join = (lines: readonly Line[]): string => {
  const from = lines.findIndex(line => line.text.trim() !== '');
  const to = lines.findLastIndex(line => line.text.trim() !== '');
  if (from < 0) return '';
  return lines
    .slice(from, to + 1)
    .map(line => line.text)
    .join('\n')
    .trimEnd();
};

const takeApart = (lines: readonly Line[]): Written => {
  const { written, elided } = cut(lines);
  const stretches = written.map(splitSignature);
  const text = join(stretches.flatMap(stretch => stretch.text));
  if (text.trim() === '') return { text: join(lines), elided: '', signature: '' };
  const signature = join(stretches.flatMap(stretch => stretch.signature));
  return { text, elided: join(elided), signature };
};

const hasText = (lines: readonly Line[]): boolean => lines.some(line => !isBlank(line));

const STUB = /html/i;
const LONGEST_STUB = 300;

/** "Your mail program cannot show HTML": a plain part that stands in for the real one. */
const isStub = (text: string, html: readonly Line[]): boolean =>
  text.length <= LONGEST_STUB && STUB.test(text) && !STUB.test(join(html));

/**
 * The newly written part of a mail. Plain text is read if there is any; HTML is read where plain text is missing, a stub,
 * or shows no earlier mail while the HTML marks one. If nothing is left after cutting, the whole body is the text.
 */
export const whatTheyWrote = ({ text, html }: Body): Written => {
  const plain = text === null ? [] : textLines(cleanCharacters(text));
  const fromPlain = takeApart(plain);
  if (html === null || html.trim() === '') return fromPlain;
  if (fromPlain.elided !== '' && fromPlain.text !== '') return fromPlain;
  const rich = htmlLines(html);
  if (!hasText(rich)) return fromPlain;
  const fromRich = takeApart(rich);
  if (fromPlain.text === '' || isStub(fromPlain.text, rich)) return fromRich;
  return fromRich.elided === '' ? fromPlain : fromRich;
};
