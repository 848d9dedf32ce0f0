import * as E from 'fp-ts/lib/Either.js';
import { quoteStream } from '../events/stream-id.ts';
import { type Cell, cellText } from './cell.ts';
import type { CellReaders } from './cell-readers.ts';
import { COLUMNS, type Column } from './headers.ts';
import * as cells from './read-cells.ts';
import type { Override, RefusedCell, Row } from './row.ts';

/** A cadence as the override column writes it: `2,5,10 last 3`, `3,7 no last call`, `off`. `readCadence` reads it back. */
export const overrideText = (override: Override): string => {
  if (override.kind === 'off') return 'off';
  const days = override.nudgeDays.join(',');
  if (override.lastCallDays === undefined) return days;
  return override.lastCallDays === null ? `${days} no last call` : `${days} last ${override.lastCallDays}`;
};

/** A record understood, or the cells of it that could not be. */
export type ReadRow =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'refused'; readonly quoteId: string | null; readonly cells: readonly RefusedCell[] }
  | { readonly kind: 'blank' };

export type Places = Readonly<Partial<Record<Column, number>>>;

const BLANK: ReadRow = { kind: 'blank' };
const MAX_SHOWN = 200;

/** Reads one record; `row` is its number in the sheet. A record with nothing in the known columns is blank. */
export const readRow = (record: readonly Cell[], row: number, places: Places, readers: CellReaders): ReadRow => {
  const cell = (column: Column): Cell => {
    const at = places[column];
    return at === undefined ? null : (record[at] ?? null);
  };
  const text = (column: Column): string => cellText(cell(column));
  const id = text('quote_id');
  if (id === '' && isBlank(record, places)) return BLANK;

  const quoteId = cells.readQuoteId(id);
  const faults: RefusedCell[] = [];
  const shownId = E.isRight(quoteId) ? quoteId.right : null;
  const taken = <A>(column: Column, read: E.Either<string, A>): A | undefined => {
    if (E.isRight(read)) return read.right;
    const value = text(column).slice(0, MAX_SHOWN);
    faults.push({ row, quoteId: shownId, column, value, error: read.left });
    return undefined;
  };

  const number = taken('quote_id', quoteId);
  const customer = taken('customer', cells.readCustomer(text('customer')));
  const contact = taken('contact', cells.readContact(text('contact')));
  const currency = readers.currency(text('currency'));
  const amount = taken('amount', readers.amount(cell('amount'), E.isRight(currency) ? currency.right : null));
  taken('currency', currency);
  const sent = taken('sent', readers.sent(cell('sent')));
  const expires = taken('expires', notBefore(sent, readers.expires(cell('expires'))));
  const owner = taken('owner', readers.owner(text('owner')));
  const team = taken('team', readers.team(text('team')));
  const pdfLink = taken('pdf_link', cells.readPdfLink(text('pdf_link')));
  const override = taken('override', readers.override(text('override')));
  const status = taken('status', readers.status(text('status')));
  if (
    faults.length > 0 ||
    number === undefined ||
    customer === undefined ||
    contact === undefined ||
    amount === undefined ||
    sent === undefined ||
    expires === undefined ||
    owner === undefined ||
    team === undefined ||
    pdfLink === undefined ||
    override === undefined ||
    status === undefined
  ) {
    return { kind: 'refused', quoteId: shownId, cells: faults };
  }
  const read: Row = {
    row,
    quoteId: number,
    key: quoteStream(number),
    customer,
    contact,
    amount,
    sent,
    expires,
    owner,
    team,
    pdfLink,
    override,
    status: status.status,
  };
  return {
    kind: 'row',
    row: status.asWritten === undefined ? read : { ...read, statusAsWritten: status.asWritten },
  };
};

const isBlank = (record: readonly Cell[], places: Places): boolean =>
  COLUMNS.every(column => {
    const at = places[column];
    return at === undefined || cellText(record[at]) === '';
  });

const notBefore = (
  sent: string | undefined,
  expires: E.Either<string, string | null>,
): E.Either<string, string | null> =>
  E.isRight(expires) && expires.right !== null && sent !== undefined && expires.right < sent
    ? E.left(`is before the date sent, ${sent}`)
    : expires;
