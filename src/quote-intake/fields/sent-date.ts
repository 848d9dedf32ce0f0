import { daysBetween, type LocalDate } from '../../kernel/local-date.ts';
import type { Candidate } from '../labelled-values/candidate.ts';
import type { DayKind, LabelledDate } from '../labelled-values/labelled-dates.ts';

const WEIGHT: Partial<Record<DayKind, number>> = { issued: 9, dated: 8, titled: 8, placed: 6.5 };
/** A letter is dated near its top. */
const TOP_LINES = 14;
/** "Göteborg 2026-08-07" stands over everything. */
const TOWN_LINES = 4;

/**
 * The day the paper is of. `near` is the day of the mail it came with, if any: the paper is no younger, and `03/04/2026` is
 * the reading that is that day or shortly before.
 */
export const paperDates = (dates: readonly LabelledDate[], near: LocalDate | null): Candidate<LocalDate>[] =>
  dates.flatMap(labelled => {
    const weight = WEIGHT[labelled.kind] ?? (standsAlone(labelled) ? 4 : 0);
    if (weight === 0) return [];
    return settled(labelled.date.readings, near).map(value => ({
      value,
      words: labelled.words,
      origin: labelled.piece.origin,
      weight: weight - (labelled.place === 'above' ? 0.5 : 0) - (labelled.line > 80 ? 1.5 : 0),
    }));
  });

const standsAlone = ({ kind, label, place, line, after, piece, words }: LabelledDate): boolean =>
  kind === 'none' &&
  (label === '' || place === 'above' || (line < TOWN_LINES && /^\p{Lu}\p{Ll}+ \d/u.test(words[0] ?? ''))) &&
  line < TOP_LINES &&
  after.trim() === '' &&
  piece.origin.startsWith('pdf:');

const settled = (readings: readonly LocalDate[], near: LocalDate | null): readonly LocalDate[] => {
  if (near === null) return readings;
  const possible = readings.filter(date => daysBetween(date, near) >= -1);
  if (possible.length < 2) return possible;
  const fitting = possible.filter(date => daysBetween(date, near) <= 10);
  return fitting.length === 1 ? fitting : possible;
};
