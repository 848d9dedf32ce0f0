import * as E from 'fp-ts/lib/Either.js';
import { type Candidate, choose, doubtful, valueIn } from './candidate.ts';
import { contextOf } from './context.ts';
import { orderIn } from './day-order.ts';
import { fieldOfData, ledByData, totalOfData } from './embedded/led-by-data.ts';
import { contactsIn } from './fields/contact.ts';
import { customersIn } from './fields/customer.ts';
import { expiriesIn } from './fields/expiry.ts';
import { linksIn } from './fields/link.ts';
import { comparable, quoteNumbersIn } from './fields/quote-number.ts';
import { paperDates } from './fields/sent-date.ts';
import { keyOfTotal, type Total, totalsIn } from './fields/total.ts';
import { fieldsOf } from './fields-of.ts';
import { labelledDates } from './labelled-dates.ts';
import type { Piece } from './layout/line.ts';
import type { QuoteFields } from './quote-fields.ts';
import type { Read } from './readings.ts';
import type { IntakeSettings } from './settings.ts';
import { comparableName, sidesOf } from './sides.ts';
import type { QuoteSource } from './source.ts';

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
const MOST_CHARS = 300_000;

const bounded = (pieces: readonly Piece[]): readonly Piece[] => {
  let room = MOST_CHARS;
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
