import { benchBundles } from './bundles.ts';
import { benchLog } from './log.ts';
import { benchPlan } from './plan.ts';
import { printResults } from './result.ts';
import { benchTimer } from './timer.ts';

/** All figures that have a goal, in one table: medians of runs that took turns. Nothing gates on them. */
printResults([...(await benchLog()), ...benchPlan(), ...(await benchTimer()), ...(await benchBundles())]);
