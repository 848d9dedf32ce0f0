import { type Language, namesInText } from '../../dates/names.ts';

/** The languages in which a mail's own text is read for dates. */
const LANGUAGES: readonly Language[] = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'sk',
  'ru',
  'th',
  'id',
  'ja',
  'zh',
  'ko',
  'vi',
];

const months = namesInText('months', LANGUAGES);
const weekdays = namesInText('weekdays', LANGUAGES);

const alternatives = (names: Iterable<string>): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map(name => name.replace(/\./g, '\\.').replace(/ /g, '\\s'))
    .join('|');

/** Names of two letters are words too ("so", "do"); they name a day only beside a date. */
const LONG_ENOUGH = 3;
const SHORT_WORDS = new Set([
  'man',
  'mer',
  'sun',
  'sat',
  'vie',
  'ven',
  'dom',
  'sam',
  'mon',
  'wed',
  'fre',
  'jue',
  'tis',
  'ons',
  'lun',
  'gio',
  'sab',
  'sex',
  'jeu',
  'dim',
  'fri',
  'segunda',
  'quarta',
  'quinta',
  'sexta',
  'terça',
]);

export const MONTH = alternatives(months.keys());
export const WEEKDAY = alternatives(weekdays.keys());
/** Weekday names that stand for a day even without a date. */
export const WEEKDAY_ALONE = alternatives(
  [...weekdays.keys()].filter(name => (name.length >= LONG_ENOUGH || /[一-龯]/.test(name)) && !SHORT_WORDS.has(name)),
);

/** 1–12; the name in lower case. */
export const monthNumber = (name: string): number | null => months.get(name.replace(/\.$/, '')) ?? null;

/** 1 Monday … 7 Sunday; the name in lower case. */
export const weekdayNumber = (name: string): number | null =>
  weekdays.get(name.replace(/[.,]+$/, '').replace(/\s+/g, ' ')) ?? null;
