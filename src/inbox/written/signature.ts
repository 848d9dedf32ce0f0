import { isDeviceSignature } from './device-signature.ts';
import { isLegalNotice } from './legal-notice.ts';
import { isBlank, type Line } from './line.ts';

/** A stretch of new text with its signature set apart. */
export interface Signed {
  readonly text: readonly Line[];
  readonly signature: readonly Line[];
}

const DASHES = /^\s*(?:--|—|––|-—|- -|__)\s*$/;
const ONLY_MARKS = /^\s*(?:[-–—_=*~#+.•·ᐧ,\s]{1,200})$/u;
const LONG_RULE = /^\s*_{10,}\s*$/;
const SHORT_RULE = /^\s*[-–—=*~#+_]{3,}\s*$/;
/** A longer line is no rule; megabytes of one mark would overflow the stack of the patterns above. */
const LONGEST_RULE = 200;
const CONTACT = /@|https?:\/\/|www\.|(?:\+|\b0)\d[\d\s()./-]{5,}\d|\(\d{3}\) ?\d{3}/i;
const MOST_LINES = 30;
const FEW_LINES = 10;
/** Lines from the end within which a signature may begin. */
const FARTHEST = 100;

const textLinesIn = (lines: readonly Line[]): readonly Line[] => lines.filter(line => !isBlank(line));

/**
 * The rule: a signature is what follows a line of two dashes (`-- `, also `—`), what stands below a rule and reads like
 * a visiting card or a list's footer, what the mail program marks as signature or adds by itself ("Sent from my iPhone"),
 * and the legal notice below. Greetings and names ("Kind regards, Ann") are text. Nothing is lost: `text` and `signature`
 * together are the stretch.
 */
export const splitSignature = (stretch: readonly Line[]): Signed => {
  const unmarked = stretch.filter(line => line.mark !== 'signature');
  const marked = stretch.filter(line => line.mark === 'signature');
  const from = signatureStart(unmarked);
  let end = from;
  for (let next = trimEnd(unmarked, end); next < end; next = trimEnd(unmarked, end)) end = next;
  const below = unmarked.slice(end);
  if (below.every(isBlank)) return { text: unmarked, signature: marked };
  return { text: unmarked.slice(0, end), signature: [...below, ...marked] };
};

const signatureStart = (lines: readonly Line[]): number => {
  for (let at = Math.max(0, lines.length - FARTHEST); at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (line.text.length > LONGEST_RULE) continue;
    const exact = DASHES.test(line.text);
    const rule = LONG_RULE.test(line.text) || SHORT_RULE.test(line.text);
    if (!exact && !rule) continue;
    const below = textLinesIn(lines.slice(at + 1));
    if (exact && below.length <= MOST_LINES) return at;
    if (LONG_RULE.test(line.text) && below.length <= FEW_LINES) return at;
    if (rule && below.length <= FEW_LINES && below.some(({ text }) => CONTACT.test(text)) && at > 0) return at;
  }
  return lines.length;
};

/** One step up from the end over what is no text: blank lines, rules, device lines, a legal notice. */
const trimEnd = (lines: readonly Line[], end: number): number => {
  const last = lines[end - 1];
  if (last === undefined) return end;
  if (isBlank(last) || last.mark === 'rule' || ONLY_MARKS.test(last.text) || isDeviceSignature(last.text))
    return end - 1;
  let start = end - 1;
  while (start > 0 && !isBlank(lines[start - 1]) && end - start < MOST_LINES) start--;
  const paragraph = lines.slice(start, end).map(line => line.text);
  return isLegalNotice(paragraph.join(' ')) ? start : end;
};
