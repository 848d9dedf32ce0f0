import * as fc from 'fast-check';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../src/aggregates/quote/evolve.ts';
import { applyListing, differsFromSheet, type Listing } from '../../src/aggregates/quote/listing.ts';
import { initialQuote, type QuoteState } from '../../src/aggregates/quote/state.ts';
import type { Facts } from '../../src/events/quote-events.ts';
import { decideQuote, loadQuote } from '../../src/workflows/quotes.ts';
import { depsOver } from '../support/deps.ts';
import { inTurns, race } from '../support/in-turns.ts';
import { inMemory } from '../support/memory.ts';

const factsOf = (minor: number, sent: string): Facts => ({
  number: 'Q-1',
  contactRef: 'c1',
  domainRef: 'd1',
  minor,
  currency: 'SGD',
  sent,
  expires: null,
  owner: null,
  team: null,
  override: null,
  factsHash: `${minor} ${sent}`,
});

const personal = { customer: '', contact: '', pdfLink: null };

const row: fc.Arbitrary<Listing> = fc.record({
  kind: fc.constant('row' as const),
  facts: fc
    .tuple(fc.constantFrom(100, 200, 300), fc.constantFrom('2026-03-02', '2026-03-04'))
    .map(([minor, sent]) => factsOf(minor, sent)),
  personal: fc.constant(personal),
  status: fc.constantFrom('open', 'open', 'hold', 'won', 'lost', 'withdrawn'),
  statusAsWritten: fc.constant(null),
});
const listing: fc.Arbitrary<Listing> = fc.oneof(
  { weight: 6, arbitrary: row },
  { weight: 1, arbitrary: fc.constant<Listing>({ kind: 'refused', note: 'row 2' }) },
  { weight: 1, arbitrary: fc.constant<Listing>({ kind: 'vanished' }) },
  { weight: 1, arbitrary: fc.constant<Listing>({ kind: 'closed-sheet', outcome: 'lost', day: null }) },
);
/** What the sheet said, version by version from 1. The first lists the quote. */
const history = fc
  .tuple(row, fc.array(listing, { minLength: 1, maxLength: 5 }))
  .map(([first, more]) => [first, ...more]);

interface Followed {
  readonly state: QuoteState;
  readonly events: number;
}

/** As a sync or a check does it: until the quote is in line. */
const follow = (from: QuoteState, said: Listing, version: number): Followed => {
  let state = from;
  for (let events = 0; ; events++) {
    const decision = applyListing(state, said, { sheet: '', version });
    if (E.isLeft(decision) || decision.right === null) return { state, events };
    const past = { version: state.version + 1, ts: '2026-03-05T01:00:00.000Z', by: { system: 'test' } };
    state = evolve(state, { ...decision.right, ...past });
    if (events > 10) throw new Error('it is never in line');
  }
};

/** A quote that was closed follows its own row again, not that the row is gone. */
const endsInLine = (state: QuoteState, said: Listing): boolean =>
  !differsFromSheet(state, said, { sheet: '', version: 0 });

describe('readings of the sheet', () => {
  test('P14 in any order leave the quote as the newest says, and once that was followed no older one changes anything', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (said, picks) => {
        const readings = said.map((listing, at) => ({ listing, version: at + 1 }));
        // Each is read by several, who come in any order, the newest among them.
        const order = Array.from({ length: 12 }, () => readings[(picks.next().value ?? 0) % readings.length]);
        let state = initialQuote;
        let newest = 0;
        for (const reading of [readings[0], ...order, readings.at(-1), ...order]) {
          if (!reading) continue;
          const before = state;
          const { state: after, events } = follow(state, reading.listing, reading.version);
          if (reading.version < before.sheetVersion) expect(events).toBe(0);
          expect(after.sheetVersion).toBeGreaterThanOrEqual(before.sheetVersion);
          newest = Math.max(newest, reading.version);
          state = after;
        }
        const last = readings.at(-1);
        const { state: settled } = follow(state, last?.listing ?? { kind: 'vanished' }, newest);
        expect(last && endsInLine(settled, last.listing)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('P14 that syncs and checks follow at once, in every order, leave the quote as the newest sync says', async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.scheduler(), async (said, scheduler) => {
        const { store, keys, close } = inMemory();
        const racing = depsOver({ store: inTurns(scheduler, 'store', store), keys });
        const afterwards = depsOver({ store, keys });
        const readings = said.map((listing, at) => ({ listing, version: at + 1 }));
        const runner =
          ({ listing, version }: (typeof readings)[number], deps: typeof afterwards) =>
          async (): Promise<void> => {
            let loaded = await loadQuote(deps, 'Q-1');
            for (let step = 0; step < 10; step++) {
              const result = await decideQuote(deps, 'Q-1', {
                actor: { system: 'test' },
                loaded,
                decide: state => applyListing(state, listing, { sheet: '', version }),
              });
              if (E.isLeft(result) || result.right.events.length === 0) return;
              loaded = result.right;
            }
          };
        await race(
          scheduler,
          [...readings, ...readings].map(reading => runner(reading, racing)),
        );
        const versions = (await store.read('Q-1')).flatMap(({ data }) =>
          typeof data === 'object' && data !== null && 'sheetVersion' in data ? [data.sheetVersion] : [],
        );
        expect(versions).toEqual([...versions].sort((a, b) => Number(a) - Number(b)));
        // The next sync reads what the newest read.
        const [last] = readings.slice(-1);
        if (last) await runner(last, afterwards)();
        const { state } = await loadQuote(afterwards, 'Q-1').finally(close);
        expect(last && endsInLine(state, last.listing)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
