import type { FieldName, QuoteFields } from './quote-fields.ts';

/** A read quote as `qf intake --json` prints it: fields first, then `sources` and `missing`. */
export const intakeJson = (fields: QuoteFields) => ({
  customer: fields.customer,
  contact_email: fields.contactEmail,
  quote_id: fields.quoteId,
  amount_minor: fields.amountMinor,
  currency: fields.currency,
  sent_date: fields.sentDate,
  expiry_date: fields.expiryDate,
  pdf: fields.pdf,
  sources: sourcesOf(fields),
  missing: fields.missing,
});

/** Field → the words it was read from. A value that follows from settings, not from words, has none. */
export const sourcesOf = ({ evidence }: QuoteFields): Partial<Record<FieldName, string>> =>
  Object.fromEntries(Object.entries(evidence).map(([field, { words }]) => [field, words]));
