import * as E from 'fp-ts/lib/Either.js';
import { valueIn } from './candidate.ts';
import type { Evidence, FieldName, QuoteFields } from './quote-fields.ts';
import type { Read, Readings } from './readings.ts';

/** The readings as a row's fields: values, their words, what is missing and why. */
export const fieldsOf = (readings: Readings, fileNames: readonly string[]): QuoteFields => {
  const { customer, contact, quoteId, total, sent, expiry, link } = readings;
  const currency = valueIn(total)?.currency ?? null;
  const evidence: Partial<Record<FieldName, Evidence>> = {
    ...evidenceOf('customer', customer),
    ...evidenceOf('contact_email', contact),
    ...evidenceOf('quote_id', quoteId),
    ...evidenceOf('amount_minor', total),
    ...(E.isRight(total) && total.right.value.marked ? evidenceOf('currency', total) : {}),
    ...evidenceOf('sent_date', sent),
    ...evidenceOf('expiry_date', expiry),
    ...evidenceOf('pdf', link),
  };
  const pdf = valueIn(link) ?? fileNames[0] ?? null;
  const fields = {
    customer: valueIn(customer),
    contactEmail: valueIn(contact),
    quoteId: valueIn(quoteId),
    amountMinor: valueIn(total)?.minor ?? null,
    currency,
    sentDate: valueIn(sent),
    expiryDate: valueIn(expiry),
    pdf,
  };
  const named: readonly (readonly [FieldName, unknown, Read<unknown>])[] = [
    ['customer', fields.customer, customer],
    ['contact_email', fields.contactEmail, contact],
    ['quote_id', fields.quoteId, quoteId],
    ['amount_minor', fields.amountMinor, total],
    ['currency', fields.currency, total],
    ['sent_date', fields.sentDate, sent],
    ['expiry_date', fields.expiryDate, expiry],
    ['pdf', fields.pdf, link],
  ];
  const missing = named.filter(([, value]) => value === null);
  const doubts = Object.fromEntries(
    named
      // What speaks against a sum is said of the amount.
      .filter(([name, value]) => name !== 'currency' || value === null)
      .flatMap(([name, value, read]) => doubtOf(read, value).map(why => [name, why])),
  );
  return { ...fields, evidence, missing: missing.map(([name]) => name), doubts };
};

const doubtOf = (read: Read<unknown>, value: unknown): string[] => {
  if (E.isRight(read)) return read.right.doubt === undefined ? [] : [read.right.doubt];
  return value === null && read.left.kind === 'doubtful' ? [read.left.why] : [];
};

const evidenceOf = (name: FieldName, read: Read<unknown>): Partial<Record<FieldName, Evidence>> =>
  E.isRight(read)
    ? { [name]: { words: read.right.words.join(' '), marks: read.right.words, origin: read.right.origin } }
    : {};
