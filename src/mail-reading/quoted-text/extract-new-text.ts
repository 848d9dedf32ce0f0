import { attributionAt } from './attribution.ts';
import { historyMarkerAt } from './history-marker.ts';
import { htmlLines } from './html-lines.ts';
import { cleanCharacters, isBlank, type Line, textLines } from './line.ts';
import { splitSignature } from './signature.ts';

/** A mail taken apart: what its author wrote, stretch by stretch, and what was there before. */
export interface Cut {
  /** Stretches of new text; more than one when answers stand between quoted lines. */
  readonly written: readonly (readonly Line[])[];
  readonly elided: readonly Line[];
}

const LONG_QUOTED = 66;
const FINISHED = /[.?!:;)\]"”»…。？！]$/;
const UNFINISHED_START = /^\p{Ll}/u;
const ANSWER_WORD = /^(?:yes|no|ok|okay|ja|nein|nee|nej|oui|non|si|sí|sim|não|tak|nie|да|нет)(?![\p{L}])/iu;
const ONLY_LINK = /^\(?<?https?:\/\/\S+>?\)?\s*>?$/;

/** A quoted line that lost its mark because it was wrapped on the way: a link, a closing bracket, the end of a long line. */
const isTornOff = (lines: readonly Line[], at: number): boolean => {
  const line = lines[at];
  const above = lines[at - 1];
  const below = lines[at + 1];
  if (line === undefined || above?.quoted !== true || below?.quoted !== true) return false;
  const text = line.text.trim();
  if (text === '' || text.length > 300) return false;
  if (ONLY_LINK.test(text)) return true;
  const before = above.text.trim();
  if (before.lastIndexOf('(') > before.lastIndexOf(')') && /^[^\s()]+\)/.test(text)) return true;
  if (before.length < LONG_QUOTED || FINISHED.test(before)) return false;
  return UNFINISHED_START.test(text) && !ANSWER_WORD.test(text);
};

/** The end of the quotation that begins at `start`, with the blank lines after it. */
const quotationEnd = (lines: readonly Line[], start: number): number => {
  let at = start;
  while (at < lines.length && (lines[at]?.quoted === true || isBlank(lines[at]) || isTornOff(lines, at))) at++;
  return at;
};

const barEnd = (lines: readonly Line[], start: number): number => {
  let at = start;
  while (at < lines.length && (isBlank(lines[at]) || lines[at]?.text.trimStart().startsWith('|') === true)) at++;
  return at;
};

const nextText = (lines: readonly Line[], from: number): number => {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
};

/** Takes new text and history apart. Reads every line a bounded number of times. */
export const cut = (lines: readonly Line[]): Cut => {
  const written: Line[][] = [[]];
  const elided: Line[] = [];
  let wroteAnything = false;
  const elide = (from: number, to: number): number => {
    for (const line of lines.slice(from, to)) elided.push(line);
    return to;
  };
  const newStretch = (): void => {
    if ((written.at(-1)?.length ?? 0) > 0) written.push([]);
  };
  const write = (line: Line): void => {
    written.at(-1)?.push(line);
    wroteAnything ||= !isBlank(line) && line.mark !== 'rule' && line.mark !== 'signature';
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const attribution = attributionAt(lines, at);
    if (attribution !== null) {
      if (attribution.kept !== '') write({ text: attribution.kept, quoted: false });
      const next = nextText(lines, at + attribution.lines);
      if (lines[next]?.text.trimStart().startsWith('|') === true) at = elide(at, barEnd(lines, next));
      else if (next >= lines.length || lines[next]?.quoted === true || !wroteAnything) at = elide(at, next);
      else at = elide(at, lines.length);
      newStretch();
      continue;
    }
    if (line.quoted === true) {
      at = elide(at, quotationEnd(lines, at));
      newStretch();
      continue;
    }
    const marker = historyMarkerAt(lines, at);
    if (marker > 0) {
      at = elide(at, wroteAnything ? lines.length : nextText(lines, at + marker));
      newStretch();
      continue;
    }
    write(line);
    at++;
  }
  return { written: written.filter(stretch => stretch.some(line => !isBlank(line))), elided };
};

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
const MAX_STUB = 300;

/** "Your mail program cannot show HTML": a plain part that stands in for the real one. */
const isStub = (text: string, html: readonly Line[]): boolean =>
  text.length <= MAX_STUB && STUB.test(text) && !STUB.test(join(html));

/**
 * The newly written part of a mail. Plain text is read if there is any; HTML is read where plain text is missing, a stub,
 * or shows no earlier mail while the HTML marks one. If nothing is left after cutting, the whole body is the text.
 */
export const extractNewText = ({ text, html }: Body): Written => {
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
