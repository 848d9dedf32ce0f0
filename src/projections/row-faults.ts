import { decodeAll } from '../event-store/decode-all.ts';
import type { AnyKnownEvent } from '../events/event-registry.ts';
import type { StoredEvent } from '../events/stored-event.ts';
import { isQuoteStream } from '../events/stream-id.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Model, ReadModels, Rows } from '../ports/read-models.ts';
import type { Dependencies } from '../workflows/dependencies.ts';
import { approvalRows } from './approvals.ts';
import { projectStream } from './projector.ts';

/** A row that a proposal put into the sheet: syncs to come should see it. */
export interface ExpectedRow {
  readonly proposal: string;
  /** The compared quote number. */
  readonly key: string;
  /** UTC instant, ISO, at which it stood there. */
  readonly at: string;
  /** The quote knows the mail it went out with. */
  readonly linked?: boolean;
}

/** A hint only: the log says what was written, and the sweep puts back what is missing here. */
const EXPECTED_KEY = 'expected-rows.json';
/** A row that is gone later than this was taken out by a person. */
export const EXPECTED_FOR_MS = 7 * 86_400_000;

type Objects = Pick<Dependencies, 'objects'>;

export const readExpected = async ({ objects }: Objects): Promise<readonly ExpectedRow[]> => {
  const stored = await objects.get('quotes-source', EXPECTED_KEY);
  if (!stored) return [];
  const rows: readonly ExpectedRow[] = JSON.parse(new TextDecoder().decode(stored.body));
  return rows;
};

export const putExpected = async ({ objects }: Objects, rows: readonly ExpectedRow[]): Promise<void> => {
  const body = new TextEncoder().encode(JSON.stringify(rows));
  await objects.put('quotes-source', EXPECTED_KEY, body, 'application/json');
};

export const expectRow = async (deps: Objects, row: ExpectedRow): Promise<void> => {
  const others = (await readExpected(deps)).filter(({ proposal }) => proposal !== row.proposal);
  await putExpected(deps, [...others, row]);
};

/** Puts back a row that nobody looks out for any more, while it may still be lost. */
export const expectAgain = async (world: Objects & Pick<Dependencies, 'clock'>, row: ExpectedRow): Promise<void> => {
  if (world.clock.now().getTime() - Date.parse(row.at) >= EXPECTED_FOR_MS) return;
  if (!(await readExpected(world)).some(({ proposal }) => proposal === row.proposal)) await expectRow(world, row);
};

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
  events: readonly AnyKnownEvent[],
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

export interface CheckRowsDeps {
  readonly store: Pick<EventStore, 'read' | 'head'>;
  readonly readModels: Pick<ReadModels, 'nudgesOf' | 'repliesOf' | 'approval'>;
  /** Waits a moment for a projector that is at work. */
  readonly settle: () => Promise<void>;
  /** How often rows that are missing or behind are looked at before they count as faults. */
  readonly patience: number;
}

/**
 * Where the rows of a stream differ from its fold, while the system runs. The first look may be unfair, for the rows
 * are newer than the events in hand; so what differs is looked at again, rows first and events after. What is then
 * altered or planted cannot be a delay; what is missing or behind gets time to arrive.
 */
export const checkRows = async (
  deps: CheckRowsDeps,
  stream: string,
  events: readonly StoredEvent[],
  scope: Scope,
): Promise<readonly RowFault[]> => {
  let { known } = decodeAll(events);
  let faults = rowFaults(stream, known, await storedRows(deps, stream, known, scope), scope);
  for (let looks = 0; faults.length > 0 && looks < deps.patience; looks++) {
    const stored = await storedRows(deps, stream, known, scope);
    known = decodeAll(await deps.store.read(stream)).known;
    faults = rowFaults(stream, known, stored, scope);
    if (!faults.some(mayArrive)) return faults;
    await deps.settle();
  }
  return faults;
};

const mayArrive = (fault: RowFault): boolean => kindOf(fault) === 'missing' || kindOf(fault) === 'behind';

/** Approvals have no index by stream: those are asked for that the fold names. */
const storedRows = async (
  { readModels }: CheckRowsDeps,
  stream: string,
  known: readonly AnyKnownEvent[],
  { models }: Scope,
): Promise<StoredRows> => {
  const wants = (model: Model): boolean => models.includes(model) && (model === 'approvals' || isQuoteStream(stream));
  const tokens = wants('approvals') ? approvalRows(stream, known).map(({ token }) => token) : [];
  const approvals = await Promise.all(tokens.map(token => readModels.approval(token)));
  return {
    nudges: wants('nudges') ? await readModels.nudgesOf(stream) : [],
    reply: wants('reply') ? await readModels.repliesOf(stream) : [],
    approvals: approvals.filter(row => row !== null),
  };
};

interface StrayRowsDeps extends CheckRowsDeps {
  readonly readModels: Pick<ReadModels, 'nudgesOf' | 'repliesOf' | 'approval' | 'all'>;
}

/**
 * Rows that no stream of the log accounts for: of a stream that is not there, or a page whose token no event holds.
 * Rows of streams that are there are `checkRows`' concern; `there`: those that somebody has just seen.
 */
export async function* strayRows(
  deps: StrayRowsDeps,
  scope: Scope,
  there: ReadonlySet<string> | null = null,
): AsyncIterable<RowFault> {
  const isStray = async (stream: string): Promise<boolean> =>
    !isQuoteStream(stream) || !(there?.has(stream) || (await deps.store.head(stream)) !== null);
  for (const model of scope.models) {
    switch (model) {
      case 'nudges':
        for await (const stored of rowsOf(deps, model)) {
          if (await isStray(stored.quote_id)) yield { model, stored, expected: null };
        }
        break;
      case 'reply':
        for await (const stored of rowsOf(deps, model)) {
          if (await isStray(stored.quote_id)) yield { model, stored, expected: null };
        }
        break;
      case 'approvals':
        for await (const stored of rowsOf(deps, model)) {
          if (stored.expires_at > scope.now && (await isUnknownPage(deps, stored))) {
            yield { model, stored, expected: null };
          }
        }
        break;
    }
  }
}

async function* rowsOf<M extends Model>({ readModels }: StrayRowsDeps, model: M): AsyncIterable<Rows[M]> {
  let cursor: string | undefined;
  do {
    const page = await readModels.all(model, cursor);
    yield* page.items;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}

const isUnknownPage = async ({ store }: CheckRowsDeps, { quote_id, token }: Rows['approvals']): Promise<boolean> => {
  const { known } = decodeAll(await store.read(quote_id));
  return !approvalRows(quote_id, known).some(row => row.token === token);
};
