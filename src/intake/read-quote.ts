import * as E from 'fp-ts/lib/Either.js';
import { type Candidate, choose, doubtful, valueIn } from './candidate.ts';
import { contextOf } from './context.ts';
import { orderIn } from './day-order.ts';
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
  const { envelope, links, fileNames } = source;
  const pieces = bounded(source.pieces);
  const context = contextOf(pieces, settings);
  const sides = sidesOf(envelope, settings);
  const dates = pieces.flatMap(piece => labelledDates(piece, orderIn(pieces, context)));
  const mailed = envelope?.sent ?? null;
  const paper = choose(paperDates(dates, mailed?.day ?? null), day => day);
  const sent = mailed ? E.right({ value: mailed.day, words: [mailed.words], origin: 'header' as const }) : paper;
  const quoteId = choose(quoteNumbersIn(pieces, fileNames), comparable);
  const base = { sent: valueIn(sent), paper: valueIn(paper) };
  return fieldsOf(
    {
      customer: choose(customersIn(pieces, sides), comparableName),
      contact: choose(contactsIn(pieces, sides), address => address.toLowerCase()),
      quoteId,
      total: chooseTotal(totalsIn(pieces, context)),
      sent,
      expiry: choose(expiriesIn(pieces, dates, base), day => day),
      link: choose(linksIn(pieces, links, valueIn(quoteId)), href => href),
    },
    fileNames,
  );
};

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
