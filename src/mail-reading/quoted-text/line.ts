/** What the mail program says of a line by its markup. Plain text has no marks. */
export type Mark =
  /** The sentence that introduces a quotation ("On … wrote:"). */
  | 'attribution'
  /** From this line on all is an earlier mail. */
  | 'history'
  /** A horizontal rule. */
  | 'rule'
  /** Inside the block the mail program keeps for the signature. */
  | 'signature';

/** One visible line of a mail, plain or from HTML. */
export interface Line {
  readonly text: string;
  /** True: an earlier mail. `bare` and `composed`: inside a block that may be a quotation or the author's own indenting. */
  readonly quoted: boolean | 'bare' | 'composed';
  readonly mark?: Mark;
}

export const isBlank = (line: Line | undefined): boolean =>
  line === undefined || (line.text.trim() === '' && line.mark !== 'rule');

/** Mails have some thousand lines; what comes after this many is kept as one last line, so that memory stays bounded. */
export const MAX_LINES = 50_000;

/**
 * Characters that show nothing but change what a machine reads: zero-width, bidi controls, soft hyphens, fillers, tag
 * characters (which can spell a hidden sentence), control codes.
 */
const INVISIBLE =
  /\p{Cf}|[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u115f\u1160\u180e\u2065\u3164\uffa0]|\u034f|\u17b4|\u17b5|[\u180b-\u180d\u180f]/gu;
const LINE_BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f]/g;

/** The text as a reader sees it: nothing invisible, `\n` for every line break, plain spaces. */
export const cleanCharacters = (text: string): string =>
  text.replace(LINE_BREAKS, '\n').replace(INVISIBLE, '').replace(SPACES, ' ');

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
  const lines = text.split('\n', MAX_LINES);
  if (lines.length < MAX_LINES) return lines;
  const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
  return length >= text.length ? lines : [...lines, text.slice(length)];
};
