import { type DayOrder, dayOrderOf } from '../sheet/dates/day-order.ts';
import type { Context } from './context.ts';
import { datesIn } from './dates-in-text.ts';
import type { Piece } from './layout/line.ts';

const MONTH_FIRST: ReadonlySet<string> = new Set(['USD']);

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
  const letter = pieces.some(piece => piece.letterPaper === true);
  if (currency === undefined || currency === 'CAD') return undefined;
  if (MONTH_FIRST.has(currency)) return letter ? 'mdy' : undefined;
  return letter ? undefined : 'dmy';
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
