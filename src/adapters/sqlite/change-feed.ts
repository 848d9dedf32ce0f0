import type { SQLOutputValue } from 'node:sqlite';
import type { Change, ChangeFeed } from '../../ports/change-feed.ts';
import { createBatchProcessor } from '../batch-processor.ts';
import { toEvent } from './audit-row.ts';
import type { Database } from './open-database.ts';

const BATCH = 100;
/** Another process may append (`qf` commands): its rows ring no bell here. */
const POLL_MS = 500;

interface Position {
  /** Last row of the log that is behind us. */
  readonly seq: number;
  /** Last refused attempt to change the log that is behind us. */
  readonly tripped: number;
}

/** A change and where the consumer stands once it is handled. */
interface Step {
  readonly change: Change;
  readonly after: Position;
}

/** The log's rows in the order of their commits. Positions are kept in the same file, per consumer. */
export const sqliteChangeFeed = (database: Database, { pollMs = POLL_MS } = {}): ChangeFeed => {
  const { bell } = database;
  const { positionOf, moveTo, steps, end } = queries(database);
  return {
    run: async ({ consumer, handler, onParked, signal }) => {
      const deliver = createBatchProcessor(handler, onParked);
      while (!signal.aborted) {
        const position = positionOf(consumer);
        const batch = steps(position);
        if (batch.length === 0) {
          await bell.wait(pollMs, signal);
          continue;
        }
        const { done, pauseMs } = await deliver(batch.map(({ change }) => change));
        const last = batch[done - 1];
        if (last) await moveTo(consumer, last.after);
        if (pauseMs > 0) await pause(pauseMs, signal);
      }
    },
    drained: async consumer => {
      const target = end();
      for (;;) {
        const { seq, tripped } = positionOf(consumer);
        if (seq >= target.seq && tripped >= target.tripped) return;
        await bell.wait(pollMs);
      }
    },
  };
};

/** A bell would cut the pause short: the one that failed waits out its time. */
const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise(resolve => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
  });

const queries = ({ db, commit, bell }: Database) => {
  const select = db.prepare('SELECT seq, tripped FROM qf_feed WHERE consumer = ?');
  const upsert = db.prepare(
    `INSERT INTO qf_feed (consumer, seq, tripped) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET seq = excluded.seq, tripped = excluded.tripped`,
  );
  const rows = db.prepare('SELECT * FROM qf_audit WHERE seq > ? ORDER BY seq LIMIT ?');
  const trips = db.prepare('SELECT * FROM qf_tripwire WHERE id > ? ORDER BY id LIMIT ?');
  const last = db.prepare(
    `SELECT (SELECT ifnull(max(seq), 0) FROM qf_audit) AS seq, (SELECT ifnull(max(id), 0) FROM qf_tripwire) AS tripped`,
  );
  return {
    positionOf: (consumer: string): Position => toPosition(select.get(consumer)),
    end: (): Position => toPosition(last.get()),
    moveTo: async (consumer: string, { seq, tripped }: Position): Promise<void> => {
      await commit(() => upsert.run(consumer, seq, tripped));
      bell.ring();
    },
    steps: (from: Position): Step[] => {
      const tripped = trips.all(from.tripped, BATCH).map(row => tripStep(row, from));
      const after = { ...from, tripped: tripped.at(-1)?.after.tripped ?? from.tripped };
      return [...tripped, ...rows.all(from.seq, BATCH).map(row => rowStep(row, after))];
    },
  };
};

type Row = Record<string, SQLOutputValue>;

const toPosition = (row: Row | undefined): Position => ({
  seq: Number(row?.seq ?? 0),
  tripped: Number(row?.tripped ?? 0),
});

const rowStep = (row: Row, from: Position): Step => {
  const seq = Number(row.seq);
  const event = toEvent(row);
  return {
    change: { sequence: String(seq), kind: 'INSERT', stream: event.quote_id, version: event.version, event },
    after: { ...from, seq },
  };
};

const tripStep = (row: Row, from: Position): Step => {
  const tripped = Number(row.id);
  const kind = row.kind === 'MODIFY' ? 'MODIFY' : 'REMOVE';
  return {
    change: { sequence: `t${tripped}`, kind, stream: String(row.quote_id), version: Number(row.version), event: null },
    after: { ...from, tripped },
  };
};
