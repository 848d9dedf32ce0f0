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

/** One value of the rules in force, in words, and where it was said. */
export interface Understood {
  /** `Standard quotes`, `Quiet hours`, `Catering team`. */
  readonly what: string;
  /** `nudges on days 3 and 7, last call 3 days before expiry`. */
  readonly value: string;
  /** The sentence of the doc; null: the doc does not say, config or a default does. */
  readonly sentence: string | null;
  /** Where a value comes from that the doc does not say. */
  readonly from?: 'config' | 'default' | 'standard tier';
}

/** A sentence that speaks of numbers, dates or money but not of following up. */
export interface NotUsed {
  readonly line: number;
  readonly sentence: string;
}

/** A sentence that could not be understood. */
export interface RulesFault {
  readonly line: number;
  readonly sentence: string;
  readonly expected: string;
}

export const sourceWords = ({ sentence, from = 'config' }: Understood): string =>
  sentence === null ? `not said; from the ${from}` : `“${sentence}”`;

export const understoodTable = (values: readonly Understood[]): Table => ({
  caption: 'What was understood',
  columns: [{ name: 'What' }, { name: 'As understood' }],
  rows: values.map(value => [value.what, { text: value.value, under: sourceWords(value) }]),
  empty: 'Nothing: the doc says nothing about following up, so config decides everything.',
});

export const notUsedTable = (sentences: readonly NotUsed[]): Table => ({
  caption: 'Not used',
  columns: [{ name: 'Line' }, { name: 'Sentence' }],
  rows: sentences.map(({ line, sentence }) => [String(line), `“${sentence}”`]),
  empty: 'Every sentence with a number or a date was used.',
});

export const rulesFaultTable = (faults: readonly RulesFault[]): Table => ({
  caption: 'Not understood',
  columns: [{ name: 'Line' }, { name: 'Sentence' }],
  rows: faults.map(({ line, sentence, expected }) => [
    String(line),
    { text: `“${sentence}”`, under: `Expected: ${expected}` },
  ]),
  empty: 'Nothing.',
});
