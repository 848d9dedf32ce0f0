import { formatMoney } from '../kernel/money.ts';
import { overrideText } from './override-text.ts';
import type { RefusedCell, Row, Sheet } from './row.ts';

const HEAD = ['row', 'quote', 'customer', 'contact', 'amount', 'sent', 'expires', 'owner', 'team', 'cadence', 'status'];
const WIDEST = 32;

/** The sheet for a person's eyes: the rows understood as a table, then each cell that was not, with its reason. */
export const sheetTable = ({ rows, refused }: Sheet): readonly string[] => [
  ...table([HEAD, ...rows.map(cellsOf)]),
  ...(refused.length > 0 ? ['', ...refused.map(refusedLine)] : []),
  '',
  summaryOf(rows, refused),
];

/** `row 7, amount: "1.200" can be read as …` */
export const refusedLine = ({ row, column, value, error }: RefusedCell): string =>
  `row ${row}, ${column}: ${JSON.stringify(visible(value))} ${error}`;

const cellsOf = (row: Row): readonly string[] => [
  String(row.row),
  row.quoteId,
  row.customer,
  row.contact,
  formatMoney(row.amount),
  row.sent,
  row.expires ?? '',
  row.owner ?? '',
  row.team ?? '',
  row.override === null ? '' : overrideText(row.override),
  row.statusAsWritten === undefined ? row.status : `${row.status} (${row.statusAsWritten})`,
];

const RIGHT = new Set([0, 4]);

const table = (lines: readonly (readonly string[])[]): readonly string[] => {
  const shown = lines.map(cells => cells.map(cell => cut(visible(cell))));
  const widths = HEAD.map((_, at) => shown.reduce((widest, cells) => Math.max(widest, (cells[at] ?? '').length), 0));
  return shown.map(cells =>
    cells
      .map((cell, at) => (RIGHT.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
};

const cut = (text: string): string => (text.length <= WIDEST ? text : `${text.slice(0, WIDEST - 1)}…`);

/** A terminal must not be steered by what a cell holds. */
const visible = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '\ufffd');

const summaryOf = (rows: readonly Row[], refused: readonly RefusedCell[]): string => {
  const bad = new Set(refused.map(({ row }) => row)).size;
  const open = rows.filter(({ status }) => status === 'open').length;
  return `${counted(rows.length, 'row')} understood (${open} open), ${bad} refused`;
};

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
