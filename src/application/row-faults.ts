import type { PastEvent } from '../events/catalogue.ts';
import type { Model, Rows } from '../ports/read-models.ts';
import { projectStream } from '../projections/project-stream.ts';

/** A row of a read model that is not what the fold says. */
export type RowFault = { readonly [M in Model]: RowFaultOf<M> }[Model];

interface RowFaultOf<M extends Model> {
  readonly model: M;
  /** What the fold says; null when it knows no such row. */
  readonly expected: Rows[M] | null;
  readonly stored: Rows[M] | null;
}

export type RowFaultKind = 'missing' | 'behind' | 'altered' | 'planted';

/** A row that is missing or behind may only be on its way; one that is altered or planted cannot be explained so. */
export const kindOf = ({ expected, stored }: RowFault): RowFaultKind => {
  if (stored === null) return 'missing';
  if (expected === null) return 'planted';
  return stored.version < expected.version ? 'behind' : 'altered';
};

export type StoredRows = { readonly [M in Model]: readonly Rows[M][] };

/** Where rows are, as text: one row, one place. */
const placeOf: { readonly [M in Model]: (row: Rows[M]) => string } = {
  nudges: row => String(row.step_index),
  reply: row => row.reply_date,
  approvals: row => row.token,
};

export interface Scope {
  readonly models: readonly Model[];
  /** Epoch seconds: pages past their end are nobody's concern, DynamoDB removes them when it likes. */
  readonly now: number;
}

/** Compares what is stored for a stream with its fold. */
export const rowFaults = (
  stream: string,
  events: readonly PastEvent[],
  stored: StoredRows,
  scope: Scope,
): readonly RowFault[] => {
  const expected = projectStream(stream, events);
  const faults: RowFault[] = [];
  if (scope.models.includes('nudges')) {
    for (const pair of pairs('nudges', expected.nudges, stored.nudges)) faults.push({ model: 'nudges', ...pair });
  }
  if (scope.models.includes('reply')) {
    for (const pair of pairs('reply', expected.reply, stored.reply)) faults.push({ model: 'reply', ...pair });
  }
  if (scope.models.includes('approvals')) {
    const live = (row: Rows['approvals']): boolean => row.expires_at > scope.now;
    const approvals = pairs('approvals', expected.approvals.filter(live), stored.approvals.filter(live));
    for (const pair of approvals) faults.push({ model: 'approvals', ...pair });
  }
  return faults;
};

interface Pair<R> {
  readonly expected: R | null;
  readonly stored: R | null;
}

const pairs = <M extends Model>(
  model: M,
  expected: readonly Rows[M][],
  stored: readonly Rows[M][],
): readonly Pair<Rows[M]>[] => {
  const place = placeOf[model];
  const left = new Map(stored.map(row => [place(row), row] as const));
  const unequal: Pair<Rows[M]>[] = [];
  for (const row of expected) {
    const other = left.get(place(row)) ?? null;
    left.delete(place(row));
    if (other === null || !isSameRow(row, other)) unequal.push({ expected: row, stored: other });
  }
  for (const row of left.values()) unequal.push({ expected: null, stored: row });
  return unequal;
};

/** Rows are flat: the same fields with the same values. */
const isSameRow = <M extends Model>(a: Rows[M], b: Rows[M]): boolean => {
  const fields = Object.entries(a).filter(([, value]) => value !== undefined);
  const others = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return fields.length === others.size && fields.every(([name, value]) => others.get(name) === value);
};
