import type { Scheduler } from 'fast-check';
import type { Dependencies } from '../../src/workflows/dependencies.ts';

/** A port each of whose calls waits for its turn; whose turn it is, the scheduler says. */
export const inTurns = <P extends object>(scheduler: Scheduler, name: string, port: P): P =>
  Object.fromEntries(
    Object.entries(port).map(([method, call]) => [
      method,
      typeof call !== 'function' || method === 'scan'
        ? call
        : async (...args: readonly unknown[]) => {
            await scheduler.schedule(Promise.resolve(), `${name}.${method}`);
            return call(...args);
          },
    ]),
  ) as P;

/** What runs at once may be overtaken before each look at the log, each append and each hand-over. */
export const racingWorld = (scheduler: Scheduler, world: Dependencies): Dependencies => ({
  ...world,
  store: inTurns(scheduler, 'store', world.store),
  mailer: inTurns(scheduler, 'mailer', world.mailer),
});

const everythingElse = (): Promise<void> => new Promise(done => setImmediate(done));

/**
 * Runs all of them side by side, in the scheduler's order: after a turn each goes on until it waits for its next. Who
 * is late lets so many turns pass before the first step: else what is short is always over before what is long.
 */
export const race = async (
  scheduler: Scheduler,
  runners: readonly (() => Promise<unknown>)[],
  lateBy: readonly number[] = [],
): Promise<void> => {
  const running = runners.map(async (runner, i) => {
    for (let turn = 0; turn <= (lateBy[i] ?? 0); turn++) await scheduler.schedule(Promise.resolve(), 'begin');
    await runner();
  });
  await scheduler.waitFor(Promise.all(running), async turn => {
    await turn();
    // A commit takes one round of the event loop; who waits for it goes on in the next.
    await everythingElse();
    await everythingElse();
  });
};
