import { attributionAt } from './attribution.ts';
import { historyMarkerAt } from './history-marker.ts';
import { isBlank, type Line } from './line.ts';

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
