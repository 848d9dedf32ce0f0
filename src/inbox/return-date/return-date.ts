import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { type Cue, cueOf, isAlternative, isOneOfTwoDays, rangeCue } from './cue.ts';
import { datesAndCounts, type Mention } from './date-mention.ts';
import { type Author, namesSomebodyElse } from './named-person.ts';
import { orderOfLocale, orderShown } from './number-order.ts';
import { resolveDate } from './resolve-date.ts';
import { speaksOfSomebodyElse } from './somebody-else.ts';

export interface ReturnDateOptions {
  /** The day the message was written, on its author's calendar. */
  readonly sentOn: LocalDate;
  /** Settles `5/12` where neither the language nor the message itself does. */
  readonly locale?: string;
  /** Tells the author's own return from that of somebody the text names ("Jo returns on 11 May"). */
  readonly author?: Author;
}

export type ReturnDate =
  | { readonly date: LocalDate; readonly why: string }
  | { readonly date: null; readonly why: string };

const MOST_CHARS = 8_000;
const LONGEST_ABSENCE_DAYS = 90;
/** "I will get back to you in two days" promises an answer. */
const ANSWERS = /(?:back|zurück|retour)\s+(?:to|bei|vers|zu)\s+\S+\s*$|kontaktiere|(?<!\p{L})(?:reply|respond|answer)/u;
const SENTENCE_END = /[!?。！？]|\.(?=\s+\p{Lu})|\n\s*\n/gu;
const DIGITS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'๐๑๒๓๔๕๖๗๘๙'].map((digit, value) => [digit, String(value)]),
);

const RANGE: Cue = { kind: 'until', inclusive: false, order: 'locale', close: true };

interface Clue {
  readonly cue: Cue;
  readonly mention: Mention;
  /** Another day may be meant as well. */
  readonly open: boolean;
  readonly words: string;
}

/**
 * The day the author says they are back. "Back on" a day names it; "until" a day, or the end of a range, counts as the day
 * written, and as the day after where it is said to be included ("through", "bis einschließlich"). `null` with the reason
 * when no such day is written, when it has two readings, contradicts its weekday or another date, or is not within 90 days
 * after the message.
 */
export const returnDate = (text: string, { sentOn, locale, author }: ReturnDateOptions): ReturnDate => {
  const clear = text
    .slice(0, MOST_CHARS)
    .normalize('NFKC')
    .replace(/[๐-๙]/g, digit => DIGITS[digit] ?? digit);
  const lower = clear.toLowerCase();
  const mentions = datesAndCounts(lower);
  const clues = cluesIn(clear, lower, mentions, author);
  if (clues.length === 0) return none('no date of return is written');
  const shown = orderShown(mentions);
  const custom = shown === 'locale' ? orderOfLocale(locale) : shown;
  const read = (kind: Cue['kind'], base: LocalDate): readonly Readings[] =>
    clues
      .filter(({ cue }) => cue.kind === kind)
      .map(({ cue, mention, open, words }) => ({
        dates: (open
          ? []
          : resolveDate(mention, cue.order === 'locale' ? custom : cue.order, isRelative(mention) ? base : sentOn)
        ).map(date => (cue.inclusive && kind === 'until' ? addDays(date, 1) : date)),
        words,
      }));
  const ends = read('until', sentOn);
  const returns = read('return', onlyDate(ends) ?? sentOn);
  return settle(returns.length > 0 ? returns : ends, sentOn);
};

interface Readings {
  readonly dates: readonly LocalDate[];
  readonly words: string;
}

const none = (why: string): ReturnDate => ({ date: null, why });

/** A bare weekday or day of the month is looked for after the end of the absence. */
const isRelative = ({ said }: Mention): boolean => said.kind === 'weekday' || said.kind === 'day';

const onlyDate = (all: readonly Readings[]): LocalDate | null => {
  const [only, ...more] = new Set(all.flatMap(({ dates }) => dates));
  return only !== undefined && more.length === 0 ? only : null;
};

const settle = (all: readonly Readings[], sentOn: LocalDate): ReturnDate => {
  if (all.length === 0) return none('no date of return is written');
  const contradictory = all.find(({ dates }) => dates.length === 0);
  if (contradictory) return none(`"${contradictory.words}" contradicts itself or leaves it open`);
  const common = (all[0]?.dates ?? []).filter(one => all.every(({ dates }) => dates.includes(one)));
  const [date, another] = common;
  const words = all.map(one => one.words).join('", "');
  if (date === undefined) return none(`several dates: "${words}"`);
  if (another !== undefined) return none(`"${words}" may be ${date} or ${another}`);
  const ahead = daysBetween(sentOn, date);
  if (ahead < 1) return none(`"${words}" is not after the message`);
  if (ahead > LONGEST_ABSENCE_DAYS) return none(`"${words}" is more than ${LONGEST_ABSENCE_DAYS} days away`);
  return { date, why: `"${words}"` };
};

/** Each date with what the words around it make of it; dates without such words are left out. */
const cluesIn = (text: string, lower: string, mentions: readonly Mention[], author: Author | undefined): Clue[] => {
  const ends = [...text.matchAll(SENTENCE_END)].map(match => match.index + 1);
  const clues: Clue[] = [];
  let before: Cue | null = null;
  for (const [at, mention] of mentions.entries()) {
    const from = ends.findLast(end => end <= mention.start) ?? 0;
    const to = ends.find(end => end >= mention.end) ?? lower.length;
    const previous = Math.max(from, mentions[at - 1]?.end ?? 0);
    const next = Math.min(to, mentions[at + 1]?.start ?? lower.length);
    const piece = (start: number, end: number): string => lower.slice(start, end).replace(/\s+/g, ' ');
    const cased = (start: number, end: number): string => text.slice(start, end).replace(/\s+/g, ' ');
    const after = piece(mention.end, next);
    const between = at > 0 && previous > from ? piece(previous, mention.start) : null;
    const range = mention.endsRange ? RANGE : rangeCue(piece(from, mention.start), between, after);
    const cue: Cue | null = isAlternative(between)
      ? before
      : (range ?? cueOf(piece(previous, mention.start), after, next < to ? '' : after, piece(from, to)));
    before = cue;
    const loose = mention.said.kind !== 'day-month' && mention.said.kind !== 'numbers';
    if (cue === null || cue.kind === 'start' || (loose && !cue.close)) continue;
    if (mention.said.kind === 'counted' && (cue.kind !== 'return' || ANSWERS.test(piece(from, mention.start))))
      continue;
    if (cue.kind === 'return' && speaksOfSomebodyElse(piece(from, mention.start))) continue;
    if (author && namesSomebodyElse(cased(from, mention.start), after, author)) continue;
    const open = isOneOfTwoDays(piece(from, mention.start), after);
    clues.push({ cue, mention, open, words: lower.slice(Math.max(previous, mention.start - 24), mention.end).trim() });
  }
  // Who counts the weeks beside the date counts roughly.
  const dated = clues.filter(({ mention }) => mention.said.kind !== 'counted');
  return dated.length > 0 ? dated : clues;
};
