export type Separator = '.' | ',';

const known = new Map<string, Separator | undefined>();

/**
 * The decimal separator of a locale where numbers are written with ASCII digits; undefined for no locale and for one
 * the runtime does not know. Trap: a *default* locale says nothing about the person who typed; pass a configured one.
 */
export const decimalSeparatorOf = (locale: string | undefined): Separator | undefined => {
  if (locale === undefined) return undefined;
  if (!known.has(locale)) known.set(locale, look(locale));
  return known.get(locale);
};

const look = (locale: string): Separator | undefined => {
  try {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5);
    const separator = parts.find(part => part.type === 'decimal')?.value;
    return separator === '.' || separator === ',' ? separator : undefined;
  } catch {
    return undefined;
  }
};
