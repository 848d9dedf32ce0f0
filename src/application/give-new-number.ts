import * as E from 'fp-ts/lib/Either.js';
import { carryOver, renumber } from '../aggregates/quote/renumber.ts';
import type { Actor } from '../events/define-event.ts';
import { carryOn } from './carry-on.ts';
import { decideQuote, loadQuote } from './quotes.ts';
import type { World } from './world.ts';

/** A draft to be withdrawn, the new number, and a repeat after a lost race. */
const MOST_STEPS = 4;

/**
 * A vanished quote goes on under the number of a new row: first the old one says so, then the new one takes over its
 * chain. Why not, in words; null when it is done. Cut off in between, the new row stays on hold, and the sweep does the
 * second half.
 */
export const giveNewNumber = async (
  world: World,
  { was, now }: { readonly was: string; readonly now: string },
  actor: Actor,
): Promise<string | null> => {
  for (let step = 0; step < MOST_STEPS; step++) {
    const result = await decideQuote(world, was, { actor, decide: state => renumber(state, { to: now }) });
    if (E.isLeft(result)) return result.left.because;
    if (result.right.events.length === 0) break;
  }
  await takeOver(world, now, actor);
  return null;
};

/** The half that is left where the old number has said that it goes on under this one. */
export const takeOver = async (world: World, now: string, actor: Actor): Promise<boolean> => {
  const was = (await loadQuote(world, now)).state.holdCauses.renumbering;
  if (was === undefined) return false;
  const { state, stored } = await loadQuote(world, was);
  if (state.renumberedTo !== now) return false;
  const said = stored.findLast(({ action }) => action === 'QuoteRenumbered');
  const done = await decideQuote(world, now, {
    actor,
    cause: said,
    decide: current => carryOver(current, { stream: was, state }),
  });
  if (E.isLeft(done) || done.right.events.length === 0) return false;
  await carryOn(world, now);
  return true;
};
