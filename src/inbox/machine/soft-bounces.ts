import type { LocalDate } from '../../kernel/local-date.ts';
import { daysBetween } from '../../kernel/local-date.ts';

const WITHIN_DAYS = 14;
const TIMES = 3;

/** True when the latest soft bounce is the third within 14 days. `dates` in any order, one for each final soft bounce. */
export const softBouncesClose = (dates: readonly LocalDate[]): boolean => {
  const latest = [...dates].sort().slice(-TIMES);
  const [first] = latest;
  const last = latest.at(-1);
  return latest.length === TIMES && first !== undefined && last !== undefined && daysBetween(first, last) < WITHIN_DAYS;
};
