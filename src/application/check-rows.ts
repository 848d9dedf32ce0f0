import type { PastEvent } from '../events/catalogue.ts';
import type { StoredEvent } from '../events/envelope.ts';
import { isQuoteStream } from '../events/stream-name.ts';
import type { EventStore } from '../ports/event-store.ts';
import type { Model, ReadModels, Rows } from '../ports/read-models.ts';
import { approvalRows } from '../projections/approvals.ts';
import { pastEvents } from './past-events.ts';
import { kindOf, type RowFault, rowFaults, type Scope, type StoredRows } from './row-faults.ts';

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
  let { known } = pastEvents(events);
  let faults = rowFaults(stream, known, await storedRows(deps, stream, known, scope), scope);
  for (let looks = 0; faults.length > 0 && looks < deps.patience; looks++) {
    const stored = await storedRows(deps, stream, known, scope);
    known = pastEvents(await deps.store.read(stream)).known;
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
  known: readonly PastEvent[],
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
  const { known } = pastEvents(await store.read(quote_id));
  return !approvalRows(quote_id, known).some(row => row.token === token);
};
