import type { NumberOrder } from './cue.ts';
import type { Mention } from './date-mention.ts';

/** How the locale writes day and month in numbers; `locale` when it is unknown. */
export const orderOfLocale = (locale: string | undefined): NumberOrder => {
  if (locale === undefined) return 'locale';
  try {
    const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
    const day = parts.findIndex(({ type }) => type === 'day');
    return day < parts.findIndex(({ type }) => type === 'month') ? 'day-first' : 'month-first';
  } catch {
    return 'locale';
  }
};

/** The order that other dates of the same text show ("28/4"), if they agree. */
export const orderShown = (mentions: readonly Mention[]): NumberOrder => {
  const shown = new Set(
    mentions.flatMap(({ said }): NumberOrder[] => {
      if (said.kind !== 'numbers' || said.first === said.second) return [];
      if (said.first > 12) return ['day-first'];
      return said.second > 12 ? ['month-first'] : [];
    }),
  );
  const [only] = shown;
  return shown.size === 1 && only ? only : 'locale';
};
