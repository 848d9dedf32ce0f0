import { csvRecords } from './csv-records.ts';

/** What separates cells, and where the first record begins. */
export interface Dialect {
  readonly delimiter: string;
  readonly start: number;
}

const DELIMITERS = [',', ';', '\t'];
const SAMPLE_CHARS = 65_536;
const SAMPLE_RECORDS = 200;

/**
 * Tells the separator of a CSV text. A first line `sep=;` says it (and is no record). Else it is the one that gives the
 * first record most cells and the others as many: commas inside quoted cells, or decimal commas in a semicolon file, do
 * not pass for separators because the header has none.
 */
export const csvDialect = (text: string): Dialect => {
  const stated = /^"?sep=([,;\t])"?(?:\r\n|\n|\r|$)/i.exec(text);
  if (stated) return { delimiter: stated[1] ?? ',', start: stated[0].length };
  const sample = text.slice(0, SAMPLE_CHARS);
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = fitOf(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, start: 0 };
};

/** Cells of the first record that is not blank, weighted by the share of records that have as many. */
const fitOf = (sample: string, delimiter: string): number => {
  const all = [...csvRecords(sample, delimiter).take(SAMPLE_RECORDS)];
  const records = all.filter(cells => cells.length > 1 || (cells[0] ?? '').trim() !== '');
  const width = records[0]?.length ?? 0;
  if (width < 2) return 0;
  const alike = records.filter(cells => cells.length === width).length;
  return (width * (1 + alike)) / (1 + records.length);
};
