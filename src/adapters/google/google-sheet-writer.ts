import * as E from 'fp-ts/lib/Either.js';
import { type Cell, cellText } from '../../sheet/cell.ts';
import { type CsvEdit, editCsv, type RowCells, rowInCsv } from '../../sheet/csv/edit-csv.ts';
import { csvRecords } from '../../sheet/csv/read-csv.ts';
import { googleFault, isUnknownTab } from './google-fault.ts';
import type { GoogleAccess } from './google-signer.ts';
import { fileOrder } from './google-sources.ts';
import { type Grid, rangeOf, readTabs, sheetsOf } from './sheet-grid.ts';

export interface GoogleSheetWriterOptions {
  readonly access: () => Promise<GoogleAccess>;
  readonly sheetId: string;
  readonly quotesTab: string;
}

type Outcome =
  | { readonly kind: 'written'; readonly row: number; readonly already: boolean }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'doubtful'; readonly why: string };

/** One cell that is to hold a value: zero-based row and column. */
interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

/**
 * Writes single cells of a quote's row, by the rules that hold for the sheet as a file: what is to change is found on a
 * copy of the tab. All values go in RAW: `=IMPORTXML(…)` stays text. The number is looked for before, and everything
 * again afterwards: what stands there then decides, not what Google answered.
 */
export const googleSheetWriter = (options: GoogleSheetWriterOptions) => {
  const edit = (csvEdit: CsvEdit): Promise<Outcome> => editSheet(options, csvEdit);
  return {
    write: async (key: string, field: 'status' | 'contact' | 'expires', value: string) => {
      const cells = { [field]: value };
      const outcome = await edit({ key, cells, how: 'change' });
      return outcome.kind === 'written'
        ? stillStands(options, { key, cells, how: 'change' })
        : { problem: outcome.why };
    },
    appendRow: (key: string, cells: RowCells, usualCurrency: string) =>
      edit({ key, cells, how: 'append', usualCurrency }),
    changeRow: (key: string, cells: RowCells, usualCurrency: string) =>
      edit({ key, cells, how: 'change', usualCurrency }),
    rowOf: async (key: string): Promise<number | null> => {
      const [grid = []] = await readTabs(await options.access(), options.sheetId, [options.quotesTab]);
      return E.getOrElse((): number | null => null)(rowInCsv(csvOf(grid), key));
    },
  };
};

const GOOGLE_UNWELL = 'Google is unwell';

/**
 * The version first, then the cell once more: what people change after this look has a greater version. A write that
 * cannot be dated is no write yet; asked for again it finds the cell as it should be.
 */
const stillStands = async (
  { access, sheetId, quotesTab }: GoogleSheetWriterOptions,
  edit: CsvEdit,
): Promise<{ readonly problem: null; readonly version: number } | { readonly problem: string }> => {
  try {
    const google = await access();
    const version = await fileOrder(google, sheetId);
    const [grid = []] = await readTabs(google, sheetId, [quotesTab]);
    const planned = planOf(grid, edit);
    if (E.isLeft(planned)) return { problem: planned.left };
    return planned.right.edits.length === 0
      ? { problem: null, version }
      : { problem: 'the sheet was changed by somebody else at the same moment' };
  } catch {
    return { problem: GOOGLE_UNWELL };
  }
};

const editSheet = async (options: GoogleSheetWriterOptions, edit: CsvEdit): Promise<Outcome> => {
  const access = await options.access();
  const read = async (): Promise<Grid> => (await readTabs(access, options.sheetId, [options.quotesTab]))[0] ?? [];
  const refusal = (error: unknown): string =>
    isUnknownTab(error)
      ? `the sheet of quotes has no tab named “${options.quotesTab}”`
      : (googleFault(error, { what: 'the sheet of quotes', account: access.account }) ?? GOOGLE_UNWELL);
  let before: Grid;
  try {
    before = await read();
  } catch (error) {
    return { kind: 'refused', why: refusal(error) };
  }
  const planned = planOf(before, edit);
  if (E.isLeft(planned)) return { kind: 'refused', why: planned.left };
  const { row, already } = planned.right;
  if (planned.right.edits.length === 0) return { kind: 'written', row, already: true };
  const failure = await put(options, sheetsOf(access), planned.right, firstColumn(before)).then(
    () => null,
    (error: unknown) => refusal(error),
  );
  const after = await read().then(
    grid => planOf(grid, edit),
    () => E.left('the sheet could not be read after the row was written'),
  );
  if (E.isLeft(after)) return { kind: 'doubtful', why: after.left };
  if (after.right.edits.length === 0)
    return { kind: 'written', row: after.right.row, already: edit.how === 'append' ? false : already };
  return failure === null
    ? { kind: 'doubtful', why: 'the sheet was changed by somebody else at the same moment' }
    : { kind: 'refused', why: failure };
};

/** A lost answer is looked at, not guessed: nothing here is tried again. */
const ONCE = { retry: false } as const;

const put = async (
  { sheetId, quotesTab }: GoogleSheetWriterOptions,
  sheets: ReturnType<typeof sheetsOf>,
  { edits, newRow }: Pick<Plan, 'edits' | 'newRow'>,
  tableFrom: number,
): Promise<void> => {
  const inPlace = edits.filter(({ row }) => row !== newRow);
  if (inPlace.length > 0) {
    const data = inPlace.map(({ row, column, value }) => ({
      range: `${rangeOf(quotesTab)}!${columnName(column)}${row + 1}`,
      values: [[value]],
    }));
    const requestBody = { valueInputOption: 'RAW', data };
    await sheets.spreadsheets.values.batchUpdate({ spreadsheetId: sheetId, requestBody }, ONCE);
  }
  const added = edits.filter(({ row }) => row === newRow);
  if (added.length === 0) return;
  // An append makes room where the tab ends; a write into a row that is not there would be refused.
  const cells: (string | null)[] = [];
  for (const { column, value } of added) cells[column] = value;
  const place = { spreadsheetId: sheetId, range: rangeOf(quotesTab) };
  const how = { valueInputOption: 'RAW', insertDataOption: 'INSERT_ROWS' };
  const values = [Array.from(cells, cell => cell ?? null).slice(tableFrom)];
  const requestBody = { majorDimension: 'ROWS', values };
  await sheets.spreadsheets.values.append({ ...place, ...how, requestBody }, ONCE);
};

/** An append counts its cells from the first column that the table has. */
const firstColumn = (grid: Grid): number => {
  const firsts = grid.map(row => row.findIndex(cell => textOf(cell) !== '')).filter(first => first >= 0);
  return firsts.length === 0 ? 0 : firsts.reduce((a, b) => Math.min(a, b));
};

interface Plan {
  /** As a spreadsheet counts. */
  readonly row: number;
  readonly already: boolean;
  readonly edits: readonly CellEdit[];
  /** The zero-based row that is not there yet, or null. */
  readonly newRow: number | null;
}

/** What the edit changes, cell by cell. */
const planOf = (grid: Grid, edit: CsvEdit): E.Either<string, Plan> => {
  const csv = csvOf(grid);
  const edited = editCsv(csv, edit);
  if (E.isLeft(edited)) return edited;
  const { text, row, already } = edited.right;
  if (text === null) return E.right({ row, already, edits: [], newRow: null });
  const edits = differences(recordsOf(new TextDecoder().decode(csv)), recordsOf(text));
  return E.right({ row, already, edits, newRow: edit.how === 'append' ? row - 1 : null });
};

const recordsOf = (csv: string): readonly (readonly string[])[] => [...csvRecords(csv, ',')].map(cells => [...cells]);

const differences = (
  before: readonly (readonly string[])[],
  after: readonly (readonly string[])[],
): readonly CellEdit[] =>
  after.flatMap((cells, row) =>
    cells.flatMap((value, column) =>
      value === (before[row]?.[column] ?? '') ? [] : [{ row, column, value: plain(value) }],
    ),
  );

/** In a file an apostrophe keeps `=…` from being run; written RAW it needs none. */
const plain = (value: string): string => value.replace(/^'(?=[=+\-@\t\r])/, '');

/** The tab as a file: row by row, so that a row's number is the same in both; all in quotation marks, so that an empty row is one. */
const csvOf = (grid: Grid): Uint8Array => {
  const width = Math.max(1, ...grid.map(row => row.length));
  const rows = grid.map(row => Array.from({ length: width }, (_, at) => textOf(row[at])));
  return new TextEncoder().encode(rows.map(row => `${row.map(quoted).join()}\n`).join(''));
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' ? cell : cellText(cell));

/** 0 → A, 25 → Z, 26 → AA. */
const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);
