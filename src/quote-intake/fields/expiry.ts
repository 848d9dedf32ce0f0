import { allMatches } from '../../kernel/all-matches.ts';
import { addDays, daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import { addMonths, nextOccurrence } from '../dates-in-text.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import type { LabelledDate } from '../labelled-values/labelled-dates.ts';
import { type Piece, textOfLine } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { COUNT, DAYS, MONTH_END, MONTHS, QUOTE, VALID, WEEKS } from '../words.ts';

/** For how long an offer stands. */
export interface Span {
  readonly days: number;
  readonly months: number;
  readonly words: readonly string[];
}

const HAN = '一二三四五六七八九十两兩';
/** "thirty (30) days", "30 (thirty) days". */
const AGAIN = '(?:\\s?\\(\\s?\\w+\\s?\\))?';
const NUMBER = new RegExp(
  `(?<![\\p{sc=Latin}\\p{sc=Cyrillic}\\d.,/-])(?:(\\d{1,3})${AGAIN}[\\s-]{0,2}|(${[...COUNT.keys()]
    .sort((a, b) => b.length - a.length)
    .join('|')})${AGAIN}[\\s-]{1,2}|(?<![${HAN}])([${HAN}]{1,3}))(?=\\p{L})`,
  'gu',
);
const PAYMENT =
  /(?<![\p{L}])(?:pay\w*|invoice|net|zahl\w*|skonto|netto|rechnung|paiement|reglement|regler|facture|pago|factura|pagamento|fattura|betal\w*|faktura|platno\w*|deliver\w*|lead time|liefer\w*|livraison|delai|entrega|consegna|lever\w*|dostaw\w*|warranty|guarantees?(?! (?:this|these|the|that|our|my|all)? ?(?:price|rate|quote|offer))|garantie|garantia|garanzia|bao hanh|garansi|gewahrleistung|complet\w*|notice|cancel\w*|prior|working days?|business days?|werktag\w*|arbeitstag\w*|jours ouvr\w*|dias habiles|giorni lavorativi|werkdagen)(?![\p{L}])|付款|納期|保修|保証/u;
const AFTER = 70;

/** "valid for 30 days", "30 Tage gültig", "validité : 1 mois". Spans to pay, to deliver or of working days are none. */
export const spansIn = (piece: Piece): Span[] =>
  piece.lines.flatMap((line, index) => {
    const next = piece.lines[index + 1];
    const wraps = next !== undefined && next.page === line.page && line.cells.length === 1;
    const own = textOfLine(line);
    return inSentence(wraps ? `${own} ${textOfLine(next)}` : own, own.length, normalizeText(own).text.length);
  });

/** `reach`: a span beginning further right belongs to the next line and is found there, unless its sentence begins here. */
const inSentence = (original: string, reach: number, ownEnd: number): Span[] => {
  const { text, at } = normalizeText(original);
  return allMatches(text, NUMBER).flatMap(hit => {
    const end = hit.index + hit[0].length;
    const unit = unitAt(text.slice(end));
    if (!unit) return [];
    const from = Math.max(0, sentenceStart(text, hit.index));
    const to = end + unit.length + sentenceEnd(text.slice(end + unit.length));
    const sentence = text.slice(from, to);
    const valid = VALID.exec(sentence);
    if (!valid || (at[from + valid.index] ?? 0) >= reach) return [];
    const spanEnd = end + unit.length;
    const around = text.slice(
      Math.max(from, hit.index - 34),
      Math.min(to, spanEnd + 12, spanEnd <= ownEnd ? ownEnd : to),
    );
    if (PAYMENT.test(around)) return [];
    const count = Number(hit[1]) || (COUNT.get(hit[2] ?? '') ?? hanNumber(hit[3] ?? ''));
    if (count === 0) return [];
    const start = Math.min(from + valid.index, hit.index);
    const stop = Math.max(from + valid.index + valid[0].length, end + unit.length);
    const words = [original.slice(at[start], at[stop]).trim()];
    return [{ days: count * unit.days, months: count * unit.months, words }];
  });
};

/** `十五`, `三十`, `两`. */
const hanNumber = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string | undefined): number => HAN_DIGITS.indexOf((char ?? '').replace(/[两兩]/u, '二')) + 1;
  return text.includes('十') ? 10 * (digit(tens) || 1) + (ones ? digit(ones) : 0) : digit(ones);
};
const HAN_DIGITS = [...'一二三四五六七八九'];

const unitAt = (text: string): { length: number; days: number; months: number } | undefined => {
  for (const [unit, days, months] of [
    [DAYS, 1, 0],
    [WEEKS, 7, 0],
    [MONTHS, 0, 1],
  ] as const) {
    const hit = unit.exec(text);
    if (hit) return { length: hit[0].length, days, months };
  }
  return undefined;
};

const sentenceStart = (text: string, index: number): number => {
  const head = text.slice(Math.max(0, index - AFTER), index);
  const cut = Math.max(head.lastIndexOf('. '), head.lastIndexOf('; '), head.lastIndexOf('! '));
  return index - head.length + (cut < 0 ? 0 : cut + 2);
};

const sentenceEnd = (text: string): number => {
  const end = text.slice(0, AFTER).search(/[.;!](?:\s|$)/);
  return end < 0 ? Math.min(AFTER, text.length) : end;
};

/** An offer stands for two years at most; a day further off is something else. */
const MAX_DAYS = 731;
/** "15 January" said in December is the next one; said in March it is doubtful which. */
const MAX_YEARLESS = 200;

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
  pieces.some(piece => piece.lines.slice(0, HEAD_LINES).some(line => OFFER.test(normalizeText(textOfLine(line)).text)));

const writtenOut = (labelled: LabelledDate, { sent, paper }: Base, offer: boolean): Candidate<LocalDate>[] => {
  const { kind } = labelled;
  if (kind !== 'valid-until' && !(kind === 'ends' && offer)) return [];
  const from = paper ?? sent;
  const { readings, yearless } = labelled.date;
  const next = yearless && from ? nextOccurrence(yearless, from) : null;
  const values = next ? [next].filter(date => !from || daysBetween(from, date) <= MAX_YEARLESS) : readings;
  const possible = values.filter(date => !from || (date > from && daysBetween(from, date) <= MAX_DAYS));
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
        .filter(sentence => VALID.test(normalizeText(sentence).text) && MONTH_END.test(normalizeText(sentence).text))
        .map(sentence => ({ value, words: [sentence.trim()], origin, weight: 7 })),
    ),
  );
};
