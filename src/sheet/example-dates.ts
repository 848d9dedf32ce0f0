import { addDays, type LocalDate } from '../kernel/local-date.ts';

const PLACE = /\{([+-]?\d{1,4})(?: (long))?\}/g;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * The example files with their dates filled in: `{-3}` is three days before `today` as ISO, `{+20 long}` is twenty days
 * after as `23 March 2026`. Examples copied on the first start are always fresh. Other braces stay.
 */
export const renderExamples = (template: string, today: LocalDate): string =>
  template.replace(PLACE, (_, days: string, long: string | undefined) => {
    const date = addDays(today, Number(days));
    return long === undefined ? date : inWords(date);
  });

const inWords = (date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
};
