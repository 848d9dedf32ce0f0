import { wholeMailWords } from '../mail-words.ts';
import { isBlank, type Line } from './line.ts';

/** A verb that introduces a quotation, in the languages businesses write. */
export const WROTE = new RegExp(wholeMailWords('wrote'), 'iu');

/** Words that open an attribution in the middle of a line, before a date. */
export const OPENS_MIDWAY =
  /(?:^|\s|[-–—]{2,}\s?)((?:On|Le|Am|El|Il|Em|Op|Den|På|Dnia|W dniu|Pada|Vào|เมื่อ|在|于)\s(?=(?:\S{1,14}\s){0,3}?\S{0,6}\d))/u;

/** A sentence such as "On Monday Ann <ann@…> wrote:" before a quotation. */
export interface Attribution {
  /** How many lines it takes, from the line asked about. */
  readonly lines: number;
  /** What the author wrote on the same line before it; usually empty. */
  readonly kept: string;
}

const MAX_LINES = 6;
const MAX_CHARS = 400;
const MAX_LINE = 1_000;
const TIME = /\d\s?[:.h時时点]\s?\d{2}/;
const NUMERIC_DATE = /\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{4}\s?[年년]/;
const YEAR = /(?:^|\D)(?:19|20|25)\d{2}(?:\D|$)/;
const DAY = /(?:^|\D)\d{1,2}(?:\D|$)/;
const MAIL = /[^\s<>()[\]"',;:]@[^\s<>()[\]"',;:]/;
const DATE_FIRST = /^(?:\S{1,20}\s+){0,4}?\S{0,6}?\d/u;
const NAME_THEN_MAIL = /^[^<>!?@]{0,70}(?:[<([]|&lt;)?\s*(?:mailto:)?[^\s<>()[\]]{1,80}@/u;
const NAMED_MAIL = /^["']?\p{L}[^<>@]{1,70}\s?["']?[<([]/u;
const OPENER = /^(?:On|At|Am|Le|El|Il|Em|Op|Den|På|Dnia|W dniu|Pada|Vào|เมื่อ|ในวันที่|在|于)\s/u;
const MAIL_FIRST = /^<?[^\s<>@]{1,80}@/;
const ENDS_OPEN = /[:：]\W{0,4}$/;
const NUMERIC_FIRST = /^\D{0,14}?\d{1,4}\s?[-/.年년]\s?\d{1,2}/u;
const ENDS_WITH_MAIL = /@[^\s<>]{1,80}[>)\]]\W{0,3}$/;
const QUOTING = /^(?:quoting|zitat von|citando|citat)(?!\p{L})/iu;
const SENTENCE_END = /(?:[!?]|\p{L}{4,}\.|\d{3,}\.|:\d{2}\.)$/u;
const GMAIL_STAMP = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} \S/;
const GAP_AFTER_COLON = /[:：]\s{2,}\S/u;
const DASHED = /^[-–—]{2,}\s?.{2,200}\s[-–—]{2,}$/;
const GROUPWISE = /^>{3}.{3,200}(?:\d[:.]\d{2}|@).{0,60}>{3}\s*$/;
const QUOTE_TAIL = /^>\s*(?:\S{0,20}\s?){0,4}[:：]\s*$/u;

/** "Ann Lee/Sales/Client wrote on 28/04/2026 09:00:00:", as Notes puts it. */
const NAME_THEN_DATE =
  /^\p{Lu}[^.!?<>@,:]{1,60} (?:wrote on|schrieb am|a écrit le|escribió el|ha scritto il) [^!?]{0,40}$/u;

const isDateLike = (text: string): boolean =>
  TIME.test(text) || NUMERIC_DATE.test(text) || (YEAR.test(text) && DAY.test(text));

const endsOpenOrDashed = (text: string): boolean => ENDS_OPEN.test(text) || /[-–—]{2,}\W{0,3}$/.test(text);

/** Does the quotation follow the lines up to `next`? */
const quoteFollows = (lines: readonly Line[], next: number): boolean => {
  let at = next;
  while (at < lines.length && at < next + 4 && isBlank(lines[at])) at++;
  const line = lines[at];
  return line !== undefined && !isBlank(line) && (line.quoted !== false || /^[|>]/.test(line.text.trim()));
};

/** Is this joined text an attribution, knowing whether quoted lines follow it? */
const introduces = (text: string, followed: boolean): boolean => {
  const verb = WROTE.exec(text);
  const dated = isDateLike(text);
  const mail = MAIL.exec(text);
  if (GMAIL_STAMP.test(text)) return true;
  if (NAME_THEN_DATE.test(text) && ENDS_OPEN.test(text) && TIME.test(text) && NUMERIC_DATE.test(text)) return true;
  if (verb === null) {
    if (mail === null || !dated || !DATE_FIRST.test(text)) return false;
    return ENDS_OPEN.test(text) || (followed && NUMERIC_FIRST.test(text) && ENDS_WITH_MAIL.test(text));
  }
  if (!endsOpenOrDashed(text) && !(followed && text.length - verb.index - verb[0].length < 5)) return false;
  if (mail && verb.index === 0 && QUOTING.test(text)) return true;
  if (mail && NAME_THEN_MAIL.test(text) && (verb.index > mail.index || dated)) return true;
  const digit = text.search(/\d/);
  if (dated && DATE_FIRST.test(text) && verb.index > digit) return true;
  return followed && (dated || mail !== null || text.length <= 60);
};

const strip = (text: string): string => text.replace(/^[\s\-–—*_~]+/u, '').replace(/[\s*_]+$/u, '');

/** Could an attribution begin on this line? Cheap, so that only few lines are looked at closely. */
const mayBegin = (line: Line, next: Line | undefined): boolean => {
  const text = strip(line.text);
  if (text === '' || text.length > MAX_CHARS) return false;
  if (DATE_FIRST.test(text) || NAME_THEN_MAIL.test(text) || WROTE.test(text)) return true;
  return text.length <= 70 && next !== undefined && MAIL_FIRST.test(next.text.trim());
};

/** May the attribution go on with this line? A quoted line only as its broken-off tail ("> wrote:"). */
const goesOn = (joined: string, line: Line): boolean => {
  const open = joined.split('<').length > joined.split('>').length;
  return line.quoted === false || (open && QUOTE_TAIL.test(line.text.trim()));
};

const spanning = (lines: readonly Line[], start: number): number => {
  let joined = '';
  let taken = 0;
  for (let at = start; at < lines.length && taken < MAX_LINES; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (isBlank(line)) {
      const next = lines[at + 1];
      if (taken === 0 || next === undefined || next.text.trim() !== '<') break;
      continue;
    }
    if (line.mark === 'rule' || line.text.length > MAX_LINE || !goesOn(joined, line)) break;
    if (taken > 0 && SENTENCE_END.test(joined)) break;
    joined = strip(`${joined} ${line.text.trim()}`);
    taken++;
    if (joined.length > MAX_CHARS) break;
    if (!introduces(joined, quoteFollows(lines, at + 1))) continue;
    return taken > 1 && beginsLater(lines, start, at + 1) ? 0 : at + 1 - start;
  }
  return 0;
};

/** True when the first line is the author's own and the attribution only begins on the next one. */
const beginsLater = (lines: readonly Line[], start: number, end: number): boolean => {
  const first = strip(lines[start]?.text ?? '');
  const rest = strip(
    lines
      .slice(start + 1, end)
      .map(line => line.text.trim())
      .join(' '),
  );
  if (!introduces(rest, quoteFollows(lines, end))) return false;
  if (/[.!?]$/.test(first)) return true;
  if (!isDateLike(first)) return DATE_FIRST.test(rest) || NAMED_MAIL.test(rest);
  return isDateLike(rest) && DATE_FIRST.test(rest) && !OPENER.test(first);
};

const midway = (lines: readonly Line[], at: number, text: string): Attribution | null => {
  if (text.length > MAX_CHARS || !ENDS_OPEN.test(text) || !WROTE.test(text)) return null;
  const opener = OPENS_MIDWAY.exec(text);
  if (opener?.[1] === undefined) return null;
  const from = opener.index + opener[0].length - opener[1].length;
  if (from === 0 || !quoteFollows(lines, at + 1) || !introduces(text.slice(from), true)) return null;
  return { lines: 1, kept: text.slice(0, from).replace(/[-–—\s]+$/u, '') };
};

/** Yahoo's telephones put the earlier mail on the attribution's own line, behind a gap that nobody types. */
const runsOn = (text: string): boolean => {
  const colon = text.slice(0, MAX_CHARS).search(GAP_AFTER_COLON);
  const head = text.slice(0, Math.max(0, colon + 1));
  return MAIL.test(head) && isDateLike(head) && introduces(strip(head), true);
};

const markedLines = (lines: readonly Line[], start: number): number => {
  let at = start;
  while (lines[at]?.mark === 'attribution') at++;
  return at - start;
};

/** The attribution that begins on this line, or `null`. It must be a whole line or lines, or end the line before a quotation. */
export const attributionAt = (lines: readonly Line[], at: number): Attribution | null => {
  const line = lines[at];
  if (line === undefined || isBlank(line)) return null;
  if (line.quoted === false && runsOn(line.text.trim())) return { lines: 1, kept: '' };
  if (line.text.length > MAX_LINE) return null;
  const marked = markedLines(lines, at);
  if (marked > 0) return { lines: marked, kept: '' };
  const text = line.text.trim();
  if (GROUPWISE.test(text)) return { lines: 1, kept: '' };
  if (line.quoted !== false) return null;
  if (DASHED.test(text) && WROTE.test(text)) return { lines: 1, kept: '' };
  if (mayBegin(line, lines[at + 1])) {
    const shared = midway(lines, at, text);
    if (shared) return shared;
    const taken = spanning(lines, at);
    if (taken > 0) return { lines: taken, kept: '' };
  }
  return null;
};
