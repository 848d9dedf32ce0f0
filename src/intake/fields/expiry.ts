import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Candidate } from '../candidate.ts';
import { addMonths, nextOccurrence } from '../dates-in-text.ts';
import { fold } from '../fold.ts';
import type { LabelledDate } from '../labelled-dates.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { spansIn } from '../spans-in-text.ts';
import { MONTH_END, VALID } from '../words/date-words.ts';
import { QUOTE } from '../words/document-words.ts';

/** An offer stands for two years at most; a day further off is something else. */
const LONGEST_DAYS = 731;
/** "15 January" said in December is the next one; said in March it is doubtful which. */
const LONGEST_YEARLESS = 200;

/** What an expiry is counted from: the paper's own day, or that of the mail. */
export interface Base {
  readonly sent: LocalDate | null;
  readonly paper: LocalDate | null;
}

/** The day the offer ends: written out, or so many days from its date. */
export const expiriesIn = (
  pieces: readonly Piece[],
  dates: readonly LabelledDate[],
  base: Base,
): Candidate<LocalDate>[] => [
  ...dates.flatMap(date => writtenOut(date, base, isOffer(pieces))),
  ...counted(pieces, base),
  ...monthEnds(pieces, base),
];

const OFFER = new RegExp(`(?<![\\p{L}])(?:${QUOTE})(?:s?(?:nummer|nr|datum|dato))?(?![\\p{L}])`, 'u');
/** An invoice may name the quote it follows, but not at its head. */
const HEAD_LINES = 15;
const isOffer = (pieces: readonly Piece[]): boolean =>
  pieces.some(piece => piece.lines.slice(0, HEAD_LINES).some(line => OFFER.test(fold(textOfLine(line)).text)));

const writtenOut = (labelled: LabelledDate, { sent, paper }: Base, offer: boolean): Candidate<LocalDate>[] => {
  const { kind } = labelled;
  if (kind !== 'valid-until' && !(kind === 'ends' && offer)) return [];
  const from = paper ?? sent;
  const { readings, yearless } = labelled.date;
  const next = yearless && from ? nextOccurrence(yearless, from) : null;
  const values = next ? [next].filter(date => !from || daysBetween(from, date) <= LONGEST_YEARLESS) : readings;
  const possible = values.filter(date => !from || (date > from && daysBetween(from, date) <= LONGEST_DAYS));
  return possible.map(value => ({
    value,
    words: labelled.words,
    origin: labelled.piece.origin,
    weight: (kind === 'ends' ? 5 : 9) - (labelled.place === 'above' ? 0.5 : 0),
  }));
};

const counted = (pieces: readonly Piece[], { sent, paper }: Base): Candidate<LocalDate>[] => {
  const from = paper ?? sent;
  if (!from) return [];
  return pieces.flatMap(piece =>
    spansIn(piece).map(({ days, months, words }) => ({
      value: months > 0 ? addMonths(from, months) : addDays(from, days),
      words,
      origin: piece.origin,
      weight: 7,
    })),
  );
};

/** "We hold this price through the end of the month": the month of the paper's own day. */
const monthEnds = (pieces: readonly Piece[], { sent, paper }: Base): Candidate<LocalDate>[] => {
  const from = paper ?? sent;
  if (!from) return [];
  const value = addDays(addMonths(`${from.slice(0, 7)}-01`, 1), -1);
  return pieces.flatMap(({ lines, origin }) =>
    lines.flatMap(line =>
      textOfLine(line)
        .split(/(?<=[.;!])\s/)
        .filter(sentence => VALID.test(fold(sentence).text) && MONTH_END.test(fold(sentence).text))
        .map(sentence => ({ value, words: [sentence.trim()], origin, weight: 7 })),
    ),
  );
};
