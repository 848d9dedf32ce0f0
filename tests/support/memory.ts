import { sqliteEventStore } from '../../src/adapters/sqlite/event-store.ts';
import { sqliteKeyStore } from '../../src/adapters/sqlite/key-store.ts';
import { openDatabase } from '../../src/adapters/sqlite/open-database.ts';
import { sqliteReadModels } from '../../src/adapters/sqlite/read-models.ts';
import type { Model, ReadModels, Rows } from '../../src/ports/read-models.ts';
import type { Instance } from './engines.ts';

/** The embedded engine without a file: for properties, which open hundreds. */
export const inMemory = (): Pick<Instance, 'store' | 'readModels' | 'keys'> & { readonly close: () => void } => {
  const database = openDatabase(':memory:');
  return {
    store: sqliteEventStore(database),
    readModels: sqliteReadModels(database),
    keys: sqliteKeyStore(database),
    close: database.close,
  };
};

export const allRows = async <M extends Model>(
  models: Pick<ReadModels, 'all'>,
  model: M,
): Promise<readonly Rows[M][]> => {
  const rows: Rows[M][] = [];
  let cursor: string | undefined;
  do {
    const page: Awaited<ReturnType<typeof models.all<M>>> = await models.all(model, cursor);
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
};

/** Every row of every model in an order of their own, to compare two states. */
export const everyRow = async (models: Pick<ReadModels, 'all'>): Promise<readonly string[]> => {
  const rows = [await allRows(models, 'nudges'), await allRows(models, 'reply'), await allRows(models, 'approvals')];
  return sortedRows(rows.flat());
};

export const sortedRows = (rows: readonly object[]): readonly string[] =>
  rows.map(row => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
