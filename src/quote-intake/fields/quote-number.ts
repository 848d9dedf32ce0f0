import { allMatches } from '../../kernel/all-matches.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import { findLabelledValues, type LabelledValue, type Place } from '../labelled-values/labelled-values.ts';
import type { Piece } from '../layout/line.ts';
import { normalizeText } from '../normalize-text.ts';
import { NUMBER, OTHER_NUMBER, PAPER, QUOTE } from '../words.ts';

const MARK = `(?:#|(?:${NUMBER})(?![\\p{L}\\p{N}]))`;
const START = '(?<![\\p{L}\\p{N}@/.])';
const JOIN = "[\\s.:/'-]{0,3}";
const OF = "(?:of|de la|de l'|del|della|dello|de|du|da|do|van|von|der|des|fur|for|av|pour|per|para|voor)?";
/** "Handelsrechnung (380) Nr.", "Rechnung des Versicherers (575) Nr." */
const ASIDE = "(?:[^\\d:;,|]{0,24}\\(\\d{1,4}\\)\\s?|(?:\\s[\\p{L}'’&-]{1,14}){1,3}\\s)?";

/** "Quote No.", "Angebotsnummer", "Devis n°", "Beleg-Nr": the document's own number. */
const OWN = (paper: string) =>
  new RegExp(
    `${START}(?:${paper})${ASIDE}${JOIN}(?:${MARK})|${START}(?:${NUMBER})\\.?${JOIN}${OF}${JOIN}(?:${paper})(?![\\p{L}])`,
    'gu',
  );
const OF_QUOTE = OWN(QUOTE);
const OF_PAPER = OWN(PAPER);
/** "Quotation" or "Facture" with the number right behind it. */
const TITLE = new RegExp(`${START}(?:${QUOTE}|${PAPER})(?![\\p{L}])`, 'gu');
const REFERENCE = 'references?|referenz|referenci[ae]|riferimento|referentie|referens|ref|kenmerk|zeichen';
const OURS = '(?:our|unsere?|unser|notre|nuestra|nostro|ons|onze|var|vor|nasz)';
/** "Ref.", "No." and no more: at the head of a cell, or in a sentence as "our ref" or with a colon behind. */
const BARE = new RegExp(
  [
    `^(?:${OURS}\\s)?(?:${REFERENCE}|numbers?|nummer|numero|numer|nbr|nro|no|nr|n°|n\\. ?[o°]|nomor|เลขท|so(?=:)|ma so(?! thue)|#|номер|号码|番号|編號|编号|单号|單號|번호)(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}])${OURS} (?:${REFERENCE}|zeichen)(?![\\p{L}])`,
    `(?<![\\p{L}])(?:${REFERENCE})(?=\\.?(?: n[or]\\.?)?\\s*:)`,
    '(?<=[-,(]\\s?)(?:n[or]|n°|nummer|number)(?![\\p{L}\\p{N}])',
    '^(?:folio|control no|doc(?:ument)? no)\\.?(?![\\p{L}])',
  ].join('|'),
  'gu',
);

const WEIGHT: Readonly<Record<Place, number>> = { inline: 0, right: 0, below: -1.5, left: -3 };

/** The document's number: by its label, in the title, in the subject, in the file's name. Several that agree weigh more. */
export const quoteNumbersIn = (pieces: readonly Piece[], fileNames: readonly string[]): Candidate<string>[] => {
  const found = pieces.flatMap(piece => [
    ...candidates(piece, OF_QUOTE, 10, 'labelled'),
    ...candidates(piece, OF_PAPER, 8, 'labelled'),
    ...candidates(piece, TITLE, 6, 'titled'),
    ...candidates(piece, BARE, 4.5, 'titled'),
    ...(piece.origin === 'subject' ? nakedIn(piece) : []),
  ]);
  return found.map(candidate => ({
    ...candidate,
    weight:
      candidate.weight +
      (fileNames.some(name => comparable(name).includes(comparable(candidate.value))) ? 2.5 : 0) +
      Math.min(2, elsewhere(found, candidate)),
  }));
};

/** Two writings of one number: case, blanks, dashes and the count of its revision aside. */
export const comparable = (number: string): string =>
  normalizeText(number.replace(WITH_REVISION, '')).text.replace(/[^\p{L}\p{N}]/gu, '');

const elsewhere = (found: readonly Candidate<string>[], { value, origin }: Candidate<string>): number =>
  new Set(
    found.filter(other => other.origin !== origin && comparable(other.value) === comparable(value)).map(o => o.origin),
  ).size;

const candidates = (
  piece: Piece,
  label: RegExp,
  weight: number,
  strength: 'labelled' | 'titled',
): Candidate<string>[] =>
  findLabelledValues(piece, label).flatMap(spot => {
    if (isOfSomethingElse(spot)) return [];
    const number = numberAtStart(spot, strength);
    if (number === null) return [];
    return [
      {
        value: number.value,
        words: spot.place === 'inline' ? [spot.label + spot.text.slice(0, number.end)] : [spot.label, number.value],
        origin: piece.origin,
        weight: weight + WEIGHT[spot.place] + prominence(spot) - (number.dateLike ? 3 : 0),
      },
    ];
  });

/** A title or a subject says what the paper is; a remark may speak of another. */
const prominence = ({ piece, line, cell }: LabelledValue): number => {
  if (piece.origin === 'subject') return 0.5;
  const sizes = piece.lines.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 10;
  const large = (piece.lines[line]?.size ?? 0) >= 1.25 * usual;
  return (large ? 1.2 : 0) - (line > 60 ? 1 : 0) - (cell.text.length > 70 ? 1.2 : 0);
};

const OTHER = new RegExp(OTHER_NUMBER, 'u');
const THEIRS = /(?<![\p{L}])(?:your|ihre?\w*|votre|vos|su|sus|vostr[oa]|uw|er[at]?|jeres|panstwa)(?![\p{L}])/u;

/** "Customer quote no." and "replaces quote no." name another number, "your ref" the customer's. */
const isOfSomethingElse = ({ before, label }: LabelledValue): boolean => {
  const near = (
    before
      .slice(-24)
      .split(/[.;:,|]\s|\d/)
      .at(-1) ?? ''
  ).trimEnd();
  const words = normalizeText(label).text;
  if (OTHER.test(near) || OTHER.test(words)) return true;
  return THEIRS.test(near) && !A_PAPER.test(words);
};
const A_PAPER = new RegExp(`(?<![\\p{L}])(?:${QUOTE}|${PAPER})`, 'u');

const LEAD =
  /^(?:[\s:：.#\-=>№|]|[Nn][°ºo]\.?(?=[\s:\d])|N[OR]\.?(?=[\s:\d])|[Nn]r\.?(?=[\s:\d])|(?:is|ist|est|lautet|er)\b|\(|[제第](?=\d))*/u;
const ID =
  /^(?:\p{Lu}{1,6} (?=\d))?[\p{L}\p{N}][\p{L}\p{N}]*(?:(?:[-–‐‑_./#:+]|\s[-–/]\s(?=\d)(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4})){1,2}[\p{L}\p{N}]+)*/u;
const REVISION = /^[\s,-]{1,2}(?:rev(?:ision)?\.?|r|v(?:er(?:sion)?)?\.?|version) ?[\dA-D]{1,2}\b(?!\.?\d)/iu;
const WITH_REVISION = /[\s,-]{1,2}(?:rev(?:ision)?\.?|v(?:er(?:sion)?)?\.?|version) ?[\dA-D]{1,2}$/iu;
const MONEY_OR_UNIT =
  /^\s?(?:%|€|\$|£|eur\b|usd\b|days?\b|tage?n?\b|jours?\b|giorni|dias?\b|dagen|pages?\b|items?\b|years?\b|hours?\b|x\b|:\d\d)/iu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)?\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})$/;

const numberAtStart = (
  spot: LabelledValue,
  strength: 'labelled' | 'titled',
): { value: string; end: number; dateLike: boolean } | null => {
  const { text } = spot;
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  const body = text.slice(lead);
  const id = ID.exec(body)?.[0].replace(/(?<=\d)[호号號]$/u, '');
  if (id === undefined || id.length > 40) return null;
  const after = body.slice(id.length);
  const value = id + (REVISION.exec(after)?.[0] ?? '');
  return isNumber(id, after, strength, lead, text)
    ? { value: value.trim(), end: lead + value.length, dateLike: DATE.test(id) }
    : null;
};

const isNumber = (id: string, after: string, strength: string, lead: number, text: string): boolean => {
  if (
    !/\d/.test(id) ||
    (DATE.test(id) && (strength !== 'labelled' || !id.includes('/'))) ||
    (MONEY_OR_UNIT.test(after) && /^\d+$/.test(id))
  )
    return false;
  if (/^\p{Ll}+$/u.test(id.replace(/\d.*$/u, '')) && /^\p{Ll}{4,}\d?$/u.test(id)) return false;
  if (/^[,.]\d/.test(after) || /^\s?['’]\d{3}/.test(after)) return false;
  if (strength === 'labelled') return true;
  // Behind a mere title stands a number only if it looks like one: not a year, not "Quote 2 of 3", not "offer 10 %".
  if (/^\d+$/.test(id)) return id.length >= 3 && !(/^(?:19|20)\d\d$/.test(id) && !text.slice(0, lead).includes('#'));
  return (
    !/^\d{1,2}(?:st|nd|rd|th|er|e)$/i.test(id) &&
    (!/^\d+[.:]\d+$/.test(id) || /^(?:20\d\d\.\d+|\d{2}\.\d{4})$/.test(id))
  );
};

const NAKED =
  /(?<![\p{L}\p{N}@#/.-])(?!(?:PO|ISO|DIN|EN|INV|A|B|COVID|CO|H|M|CET|GMT|UTC)[-/ ]?\d)\p{Lu}{1,6}(?:[-/_]\p{Lu}{1,4})?[-/_ ]?\d{2,}(?:[-/_.]\p{L}?\d+)*(?![\p{L}\p{N}%])/gu;

/** `Q-1042` in a subject, without a word that says what it is. */
const nakedIn = (piece: Piece): Candidate<string>[] =>
  piece.lines.flatMap(line =>
    line.cells.flatMap(cell =>
      allMatches(cell.text, NAKED).flatMap(hit => {
        const before = normalizeText(cell.text.slice(Math.max(0, hit.index - 16), hit.index)).text;
        if (OTHER.test(before) || DATE.test(hit[0])) return [];
        return [{ value: hit[0], words: [hit[0]], origin: piece.origin, weight: 3.2 }];
      }),
    ),
  );
