import { type Line, MOST_LINES } from './line.ts';

const QUOTED = /^[ \t]{0,4}(?:>|&gt;)/;
/** `>>> … <<<` is decoration, `>From ` the scar of a mailbox file, `>>> "Ann" … >>>` GroupWise's attribution. */
const NOT_QUOTED = /^[ \t]{0,4}>.*<<\s*$|^>From [^\n]*[^>]$/;
const INITIALS = /^[ \t]{0,2}[A-Z]{1,3}>/;
const ONE_NUMBER = /^[ \t]{0,4}>=?\s?\d(?!\d?[.)]\s)/;

const initialsOf = (line: string | undefined): string | null => INITIALS.exec(line ?? '')?.[0].trim() ?? null;

/** Initials count beside others, or where the same come again: `EU> 5000` alone is no quotation. */
const isInitialled = (raw: readonly string[], at: number, again: ReadonlySet<string>): boolean => {
  const initials = initialsOf(raw[at]);
  if (initials === null) return false;
  return again.has(initials) || initialsOf(raw[at + 1]) !== null || initialsOf(raw[at - 1]) !== null;
};

/** Which lines carry a quotation's prefix: `>`, or the initials some programs put before it (`AB>`). */
export const quotedByPrefix = (raw: readonly string[]): boolean[] => {
  const marked = raw.filter(line => QUOTED.test(line)).length;
  const initials = raw.map(initialsOf).filter(found => found !== null);
  const again = new Set(initials.filter((found, at) => initials.indexOf(found) < at));
  return raw.map((line, at) => {
    if (isInitialled(raw, at, again)) return true;
    if (!QUOTED.test(line) || NOT_QUOTED.test(line)) return false;
    // "> 500 pieces": a lone greater-than sign before a number is arithmetic.
    return !(marked === 1 && ONE_NUMBER.test(line));
  });
};

/** The lines of a plain-text body. */
export const textLines = (text: string): Line[] => {
  const raw = firstLines(text);
  const quoted = quotedByPrefix(raw);
  return raw.map((line, at) => ({ text: line.trimEnd(), quoted: quoted[at] === true }));
};

const firstLines = (text: string): string[] => {
  const lines = text.split('\n', MOST_LINES);
  if (lines.length < MOST_LINES) return lines;
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return length >= text.length ? lines : [...lines, text.slice(length)];
};
