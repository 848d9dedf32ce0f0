import type { Table } from './table.ts';

/** A cell that could not be read: its whole row is refused until it is mended. */
export interface RowFault {
  readonly row: number;
  /** The quote number the row seems to have; null when unreadable. */
  readonly quoteId: string | null;
  readonly column: string;
  readonly value: string;
  readonly error: string;
}

export const rowFaultTable = (faults: readonly RowFault[]): Table => ({
  caption: 'Rows to mend',
  columns: [{ name: 'Row' }, { name: 'What is wrong' }],
  rows: faults.map(({ row, quoteId, column, value, error }) => [
    { text: `Row ${row}`, ...(quoteId === null ? {} : { under: quoteId }) },
    { text: `${column.replaceAll('_', ' ')}${value === '' ? '' : `: “${value}”`}`, under: error },
  ]),
  empty: 'Every row of the sheet can be read.',
});
