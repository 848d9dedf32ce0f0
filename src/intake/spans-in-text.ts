import { allMatches } from '../kernel/all-matches.ts';
import { fold } from './fold.ts';
import { type Piece, textOfLine } from './layout/line.ts';
import { COUNT, DAYS, MONTHS, VALID, WEEKS } from './words/date-words.ts';

/** For how long an offer stands. */
export interface Span {
  readonly days: number;
  readonly months: number;
  readonly words: readonly string[];
}

const NUMBER = new RegExp(
  `(?<![\\p{sc=Latin}\\p{sc=Cyrillic}\\d.,/-])(\\d{1,3}|${[...COUNT.keys()]
    .sort((a, b) => b.length - a.length)
    .join('|')})(?:\\s?\\(\\s?\\w+\\s?\\))?[\\s-]{0,2}(?=\\p{L})`,
  'gu',
);
const PAYMENT =
  /(?<![\p{L}])(?:pay\w*|invoice|net|zahl\w*|skonto|netto|rechnung|paiement|reglement|regler|facture|pago|factura|pagamento|fattura|betal\w*|faktura|platno\w*|deliver\w*|lead time|liefer\w*|livraison|delai|entrega|consegna|lever\w*|dostaw\w*|warranty|guarantee|garantie|garantia|garanzia|gewahrleistung|complet\w*|notice|cancel\w*|prior|working days?|business days?|werktag\w*|arbeitstag\w*|jours ouvr\w*|dias habiles|giorni lavorativi|werkdagen)(?![\p{L}])|付款|納期|保修|保証/u;
const AFTER = 70;

/** "valid for 30 days", "30 Tage gültig", "validité : 1 mois". Spans to pay, to deliver or of working days are none. */
export const spansIn = (piece: Piece): Span[] =>
  piece.lines.flatMap((line, index) => {
    const next = piece.lines[index + 1];
    const wraps = next !== undefined && next.page === line.page && line.cells.length === 1;
    const own = textOfLine(line);
    return inSentence(wraps ? `${own} ${textOfLine(next)}` : own, own.length);
  });

/** `reach`: a span beginning further right belongs to the next line and is found there, unless its sentence begins here. */
const inSentence = (original: string, reach: number): Span[] => {
  const { text, at } = fold(original);
  return allMatches(text, NUMBER).flatMap(hit => {
    const end = hit.index + hit[0].length;
    const unit = unitAt(text.slice(end));
    if (!unit) return [];
    const from = Math.max(0, sentenceStart(text, hit.index));
    const to = end + unit.length + sentenceEnd(text.slice(end + unit.length));
    const sentence = text.slice(from, to);
    const valid = VALID.exec(sentence);
    if (!valid || (at[from + valid.index] ?? 0) >= reach) return [];
    const around = text.slice(Math.max(from, hit.index - 34), Math.min(to, end + unit.length + 12));
    if (PAYMENT.test(around)) return [];
    const count = Number(hit[1]) || (COUNT.get(hit[1] ?? '') ?? 0);
    if (count === 0) return [];
    const start = Math.min(from + valid.index, hit.index);
    const stop = Math.max(from + valid.index + valid[0].length, end + unit.length);
    const words = [original.slice(at[start], at[stop]).trim()];
    return [{ days: count * unit.days, months: count * unit.months, words }];
  });
};

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
