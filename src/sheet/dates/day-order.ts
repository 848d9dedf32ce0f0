/** Which way round a locale writes day, month and year in figures. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';

const known = new Map<string, DayOrder | undefined>();

/**
 * The order of a locale (`en-US` mdy, `en-SG` and `de` dmy, `ja` and `sv` ymd); undefined for no locale and for one the
 * runtime does not know. Trap: a *default* locale says nothing about the person who typed; pass a configured one.
 */
export const dayOrderOf = (locale: string | undefined): DayOrder | undefined => {
  if (locale === undefined) return undefined;
  if (!known.has(locale)) known.set(locale, look(locale));
  return known.get(locale);
};

const look = (locale: string): DayOrder | undefined => {
  try {
    const format = new Intl.DateTimeFormat(locale, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      calendar: 'gregory',
    });
    const order = format
      .formatToParts(0)
      .map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[String(type)] ?? '')
      .join('');
    return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : undefined;
  } catch {
    return undefined;
  }
};
