import { addDays, isLocalDate, type LocalDate } from '../../kernel/local-date.ts';

const LONGEST_AHEAD_DAYS = 730;

/** What is wrong with a day that was typed on a page, or null; `earliest` is the first that is taken. */
export const faultOfDay = (
  typed: string,
  { today, earliest }: { readonly today: LocalDate; readonly earliest: LocalDate },
): string | null => {
  if (!isLocalDate(typed)) return 'Give a date.';
  if (typed < earliest)
    return earliest === today ? 'That day is over. Give today or a later date.' : 'Give a date after today.';
  return typed > addDays(today, LONGEST_AHEAD_DAYS) ? 'That is more than two years away.' : null;
};
