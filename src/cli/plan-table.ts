import { DateTime } from 'luxon';
import type { Planned } from '../application/plan-ahead.ts';
import type { RefusedCell } from '../sheet/row.ts';
import { refusedLine } from '../sheet/sheet-table.ts';

const HEAD = ['checked', 'quote', 'what', 'step', 'leaves', 'owner', 'from', 'tier', 'sent', 'expires'];
/** Step, and the days since and until: numbers. */
const RIGHT = new Set([3, 8, 9]);
const WIDEST = 40;

/** A plan for a person's eyes: the cells that were refused, then what happens day by day, then a count. */
export const planTable = (
  planned: readonly Planned[],
  refused: readonly RefusedCell[],
  timezone: string,
): readonly string[] => [
  ...refused.map(refusedLine),
  ...(refused.length > 0 ? [''] : []),
  ...(planned.length > 0 ? [...table([HEAD, ...planned.map(line => cellsOf(line, timezone))]), ''] : []),
  summary(planned, refused),
];

const cellsOf = (planned: Planned, timezone: string): readonly string[] => {
  const { checked, row } = planned;
  if (planned.kind === 'expired') return [checked, row.quoteId, 'expired'];
  const { move, stepIndex, sendAt, owner, ownerFrom, tier, daysSinceSent, daysToExpiry } = planned;
  return [
    checked,
    row.quoteId,
    move.replace('_', ' '),
    String(stepIndex),
    DateTime.fromJSDate(sendAt, { zone: timezone }).setLocale('en-GB').toFormat('ccc d LLL yyyy HH:mm ZZ'),
    owner,
    ownerFrom,
    tier,
    `${daysSinceSent} d`,
    daysToExpiry === null ? 'never' : `${daysToExpiry} d`,
  ];
};

const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const shown = lines.map(cells => HEAD.map((_, at) => cut(visible(cells[at] ?? ''))));
  const widths = HEAD.map((_, at) => shown.reduce((widest, cells) => Math.max(widest, (cells[at] ?? '').length), 0));
  const padded = (cell: string, at: number): string =>
    RIGHT.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0);
  return shown.map(cells => cells.map(padded).join('  ').trimEnd());
};

const cut = (text: string): string => (text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`);

/** A terminal must not be steered by what a cell holds. */
const visible = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '\ufffd');

const summary = (planned: readonly Planned[], refused: readonly RefusedCell[]): string => {
  const nudges = planned.filter(({ kind }) => kind === 'nudge').length;
  const closed = planned.length - nudges;
  const bad = new Set(refused.map(({ row }) => row)).size;
  return [
    `${nudges === 0 ? 'No nudge' : counted(nudges, 'nudge')} would leave`,
    `${closed === 0 ? 'no quote' : counted(closed, 'quote')} would be closed out as expired`,
    ...(bad === 0 ? [] : [`${counted(bad, 'row')} refused`]),
  ].join(', ');
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
