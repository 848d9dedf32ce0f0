import { allMatches } from '../kernel/all-matches.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { type CurrencyMark, currencyMark } from '../sheet/amounts/currency-marks.ts';
import { decimalSeparatorOf, numberShape, type Separator } from '../sheet/amounts/number-shape.ts';
import { type Language, languageOf } from './language.ts';
import { type Piece, textOfLine } from './layout/line.ts';
import { sumsIn } from './money-in-text.ts';
import { normalizeText } from './normalize-text.ts';

/** What the whole of a quote says about how its numbers are to be read. */
export interface Context {
  readonly language: Language;
  /** Undefined where nothing tells, or the signs disagree: then `1.200` is not read. */
  readonly decimal: Separator | undefined;
  /** The currency the paper states, or the only one whose sign it uses. */
  readonly currency: string | undefined;
  /** What a sign several countries share means where this paper was made. */
  readonly home: string | undefined;
  readonly settings: IntakeSettings;
}

export const contextOf = (pieces: readonly Piece[], settings: IntakeSettings): Context => {
  const language = languageOf(pieces);
  return {
    language,
    decimal: decimalOf(pieces, language, settings),
    currency: currencyOf(pieces, language, settings),
    home: homeOf(pieces, language),
    settings,
  };
};

const POINT: ReadonlySet<Language> = new Set(['en', 'zh', 'ja', 'ko', 'th']);

/** How the paper itself writes cents; else its language, unless the configured locale has it otherwise. */
const decimalOf = (pieces: readonly Piece[], language: Language, { locale }: IntakeSettings): Separator | undefined => {
  const votes = { '.': 0, ',': 0 };
  for (const { token } of pieces.flatMap(sumsOf)) {
    const cents = /([.,])\d{2}$/.exec(token)?.[1];
    if ((cents === '.' || cents === ',') && numberShape(token).kind === 'one') votes[cents] += 1;
  }
  if (votes['.'] > 2 * votes[',']) return '.';
  if (votes[','] > 2 * votes['.']) return ',';
  if (votes[','] + votes['.'] > 0) return undefined;
  const usual = POINT.has(language) ? '.' : ',';
  const configured = decimalSeparatorOf(locale);
  return configured === undefined || configured === usual ? usual : undefined;
};

const sumsOf = (piece: Piece) => piece.lines.flatMap(line => line.cells.flatMap(cell => sumsIn(cell.text)));

const STATED =
  /(?<![a-z])(?:(?:quote|invoice|document|rechnungs|angebots|belegs)?[ -]?(?:currency|wahrung|devise|moneda|valuta|moeda|waluta|mena|货币|币种|通貨)(?: du document| des angebots)?|(?:all |alle )?(?:prices?|amounts?|figures|sums|totals?|preise|betrage|prix|montants|precios|importes|prezzi|importi|prijzen|bedragen|precos|valores|priser|kwoty|ceny)(?: (?:shown|stated|quoted|listed))?(?: (?:are|is|sind|sont|son|sono|zijn))?(?: (?:shown|stated|quoted|listed|angegeben|exprimes|indiques|expresados|espressi))? (?:in|en|em|i|w)|amounts?|total|price|betrag|preis|summe|montant|prix|importe|precio|importo|prezzo|totale|bedrag|prijs|totaal|valor|preco|belopp|pris|belob|kwota|cena|wartosc)(?![a-z]) ?[:(]?\s?/g;

/** The currency the paper states, else the only one its signs stand for. */
const currencyOf = (pieces: readonly Piece[], language: Language, settings: IntakeSettings): string | undefined => {
  const home = homeOf(pieces, language);
  const stated = only(pieces.flatMap(piece => statedIn(piece, home)));
  if (stated !== undefined) return stated;
  const marks = pieces.flatMap(sumsOf).flatMap(({ mark, aside }) => (mark === null || aside ? [] : [mark]));
  return only(marks.flatMap(mark => meaningOf(mark, [home, settings.currency]) ?? []));
};

const statedIn = (piece: Piece, home: string | undefined): string[] =>
  piece.lines.flatMap(line => {
    const folded = normalizeText(textOfLine(line).replace(/ : /g, ': '));
    return allMatches(folded.text, STATED).flatMap(hit => {
      const behind = folded.text.slice(hit.index + hit[0].length);
      const named = /^(?:[a-z]+ ){1,2}\(([a-z]{3})\)/.exec(behind)?.[1];
      const word = named ?? /^(?:[a-z]{1,2}\$|[^\s\d):,;./]+)(?!\/)/.exec(behind)?.[0] ?? '';
      const mark = currencyMark(word.length === 3 ? word.toUpperCase() : word);
      if (!mark) return [];
      return mark.sure ? mark.codes.slice(0, 1) : mark.codes.filter(code => code === home);
    });
  });

const only = (codes: readonly string[]): string | undefined => {
  const distinct = new Set(codes);
  return distinct.size === 1 ? codes[0] : undefined;
};

const HOME: Partial<Record<Language, string>> = {
  ja: 'JPY',
  zh: 'CNY',
  sv: 'SEK',
  da: 'DKK',
  no: 'NOK',
  pl: 'PLN',
  cs: 'CZK',
  ko: 'KRW',
  th: 'THB',
  vi: 'VND',
  id: 'IDR',
};
const LAKHS = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;

/** Registers and taxes of one country only. */
const NATIONAL: readonly (readonly [RegExp, string])[] = [
  [/\bABN:? ?\d|\bPty\.? Ltd/i, 'AUD'],
  [/\b(?:TVQ|QST|HST|TPS)\b/, 'CAD'],
  [/\bUEN\b|\bSingapore \d{6}\b/, 'SGD'],
  [/\bNZBN\b/, 'NZD'],
];

/** The currency of the country whose way to group digits, registers, taxes or language the paper has. */
const homeOf = (pieces: readonly Piece[], language: Language): string | undefined => {
  if (pieces.flatMap(sumsOf).some(({ token }) => LAKHS.test(token))) return 'INR';
  const lines = pieces.flatMap(piece => piece.lines.map(textOfLine));
  return (
    only(NATIONAL.flatMap(([sign, code]) => (lines.some(line => sign.test(line)) ? [code] : []))) ?? HOME[language]
  );
};

const meaningOf = ({ codes, sure }: CurrencyMark, hints: readonly (string | undefined)[]): string | undefined =>
  sure ? codes[0] : hints.find(code => code !== undefined && codes.includes(code));

/** What a sign stands for here; without one, what the paper's other signs stand for, its country's money, or the configured currency. */
export const codeOf = (mark: CurrencyMark | null, { currency, home, settings }: Context): string | undefined =>
  mark ? meaningOf(mark, [currency, home, settings.currency]) : (currency ?? home ?? settings.currency);

/** What a business's settings say that helps to read its quotes. */
export interface IntakeSettings {
  /** ISO 4217: what a sum without a sign is in, and what a sign several countries share means. */
  readonly currency: string;
  /** The configured locale; leave it out when it is only a default. */
  readonly locale?: string | undefined;
  /** The business's own domains, lower-case: whoever writes from one is never the customer. */
  readonly companyDomains: readonly string[];
  /** Further addresses of its own: reps, the quotes inbox. */
  readonly ownAddresses: readonly string[];
  /** IANA zone: the calendar of a mail whose `Date` is given in UTC. */
  readonly timezone?: string | undefined;
  /** Today on the business's calendar, if the caller knows: a quote dated later is doubtful. */
  readonly today?: LocalDate | undefined;
}
