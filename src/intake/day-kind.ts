import { BEGINS, ENDS, HELD, ISSUED, OTHER_DAY, UNTIL, VALID } from './words/date-words.ts';
import { PAPER, QUOTE } from './words/document-words.ts';

/** What a day is, by the words beside it. */
export type DayKind = 'valid-until' | 'ends' | 'issued' | 'dated' | 'titled' | 'placed' | 'other' | 'none';

/** "Angebot Nr. 12 vom", "Devis D-3 du", "Quotation Q-1042 /": the paper's name leads up to its day. */
const TITLE = new RegExp(
  `(?<![\\p{L}])(?:${QUOTE}|${PAPER})(?![\\p{L}])([^;]{0,50}?)(?:\\b(?:vom|von|du|del|dated|of|van|av|af|de|dd|z dnia|issued at|at|from|on|datiert|d\\.d|den|il|em)\\b|(?<![\\p{L}])от|[,\\-/|:(·•])?\\s*$`,
  'u',
);
/** Words behind the number speak of something else: "devis 12 pour votre mariage du". */
const ASTRAY = /\d[^\s]*\s+(?:[-–:,|·]\s+)?(?:[^\s]*\p{L}{4}|\p{L}+\s+\p{L}+)/u;
/** Nothing but "date". */
const GENERIC = /^(?:the )?(?:date|datum|data|fecha|dato|paivays|日期|日付)\s*[:.]?$/;
/** A small word alone in its cell, beside the paper's number. */
const SMALL = /^(?:vom|le|du|del|dated|van|av|af|den|dd|d\.(?:d\.?)?|on|of|z dnia|ze dne|от)\s*:?$/;
const PLACE = /^\p{L}[\p{L} .'-]{1,28}, ?(?:den|am|le|li|the|el|il|a|dnia|d\.)?\s*$|^\p{L}[\p{L} .'-]{1,28} d\.\s*$/u;

/** `label` and what comes `after` are folded. `alone`: the label has a cell to itself. */
export const kindOfDay = (label: string, after: string, alone: boolean): DayKind => {
  if (alone && SMALL.test(label)) return 'dated';
  const valid = lastOf(label, VALID);
  const other = lastOf(label, OTHER_DAY);
  if (valid && (!other || other.start < valid.end)) return BEGINS.test(label) ? 'other' : 'valid-until';
  if (lastOf(label, ENDS)) return 'ends';
  if (UNTIL.test(label)) return isHeld(after.split(/[.;!?]\s/)[0] ?? '') && !other ? 'valid-until' : 'other';
  const issued = lastOf(label, ISSUED);
  if (issued) {
    const spoilt = other && (other.end > issued.end || issued.start - other.end <= 3);
    if (spoilt) return 'other';
    return GENERIC.test(label) ? 'dated' : 'issued';
  }
  if (other) return 'other';
  const title = TITLE.exec(label);
  if (title && !ASTRAY.test(title[1] ?? '')) return 'titled';
  return PLACE.test(label) ? 'placed' : 'none';
};

/** "bis zum 31. Januar garantiert": what a price is until then. */
const isHeld = (after: string): boolean => VALID.test(after) || HELD.test(after);

const lastOf = (text: string, words: RegExp): { start: number; end: number } | undefined => {
  const hits = [...text.matchAll(new RegExp(words.source, 'gu'))];
  const hit = hits.at(-1);
  return hit && { start: hit.index, end: hit.index + hit[0].length };
};
