import type { DraftFacts } from '../ports/model.ts';

const MAX_DRAFT = 4_000;

/** A promise in a customer's inbox binds the business: only the template may make one. Stems, in the languages businesses write. */
const PROMISES =
  /\b(discount\w*|rebate\w*|reduc(?:e|ed|tion)\w*|cheaper|lower(?:ed)? price|price match\w*|free(?: of charge)?|complimentary|no charge|waive\w*|guarante\w*|promis\w*|warrant\w*|refund\w*|reserve[ds]?|on hold|hold (?:the|this|your|that|our)|lock(?:ed)? in|extend(?:ed)?|extension|bonus|gift|voucher|coupon|deal|special offer|rabatt\w*|nachlass|gratis|kostenlos|garantier\w*|reservier\w*|verlängern|remise\w*|réduction\w*|gratuit\w*|garanti\w*|réserv\w*|descuento\w*|gratuit[oa]\w*|garantiz\w*|sconto|sconti|omaggio|desconto\w*|korting\w*)\b/giu;

const CLAIMS = [
  /https?:\/\/[^\s<>"')\]]+/giu,
  /\bwww\.[^\s<>"')\]]+/giu,
  // Mail programs make a link of any name of a host; an abbreviation has single letters.
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/[^\s<>"')\]]*)?/giu,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu,
];

/** Anything with a digit in it: amounts, dates, counts, percentages, telephone and bank numbers. */
const FIGURES = /\p{N}[\p{N}.,:/'’\u00a0\u202f-]*\p{N}|\p{N}/gu;
const COUNTS =
  /\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|fifty|hundred|thousand|half|percent|per cent|tomorrow|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|weeks?|fortnight)\b/giu;

/**
 * Why a model's draft may not be shown, or null when it may: every figure, link and address in it must be a fact of
 * the quote or stand in the template, and so must every word that promises something.
 */
export const faultOfDraft = (draft: string, template: string, facts: DraftFacts): string | null => {
  if (draft.trim() === '') return 'the draft is empty';
  if (draft.length > MAX_DRAFT) return `the draft is longer than ${MAX_DRAFT} characters`;
  if (/\{\s*\w+\s*\}/.test(draft)) return 'a placeholder was left in the draft';
  const allowed = [template, ...Object.values(facts).filter(value => value !== null)].join('\n');
  const rest = withoutFacts(draft, facts);
  for (const pattern of CLAIMS) {
    const strange = all(rest, pattern)
      .map(trimmed)
      .find(found => !has(allowed, found));
    if (strange) return `“${strange}” is neither a fact of the quote nor in the template`;
  }
  const figure = all(rest, FIGURES).find(found => !hasFigure(template, found));
  if (figure) return `“${figure}” is neither a fact of the quote nor in the template`;
  const count = all(rest, COUNTS).find(found => !hasWord(allowed, found));
  if (count) return `“${count}” is neither a fact of the quote nor in the template`;
  const promise = all(rest, PROMISES).find(found => !hasWord(template, found));
  return promise ? `“${promise}” promises what the template does not` : null;
};

/** What is left when every fact, as it is written, is taken out: longest first, so that a date goes before its day. */
const withoutFacts = (draft: string, facts: DraftFacts): string =>
  Object.values(facts)
    .filter((value): value is string => value !== null && value !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((text, value) => text.split(value).join(' '), draft.normalize('NFKC'));

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map(([found]) => found);
const trimmed = (found: string): string => found.replace(/[.,;:!?]+$/, '');
const has = (text: string, found: string): boolean => text.toLowerCase().includes(found.toLowerCase());
const hasFigure = (text: string, found: string): boolean => all(text.normalize('NFKC'), FIGURES).includes(found);
const hasWord = (text: string, found: string): boolean => {
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')} `;
  return words.includes(` ${found.toLowerCase()} `);
};
