import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Model, NudgeRow, ReadModels, ReplyRow, Rows } from '../../ports/read-models.ts';
import { checkKey, READ_MODEL_KEYS, rowKey } from '../dynamodb-limits.ts';
import type { Database } from './open-database.ts';

type Row = Record<string, SQLOutputValue>;

const PAGE = 500;

const COLUMNS: { readonly [M in Model]: readonly string[] } = {
  nudges: [
    'quote_id',
    'step_index',
    'version',
    'nudge_date',
    'sent_via',
    'recipient',
    'move',
    'draft_id',
    'message_id',
  ],
  reply: ['quote_id', 'reply_date', 'version', 'reply_id', 'outcome', 'defer_until', 'by_user'],
  approvals: ['token', 'version', 'quote_id', 'kind', 'about', 'move', 'created_at', 'expires_at', 'decided'],
};

/** The read models in SQLite, by the version rule. */
export const sqliteReadModels = ({ db, commit }: Database): ReadModels => {
  const statements = {
    nudges: prepare(db, 'nudges'),
    reply: prepare(db, 'reply'),
    approvals: prepare(db, 'approvals'),
  };
  const nudges = db.prepare('SELECT * FROM qf_nudges WHERE quote_id = ? ORDER BY step_index');
  const replies = db.prepare('SELECT * FROM qf_reply WHERE quote_id = ? ORDER BY reply_date');
  const approval = db.prepare('SELECT * FROM qf_approvals WHERE token = ?');
  const byMessage = db.prepare('SELECT * FROM qf_nudges WHERE message_id = ? ORDER BY quote_id, step_index LIMIT 1');

  return {
    put: async (model, row) => {
      const [partition, sort] = rowKey(model, row);
      checkKey(String(partition), sort);
      const { changes } = await commit(() => statements[model].put.run(...toValues(model, row)));
      return changes > 0;
    },
    mend: async (model, stored, row) => {
      const { replace, remove } = statements[model];
      const at = [...rowKey(model, stored), stored.version];
      const run = (): boolean => (row ? replace.run(...toValues(model, row), ...at) : remove.run(...at)).changes > 0;
      return commit(run);
    },
    nudgesOf: async quoteId => nudges.all(quoteId).map(row => toRow<NudgeRow>(row)),
    repliesOf: async quoteId => replies.all(quoteId).map(row => toRow<ReplyRow>(row)),
    approval: async token => orNull(approval.get(token)),
    nudgeByMessage: async messageId => orNull(byMessage.get(messageId)),
    all: async <M extends Model>(model: M, cursor?: string) => {
      const { first, after } = statements[model];
      const rows = cursor === undefined ? first.all(PAGE + 1) : after.all(...fromCursor(cursor), PAGE + 1);
      const items = rows.slice(0, PAGE).map(row => toRow<Rows[M]>(row));
      const last = items.at(-1);
      return { items, next: rows.length > PAGE && last ? JSON.stringify(rowKey(model, last)) : null };
    },
  };
};

interface Statements {
  readonly put: StatementSync;
  readonly replace: StatementSync;
  readonly remove: StatementSync;
  readonly first: StatementSync;
  readonly after: StatementSync;
}

const prepare = (db: Database['db'], model: Model): Statements => {
  const columns = COLUMNS[model];
  const { partition, sort } = READ_MODEL_KEYS[model];
  const keys = sort === null ? [partition] : [partition, sort];
  const table = `qf_${model}`;
  const place = keys.map(key => `${key} = ?`).join(' AND ');
  const order = keys.join(', ');
  const update = columns.filter(column => column !== partition && column !== sort);
  return {
    put: db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT DO UPDATE SET ${update.map(column => `${column} = excluded.${column}`).join(', ')}
       WHERE excluded.version > ${table}.version`,
    ),
    replace: db.prepare(
      `UPDATE ${table} SET ${columns.map(column => `${column} = ?`).join(', ')} WHERE ${place} AND version = ?`,
    ),
    remove: db.prepare(`DELETE FROM ${table} WHERE ${place} AND version = ?`),
    first: db.prepare(`SELECT * FROM ${table} ORDER BY ${order} LIMIT ?`),
    after: db.prepare(
      `SELECT * FROM ${table} WHERE (${order}) > (${keys.map(() => '?').join(', ')}) ORDER BY ${order} LIMIT ?`,
    ),
  };
};

const toValues = <M extends Model>(model: M, row: Rows[M]): (string | number | null)[] => {
  const fields = row as unknown as Readonly<Record<string, string | number | undefined>>;
  return COLUMNS[model].map(column => fields[column] ?? null);
};

const toRow = <R>(row: Row): R => {
  const fields: Record<string, SQLOutputValue> = {};
  for (const column in row) {
    const value = row[column];
    if (value !== null && value !== undefined) fields[column] = value;
  }
  return fields as R;
};

const orNull = <R>(row: Row | undefined): R | null => (row ? toRow<R>(row) : null);

const fromCursor = (cursor: string): (string | number)[] => JSON.parse(cursor) as (string | number)[];
