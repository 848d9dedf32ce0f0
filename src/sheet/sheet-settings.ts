import type { Config } from '../cadence/policy.ts';
import { isCurrency } from '../kernel/money.ts';
import { currencyMark } from './amounts/currency-marks.ts';
import { type DayOrder, dayOrderOf } from './dates/day-order.ts';

/** What of the config the sheet is read by. */
export type SheetSettings = Pick<Config, 'currency' | 'locale' | 'localeConfigured' | 'timezone'>;

/** The settings as the cells of one sheet need them. */
export interface Reading {
  /** What an amount without a sign is in, when the row does not say. */
  readonly currency: string;
  /** The currency the amount column's header names; a row may not contradict it. */
  readonly headed: string | undefined;
  /** Only a configured locale: a default says nothing about who typed. */
  readonly locale: string | undefined;
  readonly timezone: string;
  readonly sentOrder: DayOrder | undefined;
  readonly expiresOrder: DayOrder | undefined;
}

/** The configured locale, or undefined where it is only the default. */
export const ownLocale = ({ locale, localeConfigured }: SheetSettings): string | undefined =>
  localeConfigured ? locale : undefined;

/** The day order a header's note gives, `(dd/mm/yyyy)`, else that of the locale. */
export const dayOrderIn = (note: string | undefined, locale: string | undefined): DayOrder | undefined => {
  const letters = /^([dmy])\1*[-/. ]?([dmy])\2*[-/. ]?([dmy])\3*$/i.exec((note ?? '').trim());
  const order = letters?.slice(1).join('').toLowerCase();
  return order === 'dmy' || order === 'mdy' || order === 'ymd' ? order : dayOrderOf(locale);
};

/** How a value is read that stands under no header: typed on a page, or sent by a quoting tool. */
export const unheadedReading = (settings: SheetSettings): Reading => {
  const locale = ownLocale(settings);
  const order = dayOrderIn(undefined, locale);
  return {
    currency: settings.currency,
    headed: undefined,
    locale,
    timezone: settings.timezone,
    sentOrder: order,
    expiresOrder: order,
  };
};

/** The one currency a sign or code means to a business that counts in `configured`; null when it may mean others. */
export const currencyMeant = (text: string, configured: string): string | null => {
  const mark = currencyMark(text);
  if (!mark) return null;
  if (mark.codes.includes(configured)) return configured;
  const [usual = ''] = mark.codes;
  return (mark.sure || mark.codes.length === 1) && isCurrency(usual) ? usual : null;
};
