import type { Tripwire } from '../../ports/tripwire.ts';
import type { Database } from './open-database.ts';

const GUARDS = ['qf_audit_no_update', 'qf_audit_no_delete', 'qf_audit_no_replace'];

/** The triggers of the log's table write down what they refuse. */
export const sqliteTripwire = ({ db }: Pick<Database, 'db'>): Tripwire => {
  const all = db.prepare('SELECT kind, quote_id, version, at FROM qf_tripwire ORDER BY id');
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
    note: async () => {},
  };
};
