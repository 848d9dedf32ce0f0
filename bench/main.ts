import { benchBundles } from './bundles.ts';
import { benchLog } from './log.ts';
import { benchPlan } from './plan.ts';
import { printResults } from './result.ts';
import { benchTimer } from './timer.ts';
import { benchTrail } from './trail.ts';

/**
 * All figures that have a goal, in one table: medians of runs that took turns. Nothing gates on them. With `trail` those
 * of a log of a million events, which takes ten minutes to store.
 */
printResults(
  process.argv.includes('trail')
    ? await benchTrail()
    : [...(await benchLog()), ...benchPlan(), ...(await benchTimer()), ...(await benchBundles())],
);
