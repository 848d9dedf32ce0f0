/**
 * The twin of the five DynamoDB tables: same keys, same conditions, same insert-only rule.
 *
 * - `qf_audit` refuses UPDATE and DELETE by triggers. `RAISE(FAIL)` and not `ABORT`: it refuses just as well, and
 *   leaves the row that says somebody tried (`qf_tripwire`), which the change feed reports as an alarm.
 * - A version that is taken is left as it is, whatever the statement's conflict clause says: `INSERT OR REPLACE` would
 *   delete the old row without firing the delete trigger.
 * - `seq` is the order of commits (SQLite has one writer at a time): the log's stream.
 */
export const SCHEMA_VERSION = 1;

/** Put back by themselves where somebody took them away. */
export const GUARD_TRIGGERS = `
CREATE TRIGGER IF NOT EXISTS qf_audit_no_update BEFORE UPDATE ON qf_audit BEGIN
  INSERT INTO qf_tripwire (kind, quote_id, version) VALUES ('MODIFY', OLD.quote_id, OLD.version);
  SELECT RAISE(FAIL, 'qf_audit is insert only');
END;
CREATE TRIGGER IF NOT EXISTS qf_audit_no_delete BEFORE DELETE ON qf_audit BEGIN
  INSERT INTO qf_tripwire (kind, quote_id, version) VALUES ('REMOVE', OLD.quote_id, OLD.version);
  SELECT RAISE(FAIL, 'qf_audit is insert only');
END;
CREATE TRIGGER IF NOT EXISTS qf_audit_no_replace BEFORE INSERT ON qf_audit
WHEN EXISTS (SELECT 1 FROM qf_audit WHERE quote_id = NEW.quote_id AND version = NEW.version)
  OR EXISTS (SELECT 1 FROM qf_audit WHERE seq = NEW.seq) BEGIN
  SELECT RAISE(IGNORE);
END;
`;

export const SCHEMA = `
CREATE TABLE IF NOT EXISTS qf_audit (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  quote_id TEXT NOT NULL CHECK (quote_id <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  ts TEXT NOT NULL,
  day TEXT NOT NULL,
  action TEXT NOT NULL,
  schema INTEGER NOT NULL,
  by_user TEXT,
  by_system TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  data TEXT NOT NULL,
  sealed TEXT,
  event_id TEXT NOT NULL,
  correlation_id TEXT NOT NULL,
  causation_id TEXT,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (quote_id, version)
) STRICT;
CREATE INDEX IF NOT EXISTS by_ts ON qf_audit (quote_id, ts);
CREATE INDEX IF NOT EXISTS by_day ON qf_audit (day, ts);

CREATE TABLE IF NOT EXISTS qf_tripwire (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  quote_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;
${GUARD_TRIGGERS}

CREATE TABLE IF NOT EXISTS qf_nudges (
  quote_id TEXT NOT NULL,
  step_index INTEGER NOT NULL,
  version INTEGER NOT NULL,
  nudge_date TEXT NOT NULL,
  sent_via TEXT NOT NULL,
  recipient TEXT NOT NULL,
  move TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (quote_id, step_index)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_message ON qf_nudges (message_id);

CREATE TABLE IF NOT EXISTS qf_reply (
  quote_id TEXT NOT NULL,
  reply_date TEXT NOT NULL,
  version INTEGER NOT NULL,
  reply_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  defer_until TEXT,
  by_user TEXT,
  PRIMARY KEY (quote_id, reply_date)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS qf_approvals (
  token TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  quote_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  move TEXT,
  created_at TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  decided TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS qf_keys (
  ref TEXT NOT NULL PRIMARY KEY,
  key BLOB,
  destroyed_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS qf_feed (
  consumer TEXT NOT NULL PRIMARY KEY,
  seq INTEGER NOT NULL,
  tripped INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
