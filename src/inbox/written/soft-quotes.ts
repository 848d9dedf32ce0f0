import { attributionAt } from './attribution.ts';
import type { Line } from './line.ts';

const isEvidence = (lines: readonly Line[], at: number): boolean =>
  lines[at]?.quoted === true || lines[at]?.mark === 'history' || attributionAt(lines, at) !== null;

/** Ends the run of lines in one soft block that begins at `start`, blank lines within it included. */
const runEnd = (lines: readonly Line[], start: number): number => {
  let end = start + 1;
  for (let at = start + 1; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (line.text !== '' && line.quoted !== lines[start]?.quoted)) break;
    if (line.text !== '') end = at + 1;
  }
  return end;
};

/**
 * Decides the blocks whose markup leaves it open. An indented block is a quotation, unless the earlier mail is introduced
 * only further down: then the author set it in. A composer's quoting block is the author's own, unless an earlier mail was
 * introduced above.
 */
export const settleSoftQuotes = (lines: readonly Line[]): Line[] => {
  if (!lines.some(line => typeof line.quoted === 'string')) return [...lines];
  const evidence = lines.map((_, at) => isEvidence(lines, at));
  const first = evidence.indexOf(true);
  const settled: Line[] = [...lines];
  for (let at = 0; at < lines.length; at++) {
    const soft = lines[at]?.quoted;
    if (typeof soft !== 'string') continue;
    const end = runEnd(lines, at);
    const introduced = first >= 0 && first < at;
    const later = first >= end;
    const quoted = soft === 'composed' ? introduced : introduced || !later;
    for (let inside = at; inside < end; inside++) {
      const line = lines[inside];
      if (line) settled[inside] = { ...line, quoted: line.text === '' ? false : quoted };
    }
    at = end - 1;
  }
  return settled;
};
