import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { Change } from '../../src/ports/change-feed.ts';
import { projector, projectStream } from '../../src/projections/projector.ts';
import { rebuild } from '../../src/projections/rebuild.ts';
import { arbitraryStream, pastOf } from '../support/arbitrary-events.ts';
import { clockAt, keptLog } from '../support/deps.ts';
import { everyRow, inMemory, sortedRows } from '../support/memory.ts';

const RUNS = 150;
const clock = clockAt('2026-03-02T01:00:00.000Z');

type AnyRow = { readonly version: number } & object;

const rowsOf = (stream: string, events: readonly StoredEvent[]): ReadonlyMap<string, AnyRow> => {
  const { nudges, reply, approvals } = projectStream(stream, events.map(pastOf));
  return new Map<string, AnyRow>([
    ...nudges.map(row => [`nudge ${row.step_index}`, row] as const),
    ...reply.map(row => [`reply ${row.reply_date}`, row] as const),
    ...approvals.map(row => [`page ${row.token}`, row] as const),
  ]);
};

const foldOf = (streams: readonly (readonly StoredEvent[])[]): readonly string[] =>
  sortedRows(streams.flatMap(events => [...rowsOf(events[0]?.quote_id ?? '', events).values()]));

const insert = (event: StoredEvent): Change => ({
  sequence: event.event_id,
  kind: 'INSERT',
  stream: event.quote_id,
  version: event.version,
  event,
});

const twoStreams = fc.tuple(arbitraryStream('Q-1'), arbitraryStream('Q-2', 8));

describe('a row of a read model', () => {
  it('never vanishes, never goes back, and says the same as long as its version is the same', () => {
    fc.assert(
      fc.property(arbitraryStream('Q-1'), events => {
        let before: ReadonlyMap<string, AnyRow> = new Map();
        for (let length = 1; length <= events.length; length++) {
          const after = rowsOf('Q-1', events.slice(0, length));
          for (const [place, row] of before) {
            const later = after.get(place);
            if (later?.version === row.version) expect(later).toEqual(row);
            else expect(later?.version).toBe(length);
          }
          before = after;
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** What happens to the read models: the next event is stored, some change is delivered, a rebuild runs. */
const arbitrarySteps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('store' as const), stream: fc.nat(1) }) },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constant('deliver' as const), picks: fc.array(fc.nat(), { maxLength: 6 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('rebuild' as const) }) },
  ),
  { maxLength: 40 },
);

describe('the read models', () => {
  it('equal the fold, however often and in whatever order changes come, with rebuilds in between', async () => {
    await fc.assert(
      fc.asyncProperty(twoStreams, arbitrarySteps, fc.infiniteStream(fc.nat()), async (streams, steps, order) => {
        const { store, readModels, close } = inMemory();
        const deps = { store, readModels, clock, log: keptLog().log };
        const handle = projector(deps);
        const stored: StoredEvent[] = [];
        const waiting = streams.map(events => [...events]);
        const storeNext = async (stream: number) => {
          const event = waiting[stream]?.shift();
          if (!event) return;
          await store.append(event);
          stored.push(event);
        };
        for (const step of steps) {
          if (step.do === 'store') await storeNext(step.stream);
          else if (step.do === 'rebuild') await rebuild(deps);
          else {
            const picked = step.picks.map(pick => stored[pick % stored.length]).filter(event => event !== undefined);
            await handle(picked.map(insert));
          }
        }
        for (const stream of [0, 1]) while (waiting[stream]?.length) await storeNext(stream);
        for (const event of [...stored, ...stored].toSorted(() => (order.next().value % 2 === 0 ? -1 : 1))) {
          await handle([insert(event)]);
        }
        const rows = await everyRow(readModels);
        close();
        expect(rows).toEqual(foldOf(streams));
      }),
      { numRuns: RUNS },
    );
  });

  it('equal the fold after two projectors and a rebuild raced each other at every step', async () => {
    await fc.assert(
      fc.asyncProperty(twoStreams, fc.scheduler(), async (streams, scheduler) => {
        const { store, readModels, close } = inMemory();
        const slowScan = async function* () {
          const events: StoredEvent[] = [];
          for await (const event of store.scan()) events.push(event);
          await scheduler.schedule(Promise.resolve(), 'scan');
          yield* events;
        };
        const racing = {
          store: {
            scan: slowScan,
            head: store.head,
            read: scheduler.scheduleFunction(store.read),
            append: scheduler.scheduleFunction(store.append),
          },
          readModels: {
            ...readModels,
            put: scheduler.scheduleFunction(readModels.put),
            mend: scheduler.scheduleFunction(readModels.mend),
            nudgesOf: scheduler.scheduleFunction(readModels.nudgesOf),
            repliesOf: scheduler.scheduleFunction(readModels.repliesOf),
            approval: scheduler.scheduleFunction(readModels.approval),
          },
          clock,
          log: keptLog().log,
        };
        const handle = projector(racing);
        // Nobody waits for a projector: all are at work at once, each with what it read when it began.
        const live = async (events: readonly StoredEvent[]) => {
          const projectors: Promise<unknown>[] = [];
          for (const event of events) {
            await racing.store.append(event);
            projectors.push(handle([insert(event)]), handle([insert(event)]));
          }
          await Promise.all(projectors);
        };
        const rebuildAgain = async (times: number): Promise<void> => {
          for (let time = 0; time < times; time++) await rebuild(racing);
        };
        const all = Promise.all([...streams.map(live), rebuildAgain(3)]);
        await scheduler.waitFor(all);
        const rows = await everyRow(readModels);
        close();
        expect(rows).toEqual(foldOf(streams));
      }),
      { numRuns: RUNS },
    );
  });
});
