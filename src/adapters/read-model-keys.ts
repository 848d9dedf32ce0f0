import type { Model, Rows } from '../ports/read-models.ts';

/** Key attributes of each read model: the same on every engine. */
export const READ_MODEL_KEYS = {
  nudges: { table: 'qf-nudges', partition: 'quote_id', sort: 'step_index' },
  reply: { table: 'qf-reply', partition: 'quote_id', sort: 'reply_date' },
  approvals: { table: 'qf-approvals', partition: 'token', sort: null },
} as const;

/** The row's key, as attributes. */
export const rowKey = <M extends Model>(model: M, row: Rows[M]): readonly (string | number)[] => {
  const fields = row as unknown as Readonly<Record<string, string | number>>;
  const { partition, sort } = READ_MODEL_KEYS[model];
  return [fields[partition] ?? '', ...(sort === null ? [] : [fields[sort] ?? ''])];
};
