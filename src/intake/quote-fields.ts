import type { LocalDate } from '../kernel/local-date.ts';
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
