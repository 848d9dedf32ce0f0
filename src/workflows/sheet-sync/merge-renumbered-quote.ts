import * as E from 'fp-ts/lib/Either.js';
import type { Listing } from '../../aggregates/quote/listing.ts';
import { carryOver, renumber } from '../../aggregates/quote/renumber.ts';
import type { QuoteState } from '../../aggregates/quote/state.ts';
import { byItself } from '../../event-store/by-itself.ts';
import type { Actor } from '../../events/event-type.ts';
import { inParallel } from '../../kernel/in-parallel.ts';
import type { Dependencies } from '../dependencies.ts';
import { decideQuote, loadQuote } from '../quotes.ts';
import { runPendingTasks } from '../run-pending-tasks.ts';

const AT_ONCE = 32;

type SheetRow = Extract<Listing, { readonly kind: 'row' }>;

/**
 * New rows that may be old quotes with another number: exactly one vanished quote has the same contact, amount and date
 * sent, and exactly one new row has them. So has a number that comes back after its chain went on under another. New
 * row's stream → the vanished quote's.
 */
export const renumberings = async (
  deps: Dependencies,
  listings: ReadonlyMap<string, Listing>,
  changed: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const gone = [...listings].flatMap(([key, { kind }]) => (kind === 'vanished' ? [key] : []));
  if (gone.length === 0) return new Map();
  // Of a quote whose log cannot be read nobody knows what it was.
  const stateOf = async (key: string) => {
    const loaded = await byItself(() => loadQuote(deps, key));
    return { key, state: E.isRight(loaded) ? loaded.right.state : null };
  };
  const vanished = (await inParallel(gone, AT_ONCE, stateOf)).flatMap(({ key, state }) =>
    state !== null && mayHaveMoved(state) ? [{ key, state }] : [],
  );
  const rows = changed.flatMap(key => {
    const listing = listings.get(key);
    return listing?.kind === 'row' ? [{ key, subject: subjectOf(listing.facts), listing }] : [];
  });
  const fresh = (await inParallel(rows, AT_ONCE, async row => ({ ...row, ...(await stateOf(row.key)) }))).flatMap(
    ({ state, ...row }) => (state !== null && isNew({ state }) ? [{ ...row, state }] : []),
  );
  const back = fresh.flatMap(({ key, state: { renumberedTo } }) =>
    renumberedTo === null ? [] : [[key, renumberedTo] as const],
  );
  const before = Map.groupBy(vanished, ({ state }) => (state.facts ? subjectOf(state.facts) : ''));
  const after = Map.groupBy(fresh, ({ subject }) => subject);
  const moved = [...after].flatMap(([subject, [row, twin]]) => {
    const [was, another] = before.get(subject) ?? [];
    return row && was && !twin && !another ? [[row.key, was.key] as const] : [];
  });
  return new Map([...moved, ...back]);
};

const subjectOf = ({ contactRef, minor, currency, sent }: SheetRow['facts']): string =>
  `${contactRef} ${minor} ${currency} ${sent}`;

const mayHaveMoved = ({ facts, closed, renumberedTo }: QuoteState): boolean =>
  facts !== null && closed === null && renumberedTo === null;

/** Also where an earlier sync was cut off after it had listed the row. */
const isNew = ({ state }: { readonly state: QuoteState }): boolean => state.version <= 1 || state.renumberedTo !== null;

/** A draft to be withdrawn, the new number, and a repeat after a lost race. */
const MAX_STEPS = 4;

/**
 * A vanished quote goes on under the number of a new row: first the old one says so, then the new one takes over its
 * chain. Why not, in words; null when it is done. Cut off in between, the new row stays on hold, and the sweep does the
 * second half.
 */
export const giveNewNumber = async (
  deps: Dependencies,
  { was, now }: { readonly was: string; readonly now: string },
  actor: Actor,
): Promise<string | null> => {
  for (let step = 0; step < MAX_STEPS; step++) {
    const result = await decideQuote(deps, was, { actor, decide: state => renumber(state, { to: now }) });
    if (E.isLeft(result)) return result.left.because;
    if (result.right.events.length === 0) break;
  }
  await mergeRenumberedQuote(deps, now, actor);
  return null;
};

/** The half that is left where the old number has said that it goes on under this one. */
export const mergeRenumberedQuote = async (deps: Dependencies, now: string, actor: Actor): Promise<boolean> => {
  const was = (await loadQuote(deps, now)).state.holdCauses.renumbering;
  if (was === undefined) return false;
  const { state, stored } = await loadQuote(deps, was);
  if (state.renumberedTo !== now) return false;
  const said = stored.findLast(({ action }) => action === 'QuoteRenumbered');
  const done = await decideQuote(deps, now, {
    actor,
    cause: said,
    decide: current => carryOver(current, { stream: was, state }),
  });
  if (E.isLeft(done) || done.right.events.length === 0) return false;
  await runPendingTasks(deps, now);
  return true;
};
