import type { Tripwire } from '../../ports/tripwire.ts';
import type { Database } from './open-database.ts';
import { GUARD_TRIGGERS } from './schema.ts';

const GUARDS = ['qf_audit_no_update', 'qf_audit_no_delete', 'qf_audit_no_replace'];

/** The triggers of the log's table write down what they refuse. */
export const sqliteTripwire = ({ db, commit }: Pick<Database, 'db' | 'commit'>): Tripwire => {
  const all = db.prepare('SELECT kind, quote_id, version, at FROM qf_tripwire ORDER BY id');
  const length = db.prepare(
    `SELECT (SELECT count(*) FROM qf_audit) AS events, (SELECT ifnull(max(seq), 0) FROM qf_audit) AS newest,
       ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'qf_audit'), 0) AS given`,
  );
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'qf_audit'");
  return {
    trips: async () =>
      all.all().map(({ kind, quote_id, version, at }) => ({
        kind: kind === 'MODIFY' ? 'MODIFY' : 'REMOVE',
        stream: String(quote_id),
        version: Number(version),
        at: String(at),
      })),
    missing: async () => {
      const there = new Set(triggers.all().map(({ name }) => name));
      return GUARDS.filter(guard => !there.has(guard));
    },
    restore: async () => commit(() => db.exec(GUARD_TRIGGERS)),
    length: async () => {
      const row = length.get();
      return { events: Number(row?.events), newest: Number(row?.newest), given: Number(row?.given) };
    },
    note: async () => {},
  };
};
