import * as E from 'fp-ts/lib/Either.js';
import type { Listing } from '../aggregates/quote/follow-sheet.ts';
import type { QuoteState } from '../aggregates/quote/state.ts';
import { byItself } from './by-itself.ts';
import { inParallel } from './in-parallel.ts';
import { loadQuote } from './quotes.ts';
import type { World } from './world.ts';

const AT_ONCE = 32;

type SheetRow = Extract<Listing, { readonly kind: 'row' }>;

/**
 * New rows that may be old quotes with another number: exactly one vanished quote has the same contact, amount and date
 * sent, and exactly one new row has them. So has a number that comes back after its chain went on under another. New
 * row's stream → the vanished quote's.
 */
export const renumberings = async (
  world: World,
  listings: ReadonlyMap<string, Listing>,
  changed: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const gone = [...listings].flatMap(([key, { kind }]) => (kind === 'vanished' ? [key] : []));
  if (gone.length === 0) return new Map();
  // Of a quote whose log cannot be read nobody knows what it was.
  const stateOf = async (key: string) => {
    const loaded = await byItself(() => loadQuote(world, key));
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
