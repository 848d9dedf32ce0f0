import { type DayOrder, dayOrderOf } from '../sheet/dates/day-order.ts';
import type { Context } from './context.ts';
import { datesIn } from './dates-in-text.ts';
import { type Piece, textOfLine } from './layout/line.ts';

/** Currencies that a paper of the United States may bear, and others with it. */
const AMERICAN: ReadonlySet<string> = new Set(['USD', 'CAD']);
/** Sales tax, a state with its postcode, a telephone number as they are written there. */
const SIGNS = /\bsales tax\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\(\d{3}\) ?\d{3}-\d{4}\b|\+1[ (.-]{1,2}\d{3}/i;

/**
 * How this paper writes day and month: by a date of its own that has one reading, by its language, the configured locale, the
 * paper's size, its currency. Undefined where nothing tells.
 */
export const orderIn = (pieces: readonly Piece[], { language, currency, settings }: Context): DayOrder | undefined => {
  const shown = shownBy(pieces);
  if (shown) return shown;
  if (language !== 'en') return 'dmy';
  const configured = dayOrderOf(settings.locale);
  if (configured) return configured;
  if (currency !== undefined && !AMERICAN.has(currency)) return 'dmy';
  const american = pieces.some(
    piece => piece.letterPaper === true || piece.lines.some(line => SIGNS.test(textOfLine(line))),
  );
  return american ? 'mdy' : undefined;
};

const shownBy = (pieces: readonly Piece[]): DayOrder | undefined => {
  const votes = new Set<DayOrder>();
  for (const { figures } of pieces.flatMap(({ lines }) =>
    lines.flatMap(({ cells }) => cells.flatMap(c => datesIn(c.text, undefined))),
  )) {
    const [a, b] = figures ?? [0, 0];
    if (a > 12 && b <= 12) votes.add('dmy');
    if (b > 12 && a <= 12) votes.add('mdy');
  }
  return votes.size === 1 ? [...votes][0] : undefined;
};
