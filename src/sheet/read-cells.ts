import * as E from 'fp-ts/lib/Either.js';
import { readCadence } from '../cadence/cadence-text.ts';
import { isEmailAddress } from '../cadence/owner.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import { isCurrency, type Money } from '../kernel/money.ts';
import { amountOfNumber, readAmount } from './amounts/read-amount.ts';
import { type Cell, cellText, isSheetError } from './cell.ts';
import type { DayOrder } from './dates/day-order.ts';
import { readDate } from './dates/read-date.ts';
import type { Override, RowStatus } from './row.ts';
import { currencyMeant, type Reading } from './sheet-settings.ts';

const CONTROL = /[\x00-\x1f\x7f-\x9f\ufffd]/;
const PLAIN = /^[\x20-\x7e]*$/;

/** Why a text can't stand in any column, in words that follow it; null when it can. */
export const faultOfText = (text: string, longest: number): string | null => {
  if (text.length > longest) return `is longer than ${longest} characters`;
  if (isSheetError(text)) return 'is the error of a formula; mend the formula or write the value';
  if (PLAIN.test(text)) return null;
  if (CONTROL.test(text)) {
    return text.includes('\ufffd')
      ? 'holds a character that was lost in saving; type it again'
      : 'holds a line break or another control character';
  }
  return text.isWellFormed() ? null : 'holds half a character; type it again';
};

/** A name: line breaks and runs of spaces become one space. */
export const nameOf = (text: string): string => (/\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text);

/** A name of at most `longest` characters, or why it is none. */
export const readName = (text: string, longest: number): E.Either<string, string> => {
  const name = nameOf(text);
  const fault = faultOfText(name, longest);
  return fault === null ? E.right(name) : E.left(fault);
};

type Read<A> = E.Either<string, A>;

const EMPTY: Read<never> = E.left('is empty');
const NOTHING: Read<null> = E.right(null);
/** What people put into a cell to say that there is nothing to put. */
const DASH = /^(?:[-–—]+|n\/a|none)$/i;

const MAX_QUOTE_ID = 100;
const MAX_NAME = 200;
const MAX_CONTACT = 254;
const MAX_LINK = 2000;

export const readQuoteId = (text: string): Read<string> => {
  if (text === '') return EMPTY;
  if (text.startsWith('~')) return E.left('begins with ~, which no quote number may');
  const fault = faultOfText(text, MAX_QUOTE_ID);
  return fault === null ? E.right(text) : E.left(fault);
};

export const readCustomer = (text: string): Read<string> => (text === '' ? EMPTY : readName(text, MAX_NAME));

export const readContact = (text: string): Read<string> => {
  if (text === '') return EMPTY;
  const fault = faultOfText(text, MAX_CONTACT);
  if (fault !== null) return E.left(fault);
  return isEmailAddress(text) ? E.right(text) : E.left('is not one e-mail address; write it like jo@customer.example');
};

/** The row's own currency; null when it does not say. */
export const readCurrency = (text: string, { currency }: Reading): Read<string | null> => {
  if (text === '') return NOTHING;
  if (text.length === 3 && isCurrency(text)) return E.right(text);
  const meant = currencyMeant(text, currency);
  return meant === null ? E.left('is not one currency; write its code, like SGD') : E.right(meant);
};

export const readAmountCell = (cell: Cell, stated: string | null, reading: Reading): Read<Money> => {
  const { headed } = reading;
  if (headed !== undefined && stated !== null && stated !== headed) {
    return E.left(`is in ${headed} by its header, but the row's currency says ${stated}`);
  }
  if (typeof cell === 'number') return amountOfNumber(cell, stated ?? headed ?? reading.currency);
  const text = cellText(cell);
  const read = readAmount(text, {
    currency: reading.currency,
    locale: reading.locale,
    stated: stated ?? headed,
  });
  return E.isLeft(read) ? E.left(faultOfText(text, MAX_NAME) ?? read.left) : read;
};

export const readSent = (cell: Cell, { sentOrder, timezone }: Reading): Read<LocalDate> =>
  readDay(cell, sentOrder, timezone);

export const readExpires = (cell: Cell, { expiresOrder, timezone }: Reading): Read<LocalDate | null> => {
  const text = cellText(cell);
  return text === '' || DASH.test(text) ? NOTHING : readDay(cell, expiresOrder, timezone);
};

const readDay = (cell: Cell, dayOrder: DayOrder | undefined, timezone: string): Read<LocalDate> => {
  const read = readDate(cell, { dayOrder, timezone });
  return E.isLeft(read) ? E.left(faultOfText(cellText(cell), MAX_NAME) ?? read.left) : read;
};

/** An address, or a person's name as the rules doc knows it. */
export const readOwner = (text: string): Read<string | null> => {
  if (text === '' || DASH.test(text)) return NOTHING;
  if (text.includes('@') && !isEmailAddress(text)) return E.left('is neither one e-mail address nor a name');
  return readName(text, MAX_NAME);
};

export const readTeam = (text: string): Read<string | null> =>
  text === '' || DASH.test(text) ? NOTHING : readName(text, MAX_NAME);

/** An `http` or `https` address without a user name before its host: it goes into mails to customers. */
const LINK = /^https?:\/\/[^\s/?#@\\"<>]+(?:[/?#][^\s\\"<>]*)?$/iu;

export const readPdfLink = (text: string): Read<string | null> => {
  if (text === '' || DASH.test(text)) return NOTHING;
  const fault = faultOfText(text, MAX_LINK);
  if (fault !== null) return E.left(fault);
  return LINK.test(text) ? E.right(text) : E.left('is not a web link; write all of it, beginning with https://');
};

export const readOverride = (text: string): Read<Override | null> => (text === '' ? NOTHING : readCadence(text));

export interface Status {
  readonly status: RowStatus;
  readonly asWritten?: string;
}

const STATUSES: ReadonlyMap<string, Status> = new Map(
  (['open', 'hold', 'won', 'lost', 'withdrawn'] as const).map(status => [status, { status }]),
);
const OPEN: Read<Status> = E.right({ status: 'open' });

/** Stopping needs weak evidence: any word that is not known holds the quote. */
export const readStatus = (text: string): Read<Status> => {
  if (text === '') return OPEN;
  const known = STATUSES.get(text) ?? STATUSES.get(text.toLowerCase().replace(/[^\p{L}]/gu, ''));
  if (known) return E.right(known);
  const name = readName(text, MAX_NAME);
  return E.isLeft(name) ? name : E.right({ status: 'hold', asWritten: name.right });
};
