import { type sheets_v4, sheets as sheetsApi } from '@googleapis/sheets';
import type { Cell } from '../../sheet/cell.ts';
import { clientOptions, type GoogleAccess, persistent } from './google-signer.ts';

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
  const { values } = sheetsOf(access).spreadsheets;
  const { data } = await persistent(access, () =>
    values.batchGet({
      spreadsheetId,
      ranges: tabs.map(rangeOf),
      majorDimension: 'ROWS',
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    }),
  );
  return tabs.map((_, at) => gridOf(data.valueRanges?.[at]?.values));
};

/** The names of all tabs, in their order. */
export const tabNames = async (access: GoogleAccess, spreadsheetId: string): Promise<readonly string[]> => {
  const { spreadsheets } = sheetsOf(access);
  const { data } = await persistent(access, () =>
    spreadsheets.get({ spreadsheetId, fields: 'sheets.properties.title' }),
  );
  return (data.sheets ?? []).map(({ properties }) => properties?.title ?? '');
};

const gridOf = (values: unknown): Grid =>
  Array.isArray(values) ? values.map(row => (Array.isArray(row) ? row.map(cellOf) : [])) : [];

const cellOf = (value: unknown): Cell => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
};
