import type { LocalDate } from '../kernel/local-date.ts';
import { type Money, minorDigits } from '../kernel/money.ts';

/**
 * An amount as plain digits that have one reading in any locale: `1200.50`, `12000` for yen. Where three decimals would
 * stand (dinars) a fourth is added: `1.200` alone might be twelve hundred.
 */
export const amountText = ({ minor, currency }: Money): string => {
  const digits = minorDigits(currency);
  if (digits === 0) return String(minor);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}${digits === 3 ? '0' : ''}`;
};

/** What the sheet's status cell asks for. `hold` and anything unknown pause; won, lost and withdrawn close. */
export type RowStatus = 'open' | 'hold' | 'won' | 'lost' | 'withdrawn';

/** A cadence written in the row: it overrides the tier's. */
export type Override =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'days';
      readonly nudgeDays: readonly number[];
      /** `undefined`: the row does not say, the tier's last call stands; `null`: no last call. */
      readonly lastCallDays: number | null | undefined;
    };

/** One quote as the sheet lists it, read and checked. */
export interface Row {
  /** The record's place in the sheet; the header is row 1. */
  readonly row: number;
  /** The quote number as written, trimmed. */
  readonly quoteId: string;
  /** The quote number compared: NFC, trimmed, upper-case. */
  readonly key: string;
  readonly customer: string;
  /** The contact's e-mail address as written, trimmed. */
  readonly contact: string;
  readonly amount: Money;
  readonly sent: LocalDate;
  readonly expires: LocalDate | null;
  readonly owner: string | null;
  readonly team: string | null;
  readonly pdfLink: string | null;
  readonly override: Override | null;
  readonly status: RowStatus;
  /** The status cell as written, when it is not one of the known words. */
  readonly statusAsWritten?: string;
}

/** A cell that could not be read: where, what it held, why, and how to mend it. */
export interface RefusedCell {
  readonly row: number;
  /** The quote number the row seems to have (as written), so that the quote can be held; null when unreadable. */
  readonly quoteId: string | null;
  /** Canonical column name in snake_case: quote_id, customer, contact, amount, currency, sent, expires, owner, team, pdf_link, override, status. */
  readonly column: string;
  readonly value: string;
  readonly error: string;
}

/** A whole tab as understood. A refused row stops nothing but its own quote. */
export interface Sheet {
  readonly rows: readonly Row[];
  readonly refused: readonly RefusedCell[];
}

/** Why a whole tab is refused: a required header missing or matched twice. The last good mirror stays in force. */
export interface SheetRefusal {
  readonly column: string;
  readonly error: string;
}
