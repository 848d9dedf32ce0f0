import { formatMoney } from '../kernel/money.ts';
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

/** A read quote for people: a line per field, its value, the words it came from, or why it is empty. */
export const intakeTable = (fields: QuoteFields): readonly string[] => {
  const { amountMinor, currency } = fields;
  const amount = amountMinor !== null && currency !== null ? formatMoney({ minor: amountMinor, currency }) : null;
  const rows: readonly (readonly [string, string | null, FieldName])[] = [
    ['customer', fields.customer, 'customer'],
    ['contact', fields.contactEmail, 'contact_email'],
    ['quote number', fields.quoteId, 'quote_id'],
    ['amount', amount, amountMinor === null ? 'amount_minor' : 'currency'],
    ['date sent', fields.sentDate, 'sent_date'],
    ['date expires', fields.expiryDate, 'expiry_date'],
    ['PDF', fields.pdf, 'pdf'],
  ];
  const width = Math.max(...rows.map(([, value]) => value?.length ?? 0), 12);
  return rows.map(([name, value, field]) => {
    const evidence = fields.evidence[field] ?? (field === 'currency' ? fields.evidence.amount_minor : undefined);
    const from = evidence ? `"${evidence.words}" (${evidence.origin})` : '';
    const doubt = fields.doubts[field] ?? (field === 'currency' ? fields.doubts.amount_minor : undefined);
    const but = doubt === undefined ? '' : ` – in doubt: ${doubt}`;
    const read = value === null ? `– ${doubt ?? 'not found'}` : `${value.padEnd(width)}  ${from}${but}`;
    return `${name.padEnd(13)} ${read}`.trimEnd();
  });
};
