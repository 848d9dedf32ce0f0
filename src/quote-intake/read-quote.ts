import * as E from 'fp-ts/lib/Either.js';
import { contextOf, type IntakeSettings } from './context.ts';
import { fieldOfData, ledByData, totalOfData } from './embedded-data.ts';
import { contactsIn } from './fields/contact.ts';
import { customersIn } from './fields/customer.ts';
import { expiriesIn } from './fields/expiry.ts';
import { linksIn } from './fields/link.ts';
import { comparable, quoteNumbersIn } from './fields/quote-number.ts';
import { paperDates } from './fields/sent-date.ts';
import { keyOfTotal, type Total, totalsIn } from './fields/total.ts';
import { type Candidate, choose, doubtful, valueIn } from './labelled-values/candidate.ts';
import { labelledDates, orderIn } from './labelled-values/labelled-dates.ts';
import { comparableName, sidesOf } from './labelled-values/parties.ts';
import type { Piece } from './layout/line.ts';
import type { Evidence, FieldName, QuoteFields } from './quote-fields.ts';
import type { Read, Readings } from './readings.ts';
import type { QuoteSource } from './source.ts';

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

/**
 * Reads a quote that was sent: who it is for, its number, total, dates and link. Rules over labels, places and shapes; no
 * model, no clock. A field with two answers as good as each other stays empty: an empty one costs a rep a glance, a wrong
 * one may cost a customer.
 */
export const readQuote = (source: QuoteSource, settings: IntakeSettings): QuoteFields => {
  const { envelope, links, fileNames, data } = source;
  const pieces = bounded(source.pieces);
  const context = contextOf(pieces, settings);
  const sides = sidesOf(envelope, settings);
  const dates = pieces.flatMap(piece => labelledDates(piece, orderIn(pieces, context)));
  const mailed = envelope?.sent ?? null;
  const issued = fieldOfData(data, said => said.issued, asIs);
  const paper = ledByData(issued, choose(paperDates(dates, mailed?.day ?? null), asIs), asIs);
  const sent = mailed ? E.right({ value: mailed.day, words: [mailed.words], origin: 'header' as const }) : paper;
  const number = fieldOfData(data, said => said.number, comparable);
  const quoteId = ledByData(number, choose(quoteNumbersIn(pieces, fileNames), comparable), comparable);
  const buyer = fieldOfData(data, said => said.buyer, comparableName);
  const contact = choose(contactsIn(pieces, sides), address => address.toLowerCase());
  const total = chooseTotal(totalsIn(pieces, context));
  const expires = fieldOfData(data, said => said.expires, asIs);
  const base = { sent: valueIn(sent), paper: valueIn(paper) };
  return fieldsOf(
    {
      customer: ledByData(buyer, choose(customersIn(pieces, sides), comparableName), comparableName),
      // Who the mail went to is whom a follow-up goes to, whatever the data hold.
      contact: E.isRight(contact) ? contact : fieldOfData(data, said => said.email, asIs),
      quoteId,
      total: ledByData(totalOfData(data, total), total, keyOfTotal),
      sent,
      expiry: ledByData(expires, choose(expiriesIn(pieces, dates, base), asIs), asIs),
      link: choose(linksIn(pieces, links, valueIn(quoteId)), asIs),
    },
    fileNames,
  );
};

const asIs = (value: string): string => value;

/** Fifty pages of dense print are less; what lies beyond is no quote's business, and every rule stays quick. */
const MAX_CHARS = 300_000;

const bounded = (pieces: readonly Piece[]): readonly Piece[] => {
  let room = MAX_CHARS;
  return pieces.map(piece => {
    const lines = piece.lines.filter(line => {
      room -= line.cells.reduce((chars, cell) => chars + cell.text.length + 1, 0);
      return room >= 0;
    });
    return { ...piece, lines };
  });
};

/** A sum without a sign beside it and the same with one are the same sum. */
const chooseTotal = (candidates: readonly Candidate<Total>[]): Read<Total> => {
  const chosen = choose(candidates, keyOfTotal);
  if (E.isLeft(chosen)) return chosen;
  const currencies = new Set(
    candidates.filter(({ value }) => value.minor === chosen.right.value.minor).map(c => c.value.currency),
  );
  return currencies.size > 1 ? doubtful(`in ${[...currencies].join(' or ')}`) : chosen;
};
