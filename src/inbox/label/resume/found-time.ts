import type { LocalDate } from '../../../kernel/local-date.ts';

/** A day named in a text. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  /** `null` when it names a day that cannot be told. */
  readonly date: LocalDate | null;
  /** The first day after what is named: "after" it is this one. */
  readonly afterwards: LocalDate | null;
  /** How exactly it speaks: a date 4, a feast or month 3, a count of weeks 2, "next month" and "next year" 1. */
  readonly exactness: number;
}

/** Year and month (1–12) of a day. */
export const yearMonth = (day: LocalDate): { readonly year: number; readonly month: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
});

/** A day by numbers; months beyond 12 run into the next year. */
export const dayOf = (year: number, month: number, day: number): LocalDate =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
