import { type sheets_v4, sheets as sheetsApi } from '@googleapis/sheets';
import type { Cell } from '../../sheet/cell.ts';
import { clientOptions, type GoogleAccess } from './google-signer.ts';

export type Grid = readonly (readonly Cell[])[];

/** A tab's name as a range: the whole tab. */
export const rangeOf = (tab: string): string => `'${tab.replaceAll("'", "''")}'`;

export const sheetsOf = (access: GoogleAccess): sheets_v4.Sheets =>
  sheetsApi({ version: 'v4', ...clientOptions(access) });

/** Both tabs at once, as they are stored: numbers as numbers, dates as days since 30 December 1899, never as displayed. */
export const readTabs = async (
  access: GoogleAccess,
  spreadsheetId: string,
  tabs: readonly string[],
): Promise<readonly Grid[]> => {
  const { data } = await sheetsOf(access).spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: tabs.map(rangeOf),
    majorDimension: 'ROWS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  return tabs.map((_, at) => gridOf(data.valueRanges?.[at]?.values));
};

const gridOf = (values: unknown): Grid =>
  Array.isArray(values) ? values.map(row => (Array.isArray(row) ? row.map(cellOf) : [])) : [];

const cellOf = (value: unknown): Cell => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
};
