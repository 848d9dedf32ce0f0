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
    return inSentence(wraps ? `${own} ${textOfLine(next)}` : own, own.length, fold(own).text.length);
  });

/** `reach`: a span beginning further right belongs to the next line and is found there, unless its sentence begins here. */
const inSentence = (original: string, reach: number, ownEnd: number): Span[] => {
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
