import * as E from 'fp-ts/lib/Either.js';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Money } from '../kernel/money.ts';
import {
  readAmountCell,
  readContact,
  readCurrency,
  readCustomer,
  readExpires,
  readOwner,
  readPdfLink,
  readQuoteId,
  readSent,
} from '../sheet/read-cells.ts';
import { type SheetSettings, unheadedReading } from '../sheet/sheet-settings.ts';
import type { Origin } from './layout/line.ts';

/** The fields of a proposed row, by the names people and programs see. */
export type FieldName =
  | 'customer'
  | 'contact_email'
  | 'quote_id'
  | 'amount_minor'
  | 'currency'
  | 'sent_date'
  | 'expiry_date'
  | 'pdf';

/** Where a field was read: the words as they stand in the original, for showing and marking them there. */
export interface Evidence {
  /** Label and value, as a person reads them. */
  readonly words: string;
  /** The same in the stretches that stand together in the original. */
  readonly marks: readonly string[];
  readonly origin: Origin | 'header' | 'webhook';
}

/** A sent quote as read. What was not found, or cannot be trusted, is null and named in `missing`. */
export interface QuoteFields {
  readonly customer: string | null;
  readonly contactEmail: string | null;
  readonly quoteId: string | null;
  /** Minor units of `currency`. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly sentDate: LocalDate | null;
  readonly expiryDate: LocalDate | null;
  /** Web address of the quote, else the name of the PDF it was read from. */
  readonly pdf: string | null;
  readonly evidence: Partial<Record<FieldName, Evidence>>;
  readonly missing: readonly FieldName[];
  /** Why a missing field is doubtful, or what speaks against one that was read. */
  readonly doubts: Partial<Record<FieldName, string>>;
}

export const ROW_FIELDS = [
  'quote_id',
  'customer',
  'contact',
  'amount',
  'currency',
  'sent',
  'expires',
  'owner',
  'pdf_link',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** A row as a person confirmed it, fit for the sheet. */
export interface TypedRow {
  readonly number: string;
  readonly customer: string;
  readonly contact: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly expires: LocalDate | null;
  readonly owner: string | null;
  readonly link: string | null;
}

/** What is wrong with each field that cannot stand, in a sentence. */
export type TypedFaults = Readonly<Partial<Record<RowField, string>>>;

/** Reads the fields of a form by the rules of the sheet, so that what passes here is never refused there. */
export const readTypedRow = (
  typed: Readonly<Partial<Record<RowField, string>>>,
  settings: SheetSettings,
): E.Either<TypedFaults, TypedRow> => {
  const faults: Partial<Record<RowField, string>> = {};
  const text = (field: RowField): string => (typed[field] ?? '').trim();
  const take = <A>(field: RowField, read: E.Either<string, A>): A | undefined => {
    if (E.isRight(read)) return read.right;
    faults[field] = text(field) === '' ? 'Please fill it in.' : `This ${read.left}.`;
    return undefined;
  };
  const reading = unheadedReading(settings);
  const number = take('quote_id', readQuoteId(text('quote_id')));
  const customer = take('customer', readCustomer(text('customer')));
  const contact = take('contact', readContact(text('contact')));
  const currency = take('currency', readCurrency(text('currency').toUpperCase(), reading));
  const amount = take('amount', readAmountCell(text('amount'), currency ?? null, reading));
  const sent = take('sent', readSent(text('sent'), reading));
  const expires = take('expires', notBefore(sent, readExpires(text('expires'), reading)));
  const owner = take('owner', readOwner(text('owner')));
  const link = take('pdf_link', readPdfLink(text('pdf_link')));
  const isWhole =
    number !== undefined &&
    customer !== undefined &&
    contact !== undefined &&
    currency !== undefined &&
    amount !== undefined &&
    sent !== undefined &&
    expires !== undefined &&
    owner !== undefined &&
    link !== undefined;
  return isWhole ? E.right({ number, customer, contact, amount, sent, expires, owner, link }) : E.left(faults);
};

const notBefore = (
  sent: LocalDate | undefined,
  expires: E.Either<string, LocalDate | null>,
): E.Either<string, LocalDate | null> =>
  E.isRight(expires) && expires.right !== null && sent !== undefined && expires.right < sent
    ? E.left(`is before the date sent, ${sent}`)
    : expires;
