import { restingPromises } from './aftermath.ts';
import type { Broken, PromiseName } from './observer.ts';
import { sendingPromises } from './promises.ts';
import { simulate } from './simulate.ts';
import type { Stage } from './stage.ts';
import { mayHaveLeft, type Told, toldBy } from './told.ts';

export interface Judged {
  readonly broken: readonly (Broken & { readonly seed: number })[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Runs one seed and asks every promise of it. */
export const judge = async (seed: number): Promise<Judged & { readonly run: Stage }> => {
  const run = await simulate(seed);
  const told = toldBy(run);
  const broken = [...run.observer.broken];
  for (const [promise, check] of Object.entries(sendingPromises))
    for (const what of check(run, told)) broken.push({ promise: promise as PromiseName, what });
  for (const [promise, check] of Object.entries(restingPromises))
    for (const what of await check(run, told)) broken.push({ promise: promise as Broken['promise'], what });
  run.sim.close();
  return { run, broken: broken.map(one => ({ ...one, seed })), counts: countsOf(run, told) };
};

/** How often the things happened that the promises are about. */
const countsOf = ({ sim, counts, customers, desk }: Stage, { claims, nudges }: Told): Judged['counts'] => {
  const events = Map.groupBy(sim.durable.log, ({ action }) => action);
  return {
    ...Object.fromEntries(counts),
    ...Object.fromEntries([...events].map(([action, list]) => [action, list.length])),
    events: sim.durable.log.length,
    nudges: nudges.length,
    'unknown to us': claims.filter(one => mayHaveLeft(one) && one.handed?.answer !== 'sent').length,
    'claimed and never handed over': claims.filter(({ handed }) => handed === null).length,
    inbound: customers.taken.length,
    presses: desk.pressed.length,
  };
};
