import { restingPromises } from './aftermath.ts';
import { closedDays } from './closed-days.ts';
import type { Broken, PromiseName } from './observer.ts';
import { sendingPromises } from './promises.ts';
import { play } from './simulate.ts';
import type { Stage } from './stage.ts';
import type { Story } from './story.ts';
import { type Claimed, mayHaveLeft } from './told.ts';

export interface Judged {
  readonly broken: readonly Broken[];
  readonly counts: Readonly<Record<string, number>>;
  readonly quoteDays: number;
  /** What happened, line by line. */
  readonly story: readonly string[];
  /** Of everything that was appended: the same story gives the same. */
  readonly logHash: string;
}

/** Plays one story and asks every promise of it. */
export const judge = async (story: Story): Promise<Judged> => {
  const { stage, told } = await play(story);
  told.catchUp();
  const claims = told.claims(stage.sim.post.nudges);
  const broken = [...stage.observer.broken];
  for (const [promise, check] of Object.entries(sendingPromises))
    for (const what of check(stage, told, claims)) broken.push({ promise: promise as PromiseName, what });
  for (const what of closedDays(stage)) broken.push({ promise: 'P7', what });
  for (const [promise, check] of Object.entries(restingPromises))
    for (const what of await check(stage, told)) broken.push({ promise: promise as Broken['promise'], what });
  const { story: lines, quoteDays, sim } = stage;
  // What one stream’s trouble does to others is told apart from what goes wrong without it.
  const beside = sim.truth.unreadable.size > 0 ? ', where a stream cannot be read' : '';
  return {
    broken: broken.map(({ promise, what }) => ({ promise, what: `${what}${beside}` })),
    counts: countsOf(stage, claims),
    quoteDays,
    story: lines,
    logHash: sim.durable.fingerprint(),
  };
};

/** How often everything happened that the promises are about. */
const countsOf = ({ sim, customers, desk }: Stage, claims: readonly Claimed[]): Judged['counts'] => {
  const events = Map.groupBy(sim.durable.log, ({ action }) => action);
  return {
    ...Object.fromEntries(sim.truth.counts),
    ...Object.fromEntries([...events].map(([action, list]) => [`event: ${action}`, list.length])),
    events: sim.durable.log.length,
    runs: sim.truth.run,
    nudges: sim.post.nudges.length,
    letters: sim.post.handed.length - sim.post.nudges.length,
    'unknown to us': claims.filter(one => mayHaveLeft(one) && one.handed?.answer !== 'sent').length,
    'claimed and never handed over': claims.filter(({ handed }) => handed === null).length,
    inbound: customers.taken.length,
    presses: desk.pressed.length,
  };
};
