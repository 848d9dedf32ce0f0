import * as E from 'fp-ts/lib/Either.js';
import { fromDayNumber, type LocalDate, toDayNumber } from '../../kernel/local-date.ts';
import { plainNumerals } from '../amounts/number-shape.ts';
import { type Cell, cellText } from '../cell.ts';
import { calendarDate, FIRST_YEAR, LAST_YEAR } from './calendar-date.ts';
import type { DayOrder } from './day-order.ts';
import { dateInFigures } from './figures-date.ts';
import { localDateOf } from './instant-date.ts';
import { dateInWords } from './words-date.ts';

export interface DateSettings {
  /** How the configured locale writes dates; leave it out when the locale is only a default. */
  readonly dayOrder?: DayOrder | undefined;
  /** IANA zone. A time stamp with an offset (`…T23:30:00Z`) is a day there; without a zone it is the day as written. */
  readonly timezone?: string | undefined;
}

const LONGEST = 80;
/** 30 December 1899, day 0 of spreadsheets. */
const DAY_ZERO = toDayNumber('1899-12-30');
const FIRST_SERIAL = toDayNumber(`${FIRST_YEAR}-01-01`) - DAY_ZERO;
const LAST_SERIAL = toDayNumber(`${LAST_YEAR}-12-31`) - DAY_ZERO;
const TIME =
  /^(.*?\d.*?)(?:t|,? +(?:at )?)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\.?)?(?: ?(?:uhr|h))?( ?(?:z|utc|gmt)(?:[-+]\d{2}:?\d{2})?| ?[-+]\d{2}:?\d{2})?(?: \([^()]*\))?$/i;

/**
 * The day a cell means: ISO, a spreadsheet's serial number, figures in any order (`03.03.2026`, `3/13/2026`), words in many
 * languages (`3 Mar 2026`, `Mar 3, 2026`, `3. März 2026`), a time after it let be. The left says why not, in words that
 * follow the value. Figures with two readings (`03/04/2026` with no day order) are refused, as are two-digit years without one.
 */
export const readDate = (cell: Cell, settings: DateSettings): E.Either<string, LocalDate> => {
  if (typeof cell === 'number') return fromSerial(cell);
  if (typeof cell === 'boolean') return E.left(NOT_A_DATE);
  const text = cellText(cell);
  if (text.length === 10) {
    const iso = isoDate(text);
    if (iso !== null) return E.right(iso);
  }
  return readSlowly(text, settings);
};

const NOT_A_DATE = 'is not a date; write it like 2026-03-09';

const isoDate = (text: string): LocalDate | null =>
  text[4] === '-' && text[7] === '-' && /^\d{4}-\d\d-\d\d$/.test(text)
    ? calendarDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
    : null;

const readSlowly = (text: string, settings: DateSettings): E.Either<string, LocalDate> => {
  if (text === '') return E.left('is empty');
  if (text.length > LONGEST) return E.left(NOT_A_DATE);
  const plain = plainNumerals(text).replace(/–/g, '-').replace(/ +/g, ' ').trim();
  if (/^\d+(?:\.\d+)?$/.test(plain)) return fromSerial(Number(plain));
  const time = TIME.exec(plain);
  const day = (time?.[1] ?? plain).replace(/,$/, '').trim();
  if (time?.[2] && settings.timezone) {
    const instant = localDateOf(plain, settings.timezone);
    if (instant !== null) return E.right(instant);
  }
  return dateInFigures(day, settings.dayOrder) ?? dateInWords(day) ?? E.left(NOT_A_DATE);
};

/** Also 20260309, which a sheet takes for a number. */
const fromSerial = (serial: number): E.Either<string, LocalDate> => {
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1) return E.right(fromDayNumber(Math.floor(serial) + DAY_ZERO));
  const compact = Number.isInteger(serial)
    ? calendarDate(Math.floor(serial / 10_000), Math.floor(serial / 100) % 100, serial % 100)
    : null;
  return compact === null ? E.left(NOT_A_DATE) : E.right(compact);
};
