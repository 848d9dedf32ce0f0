import * as E from 'fp-ts/lib/Either.js';
import type { Config } from '../../cadence/policy.ts';
import { type ClosedRow, readClosedSheet } from '../../sheet/closed-sheet.ts';
import { readCsv } from '../../sheet/csv/read-csv.ts';
import { readSheet } from '../../sheet/read-sheet.ts';
import type { RefusedCell, Row } from '../../sheet/row.ts';

/** The rows by their compared numbers; null: the mirror cannot be read. */
export const parseSheet = (
  body: Uint8Array,
  config: Config,
): { readonly rows: ReadonlyMap<string, Row>; readonly refused: readonly RefusedCell[] } | null => {
  const cells = readCsv(body);
  if (E.isLeft(cells)) return null;
  const sheet = readSheet(cells.right, config);
  if (E.isLeft(sheet)) return null;
  const { rows, refused } = sheet.right;
  return { rows: new Map(rows.map(row => [row.key, row])), refused };
};

export const parseClosed = (body: Uint8Array, config: Config): readonly ClosedRow[] => {
  const cells = readCsv(body);
  return E.isRight(cells) ? readClosedSheet(cells.right, config) : [];
};
