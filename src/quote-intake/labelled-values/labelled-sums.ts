import { type CurrencyMark, currencyMark } from '../../sheet/amounts/currency-marks.ts';
import { datesIn } from '../dates-in-text.ts';
import { type Cell, type Line, type Piece, textOfLine } from '../layout/line.ts';
import { type Sum, sumsIn } from '../money-in-text.ts';
import { normalizeText } from '../normalize-text.ts';
import { DUE, GROSS, ITEM_HEADER, NET, PART, PRICE, TAX, TOTAL } from '../words.ts';
import { cellAbove, cellLeft, cellRight, lastClause } from './value-context.ts';

/** What a sum is, by the words beside it. `total-of`: the total of something more is said, such as a section. */
export type SumKind =
  | 'gross'
  | 'total'
  | 'total-of'
  | 'total-due'
  | 'due'
  | 'price'
  | 'net'
  | 'subtotal'
  | 'tax'
  | 'part'
  | 'none';

const SUBTOTAL =
  /(?<![\p{L}])(?:sub ?-?total\w*|subtotaal|zwischensumme|sous[ -]total|totale parziale|subtotale|mellansumma|delsum|delsumma|tussentotaal|positionssumme|warenwert|mezisoucet)(?![\p{L}])|小計|小计/u;
const WITH_TAX_BEHIND =
  /^[.\s]*[([]?\s*(?:incl|inkl|ttc|brutto|gross|all[ -]in|iva inc|tutto|税込|含税|inc\b|including)/u;
const NET_BEHIND =
  /^[.\s]*[([]?\s*(?:\+|plus|excl|exkl|ekskl|ex\b|netto?\b|net\b|ht\b|h\.t|zzgl|before|hors|mas iva|piu iva|più iva|\+ ?iva|bez|netto|uten|税別|税抜|不含税)/u;
const TOTAL_BEHIND =
  /^\s*(?:in total|total|altogether|all told|in all|insgesamt|gesamt|au total|en total|in totale|in totaal|totalt|i alt|lacznie)(?![\p{L}])/u;
const EACH_BEHIND =
  /^\s*(?:(?:per|pro|par|por|pr|each)(?![\p{L}])|\/\s?\p{L}|p\.\s?\p{L}|a month|a year|a head|al mes|al mese|al ano)/u;
const REDUCTION = /(?<![\p{L}])(?:discount|rabatt|remise|descuento|sconto|deposit|acompte|anzahlung|option\w*)/u;

/** "We propose to furnish labour and materials for the sum of". */
const SUM_OF = /(?:for|at) (?:the|a) (?:total |lump |fixed |contract )?(?:sum|price|amount|cost) of\s*[:.]?\s*$/u;

/** "£14,250.00 (fourteen thousand two hundred and fifty pounds) plus VAT". */
const TAX_TO_COME = /^[^.;]{0,90}?(?:plus|\+|excluding|exclusive of|excl?\.?)\s?(?:vat|gst|sales tax|tax)(?![\p{L}])/u;

/** "plus VAT, that is £17,100.00 inclusive", "soit 2 940 € TTC". */
const IN_OTHER_WORDS =
  /(?<![\p{L}])(?:that is|i\.e\.|making|totalling|d\. ?h\.|das sind|soit|ovvero|cioe|es decir|o sea|oftewel|dvs\.?|czyli)\s*[:,]?\s*$/u;

/** `label` and what comes `after` are folded; `marked`: a currency stands beside the sum. */
export const kindOfSum = (label: string, after: string, marked: boolean): SumKind => {
  if (EACH_BEHIND.test(after)) return 'part';
  if (SUM_OF.test(label) && !REDUCTION.test(label)) return TAX_TO_COME.test(after) ? 'net' : 'total';
  if (IN_OTHER_WORDS.test(label) && marked && WITH_TAX_BEHIND.test(after)) return 'gross';
  const total = TOTAL.test(label);
  const gross = GROSS.test(label);
  const net = NET.test(label);
  if (PART.test(label) && !(total && gross && !REDUCTION.test(label))) return 'part';
  if (SUBTOTAL.test(label)) return 'subtotal';
  if (TOTAL_BEHIND.test(after)) return WITH_TAX_BEHIND.test(after.replace(TOTAL_BEHIND, '')) ? 'gross' : 'total';
  const due = DUE.test(label);
  const tax = TAX.test(total ? label.replace(/\([^)]*\)?/g, '') : label);
  if (tax && !gross && !(net && (total || PRICE.test(label))) && !due) return 'tax';
  if (total && due) return 'total-due';
  if (due) return 'due';
  return kindOfPrice(label, after, marked, total, gross, net);
};

const kindOfPrice = (
  label: string,
  after: string,
  marked: boolean,
  total: boolean,
  gross: boolean,
  net: boolean,
): SumKind => {
  const price = PRICE.test(label);
  const bare = isBare(label);
  if ((total || price || bare) && (NET_BEHIND.test(after) || (net && !gross)))
    return total || price || net ? 'net' : 'none';
  if (gross && (total || bare || isBare(withoutTax(label)))) return 'gross';
  if (WITH_TAX_BEHIND.test(after) && marked && (total || price || bare)) return 'gross';
  if (total) return bare ? 'total' : 'total-of';
  return price ? 'price' : 'none';
};

const EVERY_GROSS = new RegExp(GROSS, 'gu');
const EVERY_TAX = new RegExp(TAX, 'gu');
const withoutTax = (label: string): string => label.replace(EVERY_GROSS, '').replace(EVERY_TAX, '');

const FILLING =
  /(?<![\p{L}])(?:the|our|your|estimated|approximate|approx|indicative|full|overall|final|voraussichtlich\w*|ca|estime|estimado|complessivo|global|is|to|a|of|for|comes|come|amounts|amounting|amount|price|cost|sum|value|project|quote|quotation|estimate|proposal|offer|order|der|die|das|den|dem|betragt|belauft|sich|auf|von|preis|betrag|summe|fur|ist|eur|euro|le|la|les|du|de|des|est|un|une|d|montant|prix|s'eleve|se eleva|eleva|devis|el|los|importe|precio|presupuesto|es|por|il|lo|di|del|della|importo|prezzo|e|offerta|preventivo|het|een|van|bedraagt|bedrag|prijs|offerte|o|os|do|da|valor|och|pris|belopp|ar|er|til|belob|oferty|wartosc|kwota|cena|and|und|et|y|in|at|angebot|angebots|usd|sgd|gbp|chf|aud|cad|nzd|hkd|myr|sek|dkk|nok|pln|czk|general|geral|generale|general|documento|document|with|we|can|do|this|that|job|everything|whole|all|work|works)(?![\p{L}])/gu;

/** Nothing is said but that it is the total, with or without tax. */
const isBare = (label: string): boolean =>
  label
    .replace(new RegExp(TOTAL, 'gu'), '')
    .replace(FILLING, '')
    .replace(/[^\p{L}\p{N}]/gu, '').length <= 2;

/** A sum and the words that say what it is: before it, to its left, or over its column. */
export interface LabelledSum {
  readonly sum: Sum;
  readonly label: string;
  readonly kind: SumKind;
  /** What follows it in its cell, folded. */
  readonly after: string;
  readonly place: 'before' | 'left' | 'above' | 'right';
  /** A currency that stands in a cell of its own beside the sum. */
  readonly markAside: CurrencyMark | null;
  readonly words: readonly string[];
  readonly piece: Piece;
  /** Index of its line. */
  readonly line: number;
}

export const labelledSums = (piece: Piece): LabelledSum[] =>
  piece.lines.flatMap((line, index) =>
    line.cells.flatMap((cell, at) => {
      const sums = sumsIn(withoutDates(cell.text));
      return sums
        .filter(sum => sum.looksLikeMoney || !COUNTED.test(cell.text.slice(sum.end)))
        .map((sum, n, kept) => labelled(piece, { line, index, cell, at, sum, from: kept[n - 1]?.end ?? 0 }));
    }),
  );

/** The days and years of dates are no sums. Places stay as they are. */
const withoutDates = (text: string): string =>
  datesIn(text, undefined).reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );

/** `40 chairs`: a number of things. */
const COUNTED = /^\s(?!(?:in|incl|inkl|plus|excl|exkl|net|ht|ttc|und|and|total|each|per)(?![\p{L}]))\p{L}{3}/iu;

interface Where {
  readonly line: Line;
  readonly index: number;
  readonly cell: Cell;
  readonly at: number;
  readonly sum: Sum;
  /** Where the sum before it in the same cell ends. */
  readonly from: number;
}

const labelled = (piece: Piece, where: Where): LabelledSum => {
  const { line, index, cell, at, sum, from } = where;
  const after = normalizeText(cell.text.slice(sum.end)).text;
  const as = (label: string, place: LabelledSum['place'], words: readonly string[]): LabelledSum => {
    const markAside = markBeside(line, at) ?? markIn(label);
    const kind = kindOfSum(normalizeText(label).text, after, sum.mark !== null);
    return { sum, label, kind, after, place, markAside, words, piece, line: index };
  };
  const before = lastClause(
    from > 0 ? cell.text.slice(from, sum.start).replace(OF_THE_FORMER, '') : cell.text.slice(0, sum.start),
  );
  if (/\p{L}/u.test(before)) {
    return as(before, 'before', [cell.text.slice(cell.text.lastIndexOf(before, sum.start), sum.end).trim()]);
  }
  const alone = as('', 'before', [sum.words]);
  // In the midst of a sentence no other cell says what a sum is.
  if (/\p{L}/u.test(cell.text.slice(0, sum.start))) return alone;
  const left = cellLeft(line, at, isValue)?.text;
  const above = labelAbove(piece, where);
  const right = left === undefined ? cellRight(line, at, isValue)?.text : undefined;
  const labels = [
    ...(left === undefined ? [] : [as(left, 'left', [left, sum.words])]),
    ...(above === undefined ? [] : [as(above, 'above', [above, sum.words])]),
    ...(right === undefined || at > 0 ? [] : [as(right, 'right', [sum.words, right])]),
  ];
  return labels.find(({ kind }) => kind !== 'none') ?? labels[0] ?? alone;
};

/** A currency named in the label: "Total (SGD)", "I alt, kr." */
const markIn = (label: string): CurrencyMark | null => {
  for (const [token] of label.matchAll(
    /(?<!\p{L})(?:\p{Lu}{3}|E[Uu][Rr][Oo]|kr|đồng|人民[币幣]|บาท|zł|Kč|Ft|Rs|[元円]|[A-Z]{0,2}[$€£¥₹])(?!\p{L})/gu,
  )) {
    const mark = currencyMark(token);
    if (mark) return mark;
  }
  return null;
};

/** Said of the sum before: `S$4,500 + GST (S$4,905 total)`. */
const OF_THE_FORMER =
  /^[.\s]*[(,]?\s*(?:\+|plus|excl?|exkl|ekskl|eks|ex|incl?|inkl|zzgl|net(?:to)?|ht|ttc|before|hors|mas|più|piu)\.?\s*(?:\d+ ?%\s*)?(?:gst|vat|tax|mwst|ust|tva|iva|btw|moms|mva)?\.?/iu;

const markBeside = (line: Line, at: number): CurrencyMark | null => {
  for (const near of [line.cells[at - 1], line.cells[at + 1]]) {
    const mark = near && near.text.length <= 5 ? currencyMark(near.text.replace(/[:.\s]/g, '')) : undefined;
    if (mark) return mark;
  }
  return null;
};

const isNumeric = (text: string): boolean =>
  /\d/.test(text) && !/\p{L}{2}/u.test(text.replace(/\b[A-Z]{3}\b/g, code => (currencyMark(code) ? '' : code)));
const isMark = (text: string): boolean => text.length <= 5 && currencyMark(text.replace(/[:.\s]/g, '')) !== undefined;

const isValue = (text: string): boolean => isNumeric(text) || isMark(text);

/** The header of the sum's column, if the table is not that of the items, and this sum is the only one or adds the others up. */
const labelAbove = (piece: Piece, { index, cell }: Where): string | undefined => {
  const over = cellAbove(piece, index, cell, isNumeric);
  if (!over || !/\p{L}/u.test(over.cell.text) || over.cell.text.length > 40) return undefined;
  return isHeaderFor(over.line, over.between, cell.text) && isLast(piece, index, cell) ? over.cell.text : undefined;
};

const isHeaderFor = (header: Line, column: readonly string[], text: string): boolean => {
  const items = ITEM_HEADER.test(normalizeText(textOfLine(header)).text);
  const digits = (value: string): number => Number(value.replace(/\D/g, ''));
  const others = column.map(digits);
  const sumOfOthers = others.reduce((a, b) => a + b, 0);
  if (others.length === 0) return !items;
  return others.every(value => value === digits(text)) ? !items : sumOfOthers === digits(text);
};

/** No further sum stands under it in the column. */
const isLast = (piece: Piece, index: number, cell: Cell): boolean => {
  const page = piece.lines[index]?.page;
  const y = piece.lines[index]?.y ?? 0;
  return !piece.lines
    .slice(index + 1)
    .some(
      line =>
        line.page === page &&
        line.y - y < 40 &&
        line.cells.some(other => other.x < cell.right && other.right > cell.x && isNumeric(other.text)),
    );
};
